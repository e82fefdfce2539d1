//! What can be wrong with the configuration: each problem names key, value and remedy.

use std::rc::Rc;

use thiserror::Error;

/// Where a setting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// `config.json` beside the page.
    File,
    /// The build's defaults: `.env`, or environment variables while building.
    Build,
    /// The Custom Parameters of the channel provider in Dynamics.
    CustomParameters,
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::File => "config.json",
            Self::Build => "the defaults of this build (.env)",
            Self::CustomParameters => "the Custom Parameters of the channel provider",
        })
    }
}

/// What is wrong with the configuration. `Display` says it in English.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Error)]
pub enum ConfigProblem {
    /// The server did not give the file, and not because there is none.
    #[error("config.json could not be fetched: {why}.")]
    NotFetched {
        /// The status or the browser's words.
        why: Rc<str>,
    },
    /// It is not JSON.
    #[error("{place} should hold a JSON object, but is not JSON: {why}.")]
    NotJson {
        /// Where.
        place: Place,
        /// The reader's words, with line and column.
        why: Rc<str>,
    },
    /// It is JSON, but not an object.
    #[error("{place} should hold a JSON object, but holds something else.")]
    NotAnObject {
        /// Where.
        place: Place,
    },
    /// A key that there is not.
    #[error("{place} has an unknown key “{key}”. Known are: {allowed}.")]
    UnknownKey {
        /// Where.
        place: Place,
        /// The key, cut short.
        key: Rc<str>,
        /// The keys that there are.
        allowed: Rc<str>,
    },
    /// A key that may not stand there: origins come from the page's own server alone.
    #[error("{place} can't set “{key}”: that can be set in config.json and at build time only.")]
    NotThere {
        /// Where.
        place: Place,
        /// The key.
        key: &'static str,
    },
    /// A value that is none for its key.
    #[error("{place}: “{key}” is {value}, which is not allowed. Allowed is {allowed}.")]
    BadValue {
        /// Where.
        place: Place,
        /// The key.
        key: &'static str,
        /// The value as JSON, cut short.
        value: Rc<str>,
        /// What is allowed, in words.
        allowed: &'static str,
    },
    /// A key without a default that stands nowhere.
    #[error("“{key}” is set neither in config.json nor at build time. Allowed is {allowed}.")]
    Missing {
        /// The key.
        key: &'static str,
        /// What is allowed, in words.
        allowed: &'static str,
    },
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
