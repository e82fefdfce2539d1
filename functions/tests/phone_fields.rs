//! Reads the fields of `tests/golden/phone-fields.json`, as the panel does: which number each field dials, and which
//! callers it matches.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../../tests/golden/phone_fields.rs"]
mod phone_fields;

use functions::phone::{Country, Libphonenumber, Number};
use phone_fields::{Field, table};

#[test]
fn a_field_is_read_as_the_table_says() {
    let fields = table().fields;
    assert!(fields.len() >= 120);
    let wrong: Vec<_> = fields
        .iter()
        .flat_map(|field| field.misread(&Libphonenumber, false))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_caller_has_the_number_that_the_table_says() {
    let callers = table().callers;
    let wrong: Vec<_> = callers
        .iter()
        .filter_map(|told| told.misread(&Libphonenumber))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A search finds numbers with the same last digits together.
#[test]
fn no_field_matches_another_caller_in_the_table() {
    let fields = table().fields;
    let owners = |field: &Field| -> Vec<String> {
        let us = Country::from_code("US").unwrap();
        let read = |number: String| Number::read(&number, us).unwrap().e164().to_owned();
        let dialled = field.dialled(false).unwrap_or_default();
        let bare = |number: String| number.split(';').next().map(str::to_owned);
        let dialled = dialled.into_iter().filter_map(bare);
        dialled.chain(field.callers.clone()).map(read).collect()
    };
    let mut everybody: Vec<String> = fields.iter().flat_map(owners).collect();
    everybody.sort();
    everybody.dedup();
    let mut wrong = Vec::new();
    for field in &fields {
        let Some(country) = field.country.as_deref().and_then(Country::from_code) else {
            continue;
        };
        let own = owners(field);
        let ends = |e164: &str| e164.get(e164.len() - 3..).map(str::to_owned);
        let alike = |e164: &&String| own.iter().any(|own| ends(own) == ends(e164));
        let others = everybody.iter().filter(|e164| !own.contains(e164));
        for e164 in others.filter(alike) {
            if Number::read(e164, country)
                .unwrap()
                .is(&field.text, country)
            {
                wrong.push(format!("{:?} is not {e164}'s", field.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
