//! Phone numbers: what the caller has passed, and what stands in Dynamics however it was typed. How people write them
//! is told by the crate `phone`, which the panel reads fields with too; the rules of all countries are
//! libphonenumber's.

use phone::{Caller, Fault, Origin, Parsed, Standing};
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat, Region,
    ValidationError,
};

pub use phone::NoCaller as NoNumber;

/// So many of its last digits find a number's candidates. Carrier codes, mobile prefixes and country codes come and
/// go before them.
const TELLING: usize = 7;

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

/// The number of a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Caller);

impl Number {
    /// Reads what the caller of a function has passed: E.164, national digits of the default country, or an address of
    /// Twilio's (`whatsapp:`, `sip:`).
    ///
    /// # Errors
    /// There is no number in it.
    pub fn read(text: &str, default: Country) -> Result<Self, NoNumber> {
        Caller::read(&Libphonenumber, text, &default.0.as_region_str()).map(Self)
    }

    /// `+14155550132`.
    #[must_use]
    pub fn e164(&self) -> &str {
        self.0.e164()
    }

    /// The last digits, those that stand in every way of writing the number.
    #[must_use]
    pub fn telling_digits(&self) -> &str {
        let national = self.0.national();
        let from = national.len().saturating_sub(TELLING);
        national.get(from..).unwrap_or(national)
    }

    /// Whether a text, as somebody has typed it into Dynamics, holds this number. With a country code there is no
    /// doubt. Without one it is a number of the default country; where it is no valid one, of the country of this
    /// number.
    #[must_use]
    pub fn is(&self, typed: &str, default: Country) -> bool {
        let country = default.0.as_region_str();
        self.0.is_in(&Libphonenumber, typed, &country)
    }
}

/// The rules of all countries.
#[derive(Clone, Copy, Debug)]
pub struct Libphonenumber;

impl phone::Rules for Libphonenumber {
    fn parse(&self, digits: &str, country: Option<&str>) -> Result<Parsed, Fault> {
        let region = country.and_then(|code| Region::from_code(code).ok());
        let number = PHONE_NUMBER_UTIL
            .parse(digits, region)
            .map_err(|error| match error {
                ParseError::TooShortAfterIdd | ParseError::TooShortNsn => Fault::TooShort,
                ParseError::TooLongNsn => Fault::TooLong,
                ParseError::InvalidCountryCode | ParseError::NotANumber(_) => Fault::Other,
            })?;
        let standing = match number.is_possible_with_reason() {
            Ok(NumberLengthType::IsPossible) if number.is_valid() => Standing::Valid,
            Ok(NumberLengthType::IsPossible) => Standing::Possible,
            Ok(NumberLengthType::IsPossibleLocalOnly) | Err(ValidationError::TooShort) => {
                Standing::Impossible(Fault::TooShort)
            }
            Err(ValidationError::TooLong) => Standing::Impossible(Fault::TooLong),
            Err(ValidationError::InvalidCountryCode | ValidationError::InvalidLength) => {
                Standing::Impossible(Fault::Other)
            }
        };
        Ok(Parsed {
            e164: e164(&number),
            standing,
        })
    }

    fn origin(&self, e164: &str) -> Option<Origin> {
        let number = PHONE_NUMBER_UTIL.parse(e164, None).ok()?;
        let main = || PHONE_NUMBER_UTIL.get_region_for_country_code(number.country_code);
        let country = number.get_region_code().or_else(main);
        Some(Origin {
            country: country.map(|region| region.to_string()),
            national: number.get_national_significant_number(),
        })
    }
}

fn e164(number: &PhoneNumber) -> String {
    number.format_as(PhoneNumberFormat::E164).into_owned()
}
