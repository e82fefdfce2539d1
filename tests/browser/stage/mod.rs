//! What the tests in a browser share: a place in the page, waiting for a condition, and tasks to show.

pub mod flex;
pub mod keyboard;
pub mod panel;

use std::rc::Rc;

use flex_cif_panel::components::words::texts;
use gloo_timers::future::TimeoutFuture;
use store::language::Language;
use store::state::{Channel, Task};
use store::{Entity, Guid, Record};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The page.
pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Takes in the words of all languages, which the panel loads from files beside its page.
pub fn learn_all_languages() {
    for (language, text) in include!(concat!(env!("OUT_DIR"), "/texts.rs")) {
        texts::learn(language, text);
    }
}

/// A new, empty element at the end of the page.
pub fn place() -> Element {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    place
}

/// Gives the browser time until the condition holds.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if holds() {
            return;
        }
        TimeoutFuture::new(2).await;
    }
    panic!("not within two seconds: {what}");
}

/// The one element that this selector names.
pub fn find(within: &Element, selector: &str) -> Option<HtmlElement> {
    within
        .query_selector(selector)
        .unwrap()
        .map(|element| element.unchecked_into())
}

/// Clicks the element that this selector names.
pub fn click(within: &Element, selector: &str) {
    find(within, selector)
        .unwrap_or_else(|| panic!("no {selector} in {}", within.inner_html()))
        .click();
}

/// A call that waits to be accepted, about a Case.
pub fn pending(sid: &str, customer: &str) -> Task {
    Task {
        customer: customer.into(),
        case_number: Some(Rc::from("CAS-01001")),
        record: Some(case()),
        ..Task::offered(sid, Channel::Call)
    }
}

/// A Case.
pub fn case() -> Record {
    Record {
        entity: Entity::Case,
        id: Guid::parse("2c5b1f9e-6a0d-4c0e-9a39-5f0f3a1d7e11").unwrap(),
    }
}
