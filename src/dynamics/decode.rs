//! Whatever the client library resolves or rejects with, made into an answer or a typed error.

use serde_json::Value;

/// What a promise of the library settled with, as plain data. The edge in `client` makes it from a `JsValue`.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// `undefined` or `null`.
    Nothing,
    /// A string: JSON, or plain words.
    Text(String),
    /// Anything else; a `Map` and an `Error` become objects (an `Error`: `{"message": …}`).
    Json(Value),
}
