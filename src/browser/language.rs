//! The agent's language as far as the browser knows it: the choice made in the panel, kept in local storage, and the
//! languages that the browser is set to. It also sets the page's own `lang` and `dir`.
//! Without storage a choice lasts as long as the page.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::storage;
use store::language::{Language, primary};

/// The key in local storage. The value is the tag of a language.
const KEY: &str = "flex-cif-panel-language";

/// The language that the agent has chosen.
#[must_use]
pub fn chosen() -> Option<Language> {
    Language::of_tag(&storage::read(storage::local(), KEY)?)
}

/// Keeps the agent's choice. `None` removes it.
pub fn keep(chosen: Option<Language>) {
    storage::keep(storage::local(), KEY, chosen.map(Language::tag));
}

/// Reports each choice that the agent makes in another window, until it is dropped.
#[must_use]
pub fn watch(tell: impl Fn(Option<Language>) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if key.is_none_or(|key| key == KEY) {
            tell(chosen());
        }
    }))
}

/// The first of the browser's languages that the panel speaks.
#[must_use]
pub fn of_browser() -> Option<Language> {
    tags().iter().find_map(|tag| Language::of_tag(tag))
}

/// The browser's language tags that name the same language as `tag`, with their countries.
#[must_use]
pub fn countries(tag: &str) -> Vec<String> {
    let same = |other: &String| primary(other).eq_ignore_ascii_case(primary(tag));
    tags().into_iter().filter(same).collect()
}

/// Sets the language of the page, and the direction of its lines.
pub fn declare(language: Language) {
    let page = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(page) = page {
        for (name, value) in [("lang", language.tag()), ("dir", language.direction())] {
            // The browser refuses only invalid names of attributes.
            let _ = page.set_attribute(name, value);
        }
    }
}

fn tags() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages
        .into_iter()
        .flatten()
        .filter_map(|tag| tag.as_string())
        .collect()
}
