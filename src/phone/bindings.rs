//! The part of libphonenumber-js that the panel uses: <https://www.npmjs.com/package/libphonenumber-js>.

use js_sys::{Object, Reflect};
use phone::{Fault, Origin, Parsed, Rules, Standing};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A number that has been read.
    type PhoneNumber;

    /// The number in E.164.
    #[wasm_bindgen(method, getter)]
    fn number(this: &PhoneNumber) -> String;

    /// The country that assigns the number.
    #[wasm_bindgen(method, getter)]
    fn country(this: &PhoneNumber) -> Option<String>;

    /// The number without its country code.
    #[wasm_bindgen(method, getter, js_name = nationalNumber)]
    fn national_number(this: &PhoneNumber) -> String;

    /// Whether the country assigns such numbers.
    #[wasm_bindgen(method, js_name = isValid)]
    fn is_valid(this: &PhoneNumber) -> bool;

    /// Whether the number has a possible length.
    #[wasm_bindgen(method, js_name = isPossible)]
    fn is_possible(this: &PhoneNumber) -> bool;

    /// The number for people to read: `+1 415 555 0132`.
    #[wasm_bindgen(method, js_name = formatInternational)]
    fn format_international(this: &PhoneNumber) -> String;

    #[wasm_bindgen(catch, js_namespace = libphonenumber, js_name = parsePhoneNumberWithError)]
    fn parse_with_error(text: &str, options: &Object) -> Result<PhoneNumber, JsValue>;

    #[wasm_bindgen(catch, js_namespace = libphonenumber, js_name = validatePhoneNumberLength)]
    fn validate_length(text: &str, options: &Object) -> Result<Option<String>, JsValue>;
}

/// Whether the rules have been loaded.
pub(super) fn are_loaded() -> bool {
    Reflect::has(&js_sys::global(), &"libphonenumber".into()).unwrap_or(false)
}

/// A number in E.164, formatted for people.
pub(super) fn format(number: &str) -> Option<String> {
    let number = parse_with_error(number, &options(None)).ok()?;
    Some(number.format_international())
}

/// The rules of libphonenumber-js in the page. They must have been loaded.
#[derive(Clone, Copy, Debug)]
pub struct LibphonenumberJs;

impl Rules for LibphonenumberJs {
    fn parse(&self, digits: &str, country: Option<&str>) -> Result<Parsed, Fault> {
        let options = options(country);
        let number = parse_with_error(digits, &options).map_err(|error| {
            let message = Reflect::get(&error, &"message".into()).ok();
            fault(message.and_then(|message| message.as_string()).as_deref())
        })?;
        let standing = if number.is_valid() {
            Standing::Valid
        } else if number.is_possible() {
            Standing::Possible
        } else {
            let problem = validate_length(digits, &options).ok().flatten();
            Standing::Impossible(fault(problem.as_deref()))
        };
        Ok(Parsed {
            e164: number.number(),
            standing,
        })
    }

    fn origin(&self, e164: &str) -> Option<Origin> {
        let number = parse_with_error(e164, &options(None)).ok()?;
        Some(Origin {
            country: number.country(),
            national: number.national_number(),
        })
    }
}

/// Translates the codes of the library's `ParseError` and of `validatePhoneNumberLength`.
fn fault(code: Option<&str>) -> Fault {
    match code {
        Some("TOO_SHORT") => Fault::TooShort,
        Some("TOO_LONG") => Fault::TooLong,
        _ => Fault::Other,
    }
}

fn options(default_country: Option<&str>) -> Object {
    let country = default_country.map_or(JsValue::UNDEFINED, JsValue::from_str);
    let entries = [("defaultCountry", country), ("extract", JsValue::FALSE)];
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a plain object can't fail.
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    options
}
