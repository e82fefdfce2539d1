//! One source of settings, read and checked. One layer can lie over another. [`KEYS`] lists every key.

use std::rc::Rc;

use serde_json::Value;

use super::sources::{Setting, Source, Sources};
use super::{Address, ConfigProblem, EnableClickToAct, FLEX, Place, Sessions};
use store::settings::{Arrival, OpenWith, PopOn};

/// What one source sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layer {
    /// The first problem of the source. The values that are right are set all the same, for the person who has to
    /// correct it.
    pub problem: Option<ConfigProblem>,
    /// The values that it sets, as they were written.
    pub sources: Sources,
    pub dynamics_url: Option<Address>,
    pub flex_url: Option<Address>,
    pub default_country: Option<Rc<str>>,
    pub pop_on: Option<PopOn>,
    pub arrival: Option<Arrival>,
    pub open_with: Option<OpenWith>,
    pub sessions: Option<Sessions>,
    pub session_template: Option<Rc<str>>,
    pub enable_click_to_act: Option<EnableClickToAct>,
}

struct Key {
    /// The key. The message `allowed` of each language says, under this name, what is allowed.
    name: &'static str,
    /// The build's default. `build.rs` takes it from `.env` or from the environment.
    default: Option<&'static str>,
    /// The value if nobody has set the key.
    unset: Option<&'static str>,
    /// Whether Custom Parameters may set the key.
    overridable: bool,
    /// Sets the value. Returns `false` if the value is not allowed.
    set: fn(&mut Layer, &str) -> bool,
}

const KEYS: [Key; 10] = [
    Key {
        name: "dynamicsUrl",
        default: option_env!("CIF_PANEL_DYNAMICS_URL"),
        unset: None,
        overridable: false,
        set: |layer, text| {
            layer.dynamics_url.is_none()
                && put(&mut layer.dynamics_url, Address::organization(text))
        },
    },
    Key {
        name: "dynamicsOrg",
        default: option_env!("CIF_PANEL_DYNAMICS_ORG"),
        unset: None,
        overridable: false,
        set: |layer, text| {
            layer.dynamics_url.is_none() && put(&mut layer.dynamics_url, organization(text))
        },
    },
    Key {
        name: "flexUrl",
        default: option_env!("CIF_PANEL_FLEX_URL"),
        unset: Some(FLEX),
        overridable: false,
        set: |layer, text| put(&mut layer.flex_url, Address::parse(text)),
    },
    Key {
        name: "defaultCountry",
        default: option_env!("CIF_PANEL_DEFAULT_COUNTRY"),
        unset: None,
        overridable: true,
        set: |layer, text| put(&mut layer.default_country, country(text)),
    },
    Key {
        name: "popOn",
        default: option_env!("CIF_PANEL_POP_ON"),
        unset: Some("reserved"),
        overridable: true,
        set: |layer, text| {
            let values = [("reserved", PopOn::Reserved), ("accepted", PopOn::Accepted)];
            put(&mut layer.pop_on, one_of(values, text))
        },
    },
    Key {
        name: "arrival",
        default: option_env!("CIF_PANEL_ARRIVAL"),
        unset: Some("auto"),
        overridable: true,
        set: |layer, text| {
            let values = [
                ("auto", Arrival::Auto),
                ("keep", Arrival::Keep),
                ("bring", Arrival::Bring),
                ("wait", Arrival::Wait),
            ];
            put(&mut layer.arrival, one_of(values, text))
        },
    },
    Key {
        name: "openWith",
        default: option_env!("CIF_PANEL_OPEN_WITH"),
        unset: Some("auto"),
        overridable: true,
        set: |layer, text| {
            let values = [
                ("auto", OpenWith::Auto),
                ("search", OpenWith::Search),
                ("form", OpenWith::Form),
            ];
            put(&mut layer.open_with, one_of(values, text))
        },
    },
    Key {
        name: "sessions",
        default: option_env!("CIF_PANEL_SESSIONS"),
        unset: Some("shared"),
        overridable: true,
        set: |layer, text| {
            let values = [("shared", Sessions::Shared), ("perTask", Sessions::PerTask)];
            put(&mut layer.sessions, one_of(values, text))
        },
    },
    Key {
        name: "sessionTemplate",
        default: option_env!("CIF_PANEL_SESSION_TEMPLATE"),
        unset: None,
        overridable: true,
        set: |layer, text| {
            let name = (!text.trim().is_empty()).then(|| text.trim().into());
            put(&mut layer.session_template, name)
        },
    },
    Key {
        name: "enableClickToAct",
        default: option_env!("CIF_PANEL_ENABLE_CLICK_TO_ACT"),
        unset: Some("ask"),
        overridable: true,
        set: |layer, text| {
            let values = [
                ("ask", EnableClickToAct::Ask),
                ("never", EnableClickToAct::Never),
            ];
            put(&mut layer.enable_click_to_act, one_of(values, text))
        },
    },
];

/// How many characters of a wrong key or value are shown.
const LONGEST: usize = 100;

impl Layer {
    /// The build's defaults. An empty default counts as not set.
    pub fn of_build() -> Self {
        let mut layer = Self::default();
        for key in &KEYS {
            if let Some(default) = key.default.filter(|default| !default.is_empty()) {
                layer.set(Place::Build, key.name, &Value::from(default));
            }
        }
        layer
    }

