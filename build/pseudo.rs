//! A pseudo-language, made from English: all letters have accents, texts are 40 % longer and stand in brackets. A text
//! without brackets is hard-wired in the code. A text that is cut off would be cut off in German as well.

use crate::catalog::{Catalog, Message, Part, Pattern, Variant};

/// English messages in the pseudo-language.
pub fn disguise(english: &Catalog) -> Catalog {
    let disguised = |message: &Message| Message {
        comment: message.comment.clone(),
        what: bracketed(&message.what),
        remedy: message.remedy.as_ref().map(bracketed),
    };
    english
        .iter()
        .map(|(name, message)| (name.clone(), disguised(message)))
        .collect()
}

fn bracketed(pattern: &Pattern) -> Pattern {
    let mut parts = vec![Part::Text("⟦".into())];
    parts.extend(pattern.iter().map(accented));
    parts.push(Part::Text("⟧".into()));
    parts
}

fn accented(part: &Part) -> Part {
    match part {
        Part::Text(text) => Part::Text(longer(text)),
        Part::Variable(name) => Part::Variable(name.clone()),
        Part::Select(name, variants) => {
            let variants = variants.iter().map(|variant| Variant {
                key: variant.key.clone(),
                says: variant.says.iter().map(accented).collect(),
            });
            Part::Select(name.clone(), variants.collect())
        }
    }
}

/// Doubles each second or third letter, because words are longer in other languages.
fn longer(text: &str) -> String {
    let mut letters = 0;
    let mut longer = String::new();
    for letter in text.chars() {
        let accented = accent(letter);
        longer.push(accented);
        if letter.is_alphabetic() {
            letters += 1;
            if letters % 5 == 2 || letters % 5 == 4 {
                longer.push(accented);
            }
        }
    }
    longer
}

fn accent(letter: char) -> char {
    const PLAIN: &str = "AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz";
    const ACCENTED: &str = "ÅåÇçĐđÉéĞğĤĥÎîĶķĻļÑñÖöŘřŠšŢţÛûŴŵÝýŽž";
    let mut pairs = PLAIN.chars().zip(ACCENTED.chars());
    pairs
        .find(|(plain, _)| *plain == letter)
        .map_or(letter, |(_, accented)| accented)
}
