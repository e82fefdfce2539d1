//! Phone numbers by the rules of libphonenumber, as the page has them.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic)]

use flex_cif_panel::phone::read;
use flex_cif_panel::store::problem::NumberProblem;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The file that stands beside the page. The test's page has none, so that the rules are put in place by hand.
const RULES: &str = include_str!("../node_modules/libphonenumber-js/bundle/libphonenumber-min.js");

fn put_rules_in_place() {
    let rules = js_sys::Function::new_no_args(&format!("{RULES}\nreturn undefined"));
    let _ = rules
        .call0(&wasm_bindgen::JsValue::UNDEFINED)
        .expect("the rules run");
}

#[wasm_bindgen_test]
async fn a_number_in_any_dress_is_read_as_e164() {
    put_rules_in_place();
    for (text, country, number) in [
        ("+49 30 901820", None, "+4930901820"),
        ("030 / 90 18 20", Some("DE"), "+4930901820"),
        ("0049 (0)30 901820", Some("DE"), "+4930901820"),
        ("(202) 555-0123", Some("US"), "+12025550123"),
        ("(202) 555-0123 ext. 7", Some("US"), "+12025550123"),
        ("tel:+44-20-7946-0018;ext=7", None, "+442079460018"),
        ("+44 (0) 20 7946 0018", Some("DE"), "+442079460018"),
        ("tel:901820;phone-context=+4930", None, "+4930901820"),
        (" \u{a0}+12025550123 ", None, "+12025550123"),
    ] {
        assert_eq!(read(text, country).await.as_deref(), Ok(number), "{text}");
    }
}

#[wasm_bindgen_test]
async fn a_text_that_is_no_number_says_why() {
    put_rules_in_place();
    let long = "9".repeat(1_000);
    for (text, country, reason) in [
        ("030 901820", None, NumberProblem::NoCountry),
        ("", Some("DE"), NumberProblem::NotANumber),
        ("ask Ada", Some("DE"), NumberProblem::NotANumber),
        ("call +49 30 901820", None, NumberProblem::NotANumber),
        ("<img src=x>", Some("DE"), NumberProblem::NotANumber),
        ("+999 123 4567", None, NumberProblem::NotANumber),
        ("+1 555 010 0000", None, NumberProblem::NotANumber),
        ("+492", None, NumberProblem::TooShort),
        ("112", Some("DE"), NumberProblem::TooShort),
        ("+49 30 9018201234567890123", None, NumberProblem::TooLong),
        (long.as_str(), Some("DE"), NumberProblem::TooLong),
    ] {
        assert_eq!(read(text, country).await, Err(reason), "{text}");
    }
}

#[wasm_bindgen_test]
async fn without_the_rules_no_number_is_read() {
    let _ = js_sys::eval("delete globalThis.libphonenumber");
    assert_eq!(
        read("+49 30 901820", None).await,
        Err(NumberProblem::RulesNotLoaded)
    );
}
