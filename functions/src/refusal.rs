//! What Dataverse says when it refuses, and what that means: try again later, look whether it exists already, or tell
//! the caller.

use serde_json::Value;

use crate::http::Response;
use crate::problem::{Kind, Problem};

/// "Object does not exist": a record that is read, or that another one should point to.
pub const DOES_NOT_EXIST: &str = "0x80040217";
/// The same for a record that is named by an alternate key.
const NO_RECORD_OF_KEY: &str = "0x80060891";
/// "Outside the valid range": no such option, or a number too small or too large for its column.
const OUT_OF_RANGE: &str = "0x8004431a";
/// "Exceeded the maximum allowed length".
const TOO_LONG: &str = "0x80044331";
/// "A record with matching key values already exists".
const DUPLICATE: &str = "0x80040237";
/// A query that the database is protected from ("Query throttling", "Query anti-patterns": timed out, then throttled;
/// with a leading wildcard, with computed columns, with others), or a client that asks too much ("Service protection
/// API limits"). Which HTTP status carries them is not documented for all.
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

/// What Dataverse says when it refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// Its code, `0x80040217`; may be empty.
    pub code: String,
    /// Its own words.
    pub words: String,
}

impl Refusal {
    /// The refusal in a response; `None` if it is none.
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

    /// Whether the same request may do later.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self.status, 429 | 503) || BUSY.contains(&self.code.as_str())
    }

    /// Whether it is because of a record that is there already. Which one it is, and whether it is the one that should
    /// be created, this does not say: an alternate key or a rule against duplicates is refused with the same status.
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
