//! Reads a row of digits as a number.

use crate::change::today;
use crate::{Fault, Parsed, Rules, Standing};

/// What people dial before a country code if they write no `+`.
const EXIT_CODES: [&str; 2] = ["00", "011"];

/// A row with more digits is no number. The longest has 15 digits of its own, an exit code and a trunk prefix.
pub(crate) const LONGEST: usize = 22;

/// Digits as they stand in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Digits {
    /// The digits in ASCII.
    pub(crate) digits: String,
    /// Whether a `+` stands before them.
    pub(crate) plus: bool,
    /// The place of a zero in brackets, as in `+44 (0)20`.
    pub(crate) zero: Option<usize>,
}

impl Digits {
    /// Whether they say that they begin with a country code.
    pub(crate) fn has_country_code(&self) -> bool {
        self.plus || EXIT_CODES.iter().any(|code| self.digits.starts_with(code))
    }
}

/// Reads rows of digits.
pub(crate) struct Reader<'a, R> {
    pub(crate) rules: &'a R,
    /// The countries of a number without country code, the likeliest first.
    pub(crate) countries: &'a [&'a str],
    /// A number in E.164 that is certain.
    pub(crate) known: Option<&'a str>,
}

impl<R: Rules> Reader<'_, R> {
    /// The number in E.164. With a country code it must be possible; without one it must be valid.
    pub(crate) fn number(&self, digits: &Digits) -> Result<String, Fault> {
        if digits.digits.len() > LONGEST {
            Err(Fault::TooLong)
        } else if digits.plus {
            self.international(digits)
        } else {
            self.national(&digits.digits)
        }
    }

    fn international(&self, digits: &Digits) -> Result<String, Fault> {
        let whole = format!("+{}", digits.digits.trim_start_matches('0'));
        let mut readings = vec![self.parse(&whole, None)];
        if let Some((before, behind)) = digits
            .zero
            .and_then(|at| digits.digits.split_at_checked(at))
        {
            let without = format!("+{before}{}", behind.trim_start_matches('0'));
            readings.insert(0, self.parse(&without, None));
            readings.reverse();
        }
        let valid = readings.iter().flatten().find(|it| self.is_one(it));
        let possible = |it: &&Parsed| it.standing == Standing::Possible;
        match valid.or_else(|| readings.iter().flatten().rfind(possible)) {
            Some(number) => Ok(number.e164.clone()),
            None => Err(fault(readings.swap_remove(0))),
        }
    }

    fn national(&self, digits: &str) -> Result<String, Fault> {
        let (home, others) = match self.countries.split_first() {
            Some((home, others)) => (Some(home), others),
            None => (None, [].as_slice()),
        };
        let at_home = home.map(|home| self.parse(digits, Some(home)));
        if let Some(Ok(number)) = &at_home
            && self.is_one(number)
        {
            return Ok(number.e164.clone());
        }
        let exit = EXIT_CODES
            .into_iter()
            .find_map(|code| digits.strip_prefix(code));
        // Digits that are valid only with a `+` have a country code. This needs a country of which they are no number.
        let abroad = exit.or(home.map(|_| digits));
        let abroad = abroad.and_then(|rest| self.parse(&format!("+{rest}"), None).ok());
        if let Some(number) = abroad.filter(|number| self.is_one(number)) {
            return Ok(number.e164);
        }
        let elsewhere = others
            .iter()
            .filter_map(|country| self.parse(digits, Some(country)).ok())
            .find(|number| self.is_one(number));
        match (elsewhere, at_home, exit) {
            (Some(number), ..) => Ok(number.e164),
            // This is the exit code of the country, so a country code follows it.
            (None, Some(Ok(number)), Some(rest))
                if number.standing == Standing::Possible
                    && number.e164.strip_prefix('+') == Some(rest) =>
            {
                Ok(number.e164)
            }
            (None, Some(reading), _) => Err(fault(reading)),
            (None, None, _) => Err(Fault::Other),
        }
    }

    fn is_one(&self, number: &Parsed) -> bool {
        number.standing == Standing::Valid || self.known == Some(number.e164.as_str())
    }

    /// Reads digits. A number that its country has changed is read in its new form.
    fn parse(&self, digits: &str, country: Option<&str>) -> Result<Parsed, Fault> {
        let parsed = self.rules.parse(digits, country)?;
        let changed = today(&parsed.e164)
            .and_then(|today| self.rules.parse(&today, None).ok())
            .filter(|today| today.standing == Standing::Valid);
        Ok(changed.unwrap_or(parsed))
    }
}

fn fault(reading: Result<Parsed, Fault>) -> Fault {
    match reading {
        Err(fault) => fault,
        Ok(Parsed {
            standing: Standing::Impossible(fault),
            ..
        }) => fault,
        Ok(_) => Fault::Other,
    }
}
