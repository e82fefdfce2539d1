//! The states of the two links in words, and their names in the page (`data-state`).

use super::{Advice, I18n, advice};
use store::state::{DynamicsLink, FlexLink};

/// How a link stands. The header shows it as a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The link works.
    Up,
    /// The link may come by itself.
    Coming,
    /// A person has to do something.
    Down,
}

/// A link, as the header shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The state's name in the page.
    pub state: &'static str,
    /// Its colour in the header.
    pub standing: Standing,
    /// The state in a word or two.
    pub word: String,
}

/// The link to Dynamics.
#[must_use]
pub fn dynamics(i18n: &I18n, link: &DynamicsLink) -> Link {
    let (standing, word) = match link {
        DynamicsLink::Waiting => (Standing::Coming, i18n.link_connecting()),
        DynamicsLink::Connected => (Standing::Up, i18n.link_connected()),
        DynamicsLink::Silent => (Standing::Down, i18n.link_silent()),
        DynamicsLink::Failed(_) => (Standing::Down, i18n.link_not_connected()),
    };
    Link {
        state: link.name(),
        standing,
        word,
    }
}

/// The link to Flex.
#[must_use]
pub fn flex(i18n: &I18n, link: &FlexLink) -> Link {
    let (standing, word) = match link {
        FlexLink::Loading => (Standing::Coming, i18n.link_loading()),
        FlexLink::NotAnswering => (Standing::Down, i18n.link_waiting()),
        FlexLink::Connected => (Standing::Up, i18n.link_connected()),
        FlexLink::Reconnecting => (Standing::Coming, i18n.link_reconnecting()),
        FlexLink::SignedOut => (Standing::Down, i18n.link_signed_out()),
        FlexLink::Replaced => (Standing::Down, i18n.link_replaced()),
        FlexLink::OtherVersion { .. } => (Standing::Down, i18n.link_other_version()),
        FlexLink::Unfit { .. } => (Standing::Down, i18n.link_too_old()),
    };
    Link {
        state: link.name(),
        standing,
        word,
    }
}

/// What is wrong with the link to Dynamics. Nothing while it waits, works or is slow.
#[must_use]
pub fn dynamics_trouble(i18n: &I18n, link: &DynamicsLink) -> Option<Advice> {
    match link {
        DynamicsLink::Waiting | DynamicsLink::Connected | DynamicsLink::Silent => None,
        DynamicsLink::Failed(problem) => Some(advice(i18n, problem)),
    }
}

/// What is wrong with the link to Flex. Nothing while it loads or works.
#[must_use]
pub fn flex_trouble(i18n: &I18n, link: &FlexLink) -> Option<Advice> {
    match link {
        FlexLink::Loading | FlexLink::Connected | FlexLink::Reconnecting => None,
        FlexLink::NotAnswering => Some(i18n.flex_not_answering()),
        FlexLink::SignedOut => Some(i18n.flex_signed_out()),
        FlexLink::Replaced => Some(i18n.flex_replaced()),
        FlexLink::OtherVersion { theirs } => Some(i18n.flex_other_version(&theirs.to_string())),
        FlexLink::Unfit { lacks } => Some(i18n.flex_unfit(lacks)),
    }
}

/// Why the list of tasks may be out of date. Nothing while Flex is connected.
#[must_use]
pub fn stale(i18n: &I18n, link: &FlexLink) -> Option<Advice> {
    let why = match link {
        FlexLink::Connected => return None,
        FlexLink::Loading => "loading",
        FlexLink::NotAnswering => "not-answering",
        FlexLink::Reconnecting => "reconnecting",
        FlexLink::SignedOut => "signed-out",
        FlexLink::Replaced => "replaced",
        FlexLink::OtherVersion { .. } | FlexLink::Unfit { .. } => "out-of-step",
    };
    Some(i18n.stale(why))
}

/// What an administrator should check while Flex does not answer. `panel` is the origin of this page, `dynamics` is the
/// origin of the organization.
#[must_use]
pub fn checklist(i18n: &I18n, panel: &str, dynamics: &str) -> [String; 4] {
    [
        i18n.checklist_allowed(panel, dynamics),
        i18n.checklist_origins(panel),
        i18n.checklist_plugin(),
        i18n.checklist_popup(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Problem;

    fn flex_links() -> [FlexLink; 8] {
        [
            FlexLink::Loading,
            FlexLink::NotAnswering,
            FlexLink::Connected,
            FlexLink::SignedOut,
            FlexLink::Replaced,
            FlexLink::OtherVersion { theirs: 2 },
            FlexLink::Reconnecting,
            FlexLink::Unfit {
                lacks: "manager.events".into(),
            },
        ]
    }

    #[test]
    fn every_state_of_a_link_has_a_word() {
        let i18n = I18n::default();
        let dynamics_links = [
            DynamicsLink::Waiting,
            DynamicsLink::Connected,
            DynamicsLink::Silent,
            DynamicsLink::Failed(Problem::NotInDynamics),
        ];
        for shown in dynamics_links
            .iter()
            .map(|link| dynamics(&i18n, link))
            .chain(flex_links().iter().map(|link| flex(&i18n, link)))
        {
            assert!(!shown.word.is_empty() && !shown.state.is_empty());
        }
    }

    #[test]
    fn a_link_that_needs_a_person_says_why() {
        let i18n = I18n::default();
        for link in flex_links() {
            assert_eq!(
                flex_trouble(&i18n, &link).is_some(),
                flex(&i18n, &link).standing == Standing::Down,
                "{link:?}"
            );
        }
        let failed = DynamicsLink::Failed(Problem::NotInDynamics);
        assert!(dynamics_trouble(&i18n, &failed).is_some());
        assert!(dynamics_trouble(&i18n, &DynamicsLink::Connected).is_none());
    }

    #[test]
    fn a_list_is_current_only_while_flex_is_connected() {
        for link in flex_links() {
            assert_eq!(
                stale(&I18n::default(), &link).is_none(),
                link == FlexLink::Connected
            );
        }
    }

    #[test]
    fn the_checklist_names_both_origins() {
        let (panel, dynamics) = ("https://panel.example", "https://acme.crm4.dynamics.com");
        let list = checklist(&I18n::default(), panel, dynamics).join(" ");
        assert!(list.contains(panel));
        assert!(list.contains(dynamics));
    }
}
