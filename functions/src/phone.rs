//! Phone numbers: those that the caller passes, and those in Dynamics, however they were typed. The crate `phone` knows
//! how people write them; the panel uses it as well. libphonenumber has the rules of all countries.

use phone::{Caller, Fault, Origin, Parsed, Standing};
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat, Region,
    ValidationError,
};

pub use phone::NoCaller as NoNumber;

/// How many of a number's last digits the search uses to find candidates. Carrier codes, mobile prefixes and country
/// codes before them vary.
const TELLING: usize = 7;

/// A country with known rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(Region);

impl Country {
    /// The country with this code of two letters (ISO 3166).
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
    /// Reads what the caller of a function has passed: E.164, national digits of the default country, or one of
    /// Twilio's addresses (`whatsapp:`, `sip:`).
    ///
    /// # Errors
    /// It holds no number.
    pub fn read(text: &str, default: Country) -> Result<Self, NoNumber> {
        Caller::read(&Libphonenumber, text, &default.0.as_region_str()).map(Self)
    }

    /// The number in E.164: `+14155550132`.
    #[must_use]
    pub fn e164(&self) -> &str {
        self.0.e164()
    }

    /// The last digits of the number. Every way of writing the number contains them.
    #[must_use]
    pub fn telling_digits(&self) -> &str {
        let national = self.0.national();
        let from = national.len().saturating_sub(TELLING);
        national.get(from..).unwrap_or(national)
    }

    /// Whether a text, as somebody has typed it into Dynamics, is this number. With a country code that is certain.
    /// Without one, the text is read as a number of the default country. If that is not valid, it is read as a number
    /// of this number's country.
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
