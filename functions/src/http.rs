//! Requests and responses as plain data, for the machine and its host. They pass through JavaScript as JSON, with the
//! field names of this file.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The methods that are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reads.
    Get,
    /// Asks for a token, or creates a record together with new related ones.
    Post,
    /// Creates a record under an id that the caller chooses.
    Patch,
}

/// A request to be sent. Its headers and its body may hold secrets, so `Debug` shows neither.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole address, encoded.
    pub url: String,
    /// The headers by name.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: Option<String>,
    /// How long the response may take until its last byte, in milliseconds.
    pub millis: u64,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.method, self.url)
    }
}

impl Request {
    /// A request without a body.
    #[must_use]
    pub fn get(url: String) -> Self {
        Self::new(Method::Get, url, None)
    }

    /// A request with a body.
    #[must_use]
    pub fn with_body(method: Method, url: String, body: String) -> Self {
        Self::new(method, url, Some(body))
    }

    /// The same request with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(name.to_owned(), value.to_owned());
        self
    }

    fn new(method: Method, url: String, body: Option<String>) -> Self {
        let headers = BTreeMap::from([("Accept".to_owned(), "application/json".to_owned())]);
        Self {
            method,
            url,
            headers,
            body,
            millis: 0,
        }
    }
}

/// A response. Like a [`Request`], it does not belong into a log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers that matter, by name in lower case: `retry-after`.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The text of its body.
    #[serde(default)]
    pub body: String,
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with {} bytes", self.status, self.body.len())
    }
}

impl Response {
    /// Whether the status is 2xx.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as JSON. `None` if it can't be read.
    #[must_use]
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&self.body).ok()
    }
}

/// Why a request has no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Failure {
    /// Its time was up. Nobody knows whether it took effect.
    TimeOut,
    /// There was no connection, or it broke.
    Unreachable,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_secret_shows_in_a_debug_text() {
        let request =
            Request::with_body(Method::Post, "https://a/b".to_owned(), "secret".to_owned())
                .header("Authorization", "Bearer secret");
        assert_eq!(format!("{request:?}"), "Post https://a/b");
        let response = Response {
            status: 200,
            headers: BTreeMap::new(),
            body: "secret".to_owned(),
        };
        assert_eq!(format!("{response:?}"), "200 with 6 bytes");
    }
}
