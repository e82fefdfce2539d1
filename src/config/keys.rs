//! The keys of the configuration. Everything about a key is in its row of [`KEYS`], except the words for what it allows:
//! they stand under its name in the message `allowed` of each language.

use std::rc::Rc;

use super::address::Address;
use store::Settings;
use store::settings::{Arrival, OpenWith, PopOn, Sessions};

/// What the keys set.
#[derive(Default)]
pub(super) struct Values {
    pub dynamics_url: Option<Address>,
    pub flex_url: Option<Address>,
    pub default_country: Option<Rc<str>>,
    pub settings: Settings,
    pub enable_click_to_act: EnableClickToAct,
}

/// Whether the panel may switch click-to-act on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EnableClickToAct {
    /// Switches it on if it is off.
    #[default]
    Ask,
    /// Never switches it on, because the switch belongs to everybody who uses the provider.
    Never,
}

/// Two keys for the same thing. If two layers set either of them, the upper layer counts.
pub(super) const ORGANIZATION: [&str; 2] = ["dynamicsUrl", "dynamicsOrg"];
/// The address of Flex, unless it is configured.
const FLEX: &str = "https://flex.twilio.com/agent-desktop";

/// A key.
pub(super) struct Key {
    /// The key. The message `allowed` of each language says, under this name, what is allowed.
    pub name: &'static str,
    /// The build's default. `build.rs` takes it from `.env` or from the environment.
    pub default: Option<&'static str>,
    /// The value if nobody has set the key.
    pub unset: Option<&'static str>,
    /// Whether Custom Parameters may set the key.
    pub overridable: bool,
    /// Puts the value among the others. Returns `false` if it is not allowed.
    pub put: fn(&mut Values, &str) -> bool,
}

/// All keys.
pub(super) const KEYS: [Key; 10] = [
    Key {
        name: "dynamicsUrl",
        default: option_env!("CIF_PANEL_DYNAMICS_URL"),
        unset: None,
        overridable: false,
        put: |values, text| put(&mut values.dynamics_url, Address::organization(text)),
    },
    Key {
        name: "dynamicsOrg",
        default: option_env!("CIF_PANEL_DYNAMICS_ORG"),
        unset: None,
        overridable: false,
        put: |values, text| put(&mut values.dynamics_url, organization(text)),
    },
    Key {
        name: "flexUrl",
        default: option_env!("CIF_PANEL_FLEX_URL"),
        unset: Some(FLEX),
        overridable: false,
        put: |values, text| put(&mut values.flex_url, Address::parse(text)),
    },
    Key {
        name: "defaultCountry",
        default: option_env!("CIF_PANEL_DEFAULT_COUNTRY"),
        unset: None,
        overridable: true,
        put: |values, text| put(&mut values.default_country, country(text)),
    },
    Key {
        name: "popOn",
        default: option_env!("CIF_PANEL_POP_ON"),
        unset: Some("reserved"),
        overridable: true,
        put: |values, text| {
            let names = [("reserved", PopOn::Reserved), ("accepted", PopOn::Accepted)];
            put(&mut values.settings.pop_on, one_of(names, text))
        },
    },
    Key {
        name: "arrival",
        default: option_env!("CIF_PANEL_ARRIVAL"),
        unset: Some("auto"),
        overridable: true,
        put: |values, text| {
            let names = [
                ("auto", Arrival::Auto),
                ("keep", Arrival::Keep),
                ("bring", Arrival::Bring),
                ("wait", Arrival::Wait),
            ];
            put(&mut values.settings.arrival, one_of(names, text))
        },
    },
    Key {
        name: "openWith",
        default: option_env!("CIF_PANEL_OPEN_WITH"),
        unset: Some("auto"),
        overridable: true,
        put: |values, text| {
            let names = [
                ("auto", OpenWith::Auto),
                ("search", OpenWith::Search),
                ("form", OpenWith::Form),
            ];
            put(&mut values.settings.open_with, one_of(names, text))
        },
    },
    Key {
        name: "sessions",
        default: option_env!("CIF_PANEL_SESSIONS"),
        unset: Some("shared"),
        overridable: true,
        put: |values, text| {
            let names = [("shared", Sessions::Shared), ("perTask", Sessions::PerTask)];
            put(&mut values.settings.sessions, one_of(names, text))
        },
    },
    Key {
        name: "sessionTemplate",
        default: option_env!("CIF_PANEL_SESSION_TEMPLATE"),
        unset: None,
        overridable: true,
        put: |values, text| {
            let name = (!text.trim().is_empty()).then(|| Rc::from(text.trim()));
            put(&mut values.settings.session_template, name)
        },
    },
    Key {
        name: "enableClickToAct",
        default: option_env!("CIF_PANEL_ENABLE_CLICK_TO_ACT"),
        unset: Some("ask"),
        overridable: true,
        put: |values, text| {
            let names = [
                ("ask", EnableClickToAct::Ask),
                ("never", EnableClickToAct::Never),
            ];
            put(&mut values.enable_click_to_act, one_of(names, text))
        },
    },
];

fn put<T, S: From<T>>(slot: &mut S, value: Option<T>) -> bool {
    value.map(|value| *slot = value.into()).is_some()
}

fn one_of<T, const N: usize>(names: [(&str, T); N], text: &str) -> Option<T> {
    let named = names.into_iter().find(|(name, _)| *name == text);
    named.map(|(_, value)| value)
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
