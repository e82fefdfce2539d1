//! The refusals of Dataverse and what they mean: try again later, check whether the record exists already, or tell the
//! caller.

use serde_json::Value;

use crate::http::Response;
use crate::problem::{Kind, Problem};

/// "Object does not exist": a record that is read, or to which another one should point.
pub const DOES_NOT_EXIST: &str = "0x80040217";
/// The same for a record that is named by an alternate key.
const NO_RECORD_OF_KEY: &str = "0x80060891";
/// "Outside the valid range": no such option, or a number that is too small or too large for its column.
const OUT_OF_RANGE: &str = "0x8004431a";
/// "Exceeded the maximum allowed length".
const TOO_LONG: &str = "0x80044331";
/// "A record with matching key values already exists".
const DUPLICATE: &str = "0x80040237";
/// Dataverse protects the database from a query ("Query throttling", "Query anti-patterns": timed out, then throttled;
/// with a leading wildcard, with computed columns, with others), or from a client that asks too much ("Service
/// protection API limits"). The documentation does not say for all codes which HTTP status they come with.
const BUSY: [&str; 10] = [
    "0x80048573",
    "0x80048574",
    "0x80048575",
    "0x80048544",
    "0x80048644",
    "0x80048744",
    "0x80048745",
    "0x80072321",
    "0x80072322",
    "0x80072326",
];

/// A refusal of Dataverse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// Its code: `0x80040217`. It may be empty.
    pub code: String,
    /// Its own words.
    pub words: String,
}

impl Refusal {
    /// The refusal in a response. `None` if the response is no refusal.
    #[must_use]
    pub fn of(response: &Response) -> Option<Self> {
        if response.is_success() {
            return None;
        }
        let body: Value = response.json().unwrap_or_default();
        let part = |name: &str| {
            let text = body
                .pointer(&format!("/error/{name}"))
                .and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        Some(Self {
            status: response.status,
            code: part("code").to_lowercase(),
            words: part("message"),
        })
    }

    /// Whether the same request may work later.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self.status, 429 | 503) || BUSY.contains(&self.code.as_str())
    }

    /// Whether a record exists already. It may be another record than the one to create: an alternate key and a rule
    /// against duplicates refuse with the same status.
    #[must_use]
    pub fn is_of_a_duplicate(&self) -> bool {
        self.status == 412 || self.code == DUPLICATE
    }

    /// Whether a text is too long for its column.
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        self.code == TOO_LONG
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let duplicate = refusal.is_of_a_duplicate();
        let Refusal {
            status,
            code,
            words,
        } = refusal;
        match code.as_str() {
            OUT_OF_RANGE | TOO_LONG => Self::new(Kind::RefusedValue, words),
            DOES_NOT_EXIST | NO_RECORD_OF_KEY if !duplicate => {
                Self::new(Kind::RecordNotFound, words)
            }
            _ => {
                let words = format!("Dynamics refuses with status {status}: {words}");
                Self::new(Kind::DynamicsRefused, words)
            }
        }
    }
}
