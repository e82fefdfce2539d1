//! How people write phone numbers.
//!
//! The panel and the Twilio Functions read the same fields, each with a libphonenumber of its own. This crate is what
//! both share: it finds the digits of a number among words, brackets and signs, and tells a second number or an
//! extension from the number itself. Which digits are a number of which country is told by the [`Rules`].
//!
//! - [`read()`]: the numbers that a text holds, to be dialled.
//! - [`Caller`]: a number that the network has told, and whether a text holds it.

mod address;
mod caller;
mod change;
mod character;
mod keys;
mod number;
mod pieces;
mod read;

pub use caller::{Caller, NoCaller};
pub use read::{NoNumber, Number, read};

/// The rules of all countries: a libphonenumber.
pub trait Rules {
    /// What `digits` are as a number. With a `+` before them they begin with a country code; without it they are what
    /// somebody dials in `country` (ISO 3166, two letters).
    ///
    /// # Errors
    /// They are not even the beginning of a number.
    fn parse(&self, digits: &str, country: Option<&str>) -> Result<Parsed, Fault>;

    /// Where a number in E.164 belongs; `None` if it has no known country code.
    fn origin(&self, e164: &str) -> Option<Origin>;
}

/// Digits as a number of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// `+14155550132`.
    pub e164: String,
    /// Whether there can be such a number.
    pub standing: Standing,
}

/// Whether there can be such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its country assigns such numbers.
    Valid,
    /// Its length is right. Its country assigns no such numbers, as far as the rules know.
    Possible,
    /// Its length is wrong.
    Impossible(Fault),
}

/// What is wrong with digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There are too few of them.
    TooShort,
    /// There are too many of them.
    TooLong,
    /// Anything else.
    Other,
}

/// Where a number belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The country: where several share its code, the one that assigns it, else the main one.
    pub country: Option<String>,
    /// The number without its country code.
    pub national: String,
}
