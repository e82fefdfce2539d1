//! Tests real phone numbers: many ways of writing them, from all over the world, and random text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use functions::odata::Filter;
use functions::phone::{Country, Number};
use functions::simulation::filter::Condition;
use functions::simulation::tables::by_set;
use proptest::prelude::*;
use serde_json::json;

/// The default country, the text in Dynamics, and the caller's number.
const NUMBERS: [(&str, &str, &str); 75] = [
    ("US", "+1 (415) 555-0132", "+14155550132"),
    ("US", "(415) 555-0132", "+14155550132"),
    ("US", "415.555.0132", "+14155550132"),
    ("US", "1-415-555-0132", "+14155550132"),
    ("US", "4155550132", "+14155550132"),
    ("US", "415 555 0132 ext. 12", "+14155550132"),
    ("DE", "001 415 555-0132", "+14155550132"),
    ("US", "613.555.0187", "+16135550187"),
    ("FR", "+1 613-555-0187", "+16135550187"),
    ("US", "030 23125-042", "+493023125042"),
    ("US", "+49 (0)30 23125042", "+493023125042"),
    ("US", "0049 30 23125042", "+493023125042"),
    ("US", "011 49 30 23125042", "+493023125042"),
    ("DE", "030/23125042", "+493023125042"),
    ("DE", "(030) 231 250 42", "+493023125042"),
    ("US", "+49 152-28817386", "+4915228817386"),
    ("DE", "0152 28817386", "+4915228817386"),
    ("US", "020 7946 0958", "+442079460958"),
    ("US", "+44 (0)20 7946 0958", "+442079460958"),
    ("GB", "(020) 79460958", "+442079460958"),
    ("GB", "07700 900123", "+447700900123"),
    ("US", "0044 20 7946 0958", "+442079460958"),
    ("US", "01 99 00 12 34", "+33199001234"),
    ("FR", "01.99.00.12.34", "+33199001234"),
    ("US", "+33 (0)1 99 00 12 34", "+33199001234"),
    ("IT", "06 1234 5678", "+390612345678"),
    ("US", "+39 06 12345678", "+390612345678"),
    ("ES", "912 34 56 78", "+34912345678"),
    ("US", "+34 912 345 678", "+34912345678"),
    ("US", "070-174 06 05", "+46701740605"),
    ("US", "+46 (0)70 174 06 05", "+46701740605"),
    ("NO", "21 23 45 67", "+4721234567"),
    ("US", "+47 21234567", "+4721234567"),
    ("DK", "32 12 34 56", "+4532123456"),
    ("NL", "020 123 4567", "+31201234567"),
    ("US", "+31 (0)20-1234567", "+31201234567"),
    ("BE", "02 512 34 56", "+3225123456"),
    ("CH", "044 123 45 67", "+41441234567"),
    ("US", "+41 44 123 45 67", "+41441234567"),
    ("AT", "01 5123456", "+4315123456"),
    ("PL", "22 123 45 67", "+48221234567"),
    ("IE", "01 612 3456", "+35316123456"),
    ("PT", "211 234 567", "+351211234567"),
    ("GR", "210 123 4567", "+302101234567"),
    ("CZ", "212 345 678", "+420212345678"),
    ("FI", "09 1234567", "+35891234567"),
    ("HU", "06 1 234 5678", "+3612345678"),
    ("RO", "021 123 4567", "+40211234567"),
    ("US", "0491 570 006", "+61491570006"),
    ("AU", "(04) 9157 0006", "+61491570006"),
    ("US", "+61 491 570 006", "+61491570006"),
    ("NZ", "09 300 1234", "+6493001234"),
    ("JP", "03-1234-5678", "+81312345678"),
    ("US", "+81 3 1234 5678", "+81312345678"),
    ("IN", "098765 43210", "+919876543210"),
    ("US", "+91-98765-43210", "+919876543210"),
    ("BR", "(11) 96123-4567", "+5511961234567"),
    ("US", "+55 11 96123 4567", "+5511961234567"),
    ("MX", "55 1234 5678", "+525512345678"),
    ("AR", "011 15-2345-6789", "+5491123456789"),
    ("US", "+54 9 11 2345 6789", "+5491123456789"),
    ("CL", "2 2123 4567", "+56221234567"),
    ("CO", "601 234 5678", "+576012345678"),
    ("ZA", "021 123 4567", "+27211234567"),
    ("NG", "0803 123 4567", "+2348031234567"),
    ("KE", "0712 345678", "+254712345678"),
    ("IL", "02-512-3456", "+97225123456"),
    ("AE", "04 212 3456", "+97142123456"),
    ("TR", "0212 345 67 89", "+902123456789"),
    ("RU", "8 (495) 123-45-67", "+74951234567"),
    ("CN", "010-6234 5678", "+861062345678"),
    ("KR", "02-2123-4567", "+82221234567"),
    ("SG", "6123 4567", "+6561234567"),
    ("HK", "2123 4567", "+85221234567"),
    ("TH", "02 123 4567", "+6621234567"),
];

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

