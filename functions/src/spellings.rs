//! The ways in which programs and careful people write a number. An exact search for them can use an index.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

/// The usual spellings of a number, each once. The number is given as `+14155550132`.
#[must_use]
pub fn usual(e164: &str) -> Vec<String> {
    let mut spellings = vec![e164.to_owned(), digits(e164)];
    if let Ok(number) = PHONE_NUMBER_UTIL.parse(e164, None) {
        let format = |format| number.format_as(format).into_owned();
        let international = format(PhoneNumberFormat::International);
        let national = format(PhoneNumberFormat::National);
        let code = format!("+{} ", number.country_code);
        spellings.push(international.clone());
        // In a country without a prefix for national calls, such as the US, people write both forms with and without
        // the country code.
        if digits(&national) == number.get_national_significant_number() {
            spellings.push(format!("{code}{national}"));
            spellings.extend(international.strip_prefix(&code).map(str::to_owned));
        }
        spellings.extend([digits(&national), national]);
    }
    let mut usual = Vec::new();
    for spelling in spellings {
        if !usual.contains(&spelling) {
            usual.push(spelling);
        }
    }
    usual
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_few_usual_spellings() {
        for (number, spellings) in [
            (
                "+14155550132",
                vec![
                    "+14155550132",
                    "14155550132",
                    "+1 415-555-0132",
                    "+1 (415) 555-0132",
                    "415-555-0132",
                    "4155550132",
                    "(415) 555-0132",
                ],
            ),
            (
                "+493023125042",
                vec![
                    "+493023125042",
                    "493023125042",
                    "+49 30 23125042",
                    "03023125042",
                    "030 23125042",
                ],
            ),
            (
                "+34912345678",
                vec![
                    "+34912345678",
                    "34912345678",
                    "+34 912 34 56 78",
                    "912 34 56 78",
                    "912345678",
                ],
            ),
        ] {
            assert_eq!(usual(number), spellings);
        }
    }
}
