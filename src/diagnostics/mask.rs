//! Masks personal data in what the panel shows to support. Only the agent can switch the masks off.
//!
//! A mask names the kind of the text and has a number. The same text always gets the same number, so a reader can
//! follow one customer through a report without knowing who it is.
//!
//! Masked is all text that people or other programs have written, and all that leads to a record: names, phone
//! numbers, titles, numbers of Cases, ids of records, the words of a refusal, the value of an attribute.
//! Not masked are names that our own code, the account or the organization gives: ids of reservations, sessions and
//! tabs, activities, channels, views, addresses of servers.

use std::rc::Rc;

use serde_json::Value;

use store::sorted::Map;

/// A kind of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// A customer's name.
    Name,
    /// A phone number, or any other text from a phone field.
    Number,
    /// A record's title.
    Title,
    /// The number of a Case.
    Case,
    /// The id of a record.
    Record,
    /// A text that another program or a person has written: a refusal, the value of an attribute.
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

/// The masks that have been given so far.
#[derive(Clone, Debug, Default)]
pub struct Masks {
    /// The agent allows to show the texts themselves.
    pub off: bool,
    given: Map<Personal, Map<Rc<str>, usize>>,
}

impl Masks {
    /// The text's mask; the text itself if the masks are off. An empty text has no mask: it hides nothing.
    pub fn redact(&mut self, kind: Personal, text: &str) -> Value {
        if self.off || text.is_empty() {
            return text.into();
        }
        let given = self.given.get_or_insert_with(kind, Map::new);
        let next = given.len() + 1;
        let number = given.get_or_insert_with(text.into(), || next);
        format!("[{} {number}]", kind.name()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_has_the_same_mask() {
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
            assert_eq!(masks.redact(kind, text), mask, "{text}");
        }
    }

    #[test]
    fn masks_are_the_same_after_they_were_off_for_a_while() {
        let mut masks = Masks::default();
        let mask = masks.redact(Personal::Name, "Ada");
        masks.off = true;
        assert_eq!(masks.redact(Personal::Name, "Grace"), "Grace");
        assert_eq!(masks.redact(Personal::Name, "Ada"), "Ada");
        masks.off = false;
        assert_eq!(masks.redact(Personal::Name, "Ada"), mask);
    }
}