#[test]
fn a_number_is_found_and_recognized_however_it_was_typed() {
    let contacts = by_set("contacts").unwrap();
    for (default, typed, e164) in NUMBERS {
        let default = country(default);
        let number = Number::read(e164, default).unwrap_or_else(|no| panic!("{e164}: {no:?}"));
        assert_eq!(number.e164(), e164);
        assert!(number.is(typed, default), "{typed} is {e164}");
        let filter =
            Filter::HasDigits("telephone1", number.telling_digits().to_owned()).to_string();
        let candidates = Condition::read(&filter, contacts).unwrap();
        let row = json!({ "telephone1": typed });
        assert!(
            candidates.holds(row.as_object().unwrap()),
            "{filter} finds {typed}"
        );
    }
}

#[test]
fn the_next_number_does_not_match() {
    for (default, typed, e164) in NUMBERS {
        let default = country(default);
        let last = e164
            .chars()
            .last()
            .and_then(|digit| digit.to_digit(10))
            .unwrap();
        let neighbour = format!("{}{}", &e164[..e164.len() - 1], (last + 1) % 10);
        let number = Number::read(&neighbour, default).unwrap();
        assert!(!number.is(typed, default), "{typed} is not {neighbour}");
    }
}

#[test]
fn a_caller_may_give_national_digits_of_the_default_country() {
    for (default, national, e164) in [
        ("US", "4155550132", "+14155550132"),
        ("DE", "03023125042", "+493023125042"),
        ("GB", "020 7946 0958", "+442079460958"),
        ("IT", "0612345678", "+390612345678"),
        ("JP", "0312345678", "+81312345678"),
    ] {
        assert_eq!(
            Number::read(national, country(default)).unwrap().e164(),
            e164
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_read_as_a_number_or_as_none(text in ".{0,300}", typed in ".{0,300}") {
        let us = country("US");
        if let Ok(number) = Number::read(&text, us) {
            prop_assert!(number.e164().starts_with('+'));
            prop_assert!(number.is(number.e164(), us));
            let _ = number.is(&typed, us);
        }
        let ada = Number::read("+14155550132", us).unwrap();
        let _ = ada.is(&typed, us);
    }

    #[test]
    fn digits_and_signs_are_read_as_a_number_or_as_none(text in "[0-9+() ./-]{0,40}") {
        for default in ["US", "DE", "AR", "IT"].map(country) {
            if let Ok(number) = Number::read(&text, default) {
                prop_assert!(number.is(number.e164(), default));
                prop_assert!(number.telling_digits().len() <= 7);
            }
        }
    }

    #[test]
    fn signs_between_the_digits_change_nothing(signs in proptest::collection::vec("[ ./-]?", 10)) {
        let us = country("US");
        let ada = Number::read("+14155550132", us).unwrap();
        let typed: String = "4155550132".chars().zip(&signs).map(|(digit, sign)| format!("{digit}{sign}")).collect();
        prop_assert!(ada.is(&typed, us), "{}", typed);
    }
}
