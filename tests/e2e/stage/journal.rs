//! The journal of wire messages in the Dynamics window: who sent what to whom, in order.

use serde::Deserialize;

/// The script that reads it.
pub const SCRIPT: &str = r#"
    return [...document.querySelectorAll("[data-journal] > li")].map((line) => ({
        from: line.dataset.from,
        to: line.dataset.to,
        kind: line.dataset.type,
        text: line.textContent,
    }));
"#;

/// A message.
#[derive(Clone, Debug, Deserialize)]
pub struct Message {
    /// `panel`, `dynamics` or `flex`.
    pub from: String,
    /// The receiver, with the same names.
    pub to: String,
    /// Its type on the wire.
    pub kind: String,
    /// The whole message as JSON.
    pub text: String,
}

/// A message that a test expects.
#[derive(Clone, Debug)]
pub struct Step {
    from: &'static str,
    to: &'static str,
    kind: &'static str,
    holds: Vec<String>,
}

impl Step {
    /// The panel calls Dynamics.
    pub fn asks_dynamics(kind: &'static str) -> Self {
        Self::new("panel", "dynamics", kind)
    }

    /// Dynamics answers the panel, or sends it an event. A reply has the name of its request.
    pub fn dynamics_tells(kind: &'static str) -> Self {
        Self::new("dynamics", "panel", kind)
    }

    /// The panel commands Flex. The journal names a command by its action.
    pub fn commands_flex(action: &'static str) -> Self {
        Self::new("panel", "flex", action)
    }

    /// The bridge script sends a message to the panel.
    pub fn flex_tells(kind: &'static str) -> Self {
        Self::new("flex", "panel", kind)
    }

    /// The message must contain this text as well.
    pub fn with(mut self, text: &str) -> Self {
        self.holds.push(text.to_owned());
        self
    }

    fn new(from: &'static str, to: &'static str, kind: &'static str) -> Self {
        Self {
            from,
            to,
            kind,
            holds: Vec::new(),
        }
    }

    /// Whether a message is the expected one.
    pub fn fits(&self, message: &Message) -> bool {
        let ways = message.from == self.from && message.to == self.to && message.kind == self.kind;
        ways && self
            .holds
            .iter()
            .all(|text| message.text.to_lowercase().contains(&text.to_lowercase()))
    }
}

/// The first missing step. The steps must come in this order, but other messages may come between them.
pub fn first_missing<'a>(steps: &'a [Step], messages: &[Message]) -> Option<&'a Step> {
    let mut messages = messages.iter();
    steps
        .iter()
        .find(|step| !messages.any(|message| step.fits(message)))
}
