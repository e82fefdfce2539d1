//! Converts messages between JavaScript and Rust by way of JSON text. `JSON.stringify` or serde's own limit refuses a
//! message that is no tree: one that is cyclic, holds a function or is nested too deep. No code of the panel walks into
//! it.

use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::JsValue;

/// A message as data. `None` if JSON can't express it.
pub(super) fn read(message: &JsValue) -> Option<Value> {
    let text = js_sys::JSON::stringify(message).ok()?;
    serde_json::from_str(&text.as_string()?).ok()
}

/// Data as a message: a plain object.
pub(super) fn write(message: &impl Serialize) -> Option<JsValue> {
    let text = serde_json::to_string(message).ok()?;
    js_sys::JSON::parse(&text).ok()
}
