//! The side panel: minimized, docked or hidden, by a call of the panel or by the agent's hand.

use serde_json::{Value, json};

use super::answer::{Answer, Refusal};
use super::sessions::Owner;
use super::{Dynamics, Output};

/// The mode of the side panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// A narrow rail.
    Minimized,
    /// Beside the page.
    Docked,
    /// Out of sight. This is how it starts.
    #[default]
    Hidden,
}

impl Mode {
    /// The mode's number on the wire.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Minimized => 0,
            Self::Docked => 1,
            Self::Hidden => 2,
        }
    }

    /// The mode with this number. A text that holds a number does not count.
    fn of(value: Option<&Value>) -> Option<Self> {
        let number = value?.as_f64()?;
        [Self::Minimized, Self::Docked, Self::Hidden]
            .into_iter()
            .find(|mode| f64::from(mode.number()) == number)
    }
}

impl Dynamics {
    /// `setmode`.
    pub(super) fn set_mode(&mut self, value: Option<&Value>, out: &mut Vec<Output>) -> Answer {
        let Some(mode) = Mode::of(value) else {
            return Answer::invalid("The setMode parameter value must be 0, 1 or 2.");
        };
        let active = match self.sessions.front().owner {
            Owner::Panel => true,
            Owner::Home => !self.organization.several_providers,
            Owner::Other => false,
        };
        if !active {
            let words = "The provider is not active in the focused session.";
            return Answer::Refused(Refusal::Message(Some(words)));
        }
        self.show_panel(mode, out);
        Answer::Done
    }

    /// Shows the panel in a mode. Sends `onmodechanged` if the mode changes.
    pub(super) fn show_panel(&mut self, mode: Mode, out: &mut Vec<Output>) {
        if self.mode != mode {
            self.mode = mode;
            self.tell("onmodechanged", &json!({ "value": mode.number() }), out);
        }
    }
}
