//! What can be wrong with the configuration. Each problem names the place, the key and the value. `components::words`
//! has the messages for the reader, with the values that are allowed.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// The place where a setting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// `config.json` beside the page.
    File,
    /// The defaults of the build: `.env`, or environment variables of the build.
    Build,
    /// The Custom Parameters of the channel provider in Dynamics.
    CustomParameters,
}

/// What is wrong with the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConfigProblem {
    /// The server did not deliver the file, and the reason is not that the file is missing.
    NotFetched {
        /// Why the file did not come.
        why: FetchProblem,
    },
    /// The text is not JSON from this position on.
    NotJson {
        /// The place of the setting.
        place: Place,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The text is JSON, but not an object.
    NotAnObject {
        /// The place of the setting.
        place: Place,
    },
    /// The key does not exist.
    UnknownKey {
        /// The place of the setting.
        place: Place,
        /// The key, cut short.
        key: Rc<str>,
        /// All keys that exist.
        known: Rc<str>,
    },
    /// The key may not stand in this place. Origins may only come from the page's own server.
    NotThere {
        /// The place of the setting.
        place: Place,
        /// The key.
        key: Rc<str>,
    },
    /// The value is not allowed for its key.
    BadValue {
        /// The place of the setting.
        place: Place,
        /// The key.
        key: Rc<str>,
        /// The value as JSON, cut short.
        value: Rc<str>,
    },
    /// A key that has no default is set nowhere.
    Missing {
        /// The key.
        key: Rc<str>,
    },
}

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FetchProblem {
    /// The server did not answer in time.
    Silent,
    /// The server answered with this status.
    Status(u16),
    /// The request failed. The text is the browser's.
    Failed(Rc<str>),
}

impl ConfigProblem {
    /// A short, stable code for logs and support.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFetched { .. } => "config.not-fetched",
            Self::NotJson { .. } => "config.not-json",
            Self::NotAnObject { .. } => "config.not-an-object",
            Self::UnknownKey { .. } => "config.unknown-key",
            Self::NotThere { .. } => "config.not-there",
            Self::BadValue { .. } => "config.bad-value",
            Self::Missing { .. } => "config.missing",
        }
    }
}
