//! What the agent sees after a panic. WebAssembly is dead then, and the page would stay frozen without a word.
//!
//! The page brings the message itself: `<div id="crashed" hidden>` with an `<h1>`, a `<p>` and a `<button>`. The button
//! reloads the page without WebAssembly.

use std::panic;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// From now on, a panic shows `#crashed`. The console shows the panic itself.
pub fn watch() {
    panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        let _ = show();
    }));
}

/// Writes the texts of `#crashed` in the agent's language. After a panic it would be too late.
pub fn prepare(heading: &str, words: &str, button: &str) {
    let message = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("crashed"));
    let Some(message) = message else {
        return;
    };
    for (selector, words) in [("h1", heading), ("p", words), ("button", button)] {
        if let Ok(Some(element)) = message.query_selector(selector) {
            element.set_text_content(Some(words));
        }
    }
}

/// Shows the message and disables everything below it.
///
/// # Errors
/// The page has no such element.
pub fn show() -> Result<(), JsValue> {
    let message = set_hidden(false)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let location = window.location();
    let reload: js_sys::Function = js_sys::Reflect::get(&location, &"reload".into())?.dyn_into()?;
    if let Some(button) = message.query_selector("button")? {
        button.add_event_listener_with_callback("click", &reload.bind0(&location))?;
    }
    Ok(())
}

/// Hides the message again. Only the gallery needs this.
///
/// # Errors
/// The page has no such element.
pub fn hide() -> Result<(), JsValue> {
    set_hidden(true).map(drop)
}

fn set_hidden(hidden: bool) -> Result<HtmlElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let message: HtmlElement = document
        .get_element_by_id("crashed")
        .and_then(|element| element.dyn_into().ok())
        .ok_or(JsValue::NULL)?;
    message.set_hidden(hidden);
    if let Some(app) = document.get_element_by_id("app") {
        app.toggle_attribute_with_force("inert", !hidden)?;
    }
    Ok(message)
}
