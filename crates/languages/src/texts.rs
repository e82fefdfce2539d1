//! Writes the texts of a language as the panel reads them: one line for each text, in the order of the English messages.
//!
//! In a line, [`VARIABLE`] and a digit stand for the value of a variable, by its place among the variables of the English
//! message. [`SELECT`], such a digit, and then one variant after the other stand for a choice: a key, [`SAYS`], its text
//! and [`NEXT`]. [`END`] ends the choice. `src/components/words/texts.rs` reads the same characters.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::catalog::{Catalog, Message, Part, Pattern, variables};

/// Stands before the place of a variable.
pub const VARIABLE: char = '\u{1}';
/// Stands before the place of the variable that chooses.
pub const SELECT: char = '\u{2}';
/// Stands between the key of a variant and its text.
pub const SAYS: char = '\u{3}';
/// Ends a variant.
pub const NEXT: char = '\u{4}';
/// Ends a choice.
pub const END: char = '\u{5}';

/// All texts of a language.
#[must_use]
pub fn texts(catalog: &Catalog, english: &Catalog) -> String {
    let mut lines = String::new();
    for (message, original) in catalog.values().zip(english.values()) {
        let variables = variables(patterns(original));
        for pattern in patterns(message) {
            write(pattern, &variables, &mut lines);
            lines.push('\n');
        }
    }
    lines
}

/// The texts of a message, in their order.
pub fn patterns(message: &Message) -> impl Iterator<Item = &Pattern> {
    [&message.what].into_iter().chain(&message.remedy)
}

/// The name of the file with these texts. It contains a hash, so that a name always means the same texts.
#[must_use]
pub fn file(tag: &str, texts: &str) -> String {
    let mut hash = DefaultHasher::new();
    texts.hash(&mut hash);
    format!("words-{tag}-{:016x}.txt", hash.finish())
}

fn write(pattern: &Pattern, variables: &[String], line: &mut String) {
    let place = |name: &String| variables.iter().position(|variable| variable == name);
    for part in pattern {
        match part {
            Part::Text(text) => line.push_str(text),
            Part::Variable(name) => {
                line.push(VARIABLE);
                line.push_str(&place(name).unwrap_or_default().to_string());
            }
            Part::Select(name, variants) => {
                line.push(SELECT);
                line.push_str(&place(name).unwrap_or_default().to_string());
                for variant in variants {
                    line.push_str(&variant.key);
                    line.push(SAYS);
                    write(&variant.says, variables, line);
                    line.push(NEXT);
                }
                line.push(END);
            }
        }
    }
}
