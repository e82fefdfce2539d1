//! Phone numbers by libphonenumber's rules: what the caller has passed, and what stands in Dynamics however it was
//! typed.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region,
};

/// What Twilio gives as the caller's number when the network withheld, blocked or lost it.
const NO_NUMBERS: [&str; 6] = [
    "+266696687",
    "+7378742833",
    "+2562533",
    "+8566696687",
    "+86282452253",
    "+464",
];
/// So many of its last digits find a number's candidates. Carrier codes, mobile prefixes and country codes come and
/// go before them.
const TELLING: usize = 7;
/// A number with fewer digits than this (short codes, extensions) finds nobody for sure.
const SHORTEST: usize = 6;

/// A country whose rules are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(Region);

impl Country {
    /// By its two letters (ISO 3166).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let region = Region::from_code(code)
            .ok()
            .filter(|region| *region != Region::World)?;
        PHONE_NUMBER_UTIL.get_country_code_for_region(region)?;
        Some(Self(region))
    }
}

/// A phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    e164: String,
    national: String,
    country: Option<Country>,
}

/// What the text of a caller's number is instead of one, in words that go on after the parameter's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// The network has withheld it.
    Withheld,
    /// Letters, quotes and the like.
    Characters,
    /// Too short, too long, no such country.
    Impossible,
}

impl NoNumber {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Withheld => "is no number: the caller's is withheld or unknown.",
            Self::Characters => "is no phone number: it holds other characters than digits.",
            Self::Impossible => "is no possible phone number.",
        }
    }
}

impl Number {
    /// Reads what the caller of a function has passed: E.164, or national digits of the default country. A leading
    /// blank is the `+` of a number that was not URL-encoded.
    pub fn read(text: &str, default: Country) -> Result<Self, NoNumber> {
        let text = match text.strip_prefix(' ') {
            Some(rest) if rest.starts_with(|first: char| ('1'..='9').contains(&first)) => {
                &format!("+{rest}")
            }
            _ => text,
        };
        let text = text.trim();
        let withheld = [
            "anonymous",
            "restricted",
            "unknown",
            "unavailable",
            "private",
            "blocked",
        ];
        if NO_NUMBERS.contains(&text) || withheld.contains(&text.to_lowercase().as_str()) {
            return Err(NoNumber::Withheld);
        }
        if !text
            .chars()
            .all(|c| c.is_ascii_digit() || "+ ()-./\u{a0}".contains(c))
        {
            return Err(NoNumber::Characters);
        }
        let number = parsed(text, default).ok_or(NoNumber::Impossible)?;
        let possible = number.is_possible_with_reason() == Ok(NumberLengthType::IsPossible);
        let national = number.get_national_significant_number();
        if !possible || national.len() < SHORTEST {
            return Err(NoNumber::Impossible);
        }
        Ok(Self {
            e164: e164(&number),
            national,
            country: country_of(&number),
        })
    }

    /// `+14155550132`.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// The last digits, those that stand in every way of writing the number.
    #[must_use]
    pub fn telling_digits(&self) -> &str {
        let from = self.national.len().saturating_sub(TELLING);
        self.national.get(from..).unwrap_or(&self.national)
    }

    /// Whether this is it, as somebody has typed it into Dynamics. With a country code there is no doubt. Without one
    /// it is a number of the default country; where it is no valid one, of the country of this number.
    #[must_use]
    pub fn is(&self, typed: &str, default: Country) -> bool {
        let is_this = |number: &PhoneNumber| e164(number) == self.e164;
        match parsed(typed, default) {
            Some(number) if is_this(&number) => true,
            Some(number) if number.is_valid() => false,
            _ => {
                let reading = self.country.and_then(|country| parsed(typed, country));
                reading.is_some_and(|number| is_this(&number))
            }
        }
    }
}

fn parsed(text: &str, country: Country) -> Option<PhoneNumber> {
    PHONE_NUMBER_UTIL.parse(text, Some(country.0)).ok()
}

/// Where its country code is shared, the country that it is valid in; else the main one.
fn country_of(number: &PhoneNumber) -> Option<Country> {
    let main = || PHONE_NUMBER_UTIL.get_region_for_country_code(number.country_code);
    number.get_region_code().or_else(main).map(Country)
}

fn e164(number: &PhoneNumber) -> String {
    number.format_as(PhoneNumberFormat::E164).into_owned()
}
