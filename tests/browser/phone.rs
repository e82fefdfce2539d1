//! Tests phone numbers with the rules of libphonenumber in a page.

#[path = "../golden/phone_fields.rs"]
mod phone_fields;

use flex_cif_panel::phone::{LibphonenumberJs, format, load_rules, read};
use phone_fields::table;
use store::click::{Dialable, Reading};
use store::problem::NumberProblem;
use wasm_bindgen_test::wasm_bindgen_test;

/// The file beside the page. The test's page has none, so the test loads the rules itself.
const RULES: &str =
    include_str!("../../node_modules/libphonenumber-js/bundle/libphonenumber-max.js");

/// Takes the rules out of the page again, where the other tests expect none.
struct Rules;

impl Drop for Rules {
    fn drop(&mut self) {
        let _ = js_sys::eval("delete globalThis.libphonenumber");
    }
}

fn put_rules_in_place() -> Rules {
    let rules = js_sys::Function::new_no_args(&format!("{RULES}\nreturn undefined"));
    let _ = rules
        .call0(&wasm_bindgen::JsValue::UNDEFINED)
        .expect("the rules run");
    Rules
}

#[wasm_bindgen_test]
fn a_field_is_read_as_the_table_says() {
    let _rules = put_rules_in_place();
    let fields = table().fields;
    let wrong: Vec<_> = fields
        .iter()
        .flat_map(|field| field.misread(&LibphonenumberJs, true))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
fn a_caller_has_the_number_that_the_table_says() {
    let _rules = put_rules_in_place();
    let callers = table().callers;
    let wrong: Vec<_> = callers
        .iter()
        .filter_map(|told| told.misread(&LibphonenumberJs))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
async fn a_field_gives_one_number_several_numbers_or_the_reason_for_none() {
    let _rules = put_rules_in_place();
    let home = Dialable::from("+4930901820");
    let mobile = Dialable {
        number: "+4915228817386".into(),
        extension: Some("12".into()),
    };
    assert_eq!(
        read("+49 (Berlin) 30 901820", None).await,
        Ok(Reading::One(home.clone()))
    );
    assert_eq!(
        read("030 901820 / 0152 28817386 x12", Some("DE")).await,
        Ok(Reading::Several([home, mobile].into()))
    );
    for (text, country, reason) in [
        ("030 901820", None, NumberProblem::NoCountry),
        ("ask Ada", Some("DE"), NumberProblem::NotANumber),
        ("112", Some("DE"), NumberProblem::NotOfCountry("DE".into())),
        ("+49 30 9018201234567890123", None, NumberProblem::TooLong),
        ("1-800-FLOWERSHOP", Some("US"), NumberProblem::Letters),
    ] {
        assert_eq!(read(text, country).await, Err(reason), "{text}");
    }
}

#[wasm_bindgen_test]
fn a_number_is_formatted_for_people() {
    let _rules = put_rules_in_place();
    assert_eq!(format("+14155550132").as_deref(), Some("+1 415 555 0132"));
    assert_eq!(format("ada"), None);
}

#[wasm_bindgen_test]
async fn without_the_rules_no_number_is_read() {
    let _ = js_sys::eval("delete globalThis.libphonenumber");
    assert_eq!(
        read("+49 30 901820", None).await,
        Err(NumberProblem::RulesNotLoaded)
    );
    assert!(!load_rules().await);
    assert_eq!(format("+4930901820"), None);
}
