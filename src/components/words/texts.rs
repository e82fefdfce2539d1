//! The texts of the languages. English is in the module; the others are files beside the page, which [`learn`] takes in.
//!
//! A text is a line in the format of `crates/languages/src/texts.rs`.

use std::cell::RefCell;
use std::rc::Rc;

use store::language::Language;

/// Stands before the place of a variable.
const VARIABLE: char = '\u{1}';
/// Stands before the place of the variable that chooses.
const SELECT: char = '\u{2}';
/// Stands between the key of a variant and its text.
const SAYS: char = '\u{3}';
/// Ends a variant.
const NEXT: char = '\u{4}';
/// Ends a choice.
const END: char = '\u{5}';

/// All texts of one language. A clone shares them.
#[derive(Clone)]
pub(super) struct Texts(Rc<[Rc<str>]>);

/// A part of a text.
pub(super) enum Part<'a> {
    /// Fixed words.
    Text(&'a str),
    /// The value of the variable at this place.
    Variable(usize),
    /// The variant that the value of the variable at this place names, else the last one.
    Select(usize, Vec<(&'a str, &'a str)>),
}

impl Texts {
    fn read(text: &str) -> Self {
        Self(text.lines().map(Rc::from).collect())
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, index: usize) -> &str {
        self.0.get(index).map_or("", |text| text)
    }
}

thread_local! {
    static LEARNT: RefCell<Vec<(Language, Texts)>> = RefCell::new(included());
}

#[cfg(target_arch = "wasm32")]
fn included() -> Vec<(Language, Texts)> {
    let english = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));
    vec![(Language::English, Texts::read(english))]
}

/// Native tests load nothing, so they have all languages.
#[cfg(not(target_arch = "wasm32"))]
fn included() -> Vec<(Language, Texts)> {
    let all = include!(concat!(env!("OUT_DIR"), "/texts.rs"));
    let read = |(language, text)| (language, Texts::read(text));
    all.into_iter().map(read).collect()
}

/// Takes in the file of a language.
pub fn learn(language: Language, text: &str) {
    LEARNT.with_borrow_mut(|learnt| {
        learnt.retain(|(other, _)| *other != language);
        learnt.push((language, Texts::read(text)));
    });
}

/// The texts of a language, if they are here.
pub(super) fn of(language: Language) -> Option<Texts> {
    LEARNT.with_borrow(|learnt| {
        let mut learnt = learnt.iter();
        let (_, texts) = learnt.find(|(other, _)| *other == language)?;
        Some(texts.clone())
    })
}

/// The name of the file of a language, beside the page.
#[must_use]
pub fn file(language: Language) -> &'static str {
    include!(concat!(env!("OUT_DIR"), "/files.rs"))
}

/// The parts of a text, in order.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([VARIABLE, SELECT]) {
        let (fixed, special) = rest.split_at(at);
        if !fixed.is_empty() {
            parts.push(Part::Text(fixed));
        }
        let mut letters = special.chars();
        let kind = letters.next();
        let place = letters.next().and_then(|digit| digit.to_digit(10));
        let place = place.map_or(usize::MAX, |place| place as usize);
        rest = letters.as_str();
        if kind == Some(SELECT) {
            let (variants, after) = variants(rest);
            parts.push(Part::Select(place, variants));
            rest = after;
        } else {
            parts.push(Part::Variable(place));
        }
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// The variants of a choice, each with its key, and what follows the choice.
fn variants(text: &str) -> (Vec<(&str, &str)>, &str) {
    let mut variants = Vec::new();
    let mut rest = text;
    while let Some((key, after)) = rest.split_once(SAYS) {
        let Some((says, next)) = variant(after) else {
            break;
        };
        variants.push((key, says));
        rest = next;
        if let Some(after) = rest.strip_prefix(END) {
            return (variants, after);
        }
    }
    (variants, "")
}

/// The text of a variant, which may have choices of its own, and what follows it.
fn variant(text: &str) -> Option<(&str, &str)> {
    let mut inner = 0_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            SELECT => inner += 1,
            END => inner = inner.saturating_sub(1),
            NEXT if inner == 0 => return Some((text.get(..at)?, text.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}
