//! The number of somebody who calls or writes, as the network has told it.

use crate::address::{Address, opened};
use crate::character::Character;
use crate::number::{Digits, Reader};
use crate::{Origin, Rules, Standing};

/// What Twilio gives as the caller's number when the network withheld, blocked or lost it.
const NO_NUMBERS: [&str; 6] = [
    "+266696687",
    "+7378742833",
    "+2562533",
    "+8566696687",
    "+86282452253",
    "+464",
];
/// And as a word.
const NO_NAMES: [&str; 6] = [
    "anonymous",
    "restricted",
    "unknown",
    "unavailable",
    "private",
    "blocked",
];
/// A number with fewer digits than this (short codes, extensions) is nobody's for sure.
const SHORTEST: usize = 6;

/// The number of somebody who calls or writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    e164: String,
    origin: Origin,
}

/// What the text of a caller's number is instead of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCaller {
    /// The network has withheld it.
    Withheld,
    /// A name, an address without a number.
    Characters,
    /// Too short, too long, no such country.
    Impossible,
}

impl Caller {
    /// Reads what the network has told: E.164, national digits of the country, or an address (`whatsapp:`, `sip:`). A
    /// leading blank is the `+` of a number that was not URL-encoded.
    ///
    /// # Errors
    /// There is no number in it.
    pub fn read(rules: &impl Rules, text: &str, country: &str) -> Result<Self, NoCaller> {
        let starts = |rest: &&str| rest.starts_with(|first: char| ('1'..='9').contains(&first));
        let plus = text.strip_prefix(' ').filter(starts);
        let address = plus.map(|rest| format!("+{rest}"));
        let text = match opened(address.as_deref().unwrap_or(text)) {
            Address::Phone(text) => text,
            Address::Other | Address::Unknown(_) => return Err(NoCaller::Characters),
        };
        // What stands in an address behind its number is no part of the caller's.
        let text = text.split(" ext ").next().unwrap_or_default().trim();
        if NO_NUMBERS.contains(&text) || NO_NAMES.iter().any(|it| it.eq_ignore_ascii_case(text)) {
            return Err(NoCaller::Withheld);
        }
        let row = row(text).ok_or(NoCaller::Characters)?;
        let countries = [country];
        let reader = Reader {
            rules,
            countries: &countries,
            known: None,
        };
        let e164 = reader.number(&row).ok();
        // A number of the country may be one that its rules do not know yet.
        let possible = || {
            let parsed = rules.parse(&row.digits, Some(country)).ok()?;
            let is_possible = !row.plus && parsed.standing == Standing::Possible;
            is_possible.then_some(parsed.e164)
        };
        let e164 = e164.or_else(possible).ok_or(NoCaller::Impossible)?;
        let origin = rules.origin(&e164).ok_or(NoCaller::Impossible)?;
        if origin.national.len() < SHORTEST {
            return Err(NoCaller::Impossible);
        }
        Ok(Self { e164, origin })
    }

    /// `+14155550132`.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// Without its country code.
    #[must_use]
    pub fn national(&self) -> &str {
        &self.origin.national
    }

    /// Whether a text, as somebody has typed it, holds this number. With a country code there is no doubt. Without one
    /// it is a number of `country`; where it is no valid one, of the country of this number.
    #[must_use]
    pub fn is_in(&self, rules: &impl Rules, text: &str, country: &str) -> bool {
        let countries: Vec<_> = std::iter::once(country)
            .chain(self.origin.country.as_deref())
            .collect();
        let reader = Reader {
            rules,
            countries: &countries,
            known: Some(&self.e164),
        };
        let numbers = reader.read(text).unwrap_or_default();
        numbers.iter().any(|number| number.e164 == self.e164)
    }
}

/// The digits of a text that holds nothing else but signs between them.
fn row(text: &str) -> Option<Digits> {
    let mut row = Digits::default();
    for c in text.chars() {
        match Character::of(c) {
            Character::Digit(digit) => row.digits.push(digit),
            Character::Plus if row == Digits::default() => row.plus = true,
            Character::Blank
            | Character::Dash
            | Character::Sign
            | Character::Open
            | Character::Close
            | Character::Slash => {}
            _ => return None,
        }
    }
    Some(row)
}
