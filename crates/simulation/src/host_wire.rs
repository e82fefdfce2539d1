//! The messages between the client library of CIF v2 and the host window, as plain data. In the browser `messageData`
//! is a `Map`; here it is an object.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// From the panel's library to the host.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// The type of the call (`setmode`, `search` …).
    pub message_type: String,
    /// Its arguments by name.
    pub message_data: Map<String, Value>,
    /// The id that the reply repeats.
    pub message_correlation_id: String,
}

/// From the host to the panel's library: the answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    /// Whether the host did it.
    pub message_outcome: Outcome,
    /// `{value}`, or what went wrong.
    pub message_data: Map<String, Value>,
    /// The id of the request.
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

/// From the host to the panel's library: an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HostEvent {
    /// The type of the event (`onclicktoact`, `onmodechanged` …). It is case sensitive.
    pub message_type: String,
    /// The data as JSON text.
    pub message_data: String,
    /// The id that the library's answer repeats.
    pub message_correlation_id: String,
}
