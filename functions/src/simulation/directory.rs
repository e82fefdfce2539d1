//! Microsoft's v2 token endpoint: client credentials, and user name with password.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::json;

use super::wire::{header, respond};
use crate::http::{Method, Request, Response};

/// A directory (tenant) with one application and one user.
#[derive(Clone, Debug)]
pub struct Directory {
    /// The origin of the log-in.
    pub login_url: String,
    /// The directory.
    pub tenant: String,
    /// The application.
    pub client: String,
    /// Its secret.
    pub secret: String,
    /// The user's name.
    pub username: String,
    /// The user's password.
    pub password: String,
    /// How long a token is valid, in seconds.
    pub expires_in: u64,
    /// How many tokens have been given out. Only the last one is valid.
    pub given_out: u32,
}

impl Directory {
    /// Whether the request carries the valid token.
    #[must_use]
    pub fn knows(&self, request: &Request) -> bool {
        let token = header(request, "authorization").and_then(|told| told.strip_prefix("Bearer "));
        self.given_out > 0 && token == Some(&self.token())
    }

    /// Makes all tokens invalid, as when a secret is changed.
    pub fn revoke(&mut self) {
        self.given_out += 1;
    }

    fn token(&self) -> String {
        format!("token-{}", self.given_out)
    }

    /// The response of the log-in.
    pub fn answer(&mut self, request: &Request) -> Response {
        let url = format!("{}/{}/oauth2/v2.0/token", self.login_url, self.tenant);
        if request.url != url {
            return deny(400, "invalid_request", "AADSTS90002: Tenant not found.");
        }
        if request.method != Method::Post {
            let words = "AADSTS900561: The endpoint only accepts POST requests.";
            return deny(400, "invalid_request", words);
        }
        let form = form(request.body.as_deref().unwrap_or_default());
        let field = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
        if field("client_id") != self.client {
            let words = "AADSTS700016: Application was not found in the directory.";
            return deny(400, "unauthorized_client", words);
        }
        if !field("scope").ends_with("/.default") {
            let words = "AADSTS70011: The provided value for scope is not valid.";
            return deny(400, "invalid_scope", words);
        }
        match field("grant_type") {
            "client_credentials" if field("client_secret") == self.secret => self.grant(),
            "client_credentials" => {
                let words = "AADSTS7000215: Invalid client secret provided.";
                deny(401, "invalid_client", words)
            }
            "password"
                if (field("username"), field("password")) == (&self.username, &self.password) =>
            {
                self.grant()
            }
            "password" => {
                let words = "AADSTS50126: Error validating credentials due to invalid username or password.";
                deny(400, "invalid_grant", words)
            }
            _ => {
                let words = "AADSTS70003: The grant type is not supported.";
                deny(400, "unsupported_grant_type", words)
            }
        }
    }

    fn grant(&mut self) -> Response {
        self.given_out += 1;
        respond(
            200,
            &json!({ "token_type": "Bearer", "expires_in": self.expires_in, "access_token": self.token() }),
        )
    }
}

fn deny(status: u16, error: &str, words: &str) -> Response {
    let description = format!("{words}\r\nTrace ID: 0\r\nCorrelation ID: 0");
    respond(
        status,
        &json!({ "error": error, "error_description": description }),
    )
}

/// Reads `a=b&c=d`, decoded.
fn form(text: &str) -> BTreeMap<String, String> {
    let decoded = |text: &str| {
        percent_decode_str(&text.replace('+', " "))
            .decode_utf8_lossy()
            .into_owned()
    };
    let fields = text.split('&').filter_map(|field| field.split_once('='));
    fields
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}
