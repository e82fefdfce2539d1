//! An event or an effect in a line: on which side, what, with which details. Names are those of CIF and Flex where
//! these have one. They are the same in every language: support reads them.
//!
//! One match each: [`event()`] and [`effect()`]; `parts` and `problem` have what both are made of. Written by hand, not derived: what
//! is about people goes through [`Masks`](super::Masks) here, and a derived serializer for all types of the store would
//! weigh more than all of this.

mod effect;
mod event;
mod parts;
mod problem;

pub use effect::effect;
pub use event::event;
pub(super) use problem::config_problem;

use serde_json::Value;

use crate::store::RequestId;

/// Towards the store or from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The store was told.
    Event,
    /// The store had it done.
    Effect,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Event, Self::Effect];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Effect => "effect",
        }
    }
}

/// Where something has happened, or is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In Dynamics.
    Dynamics,
    /// In Flex.
    Flex,
    /// By the agent's hand, in the panel.
    Agent,
    /// To the panel's window, or among the agent's windows.
    Window,
    /// The rules for phone numbers.
    Phone,
    /// A clock.
    Clock,
    /// What outlives a reload.
    Memory,
}

impl Side {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Dynamics,
        Self::Flex,
        Self::Agent,
        Self::Window,
        Self::Phone,
        Self::Clock,
        Self::Memory,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Dynamics => "dynamics",
            Self::Flex => "flex",
            Self::Agent => "agent",
            Self::Window => "window",
            Self::Phone => "phone",
            Self::Clock => "clock",
            Self::Memory => "memory",
        }
    }
}

/// An event or an effect, put in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Where.
    pub side: Side,
    /// What.
    pub kind: &'static str,
    /// The request that it begins, or ends.
    pub request: Option<RequestId>,
    /// The rest: an object.
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

    fn of_request(mut self, request: RequestId) -> Self {
        self.request = Some(request);
        self
    }
}

/// An object without what is `null`.
pub(super) fn object(entries: Vec<(&'static str, Value)>) -> Value {
    let told = entries.into_iter().filter(|(_, value)| !value.is_null());
    told.map(|(key, value)| (key.to_owned(), value)).collect()
}
