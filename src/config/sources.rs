//! Where each value of the configuration came from, so that it can be corrected there.

use std::rc::Rc;

use super::keys::{KEYS, ORGANIZATION, Values};
use store::configuration::Place;
use store::sorted::Map;

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Nobody has set it. This is the default.
    Default,
    /// Nobody has set it. The demo plays all parts on its own origin.
    Demo,
    /// It is set in this place.
    Set(Place),
}

impl Source {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Demo => "demo",
            Self::Set(Place::Build) => "build",
            Self::Set(Place::File) => "config.json",
            Self::Set(Place::CustomParameters) => "Custom Parameters",
        }
    }
}

/// A key with its value in force, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// The value. `None` if there is none.
    pub value: Option<Rc<str>>,
    /// Where it came from.
    pub source: Source,
}

/// Which values are set, as they were written, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sources(Map<&'static str, (Rc<str>, Source)>);

impl Sources {
    /// Notes that this key is set to this text in this place.
    pub(super) fn set(&mut self, key: &'static str, text: &str, source: Source) {
        let _ = self.0.insert(key, (text.into(), source));
    }

    /// Whether one of these keys is set.
    pub(super) fn has_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.0.contains_key(key))
    }

    /// These sources over others: what these don't set comes from `below`.
    #[must_use]
    pub(super) fn over(self, mut below: Self) -> Self {
        if self.has_any(&ORGANIZATION) {
            below.0.retain(|key, _| !ORGANIZATION.contains(key));
        }
        below.0.extend(self.0);
        below
    }

    /// The values in force.
    pub(super) fn values(&self) -> Values {
        let mut values = Values::default();
        for key in &KEYS {
            let set = self.0.get(&key.name).map(|(text, _)| &**text);
            for text in key.unset.into_iter().chain(set) {
                (key.put)(&mut values, text);
            }
        }
        values
    }

    /// All keys with their values in force. A key that is not set has its default.
    pub(super) fn settings(&self) -> Vec<Setting> {
        let is_told_by_the_other = |key: &'static str| {
            ORGANIZATION.contains(&key) && !self.0.contains_key(&key) && self.has_any(&ORGANIZATION)
        };
        let keys = KEYS.iter().filter(|key| !is_told_by_the_other(key.name));
        keys.map(|key| {
            let set = self.0.get(&key.name).cloned();
            Setting {
                key: key.name,
                source: set.as_ref().map_or(Source::Default, |(_, source)| *source),
                value: set.map(|(text, _)| text).or(key.unset.map(Into::into)),
            }
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::layer::Layer;
    use super::super::{Config, EnableClickToAct, Misconfigured};
    use super::*;
    use store::Settings;

    /// `build` is read like a file, but its values count as set by the build.
    fn resolve(build: Value, file: Value, demo: Option<&str>) -> Result<Config, Misconfigured> {
        let mut build = Layer::of_file(&build.to_string());
        let set = build.sources.0.values_mut();
        set.for_each(|(_, source)| *source = Source::Set(Place::Build));
        Config::resolve(build, Some(Layer::of_file(&file.to_string())), demo)
    }

    /// `key = value (source)` for each value that is not a default.
    fn told(settings: &[Setting]) -> Vec<String> {
        let told = settings.iter().filter(|one| one.source != Source::Default);
        told.map(|Setting { key, value, source }| {
            format!(
                "{key} = {} ({})",
                value.as_deref().unwrap_or("-"),
                source.name()
            )
        })
        .collect()
    }

    #[test]
    fn each_value_is_listed_with_the_uppermost_place_that_sets_it() {
        let acme = "https://acme.crm4.dynamics.com";
        for (build, file, parameters, in_force) in [
            (
                json!({"dynamicsUrl": acme}),
                json!({}),
                json!(null),
                vec!["dynamicsUrl = https://acme.crm4.dynamics.com (build)"],
            ),
            (
                json!({"dynamicsUrl": acme, "popOn": "accepted", "arrival": "wait"}),
                json!({"popOn": "reserved", "defaultCountry": "de"}),
                json!({"arrival": "bring"}),
                vec![
                    "dynamicsUrl = https://acme.crm4.dynamics.com (build)",
                    "defaultCountry = de (config.json)",
                    "popOn = reserved (config.json)",
                    "arrival = bring (Custom Parameters)",
                ],
            ),
            (
                json!({"dynamicsUrl": acme}),
                json!({"dynamicsOrg": "beta.crm9", "sessionTemplate": "flex"}),
                json!({"sessionTemplate": "own", "sessions": "perTask", "openWith": "form"}),
                vec![
                    "dynamicsOrg = beta.crm9 (config.json)",
                    "openWith = form (Custom Parameters)",
                    "sessions = perTask (Custom Parameters)",
                    "sessionTemplate = own (Custom Parameters)",
                ],
            ),
            (
                json!({"dynamicsOrg": "acme"}),
                json!({"dynamicsUrl": acme, "flexUrl": "https://flex.example"}),
                json!({"enableClickToAct": "never"}),
                vec![
                    "dynamicsUrl = https://acme.crm4.dynamics.com (config.json)",
                    "flexUrl = https://flex.example (config.json)",
                    "enableClickToAct = never (Custom Parameters)",
                ],
            ),
        ] {
            let config = resolve(build, file, None).expect("a configuration");
            let config = config.with_custom_parameters(&parameters);
            let config = config.expect("a configuration");
            assert_eq!(told(&config.settings_in_force()), in_force);
        }
    }

    #[test]
    fn a_demo_lists_the_addresses_of_its_own() {
        let file = json!({"flexUrl": "http://localhost:9/agent-desktop"});
        let config = resolve(json!({}), file, Some("http://localhost:8080"));
        assert_eq!(
            told(&config.expect("a configuration").settings_in_force()),
            [
                "dynamicsUrl = http://localhost:8080 (demo)",
                "flexUrl = http://localhost:9/agent-desktop (config.json)",
            ]
        );
    }

    #[test]
    fn the_listed_defaults_are_the_defaults_in_force() {
        let config = resolve(json!({}), json!({"dynamicsOrg": "acme"}), None);
        let config = config.expect("a configuration");
        let settings = config.settings_in_force();
        let defaults = settings.iter().filter(|one| one.source == Source::Default);
        let mut written: serde_json::Map<String, Value> = defaults
            .filter_map(|one| Some((one.key.to_owned(), json!(one.value.as_deref()?))))
            .collect();
        assert_eq!(written.len(), 6);
        let _ = written.insert("dynamicsOrg".to_owned(), json!("acme"));
        let same = resolve(json!({}), Value::Object(written), None);
        let same = same.expect("a configuration");
        assert_eq!(same.settings, Settings::default());
        assert_eq!(same.enable_click_to_act, EnableClickToAct::default());
        assert_eq!(same.flex_url, config.flex_url);
    }

    #[test]
    fn the_right_values_are_listed_beside_the_wrong_one() {
        let file = json!({"arrival": "never", "popOn": "accepted", "sessions": 7});
        let misconfigured = resolve(json!({"dynamicsOrg": "acme"}), file, None);
        let Misconfigured { problem, settings } = misconfigured.expect_err("a problem");
        assert_eq!(problem.code(), "config.bad-value");
        assert_eq!(
            told(&settings),
            [
                "dynamicsOrg = acme (build)",
                "popOn = accepted (config.json)",
            ]
        );
    }
}
