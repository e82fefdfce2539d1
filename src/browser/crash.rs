//! What the agent sees after a panic: WebAssembly is dead then, and the page would stand frozen without a word.
//!
//! The page itself brings the message, `<div id="crashed" hidden>` with words and a `<button>`. The button reloads the
//! page without any help from us.

use std::panic;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// From now on a panic shows `#crashed`. The panic itself goes to the console.
pub fn watch() {
    panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        let _ = show();
    }));
}

fn show() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let message: HtmlElement = window
        .document()
        .and_then(|document| document.get_element_by_id("crashed"))
        .and_then(|element| element.dyn_into().ok())
        .ok_or(JsValue::NULL)?;
    message.set_hidden(false);
    let location = window.location();
    let reload: js_sys::Function = js_sys::Reflect::get(&location, &"reload".into())?.dyn_into()?;
    if let Some(button) = message.query_selector("button")? {
        button.add_event_listener_with_callback("click", &reload.bind0(&location))?;
    }
    Ok(())
}
