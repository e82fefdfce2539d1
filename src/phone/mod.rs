//! Reads phone numbers by the rules of libphonenumber. The rules weigh more than the panel's own code, so they are a
//! file beside the page (`libphonenumber-min.js`, from the npm package libphonenumber-js) that is loaded when the
//! first number has to be read.

mod bindings;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::browser::{clock, script};
use crate::store::problem::NumberProblem;
use crate::store::{Event, RequestId, Store, patience};

/// The rules, relative to the page.
const RULES: &str = "libphonenumber-min.js";

/// The rules have been loaded.
#[must_use]
pub fn has_rules() -> bool {
    bindings::are_loaded()
}

/// Performs [`Effect::ReadNumber`](crate::store::Effect::ReadNumber).
pub fn perform(store: &Store, request: RequestId, text: Rc<str>, default_country: Option<Rc<str>>) {
    let store = store.clone();
    spawn_local(async move {
        let result = clock::within(patience::NUMBER, read(&text, default_country.as_deref()))
            .await
            .unwrap_or(Err(NumberProblem::RulesNotLoaded));
        store.dispatch(Event::NumberRead { request, result });
    });
}

/// The number that a text is, in E.164 and without an extension. A number without a country code is one of
/// `default_country` (ISO 3166 alpha-2).
///
/// # Errors
/// Why the text can't be dialled. A number that is long enough but that its country does not assign is none.
pub async fn read(text: &str, default_country: Option<&str>) -> Result<Rc<str>, NumberProblem> {
    if !bindings::are_loaded() {
        script::load(RULES, &[], patience::NUMBER)
            .await
            .map_err(|_| NumberProblem::RulesNotLoaded)?;
    }
    let text = bare(text);
    match bindings::parse(text, default_country) {
        Ok(number) if number.is_valid() => Ok(number.number().into()),
        Ok(_) => Err(problem(
            text,
            bindings::length_problem(text, default_country).as_deref(),
        )),
        Err(code) => Err(problem(text, Some(&code))),
    }
}

/// Without blanks around it, `tel:` before it and parameters (RFC 3966) behind it. A `phone-context` stays: it is a
/// part of the number.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let text = match text.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => text.get(4..).unwrap_or_default(),
        _ => text,
    };
    match text.split_once(';') {
        Some((number, parameters)) if !parameters.contains("phone-context") => number.trim(),
        _ => text.trim(),
    }
}

/// The codes of the library's `ParseError` and of `validatePhoneNumberLength`.
fn problem(text: &str, code: Option<&str>) -> NumberProblem {
    match code {
        Some("TOO_SHORT") => NumberProblem::TooShort,
        Some("TOO_LONG") => NumberProblem::TooLong,
        // An international number may name a country code that there is not.
        Some("INVALID_COUNTRY") if !text.starts_with('+') => NumberProblem::NoCountry,
        _ => NumberProblem::NotANumber,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_link_is_read_without_its_wrapping() {
        for (text, number) in [
            ("tel:+49-30-901820", "+49-30-901820"),
            (" TEL: (202) 555-0123;ext=12 ", "(202) 555-0123"),
            (
                "tel:901820;phone-context=+4930",
                "901820;phone-context=+4930",
            ),
            ("\u{a0}+49 30 901820", "+49 30 901820"),
            ("t\u{e9}l:1", "t\u{e9}l:1"),
            ("", ""),
        ] {
            assert_eq!(bare(text), number);
        }
    }

    #[test]
    fn a_code_of_the_library_is_a_reason() {
        for (text, code, reason) in [
            ("12", Some("TOO_SHORT"), NumberProblem::TooShort),
            ("+4930", Some("TOO_LONG"), NumberProblem::TooLong),
            (
                "030 901820",
                Some("INVALID_COUNTRY"),
                NumberProblem::NoCountry,
            ),
            (
                "+999 1234567",
                Some("INVALID_COUNTRY"),
                NumberProblem::NotANumber,
            ),
            ("hello", Some("NOT_A_NUMBER"), NumberProblem::NotANumber),
            ("+4930", Some("INVALID_LENGTH"), NumberProblem::NotANumber),
            ("+15550100000", None, NumberProblem::NotANumber),
        ] {
            assert_eq!(problem(text, code), reason);
        }
    }
}
