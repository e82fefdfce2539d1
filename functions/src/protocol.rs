//! What a call and its host say to each other. It passes through JavaScript as JSON, with the names of this file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::http::{Failure, Request, Response};
use crate::problem::Answer;

/// What a call starts with.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// `findContactByPhoneNum` or `createCase`.
    pub function: String,
    /// What the caller passed, by name.
    pub parameters: BTreeMap<String, Value>,
    /// The environment variables, by name.
    pub environment: BTreeMap<String, String>,
    /// When the call began, in milliseconds since 1970. The time since then counts: the function may have had to be
    /// loaded first.
    pub begun: u64,
    /// A random GUID (version 4). It becomes the Case's id if the caller gives no key.
    pub random_id: Uuid,
}

/// What a step takes in.
#[derive(Clone, Debug, Deserialize)]
pub struct Input {
    /// The time, in milliseconds since 1970.
    pub now: u64,
    /// What has happened.
    pub event: Event,
}

/// What has happened.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Event {
    /// The call begins. This is always the first input.
    Begin,
    /// The response to the request.
    Response(Response),
    /// The request has failed.
    Failed(Failure),
    /// The time to sleep is over.
    Woke,
}

/// What a step puts out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Output {
    /// Send this request, then step with `Response` or `Failed`.
    Fetch(Request),
    /// Wait for this many milliseconds, then step with `Woke`.
    Sleep(u64),
    /// The call ends with this answer.
    Answer(Answer),
}
