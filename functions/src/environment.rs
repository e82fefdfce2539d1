//! The administrator's settings, from environment variables. `functions/.env.sample` explains each of them.

use std::collections::BTreeMap;

use crate::phone::Country;
use crate::problem::Problem;

/// The address of Microsoft's log-in, unless `DYNAMICS_LOGIN_URL` says otherwise.
pub const LOGIN_URL: &str = "https://login.microsoftonline.com";
/// The country whose numbers are written without a country code, unless `DYNAMICS_DEFAULT_COUNTRY` says otherwise.
pub const DEFAULT_COUNTRY: &str = "US";

/// The variables, checked. It holds secrets, so it has no `Debug`.
pub struct Environment {
    /// The organization's origin: `https://acme.crm4.dynamics.com`.
    pub organization: String,
    /// The log-in's origin: `https://login.microsoftonline.com`.
    pub login_url: String,
    /// The directory (tenant), a GUID or a domain.
    pub tenant: String,
    /// The registered application.
    pub client: String,
    /// What proves who logs in.
    pub credentials: Credentials,
    default_country: String,
}

/// What proves who logs in.
pub enum Credentials {
    /// The application's own secret.
    Secret(String),
    /// A user's name and password, which is less safe.
    Password {
        /// The name.
        username: String,
        /// The password.
        password: String,
    },
}

impl Environment {
    /// Reads the variables. The error names the first variable that is missing or wrong.
    pub fn read(variables: &BTreeMap<String, String>) -> Result<Self, Problem> {
        let get = |name: &str| {
            let value = variables.get(name).map(|value| value.trim());
            value.filter(|value| !value.is_empty())
        };
        let need =
            |name: &str| get(name).ok_or_else(|| Problem::configuration(name, "is not set."));
        let organization = origin("DYNAMICS_HOST", need("DYNAMICS_HOST")?)?;
        let tenant = need("DYNAMICS_TENANT_ID")?;
        if !tenant
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
        {
            let words = "is neither a GUID nor a domain.";
            return Err(Problem::configuration("DYNAMICS_TENANT_ID", words));
        }
        let client = need("DYNAMICS_CLIENT_ID")?;
        let credentials = match (get("DYNAMICS_CLIENT_SECRET"), get("DYNAMICS_USERNAME")) {
            (Some(secret), _) => Credentials::Secret(secret.to_owned()),
            (None, Some(username)) => Credentials::Password {
                username: username.to_owned(),
                password: need("DYNAMICS_PASSWORD")?.to_owned(),
            },
            (None, None) => {
                let words = "is not set, nor is DYNAMICS_USERNAME with DYNAMICS_PASSWORD.";
                return Err(Problem::configuration("DYNAMICS_CLIENT_SECRET", words));
            }
        };
        Ok(Self {
            organization,
            login_url: origin(
                "DYNAMICS_LOGIN_URL",
                get("DYNAMICS_LOGIN_URL").unwrap_or(LOGIN_URL),
            )?,
            tenant: tenant.to_owned(),
            client: client.to_owned(),
            credentials,
            default_country: get("DYNAMICS_DEFAULT_COUNTRY")
                .unwrap_or(DEFAULT_COUNTRY)
                .to_owned(),
        })
    }

    /// The country whose numbers are written without a country code. It is checked only when a number has to be read,
    /// because the rules of all countries take a while to load.
    pub fn default_country(&self) -> Result<Country, Problem> {
        Country::from_code(&self.default_country).ok_or_else(|| {
            let words = "is no country of two letters (ISO 3166), such as US or DE.";
            Problem::configuration("DYNAMICS_DEFAULT_COUNTRY", words)
        })
    }
}

/// The value as an origin: https, or plain http on this machine, and nothing after the host and its port.
fn origin(variable: &str, value: &str) -> Result<String, Problem> {
    let value = value.strip_suffix('/').unwrap_or(value);
    let host = match value.split_once("://") {
        Some(("https", host)) => Some(host),
        Some(("http", host)) => Some(host).filter(|host| is_loopback(host)),
        _ => None,
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    match host {
        Some(host) if !host.is_empty() && host.chars().all(plain) => Ok(value.to_owned()),
        _ => Err(Problem::configuration(
            variable,
            "is not of the form https://my-org.crm.dynamics.com.",
        )),
    }
}

fn is_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(changes: &[(&str, &str)]) -> BTreeMap<String, String> {
        let complete = [
            ("DYNAMICS_HOST", "https://acme.crm4.dynamics.com/"),
            ("DYNAMICS_TENANT_ID", "acme.onmicrosoft.com"),
            ("DYNAMICS_CLIENT_ID", "client"),
            ("DYNAMICS_CLIENT_SECRET", "secret"),
        ];
        let all = complete.iter().chain(changes);
        all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn complaint(changes: &[(&str, &str)]) -> String {
        let read = Environment::read(&variables(changes));
        read.err()
            .map(|problem| problem.message)
            .unwrap_or_default()
    }

    #[test]
    fn a_missing_variable_is_named() {
        for name in [
            "DYNAMICS_HOST",
            "DYNAMICS_TENANT_ID",
            "DYNAMICS_CLIENT_ID",
            "DYNAMICS_CLIENT_SECRET",
        ] {
            let words = complaint(&[(name, " ")]);
            assert!(words.contains(&format!("{name} is not set")), "{words}");
        }
        let words = complaint(&[("DYNAMICS_CLIENT_SECRET", ""), ("DYNAMICS_USERNAME", "u")]);
        assert!(words.contains("DYNAMICS_PASSWORD is not set"), "{words}");
    }

    #[test]
    fn the_organizations_address_is_an_origin_and_nothing_more() {
        for bad in [
            "acme.crm4.dynamics.com",
            "http://acme.crm4.dynamics.com",
            "https://",
            "https://acme.example/path",
            "https://user@acme.example",
            "https://acme.example?x",
            "http://localhost.evil.example",
        ] {
            let words = complaint(&[("DYNAMICS_HOST", bad)]);
            assert!(
                words.contains("DYNAMICS_HOST is not of the form"),
                "{bad}: {words}"
            );
        }
        for good in [
            "http://localhost:3000",
            "http://127.0.0.1:1",
            "https://a.crm.dynamics.com",
        ] {
            assert_eq!(complaint(&[("DYNAMICS_HOST", good)]), "");
        }
    }

    #[test]
    fn a_secret_is_used_before_a_password() {
        let both = variables(&[("DYNAMICS_USERNAME", "u"), ("DYNAMICS_PASSWORD", "p")]);
        let read = Environment::read(&both).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert!(matches!(read.credentials, Credentials::Secret(_)));
        assert_eq!(read.organization, "https://acme.crm4.dynamics.com");
        assert_eq!(read.login_url, LOGIN_URL);
    }

    #[test]
    fn a_default_country_that_does_not_exist_is_refused() {
        let country = |code: &str| {
            let read = Environment::read(&variables(&[("DYNAMICS_DEFAULT_COUNTRY", code)]));
            read.and_then(|environment| environment.default_country())
        };
        for bad in ["Germany", "XX", "49"] {
            let problem = country(bad).unwrap_err();
            assert_eq!(
                problem.parameter.as_deref(),
                Some("DYNAMICS_DEFAULT_COUNTRY"),
                "{bad}"
            );
        }
        assert_eq!(country("de").ok(), Country::from_code("DE"));
    }
}
