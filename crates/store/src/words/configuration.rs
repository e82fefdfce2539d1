//! What can be wrong with the configuration: each problem names place, key and value. Words for it, and for what is
//! allowed, stand in `components::words`.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// Where a setting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// `config.json` beside the page.
    File,
    /// The build's defaults: `.env`, or environment variables while building.
    Build,
    /// The Custom Parameters of the channel provider in Dynamics.
    CustomParameters,
}

/// What is wrong with the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConfigProblem {
    /// The server did not give the file, and not because there is none.
    NotFetched {
        /// Why.
        why: FetchProblem,
    },
    /// It is not JSON, from there on.
    NotJson {
        /// Where.
        place: Place,
        /// The line, from 1 on.
        line: usize,
        /// The column, from 1 on.
        column: usize,
    },
    /// It is JSON, but not an object.
    NotAnObject {
        /// Where.
        place: Place,
    },
    /// A key that there is not.
    UnknownKey {
        /// Where.
        place: Place,
        /// The key, cut short.
        key: Rc<str>,
        /// The keys that there are.
        known: Rc<str>,
    },
    /// A key that may not stand there: origins come from the page's own server alone.
    NotThere {
        /// Where.
        place: Place,
        /// The key.
        key: Rc<str>,
    },
    /// A value that is none for its key.
    BadValue {
        /// Where.
        place: Place,
        /// The key.
        key: Rc<str>,
        /// The value as JSON, cut short.
        value: Rc<str>,
    },
    /// A key without a default that stands nowhere.
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
    /// The browser's own words.
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
