//! The facts beside the log: versions, links, configuration, counters. Keys and values are the same in every language,
//! because support reads them.

use serde_json::Value;

use super::describe;
use crate::config::{ConfigProblem, Setting};
use store::State;
use store::state::{DynamicsLink, FlexLink};
use store::windows::Role;
use wire::bridge;

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The key.
    pub key: &'static str,
    /// The value. Empty if it is not known.
    pub value: String,
    /// A detail: where a setting came from, or why a link is down.
    pub more: Option<String>,
}

impl Fact {
    fn new(key: &'static str, value: impl Into<String>) -> Self {
        Self {
            key,
            value: value.into(),
            more: None,
        }
    }
}

/// What only the browser knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    /// `navigator.userAgent`.
    pub agent: String,
    /// Its languages, the preferred one first.
    pub languages: String,
    /// The size of the page, and of its pixels: `320 × 640 at 1.5`.
    pub page: String,
    /// Whether the rules for phone numbers have been loaded.
    pub has_phone_rules: bool,
}

/// All facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What is wrong with the configuration, if there is no panel.
    pub problem: Option<Value>,
    /// The versions of all parts.
    pub versions: Vec<Fact>,
    /// The states of the links. Empty without a panel.
    pub links: Vec<Fact>,
    /// The settings, and where each came from.
    pub configuration: Vec<Fact>,
    /// The counters in groups. Empty without a panel.
    pub counters: Vec<(&'static str, Vec<Fact>)>,
}

impl Facts {
    /// The facts of a panel.
    #[must_use]
    pub fn of_panel(state: &State, settings: &[Setting], browser: &Browser) -> Self {
        let counters = state.diagnostics.counters.groups().map(|(name, counters)| {
            let fact = |(key, count): (_, u32)| Fact::new(key, count.to_string());
            (name, counters.into_iter().map(fact).collect())
        });
        Self {
            problem: None,
            versions: versions(state, browser),
            links: links(state, browser),
            configuration: configuration(settings),
            counters: counters.into(),
        }
    }

    /// The facts of a page whose configuration can't be used.
    #[must_use]
    pub fn without_panel(problem: &ConfigProblem, settings: &[Setting], browser: &Browser) -> Self {
        Self {
            problem: Some(describe::config_problem(problem)),
            versions: versions(&State::default(), browser),
            configuration: configuration(settings),
            ..Self::default()
        }
    }
}

fn versions(state: &State, browser: &Browser) -> Vec<Fact> {
    let told = &state.diagnostics.versions;
    let of = |version: &Option<std::rc::Rc<str>>| version.as_deref().unwrap_or_default().to_owned();
    vec![
        Fact::new("panel", env!("CARGO_PKG_VERSION")),
        Fact::new("protocol", bridge::VERSION.to_string()),
        Fact::new("bridge", of(&told.bridge)),
        Fact::new("flexUi", of(&told.flex)),
        Fact::new("dynamics", of(&told.dynamics)),
        Fact::new("cif", of(&told.cif)),
        Fact::new("browser", &browser.agent),
        Fact::new("languages", &browser.languages),
        Fact::new("page", &browser.page),
    ]
}

fn links(state: &State, browser: &Browser) -> Vec<Fact> {
    let dynamics = match &state.dynamics {
        DynamicsLink::Failed(problem) => Some(problem.code().to_owned()),
        DynamicsLink::Waiting | DynamicsLink::Connected | DynamicsLink::Silent => None,
    };
    let flex = match &state.flex.link {
        FlexLink::OtherVersion { theirs } => Some(theirs.to_string()),
        FlexLink::Unfit { lacks } => Some(lacks.to_string()),
        _ => None,
    };
    let rules = match browser.has_phone_rules {
        true => "loaded",
        false => "not loaded",
    };
    let search = match state.tabs.host.search_opens_nothing {
        true => "opens nothing",
        false => "not known to open nothing",
    };
    let followers = state
        .windows
        .leader()
        .map_or(0, |leader| leader.followers.len());
    let window = match state.windows.role() {
        Role::Leader if followers > 0 => Some(format!("followers: {followers}")),
        _ => None,
    };
    vec![
        Fact {
            more: dynamics,
            ..Fact::new("dynamics", state.dynamics.name())
        },
        Fact::new("search", search),
        Fact {
            more: flex,
            ..Fact::new("flex", state.flex.link.name())
        },
        Fact::new("phoneRules", rules),
        Fact {
            more: window,
            ..Fact::new("window", state.windows.role().name())
        },
    ]
}

fn configuration(settings: &[Setting]) -> Vec<Fact> {
    let fact = |setting: &Setting| Fact {
        more: Some(setting.source.name().to_owned()),
        ..Fact::new(setting.key, setting.value.as_deref().unwrap_or_default())
    };
    settings.iter().map(fact).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Problem;
    use store::state::Counters;
    use store::state::{Diagnostics, Flex};

    fn fact<'a>(facts: &'a [Fact], key: &str) -> (&'a str, Option<&'a str>) {
        let found = facts.iter().find(|fact| fact.key == key);
        let told = found.map(|fact| (fact.value.as_str(), fact.more.as_deref()));
        told.unwrap_or(("no such key", None))
    }

    #[test]
    fn a_link_that_is_down_has_its_reason() {
        let state = State {
            dynamics: DynamicsLink::Failed(Problem::NotInDynamics),
            flex: Flex {
                link: FlexLink::OtherVersion { theirs: 9 },
                ..Flex::default()
            },
            ..State::default()
        };
        let facts = Facts::of_panel(&state, &[], &Browser::default());
        let code = Some("dynamics.not-inside");
        assert_eq!(fact(&facts.links, "dynamics"), ("failed", code));
        assert_eq!(fact(&facts.links, "flex"), ("other-version", Some("9")));
        assert_eq!(fact(&facts.links, "phoneRules"), ("not loaded", None));
        assert_eq!(fact(&facts.links, "window"), ("leading", None));
    }

    #[test]
    fn every_counter_is_among_the_facts() {
        let counters = Counters {
            silent_calls: 3,
            ..Counters::default()
        };
        let state = State {
            diagnostics: Diagnostics {
                counters,
                ..Diagnostics::default()
            },
            ..State::default()
        };
        let facts = Facts::of_panel(&state, &[], &Browser::default());
        let all: Vec<_> = facts.counters.iter().flat_map(|(_, facts)| facts).collect();
        assert_eq!(all.len(), size_of::<Counters>() / size_of::<u32>());
        let told = all.iter().filter(|fact| fact.value != "0");
        assert_eq!(
            told.map(|fact| fact.key).collect::<Vec<_>>(),
            ["dynamicsCalls"]
        );
    }
}
