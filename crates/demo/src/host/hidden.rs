//! Why the panel is hidden. A hidden panel can't say it itself, and Flex is hidden with it. So the demo says it beside
//! the window.

use yew::{Html, html};

use simulation::dynamics::{Dynamics, Mode, Owner, Trouble};

/// Why the panel is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// In the home session no provider may show its panel while there are several.
    SecondPanel,
    /// The session in front does not belong to the panel.
    OtherApplication,
    /// Dynamics does not react to the panel.
    NoAnswer,
    /// The panel has not asked for another mode.
    NotUp,
}

/// Why the panel is hidden, if it is. At the start, only after it has had time to appear.
#[must_use]
pub fn why(dynamics: &Dynamics, late: bool) -> Option<Why> {
    let is_dead = dynamics.troubles().contains(&Trouble::Dead);
    let several = dynamics.organization().several_providers;
    match dynamics.sessions().front().owner {
        _ if dynamics.mode() != Mode::Hidden => None,
        _ if is_dead => Some(Why::NoAnswer),
        Owner::Other => Some(Why::OtherApplication),
        Owner::Home if several => Some(Why::SecondPanel),
        _ => late.then_some(Why::NotUp),
    }
}

impl Why {
    fn code(self) -> &'static str {
        match self {
            Self::SecondPanel => "second-panel",
            Self::OtherApplication => "other-application",
            Self::NoAnswer => "no-answer",
            Self::NotUp => "not-up",
        }
    }

    /// What has happened, and what brings the panel back.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::SecondPanel => (
                "This app has a second phone panel, and at Home Dynamics then lets neither show itself. Customers \
                 still arrive, and their Cases open.",
                "Choose “A session per customer” under Set-up, below the customers, and let somebody call: the panel \
                 comes up in the customer's session.",
            ),
            Self::OtherApplication => (
                "The session in front belongs to another application. There the panel can't show itself.",
                "Go to Home, at the left of the window, and let somebody call: the panel comes up there.",
            ),
            Self::NoAnswer => (
                "Dynamics answers nothing, so the panel can't ask to be shown.",
                "Choose “Nothing goes wrong” under Trouble, below the customers: the panel asks again by itself.",
            ),
            Self::NotUp => (
                "It starts hidden, and has not asked Dynamics to be shown so far.",
                "It comes up when it has reached Dynamics and Flex, or with the next customer. If it does not, press \
                 Reset, below the customers.",
            ),
        }
    }
}

/// The note. Its frame is always in the page, so that a screen reader announces what appears in it.
pub fn note(why: Option<Why>) -> Html {
    let words = why.map(|why| {
        let (what, remedy) = why.words();
        html! {
            <div data-hidden-panel={why.code()}>
                <strong>{ "The panel is hidden, and Flex with it" }</strong>
                <p>{ what }</p>
                <p>{ remedy }</p>
            </div>
        }
    });
    html! { <div class="hidden-panel" role="status">{ for words }</div> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use simulation::dynamics::{AgentAction, Input, Organization};
    use simulation::people;

    fn dynamics(several_providers: bool) -> Dynamics {
        let organization = Organization {
            several_providers,
            ..Organization::default()
        };
        Dynamics::new(organization, people::records())
    }

    fn after(mut dynamics: Dynamics, inputs: impl IntoIterator<Item = Input>) -> Dynamics {
        for input in inputs {
            let _ = dynamics.step(input);
        }
        dynamics
    }

    fn session_of(owner: Owner) -> Input {
        Input::Agent(AgentAction::OpenSession {
            owner,
            title: String::new(),
            panel: None,
        })
    }

    #[test]
    fn a_hidden_panel_is_explained_by_the_trouble_by_the_session_or_by_the_panel() {
        let dead = Input::Trouble(Trouble::Dead);
        for (several, input, at_once) in [
            (false, None, None),
            (true, None, Some(Why::SecondPanel)),
            (true, Some(dead), Some(Why::NoAnswer)),
            (true, Some(session_of(Owner::Panel)), None),
            (
                false,
                Some(session_of(Owner::Other)),
                Some(Why::OtherApplication),
            ),
        ] {
            let dynamics = after(dynamics(several), input);
            assert_eq!(why(&dynamics, false), at_once);
            assert_eq!(why(&dynamics, true), at_once.or(Some(Why::NotUp)));
        }
    }

    #[test]
    fn a_panel_that_is_on_screen_is_not_explained() {
        for mode in [Mode::Minimized, Mode::Docked] {
            let shown = Input::Agent(AgentAction::SetMode(mode));
            let inputs = [shown, session_of(Owner::Other)];
            assert_eq!(why(&after(dynamics(true), inputs), true), None);
        }
    }
}
