//! What is about people does not leave the panel unasked.
//!
//! In its place stands what kind of thing it was, and a number: the same thing has the same number, so a customer can
//! be followed through a report without being known. Masked is everything that people or other programs have written
//! as text, and what leads to a record: names, phone numbers, titles, numbers of Cases, ids of records, the words of a
//! refusal, what stood in an attribute. Not masked are the names that our own code, the account or the organization
//! gives to things: ids of reservations, sessions and tabs, activities, channels, views, addresses of servers.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

/// What about a person something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// A customer's name.
    Name,
    /// A phone number, or whatever stood in a phone field.
    Number,
    /// A record's title.
    Title,
    /// A number of a Case.
    Case,
    /// An id of a record.
    Record,
    /// Words of others: of a refusal, of an attribute.
    Words,
}

impl Personal {
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Title => "title",
            Self::Case => "case number",
            Self::Record => "record",
            Self::Words => "words",
        }
    }
}

/// The masks, as far as they have been given out.
#[derive(Clone, Debug, Default)]
pub struct Masks {
    /// The agent has allowed to show what is behind them.
    pub off: bool,
    given: BTreeMap<Personal, BTreeMap<Rc<str>, usize>>,
}

impl Masks {
    /// The text, or its mask. An empty text has nothing to hide.
    pub fn put_on(&mut self, kind: Personal, text: &str) -> Value {
        if self.off || text.is_empty() {
            return text.into();
        }
        let given = self.given.entry(kind).or_default();
        let next = given.len() + 1;
        let number = *given.entry(text.into()).or_insert(next);
        format!("[{} {number}]", kind.name()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_the_same_mask() {
        let mut masks = Masks::default();
        for (kind, text, mask) in [
            (Personal::Name, "Ada Lovelace", "[name 1]"),
            (Personal::Name, "Grace Hopper", "[name 2]"),
            (Personal::Title, "Ada Lovelace", "[title 1]"),
            (Personal::Name, "Ada Lovelace", "[name 1]"),
            (Personal::Number, "+1 425 555 0100", "[number 1]"),
            (Personal::Case, "CAS-01001", "[case number 1]"),
            (Personal::Words, "Ada may not", "[words 1]"),
            (Personal::Name, "", ""),
        ] {
            assert_eq!(masks.put_on(kind, text), mask, "{text}");
        }
    }

    #[test]
    fn masks_that_are_taken_off_and_put_on_again_are_the_same() {
        let mut masks = Masks::default();
        let mask = masks.put_on(Personal::Name, "Ada");
        masks.off = true;
        assert_eq!(masks.put_on(Personal::Name, "Grace"), "Grace");
        assert_eq!(masks.put_on(Personal::Name, "Ada"), "Ada");
        masks.off = false;
        assert_eq!(masks.put_on(Personal::Name, "Ada"), mask);
    }
}
