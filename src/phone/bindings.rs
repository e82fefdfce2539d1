//! The part of libphonenumber-js that the panel uses: <https://www.npmjs.com/package/libphonenumber-js>.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A number that has been read.
    pub type PhoneNumber;

    /// In E.164.
    #[wasm_bindgen(method, getter)]
    pub fn number(this: &PhoneNumber) -> String;

    /// Whether its country assigns such numbers.
    #[wasm_bindgen(method, js_name = isValid)]
    pub fn is_valid(this: &PhoneNumber) -> bool;

    #[wasm_bindgen(catch, js_namespace = libphonenumber, js_name = parsePhoneNumberWithError)]
    fn parse_with_error(text: &str, options: &Object) -> Result<PhoneNumber, JsValue>;

    #[wasm_bindgen(catch, js_namespace = libphonenumber, js_name = validatePhoneNumberLength)]
    fn validate_length(text: &str, options: &Object) -> Result<Option<String>, JsValue>;
}

/// Whether the rules are there.
pub fn are_loaded() -> bool {
    Reflect::has(&js_sys::global(), &"libphonenumber".into()).unwrap_or(false)
}

/// Reads a text that is a number as a whole, or tells the code of the library's `ParseError`.
pub fn parse(text: &str, default_country: Option<&str>) -> Result<PhoneNumber, String> {
    parse_with_error(text, &options(default_country)).map_err(|error| {
        Reflect::get(&error, &"message".into())
            .ok()
            .and_then(|message| message.as_string())
            .unwrap_or_default()
    })
}

/// What is wrong with the length of a number, if anything.
pub fn length_problem(text: &str, default_country: Option<&str>) -> Option<String> {
    validate_length(text, &options(default_country)).ok()?
}

fn options(default_country: Option<&str>) -> Object {
    let country = default_country.map_or(JsValue::UNDEFINED, JsValue::from_str);
    let entries = [("defaultCountry", country), ("extract", JsValue::FALSE)];
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    options
}
