//! Describes an event or an effect in one line: its side, its kind and its details. The names are those of CIF and Flex
//! if they have one. They are the same in every language, because support reads them.
//!
//! [`event()`] and [`effect()`] have one match each; `parts` and `problem` describe what both consist of. This is
//! written by hand and not derived, because personal data has to pass [`Masks`](super::Masks) here. A derived
//! serializer for all types of the store would also be larger than all of this.

mod effect;
mod event;
mod parts;
mod problem;

pub use effect::effect;
pub use event::event;
pub(super) use problem::config_problem;

use serde_json::Value;

use store::Ticket;

/// Whether something went to the store or came from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The store received it.
    Event,
    /// The store asked for it.
    Effect,
}

impl Direction {
    /// Both directions.
    pub const ALL: [Self; 2] = [Self::Event, Self::Effect];

    /// Its name in the report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Effect => "effect",
        }
    }
}

/// The side on which something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In Dynamics.
    Dynamics,
    /// In Flex.
    Flex,
    /// The agent, in the panel.
    Agent,
    /// The panel's window, or the agent's other windows.
    Window,
    /// The rules for phone numbers.
    Phone,
    /// A clock.
    Clock,
    /// What survives a reload.
    SavedState,
}

impl Side {
    /// All sides.
    pub const ALL: [Self; 7] = [
        Self::Dynamics,
        Self::Flex,
        Self::Agent,
        Self::Window,
        Self::Phone,
        Self::Clock,
        Self::SavedState,
    ];

    /// Its name in the report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Dynamics => "dynamics",
            Self::Flex => "flex",
            Self::Agent => "agent",
            Self::Window => "window",
            Self::Phone => "phone",
            Self::Clock => "clock",
            Self::SavedState => "memory",
        }
    }
}

/// An event or an effect in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its side.
    pub side: Side,
    /// Its kind.
    pub kind: &'static str,
    /// The request that it starts or ends.
    pub request: Option<Ticket>,
    /// All other fields, as a JSON object.
    pub details: Value,
}

impl Line {
    fn new(side: Side, kind: &'static str, details: Vec<(&'static str, Value)>) -> Self {
        Self {
            side,
            kind,
            request: None,
            details: object(details),
        }
    }

    fn of_request(mut self, request: Ticket) -> Self {
        self.request = Some(request);
        self
    }
}

/// A JSON object without the entries that are `null`.
pub(super) fn object(entries: Vec<(&'static str, Value)>) -> Value {
    let told = entries.into_iter().filter(|(_, value)| !value.is_null());
    told.map(|(key, value)| (key.to_owned(), value)).collect()
}
