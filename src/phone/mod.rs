//! Reads phone numbers. The crate `phone` knows how people write them; the Twilio Functions use it as well.
//! libphonenumber has the rules of all countries.
//!
//! The rules are a file beside the page (`libphonenumber-max.js`, from the npm package libphonenumber-js). It is loaded
//! when the first number has to be read. It holds the full rules, as the Functions do. The shorter rules of `min` would
//! often accept a foreign number as a national one.

mod bindings;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use phone::{NoNumber, Number, Rules};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

pub use bindings::LibphonenumberJs;

use crate::browser::{clock, script};
use store::click::{Dialable, Reading};
use store::problem::NumberProblem;
use store::{Event, Store, Ticket, timeouts};

/// The file with the rules, relative to the page.
const RULES: &str = "libphonenumber-max.js";

/// Whether the rules have been loaded.
#[must_use]
pub fn has_rules() -> bool {
    bindings::are_loaded()
}

thread_local! {
    /// The rules while they are being loaded.
    static LOADING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Loads the rules unless they are loaded. All callers at the same time share one request. Returns false if it fails or
/// takes too long.
pub async fn load_rules() -> bool {
    if has_rules() {
        return true;
    }
    let load = || {
        future_to_promise(async {
            let loaded = script::load(RULES, &[], timeouts::NUMBER).await;
            // The next caller after a failure tries again.
            LOADING.set(None);
            Ok(loaded.is_ok().into())
        })
    };
    let loading = LOADING.with_borrow_mut(|loading| loading.get_or_insert_with(load).clone());
    JsFuture::from(loading)
        .await
        .is_ok_and(|loaded| loaded.is_truthy())
}

/// A number in E.164, formatted for people: `+1 415 555 0132`. `None` until the rules have been loaded
/// ([`load_rules`]), and for a text that is no number.
#[must_use]
pub fn format(number: &str) -> Option<String> {
    has_rules().then(|| bindings::format(number)).flatten()
}

/// Performs [`Effect::ReadNumber`](store::Effect::ReadNumber).
pub fn perform(store: &Store, request: Ticket, text: Rc<str>, default_country: Option<Rc<str>>) {
    let store = store.clone();
    spawn_local(async move {
        let result = clock::within(timeouts::NUMBER, read(&text, default_country.as_deref()))
            .await
            .unwrap_or(Err(NumberProblem::RulesNotLoaded));
        store.dispatch(Event::NumberRead { request, result });
    });
}

/// The numbers in a text. A number without a country code belongs to `default_country` (ISO 3166 alpha-2).
///
/// # Errors
/// Why the text can't be dialled.
pub async fn read(text: &str, default_country: Option<&str>) -> Result<Reading, NumberProblem> {
    if !load_rules().await {
        return Err(NumberProblem::RulesNotLoaded);
    }
    read_with(&LibphonenumberJs, text, default_country)
}

/// The same, with any rules.
///
/// # Errors
/// Why the text can't be dialled.
pub fn read_with(
    rules: &impl Rules,
    text: &str,
    default_country: Option<&str>,
) -> Result<Reading, NumberProblem> {
    let numbers = phone::read(rules, text, default_country);
    let numbers = numbers.map_err(|why| problem(why, default_country))?;
    Ok(numbers.into_iter().map(dialable).collect())
}

fn dialable(number: Number) -> Dialable {
    Dialable {
        number: number.e164.into(),
        extension: number.extension.map(Into::into),
    }
}

fn problem(why: NoNumber, country: Option<&str>) -> NumberProblem {
    match why {
        NoNumber::NotANumber => NumberProblem::NotANumber,
        NoNumber::NoCountry => NumberProblem::NoCountry,
        NoNumber::NotOfCountry => NumberProblem::NotOfCountry(country.unwrap_or_default().into()),
        NoNumber::TooShort => NumberProblem::TooShort,
        NoNumber::TooLong => NumberProblem::TooLong,
        NoNumber::Letters => NumberProblem::Letters,
    }
}
