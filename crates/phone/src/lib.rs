//! How people write phone numbers.
//!
//! The panel and the Twilio Functions read the same fields, each with its own libphonenumber. This crate is the part
//! that both share: it finds the digits of a number among words, brackets and signs, and tells a second number or an
//! extension from the number itself. The [`Rules`] know which digits are a number of which country.
//!
//! - [`read()`]: the numbers in a text, to be dialled.
//! - [`Caller`]: a number that the network gives, and whether a text holds it.

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
    /// Reads `digits` as a number. With a `+` before them they begin with a country code. Without it they are what
    /// somebody dials in `country` (ISO 3166, two letters).
    ///
    /// # Errors
    /// They are not even the beginning of a number.
    fn parse(&self, digits: &str, country: Option<&str>) -> Result<Parsed, Fault>;

    /// The country of a number in E.164. `None` if its country code is unknown.
    fn origin(&self, e164: &str) -> Option<Origin>;
}

/// Digits, read as a number of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The number in E.164: `+14155550132`.
    pub e164: String,
    /// Whether such a number can exist.
    pub standing: Standing,
}

/// Whether a number can exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its country assigns such numbers.
    Valid,
    /// Its length is right, but as far as the rules know its country assigns no such numbers.
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

/// The country of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The country. If several share the code, it is the one that assigns the number, else the main one.
    pub country: Option<String>,
    /// The number without its country code.
    pub national: String,
}
