//! The agent's language, as the browser knows it: the one that was chosen in the panel, kept in local storage, and
//! those that the browser is set to. And the page's own: its `lang` and its `dir`.
//!
//! Storage may be absent or forbidden, and then throws: a choice lasts as long as the page then.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent, Window};

use crate::store::language::{Language, primary};

/// Where the choice is kept: the tag of a language.
const KEY: &str = "flex-cif-panel-language";

/// The language that the agent has chosen.
#[must_use]
pub fn chosen() -> Option<Language> {
    let window = web_sys::window()?;
    #[cfg(feature = "demo")]
    if let Some(language) = named_by_page(&window) {
        return Some(language);
    }
    let tag = storage(&window)?.get_item(KEY).ok()??;
    Language::of_tag(&tag)
}

/// Keeps a choice, or forgets it.
pub fn keep(chosen: Option<Language>) {
    let Some(storage) = web_sys::window().and_then(|window| storage(&window)) else {
        return;
    };
    // A full or forbidden storage keeps nothing; the panel goes on without.
    let _ = match chosen {
        Some(language) => storage.set_item(KEY, language.tag()),
        None => storage.remove_item(KEY),
    };
}

/// Tells of each choice in another window, until it is dropped.
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

/// The first language that the browser is set to and the panel speaks.
#[must_use]
pub fn of_browser() -> Option<Language> {
    tags().iter().find_map(|tag| Language::of_tag(tag))
}

/// The tags that the browser is set to and that name the same language as this one.
#[must_use]
pub fn countries(tag: &str) -> Vec<String> {
    let same = |other: &String| primary(other).eq_ignore_ascii_case(primary(tag));
    tags().into_iter().filter(same).collect()
}

/// Says in which language the page is written, and where its lines begin.
pub fn declare(language: Language) {
    let page = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(page) = page {
        for (name, value) in [("lang", language.tag()), ("dir", language.direction())] {
            // Refused only for names that are none.
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

/// In the demo: `?language=<tag>`, the pseudo language among them.
#[cfg(feature = "demo")]
fn named_by_page(window: &Window) -> Option<Language> {
    let query = window.location().search().ok()?;
    let tag = web_sys::UrlSearchParams::new_with_str(&query)
        .ok()?
        .get("language")?;
    if tag == Language::Pseudo.tag() {
        return Some(Language::Pseudo);
    }
    Language::of_tag(&tag)
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok()?
}
