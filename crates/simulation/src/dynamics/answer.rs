//! The host's answers to a request: done, a value, nothing at all, or a refusal in one of its two formats.

use serde_json::{Map, Value, json};

use crate::host_wire::{Outcome, Reply};

/// The host's answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Success with `Map{ value }`.
    Value(Value),
    /// Success with an empty `Map`.
    Done,
    /// Success with `Map{ message }` and no value: the host does not know the message.
    NoHandler,
    /// Failure.
    Refused(Refusal),
    /// No answer now, and perhaps never.
    Nothing,
}

/// Why a request failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// `Map{ message, msdyn_name }`. Without words, the message is `undefined`.
    Message(Option<&'static str>),
    /// `Map{ value: { errorMsg, errorType, reportTime, sourceFunc } }`.
    Error(ErrorType, String),
}

/// The `errorType` of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ErrorType {
    /// The arguments can't be used.
    InvalidParams = 0,
    /// Dataverse refuses.
    Xrm = 2,
}

/// The simulation has no clock.
const REPORT_TIME: &str = "Thu, 01 Jan 1970 00:00:00 GMT";

impl Answer {
    pub(super) fn invalid(words: &str) -> Self {
        Self::Refused(Refusal::Error(ErrorType::InvalidParams, words.to_owned()))
    }

    pub(super) fn xrm(words: String) -> Self {
        Self::Refused(Refusal::Error(ErrorType::Xrm, words))
    }

    /// The reply to a message of this type.
    pub(super) fn reply(self, message_type: &str, correlation_id: &str) -> Option<Reply> {
        let (message_outcome, data) = match self {
            Self::Nothing => return None,
            Self::Value(value) => (Outcome::Success, json!({ "value": value })),
            Self::Done => (Outcome::Success, json!({})),
            Self::NoHandler => {
                let words = format!("No handlers found to process the request: {message_type}");
                (Outcome::Success, json!({ "message": words }))
            }
            Self::Refused(refusal) => (Outcome::Failure, refusal.data(message_type)),
        };
        Some(Reply {
            message_outcome,
            message_data: fields(data),
            message_correlation_id: correlation_id.to_owned(),
        })
    }
}

impl Refusal {
    fn data(self, message_type: &str) -> Value {
        match self {
            Self::Message(None) => json!({ "msdyn_name": message_type }),
            Self::Message(Some(words)) => json!({ "message": words, "msdyn_name": message_type }),
            Self::Error(error_type, words) => json!({ "value": {
                "errorMsg": words,
                "errorType": error_type as u8,
                "reportTime": REPORT_TIME,
                "sourceFunc": message_type,
            }}),
        }
    }
}

fn fields(data: Value) -> Map<String, Value> {
    match data {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
