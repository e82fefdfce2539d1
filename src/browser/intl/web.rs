//! The browser's `Intl`. If it fails, numbers are written as Rust writes them.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::category;
use crate::browser::language;
use store::Millis;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, moment: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// The numbers, times and country names of a language.
pub struct Intl {
    locales: Array,
    plurals: Option<PluralRules>,
    numbers: Option<NumberFormat>,
    times: Option<DateTimeFormat>,
}

impl Intl {
    /// For the language of this tag, as used in the agent's country if the browser names one.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let locales: Array = language::countries(tag)
            .into_iter()
            .chain([tag.to_owned()])
            .map(JsValue::from)
            .collect();
        let options = options([("hour", "numeric"), ("minute", "2-digit")]);
        Self {
            plurals: PluralRules::new(&locales).ok(),
            numbers: NumberFormat::new(&locales).ok(),
            times: DateTimeFormat::new(&locales, &options).ok(),
            locales,
        }
    }

    /// The plural category of a number.
    #[must_use]
    pub fn plural(&self, number: usize) -> &'static str {
        let rules = self.plurals.as_ref();
        rules.map_or("other", |rules| category(&rules.select(number as f64)))
    }

    /// A number, as the language writes it.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        let numbers = self.numbers.as_ref();
        numbers.map_or_else(
            || number.to_string(),
            |numbers| numbers.format(number as f64),
        )
    }

    /// The digits from 0 to 9.
    #[must_use]
    pub fn digits(&self) -> [char; 10] {
        let mut digit = 0;
        [(); 10].map(|()| {
            let written = self.number(digit);
            digit += 1;
            written.chars().next().unwrap_or('0')
        })
    }

    /// The name of a country (ISO 3166 alpha-2), or its code if the browser has no name.
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        let names = DisplayNames::new(&self.locales, &options([("type", "region")]));
        let name = names.and_then(|names| names.of(code)).ok().flatten();
        name.unwrap_or_else(|| code.to_owned())
    }

    /// A time of day, in the agent's own time zone.
    #[must_use]
    pub fn time_of_day(&self, Millis(moment): Millis) -> String {
        let times = self.times.as_ref();
        let written = times.and_then(|times| times.format(moment as f64).ok());
        written.unwrap_or_default()
    }
}

fn options<const COUNT: usize>(of: [(&str, &str); COUNT]) -> Object {
    let options = Object::new();
    for (name, value) in of {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    options
}
