//! What the pages of the demo need from the browser.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, Url, UrlSearchParams, Window};

/// A new root element in the body, with this class and the page's title. `None` if there is no page.
#[must_use]
pub fn root(class: &str, title: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.set_title(title);
    let root = document.create_element("div").ok()?;
    root.set_class_name(class);
    let _ = document.body()?.append_child(&root).ok()?;
    Some(root)
}

/// The origin of this page.
#[must_use]
pub fn origin() -> String {
    web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// The absolute form of an address on this page: `/panel` is on this origin. `None` if it can't be read.
#[must_use]
pub fn absolute(address: &str) -> Option<String> {
    let url = Url::new_with_base(address, &origin()).ok()?;
    Some(url.href())
}

/// The current time in milliseconds since 1970, with fractions. It is fine enough to order the messages of the demo's
/// pages.
#[must_use]
pub fn moment() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map(|clock| clock.time_origin() + clock.now())
        .unwrap_or_default()
}

/// The width of this page, in pixels.
#[must_use]
pub fn width() -> Option<i32> {
    let width = web_sys::window()?.inner_width().ok()?.as_f64()?;
    Some(width as i32)
}

/// A parameter of this page's query.
#[must_use]
pub fn parameter(name: &str) -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&query).ok()?.get(name)
}

/// Loads this page anew with another value of a parameter of its query. An empty value removes it.
pub fn visit_with(name: &str, value: &str) {
    let visit = || -> Option<()> {
        let query = query_with(name, value)?;
        web_sys::window()?.location().set_search(&query).ok()
    };
    // If the page can't be left, it stays as it is.
    let _ = visit();
}

/// Puts another value of a parameter into the address of this page without loading it. A later reload finds it. An
/// empty value removes it.
pub fn keep(name: &str, value: &str) {
    let keep = || -> Option<()> {
        let window = web_sys::window()?;
        let address = Url::new(&window.location().href().ok()?).ok()?;
        address.set_search(&query_with(name, value)?);
        let history = window.history().ok()?;
        history
            .replace_state_with_url(&JsValue::NULL, "", Some(&address.href()))
            .ok()
    };
    if parameter(name).unwrap_or_default() != value {
        // If the address can't be changed, it is out of date, and nothing else.
        let _ = keep();
    }
}

/// The query of this page with another value of a parameter.
fn query_with(name: &str, value: &str) -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    let query = UrlSearchParams::new_with_str(&query).ok()?;
    if value.is_empty() {
        query.delete(name);
    } else {
        query.set(name, value);
    }
    Some(String::from(query.to_string()))
}

/// The window that sent a message, if it is in a frame below this window, which is the top window.
#[must_use]
pub fn frame_below(event: &MessageEvent) -> Option<Window> {
    let here: JsValue = web_sys::window()?.into();
    let source: JsValue = event.source()?.into();
    // `instanceof` fails for a window of another origin. A `MessagePort`, which can also send, has no `top`.
    let top = Reflect::get(&source, &JsValue::from_str("top")).ok()?;
    (source != here && top == here).then(|| source.unchecked_into())
}

/// The host name of a URL or an origin.
#[must_use]
pub fn host_name(url: &str) -> Option<String> {
    Url::new(url).ok().map(|url| url.hostname())
}
