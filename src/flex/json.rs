//! Messages between JavaScript and Rust, by way of JSON text: a message that is no tree (cyclic, a function, as deep
//! as the sea) is refused by `JSON.stringify` or by serde's own limit, never walked into.

use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::JsValue;

/// A message as data; `None` for what JSON can't say.
pub(super) fn read(message: &JsValue) -> Option<Value> {
    let text = js_sys::JSON::stringify(message).ok()?;
    serde_json::from_str(&text.as_string()?).ok()
}

/// Data as a message: a plain object.
pub(super) fn write(message: &impl Serialize) -> Option<JsValue> {
    let text = serde_json::to_string(message).ok()?;
    js_sys::JSON::parse(&text).ok()
}
