//! The number of a person who calls or writes, as the network gives it.

use crate::address::{Address, opened};
use crate::character::Character;
use crate::number::{Digits, Reader};
use crate::{Origin, Rules, Standing};

/// Twilio's numbers for a caller whose number the network withheld, blocked or lost.
const NO_NUMBERS: [&str; 6] = [
    "+266696687",
    "+7378742833",
    "+2562533",
    "+8566696687",
    "+86282452253",
    "+464",
];
/// The same as words.
const NO_NAMES: [&str; 6] = [
    "anonymous",
    "restricted",
    "unknown",
    "unavailable",
    "private",
    "blocked",
];
/// A number with fewer digits (a short code, an extension) does not identify anybody.
const SHORTEST: usize = 6;

/// The number of a person who calls or writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    e164: String,
    origin: Origin,
}

/// Why a text is no caller's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCaller {
    /// The network has withheld it.
    Withheld,
    /// It is a name, or an address without a number.
    Characters,
    /// It is too short or too long, or has no existing country code.
    Impossible,
}

impl Caller {
    /// Reads what the network gives: E.164, national digits of the country, or an address (`whatsapp:`, `sip:`). A
    /// space at the start is the `+` of a number that was not URL-encoded.
    ///
    /// # Errors
    /// It holds no number.
    pub fn read(rules: &impl Rules, text: &str, country: &str) -> Result<Self, NoCaller> {
        let starts = |rest: &&str| rest.starts_with(|first: char| ('1'..='9').contains(&first));
        let plus = text.strip_prefix(' ').filter(starts);
        let address = plus.map(|rest| format!("+{rest}"));
        let text = match opened(address.as_deref().unwrap_or(text)) {
            Address::Phone(text) => text,
            Address::Other | Address::Unknown(_) => return Err(NoCaller::Characters),
        };
        // What follows the number in an address is not part of the caller's number.
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
        // A new number of the country may be unknown to the rules, so a possible number is enough.
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

    /// The number in E.164: `+14155550132`.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// The number without its country code.
    #[must_use]
    pub fn national(&self) -> &str {
        &self.origin.national
    }

    /// Whether a text, as somebody has typed it, is this number. With a country code that is certain. Without one, the
    /// text is read as a number of `country`. If that is not valid, it is read as a number of this number's country.
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

/// The digits of a text with only digits and signs.
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
