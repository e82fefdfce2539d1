//! Decodes the answer of `getEnvironment`: which organization this is, the agent's language, and the provider's Custom
//! Parameters.

use std::rc::Rc;

use serde_json::Value;

use super::decode::Raw;
use crate::cut::cut;
use store::language::Language;

/// The part of the environment that the panel uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The organization's address, if the host gives it.
    pub client_url: Option<String>,
    /// The Custom Parameters of the provider record: JSON, or a text that is no JSON. `null` if there are none.
    pub custom_parameters: Value,
    /// The agent's language, if the panel speaks it.
    pub language: Option<Language>,
    /// The version of Dynamics, if the host gives it.
    pub dynamics_version: Option<Rc<str>>,
    /// The version of its channel integration, if the host gives it.
    pub cif_version: Option<Rc<str>>,
}

impl Environment {
    /// Decodes what `getEnvironment` resolved with. `None` if that is no environment.
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

    /// Whether this is the organization on `host`. Scheme and port don't count; the client library ignores them as
    /// well. If the host does not name its organization, it counts as the right one, because only the configured
    /// organization's library is loaded.
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

/// How many characters of a version are kept.
const LONGEST: usize = 40;

fn version(told: &Value) -> Option<Rc<str>> {
    let told = told.as_str()?.trim();
    (!told.is_empty()).then(|| cut(told, LONGEST).into())
}

/// The language id: a number, as documented, or a number in a text.
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
    fn blank_custom_parameters_count_as_none() {
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
    fn the_language_is_read_from_a_number_or_from_a_number_in_a_text() {
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
    fn versions_are_read_if_they_are_texts_and_cut() {
        let told = environment(&json!({"crmVersion": "9.2.24", "cifVersion": " "})).unwrap();
        assert_eq!(told.dynamics_version.as_deref(), Some("9.2.24"));
        assert_eq!(told.cif_version, None);
        let told = environment(&json!({"crmVersion": 9, "cifVersion": "7".repeat(90)})).unwrap();
        assert_eq!(told.dynamics_version, None);
        assert_eq!(told.cif_version.as_deref(), Some("7".repeat(40).as_str()));
    }

    #[test]
    fn the_organization_is_recognized_by_its_host_name() {
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
    fn an_answer_that_is_no_object_is_no_environment() {
        for raw in [
            Raw::Nothing,
            Raw::Text("yes".to_owned()),
            Raw::Json(json!([1])),
        ] {
            assert_eq!(Environment::decode(raw), None);
        }
    }
}
