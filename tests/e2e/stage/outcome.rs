//! The result of a step of a test.

use std::error::Error;
use std::fmt::{self, Debug};

/// The result of a step of a test.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a test can't go on, in words.
pub struct Failure(pub String);

impl<E: Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let words = error.to_string();
        // The stack of chromedriver itself helps nobody.
        let (words, _) = words.split_once("Stacktrace").unwrap_or((&words, ""));
        Self(words.trim().to_owned())
    }
}

impl Debug for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