    /// The text of `config.json`.
    pub fn of_file(text: &str) -> Self {
        // Some editors write a byte order mark at the start.
        let text = text.trim_start_matches('\u{feff}');
        match serde_json::from_str(text) {
            Ok(told) => Self::of_object(Place::File, &told),
            Err(why) => Self::wrong(ConfigProblem::NotJson {
                place: Place::File,
                line: why.line(),
                column: why.column().max(1),
            }),
        }
    }

    /// The Custom Parameters, read as JSON. A text here means that they were no JSON.
    pub fn of_custom_parameters(told: &Value) -> Self {
        match told {
            Value::Null => Self::default(),
            told => Self::of_object(Place::CustomParameters, told),
        }
    }

    /// A source that can't be used at all.
    pub fn wrong(problem: ConfigProblem) -> Self {
        Self {
            problem: Some(problem),
            ..Self::default()
        }
    }

    fn of_object(place: Place, told: &Value) -> Self {
        let Some(object) = told.as_object() else {
            return Self::wrong(ConfigProblem::NotAnObject { place });
        };
        let mut layer = Self::default();
        for (key, value) in object {
            layer.set(place, key, value);
        }
        layer
    }

    fn set(&mut self, place: Place, name: &str, value: &Value) {
        if let Err(problem) = self.try_to_set(place, name, value) {
            let _ = self.problem.get_or_insert(problem);
        }
    }

    fn try_to_set(&mut self, place: Place, name: &str, value: &Value) -> Result<(), ConfigProblem> {
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            return Err(ConfigProblem::UnknownKey {
                place,
                key: cut(name),
                known: names(place).into(),
            });
        };
        if !may_stand(key, place) {
            return Err(ConfigProblem::NotThere {
                place,
                key: key.name.into(),
            });
        }
        if let Some(text) = value.as_str().filter(|text| (key.set)(self, text)) {
            self.sources.set(key.name, text, Source::Set(place));
            return Ok(());
        }
        Err(ConfigProblem::BadValue {
            place,
            key: key.name.into(),
            value: cut(&value.to_string()),
        })
    }

    /// An address that nobody has set is on this origin.
    pub fn on_demo_origin(mut self, origin: &str) -> Self {
        let flex = format!("{origin}/agent-desktop");
        if self.dynamics_url.is_none() {
            self.dynamics_url = Address::organization(origin);
            self.sources.set("dynamicsUrl", origin, Source::Demo);
        }
        if self.flex_url.is_none() {
            self.flex_url = Address::parse(&flex);
            self.sources.set("flexUrl", &flex, Source::Demo);
        }
        self
    }

    /// This layer over another one: what this layer does not set comes from `below`.
    pub fn over(self, below: Self) -> Self {
        Self {
            problem: below.problem.or(self.problem),
            sources: self.sources.over(below.sources),
            dynamics_url: self.dynamics_url.or(below.dynamics_url),
            flex_url: self.flex_url.or(below.flex_url),
            default_country: self.default_country.or(below.default_country),
            pop_on: self.pop_on.or(below.pop_on),
            arrival: self.arrival.or(below.arrival),
            open_with: self.open_with.or(below.open_with),
            sessions: self.sessions.or(below.sessions),
            session_template: self.session_template.or(below.session_template),
            enable_click_to_act: self.enable_click_to_act.or(below.enable_click_to_act),
        }
    }
}

/// All keys with their values in force, by these sources.
pub(super) fn settings(sources: &Sources) -> Vec<Setting> {
    sources.settings(KEYS.iter().map(|key| (key.name, key.unset)))
}

/// The value of a key that must be set.
pub(super) fn needed<T>(name: &'static str, value: Option<T>) -> Result<T, ConfigProblem> {
    value.ok_or_else(|| ConfigProblem::Missing { key: name.into() })
}

fn may_stand(key: &Key, place: Place) -> bool {
    key.overridable || place != Place::CustomParameters
}

fn names(place: Place) -> String {
    let names: Vec<&str> = KEYS
        .iter()
        .filter(|key| may_stand(key, place))
        .map(|key| key.name)
        .collect();
    names.join(", ")
}

fn put<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let is_one = value.is_some();
    if is_one {
        *slot = value;
    }
    is_one
}

fn one_of<T, const N: usize>(values: [(&str, T); N], text: &str) -> Option<T> {
    values
        .into_iter()
        .find(|(name, _)| *name == text)
        .map(|(_, value)| value)
}

/// Reads an organization's short form: `acme` is in North America, `acme.crm4` in another region.
fn organization(text: &str) -> Option<Address> {
    let (name, region) = text.trim().split_once('.').unwrap_or((text.trim(), "crm"));
    let is_region = region
        .strip_prefix("crm")
        .is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()));
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    (is_region && is_name)
        .then(|| Address::organization(&format!("https://{name}.{region}.dynamics.com")))
        .flatten()
}

fn country(text: &str) -> Option<Rc<str>> {
    let is_one = text.len() == 2 && text.chars().all(|c| c.is_ascii_alphabetic());
    is_one.then(|| text.to_ascii_uppercase().into())
}

fn cut(text: &str) -> Rc<str> {
    text.chars().take(LONGEST).collect::<String>().into()
}
