//! The side panel: minimized, docked or hidden, by a call of the panel or by the agent's hand.

use serde_json::{Value, json};

use super::answer::{Answer, Refusal};
use super::mode::Mode;
use super::sessions::Owner;
use super::{Dynamics, Output};

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
