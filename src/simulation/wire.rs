//! The messages between the client library of CIF v2 and the host window, as plain data. In the browser
//! `messageData` is a `Map`; here it is an object.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// From the panel's library to the host.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// The call (`setmode`, `search` …).
    pub message_type: String,
    /// Its arguments by name.
    pub message_data: Map<String, Value>,
    /// The reply carries the same.
    pub message_correlation_id: String,
}

/// From the host to the panel's library: the answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    /// Whether it was done.
    pub message_outcome: Outcome,
    /// `{value}`, or what went wrong.
    pub message_data: Map<String, Value>,
    /// The request's.
    pub message_correlation_id: String,
}

/// The outcome of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Done, or at least not refused.
    Success,
    /// Refused.
    Failure,
}

/// From the host to the panel's library: something has happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HostEvent {
    /// Which (`onclicktoact`, `onmodechanged` …; case sensitive).
    pub message_type: String,
    /// JSON text.
    pub message_data: String,
    /// The library answers with the same.
    pub message_correlation_id: String,
}
