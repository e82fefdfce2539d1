//! What `getEnvironment` tells: which organization this is, the agent's language, and the provider's Custom Parameters.

use std::rc::Rc;

use serde_json::Value;

use super::decode::Raw;
use crate::store::language::Language;

/// The part of the environment that the panel uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The organization's address, if told.
    pub client_url: Option<String>,
    /// The Custom Parameters of the provider record: JSON, or text that should have been; `null` if none.
    pub custom_parameters: Value,
    /// The agent's language, if it is one of ours.
    pub language: Option<Language>,
    /// The version of Dynamics, if told.
    pub dynamics_version: Option<Rc<str>>,
    /// The version of its channel integration, if told.
    pub cif_version: Option<Rc<str>>,
}

impl Environment {
    /// The environment that `getEnvironment` resolved with; `None` if it is none.
    #[must_use]
    pub fn decode(raw: Raw) -> Option<Self> {
        let told = raw.read();
        let told = told.get("value").unwrap_or(&told).as_object()?;
        let custom_parameters = match told.get("customParams") {
            Some(Value::String(text)) if text.trim().is_empty() => Value::Null,
            Some(parameters) => Raw::from(parameters.clone()).read(),
            None => Value::Null,
        };
        Some(Self {
            client_url: told
                .get("clientUrl")
                .and_then(Value::as_str)
                .map(str::to_owned),
            custom_parameters,
            language: told
                .get("userLcid")
                .and_then(lcid)
                .and_then(Language::of_lcid),
            dynamics_version: told.get("crmVersion").and_then(version),
            cif_version: told.get("cifVersion").and_then(version),
        })
    }

    /// Whether this is the organization on `host`. Scheme and port don't count, as they don't for the client
    /// library itself; an organization that is not told is taken for the right one, since only the configured
    /// one's library is loaded.
    #[must_use]
    pub fn is_on(&self, host: &str) -> bool {
        self.client_url.as_deref().is_none_or(|url| {
            url.parse::<http::Uri>()
                .ok()
                .and_then(|url| Some(url.host()?.eq_ignore_ascii_case(host)))
                .unwrap_or(false)
        })
    }
}

/// The longest version that is kept, in characters.
const LONGEST: usize = 40;

fn version(told: &Value) -> Option<Rc<str>> {
    let told = told.as_str()?.trim();
    let short = || told.chars().take(LONGEST).collect::<String>().into();
    (!told.is_empty()).then(short)
}

/// A number, as documented, or one in a text.
fn lcid(told: &Value) -> Option<u64> {
    told.as_u64().or_else(|| told.as_str()?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn environment(told: &Value) -> Option<Environment> {
        Environment::decode(Raw::Text(told.to_string()))
    }

    #[test]
    fn custom_parameters_are_read_from_text_and_from_an_object() {
        let expected = json!({"popOn": "accepted"});
        for parameters in [json!(r#"{"popOn":"accepted"}"#), expected.clone()] {
            let told = environment(&json!({ "customParams": parameters }));
            assert_eq!(
                told.map(|told| told.custom_parameters),
                Some(expected.clone())
            );
        }
    }

    #[test]
    fn blank_custom_parameters_are_none() {
        for told in [
            json!({}),
            json!({"customParams": ""}),
            json!({"customParams": " \n"}),
            json!({"customParams": null}),
        ] {
            assert_eq!(
                environment(&told).map(|told| told.custom_parameters),
                Some(Value::Null)
            );
        }
    }

    #[test]
    fn the_language_is_told_by_a_number_or_not_at_all() {
        for (told, language) in [
            (json!(1031), Some(Language::German)),
            (json!("3079"), Some(Language::German)),
            (json!(1040), None),
            (json!("de"), None),
            (json!(-1), None),
            (json!(null), None),
        ] {
            let told = environment(&json!({ "userLcid": told }));
            assert_eq!(told.map(|told| told.language), Some(language));
        }
    }

    #[test]
    fn versions_are_told_or_not() {
        let told = environment(&json!({"crmVersion": "9.2.24", "cifVersion": " "})).unwrap();
        assert_eq!(told.dynamics_version.as_deref(), Some("9.2.24"));
        assert_eq!(told.cif_version, None);
        let told = environment(&json!({"crmVersion": 9, "cifVersion": "7".repeat(90)})).unwrap();
        assert_eq!(told.dynamics_version, None);
        assert_eq!(told.cif_version.as_deref(), Some("7".repeat(40).as_str()));
    }

    #[test]
    fn the_organization_is_told_by_its_host() {
        let on = |url: &str| {
            environment(&json!({ "clientUrl": url }))
                .is_some_and(|told| told.is_on("acme.crm4.dynamics.com"))
        };
        assert!(on("https://ACME.crm4.dynamics.com"));
        assert!(on("https://acme.crm4.dynamics.com:443/"));
        assert!(!on("https://other.crm4.dynamics.com"));
        assert!(!on("acme"));
        assert!(!on(""));
        assert!(environment(&json!({})).is_some_and(|told| told.is_on("acme.crm4.dynamics.com")));
    }

    #[test]
    fn what_is_no_object_is_no_environment() {
        for raw in [
            Raw::Nothing,
            Raw::Text("yes".to_owned()),
            Raw::Json(json!([1])),
        ] {
            assert_eq!(Environment::decode(raw), None);
        }
    }
}
