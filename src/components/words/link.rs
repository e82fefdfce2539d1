//! The two links in words, and the names of their states in the page (`data-state`).

use super::{Words, tell};
use crate::store::state::{DynamicsLink, FlexLink};

/// How a link stands, by its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It works.
    Up,
    /// It may come without anybody's doing.
    Coming,
    /// Somebody has to do something.
    Down,
}

/// A link as the header shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The state's name in the page.
    pub state: &'static str,
    /// Its colour.
    pub standing: Standing,
    /// The state in a word or two.
    pub word: &'static str,
}

/// The link to Dynamics.
#[must_use]
pub fn dynamics(link: &DynamicsLink) -> Link {
    let (state, standing, word) = match link {
        DynamicsLink::Waiting => ("waiting", Standing::Coming, "connecting"),
        DynamicsLink::Connected => ("connected", Standing::Up, "connected"),
        DynamicsLink::Failed(_) => ("failed", Standing::Down, "not connected"),
    };
    Link {
        state,
        standing,
        word,
    }
}

/// The link to Flex.
#[must_use]
pub fn flex(link: &FlexLink) -> Link {
    let (state, standing, word) = match link {
        FlexLink::Loading => ("loading", Standing::Coming, "loading"),
        FlexLink::NotAnswering => ("not-answering", Standing::Down, "waiting"),
        FlexLink::Connected => ("connected", Standing::Up, "connected"),
        FlexLink::Reconnecting => ("reconnecting", Standing::Coming, "reconnecting"),
        FlexLink::SignedOut => ("signed-out", Standing::Down, "signed out"),
        FlexLink::Replaced => ("replaced", Standing::Down, "replaced"),
        FlexLink::OtherVersion { .. } => ("other-version", Standing::Down, "other version"),
        FlexLink::Unfit { .. } => ("unfit", Standing::Down, "too old"),
    };
    Link {
        state,
        standing,
        word,
    }
}

/// What is wrong with the link to Dynamics; nothing while it waits or works.
#[must_use]
pub fn dynamics_trouble(link: &DynamicsLink) -> Option<Words> {
    match link {
        DynamicsLink::Waiting | DynamicsLink::Connected => None,
        DynamicsLink::Failed(problem) => Some(tell(problem)),
    }
}

/// What is wrong with the link to Flex; nothing while it loads or works.
#[must_use]
pub fn flex_trouble(link: &FlexLink) -> Option<Words> {
    match link {
        FlexLink::Loading | FlexLink::Connected | FlexLink::Reconnecting => None,
        FlexLink::NotAnswering => Some(Words::new(
            "Flex has not answered yet.",
            "If Flex asks you to log in, log in below; allow its pop-up. The panel goes on waiting.",
        )),
        FlexLink::SignedOut => Some(Words::new(
            "You are signed out of Flex.",
            "Log in again below, or reload Flex.",
        )),
        FlexLink::Replaced => Some(Words::new(
            "Flex was opened somewhere else, which ended it here.",
            "Close the other one, then reload Flex.",
        )),
        FlexLink::OtherVersion { theirs } => Some(Words::new(
            format!("The panel's script in Flex is of another version ({theirs})."),
            "Flex works, but is not kept in step. An administrator should deploy the script and the panel of one release.",
        )),
        FlexLink::Unfit { lacks } => Some(Words::new(
            format!(
                "This version of Flex is not one that the panel can work with: it lacks {lacks}."
            ),
            "Flex works, but is not kept in step. An administrator should move the account to Flex UI 2.6 or later.",
        )),
    }
}

/// Why the list of tasks may be out of date; nothing while Flex is connected.
#[must_use]
pub fn stale(link: &FlexLink) -> Option<Words> {
    let why = match link {
        FlexLink::Connected => return None,
        FlexLink::Loading => "Flex is loading.",
        FlexLink::NotAnswering => "Flex has not answered yet.",
        FlexLink::Reconnecting => "Flex is reconnecting.",
        FlexLink::SignedOut => "You are signed out of Flex.",
        FlexLink::Replaced => "Flex was opened somewhere else.",
        FlexLink::OtherVersion { .. } | FlexLink::Unfit { .. } => "Flex is not kept in step.",
    };
    Some(Words::new(why, "The list may be out of date."))
}

/// What an administrator should check while Flex does not answer. `panel` is the origin of this page, `dynamics`
/// that of the organization.
#[must_use]
pub fn checklist(panel: &str, dynamics: &str) -> [String; 4] {
    [
        format!("Twilio Console, Flex, Allowed URLs: both {panel} and {dynamics} are listed."),
        format!("Flex configuration, ui_attributes.cif_panel.origins: {panel} is listed."),
        "The panel's script is deployed in Flex as a plugin.".into(),
        "Flex logs in by a pop-up, and the browser allows pop-ups here.".into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Problem;

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
        let dynamics_links = [
            DynamicsLink::Waiting,
            DynamicsLink::Connected,
            DynamicsLink::Failed(Problem::NotInDynamics),
        ];
        for shown in dynamics_links
            .iter()
            .map(dynamics)
            .chain(flex_links().iter().map(flex))
        {
            assert!(!shown.word.is_empty() && !shown.state.is_empty());
        }
    }

    #[test]
    fn a_link_that_needs_somebody_says_whom_and_why() {
        for link in flex_links() {
            assert_eq!(
                flex_trouble(&link).is_some(),
                flex(&link).standing == Standing::Down,
                "{link:?}"
            );
        }
        let failed = DynamicsLink::Failed(Problem::NotInDynamics);
        assert!(dynamics_trouble(&failed).is_some());
        assert!(dynamics_trouble(&DynamicsLink::Connected).is_none());
    }

    #[test]
    fn a_list_is_current_only_while_flex_is_connected() {
        for link in flex_links() {
            assert_eq!(stale(&link).is_none(), link == FlexLink::Connected);
        }
    }

    #[test]
    fn the_checklist_names_both_origins() {
        let list = checklist("https://panel.example", "https://acme.crm4.dynamics.com").join(" ");
        assert!(list.contains("https://panel.example"));
        assert!(list.contains("https://acme.crm4.dynamics.com"));
    }
}
