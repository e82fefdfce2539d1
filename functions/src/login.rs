//! The access token from Microsoft's v2 token endpoint. The application logs in with its own secret (client
//! credentials) or, which is less safe, with a user's name and password. A token is kept until shortly before it
//! expires.

use std::rc::Rc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::cache::Cache;
use crate::environment::{Credentials, Environment};
use crate::host::Host;
use crate::http::{Method, Request, Response};
use crate::problem::{Kind, Problem};
use crate::shared::New;

/// How many seconds before its end a token is renewed. A token with a short life is renewed after half of it.
const EARLY: u64 = 300;

#[derive(Deserialize)]
struct Grant {
    access_token: String,
    expires_in: u64,
}

#[derive(Deserialize)]
struct Denial {
    error: String,
    #[serde(default)]
    error_description: String,
}

/// A token that is valid now: a kept one or a new one. Calls at the same time share it.
pub async fn token(
    host: &Host,
    cache: &Cache,
    environment: &Environment,
) -> Result<Rc<str>, Problem> {
    let new = Box::pin(new_token(host, environment));
    cache.tokens.get(host, &key(environment), new).await
}

async fn new_token(host: &Host, environment: &Environment) -> Result<New<Rc<str>>, Problem> {
    let response = host.fetch(&request(environment)).await?;
    let grant = granted(&response)?;
    let good_for = grant.expires_in - EARLY.min(grant.expires_in / 2);
    Ok((grant.access_token.into(), good_for.saturating_mul(1_000)))
}

/// Forgets a token that Dynamics has refused. A newer token stays.
pub fn forget(cache: &Cache, environment: &Environment, refused: &str) {
    let is_it = |token: &Rc<str>| **token == *refused;
    cache.tokens.forget(&key(environment), is_it);
}

/// The key of a token: who logs in, and where.
fn key(environment: &Environment) -> String {
    let user = match &environment.credentials {
        Credentials::Secret(_) => "",
        Credentials::Password { username, .. } => username,
    };
    let Environment {
        login_url,
        tenant,
        client,
        organization,
        ..
    } = environment;
    [login_url, tenant, client, organization, user].join("\n")
}

fn request(environment: &Environment) -> Request {
    let scope = format!("{}/.default", environment.organization);
    let mut fields = vec![
        ("client_id", environment.client.as_str()),
        ("scope", &scope),
    ];
    match &environment.credentials {
        Credentials::Secret(secret) => {
            fields.extend([
                ("grant_type", "client_credentials"),
                ("client_secret", secret),
            ]);
        }
        Credentials::Password { username, password } => fields.extend([
            ("grant_type", "password"),
            ("username", username),
            ("password", password),
        ]),
    }
    let encoded = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
    let body = encoded.collect::<Vec<_>>().join("&");
    let url = format!(
        "{}/{}/oauth2/v2.0/token",
        environment.login_url, environment.tenant
    );
    Request::with_body(Method::Post, url, body)
        .header("Content-Type", "application/x-www-form-urlencoded")
}

fn granted(response: &Response) -> Result<Grant, Problem> {
    if response.is_success() {
        let words = "Microsoft's log-in gave no readable token.";
        return response
            .json()
            .ok_or_else(|| Problem::new(Kind::UnreadableAnswer, words));
    }
    let said = match response.json::<Denial>() {
        Some(denial) => {
            let first_line = denial.error_description.lines().next().unwrap_or_default();
            format!("{}: {first_line}", denial.error)
        }
        None => format!("status {}", response.status),
    };
    Err(Problem::new(
        Kind::LoginRefused,
        format!("Microsoft's log-in refuses: {said}"),
    ))
}
