//! A line of the log: an event or an effect in words.

use serde_json::Value;

use super::values::{Entries, object};
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
    Memory,
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
        Self::Memory,
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
            Self::Memory => "memory",
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
    pub(super) fn new(side: Side, kind: &'static str, details: Entries) -> Self {
        Self {
            side,
            kind,
            request: None,
            details: object(details),
        }
    }

    pub(super) fn of_request(mut self, request: Ticket) -> Self {
        self.request = Some(request);
        self
    }
}
