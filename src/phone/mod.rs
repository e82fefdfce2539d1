//! Reads phone numbers. How people write them is told by the crate `phone`, which the Functions read them with too.
//! The rules of all countries are libphonenumber's. They are a file beside the page (`libphonenumber-max.js`, from the npm
//! package libphonenumber-js) that is loaded when the first number has to be read. It has the full rules, as the
//! Functions have: by the shorter ones of `min`, a number of another country easily passes for one at home.

mod bindings;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use phone::{NoNumber, Number, Rules};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

pub use bindings::LibphonenumberJs;

use crate::browser::{clock, script};
use crate::store::dialable::{Dialable, Reading};
use crate::store::problem::NumberProblem;
use crate::store::{Event, RequestId, Store, patience};

/// The rules, relative to the page.
const RULES: &str = "libphonenumber-max.js";

/// The rules have been loaded.
#[must_use]
pub fn has_rules() -> bool {
    bindings::are_loaded()
}

thread_local! {
    /// The rules on their way.
    static LOADING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Loads the rules, unless they are there; once for all who want them at a time. False if they can't be had, or not in
/// time.
pub async fn load_rules() -> bool {
    if has_rules() {
        return true;
    }
    let load = || {
        future_to_promise(async {
            let loaded = script::load(RULES, &[], patience::NUMBER).await;
            // Whoever comes after a failure tries again.
            LOADING.set(None);
            Ok(loaded.is_ok().into())
        })
    };
    let loading = LOADING.with_borrow_mut(|loading| loading.get_or_insert_with(load).clone());
    JsFuture::from(loading)
        .await
        .is_ok_and(|loaded| loaded.is_truthy())
}

/// A number in E.164 for the eye: `+1 415 555 0132`. `None` until the rules have been loaded ([`load_rules`]), and for
/// a text that is no number.
#[must_use]
pub fn format(number: &str) -> Option<String> {
    has_rules().then(|| bindings::format(number)).flatten()
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

/// The numbers that a text holds. A number without a country code is one of `default_country` (ISO 3166 alpha-2).
///
/// # Errors
/// Why the text can't be dialled.
pub async fn read(text: &str, default_country: Option<&str>) -> Result<Reading, NumberProblem> {
    if !load_rules().await {
        return Err(NumberProblem::RulesNotLoaded);
    }
    read_with(&LibphonenumberJs, text, default_country)
}

/// The same by any rules.
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
