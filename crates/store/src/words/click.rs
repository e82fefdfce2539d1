//! Click-to-act: the click on a phone field, the numbers in it, and how far the dialling has come.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::ids::{Guid, Ticket};

/// A number to dial.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dialable {
    /// In E.164.
    pub number: Rc<str>,
    /// What is dialled when the call is up: digits, `*`, `#`, and `w` for a pause.
    pub extension: Option<Rc<str>>,
}

/// What stands in a phone field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// One number.
    One(Dialable),
    /// Several: the agent chooses.
    Several(Rc<[Dialable]>),
}

/// The agent has clicked a field with several numbers, and has yet to choose one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Choice {
    /// The field.
    pub click: Rc<ClickToAct>,
    /// Its numbers.
    pub numbers: Rc<[Dialable]>,
}

impl From<&str> for Dialable {
    /// A number without an extension.
    fn from(number: &str) -> Self {
        Self {
            number: number.into(),
            extension: None,
        }
    }
}

impl From<&str> for Reading {
    fn from(number: &str) -> Self {
        Self::One(number.into())
    }
}

impl FromIterator<Dialable> for Reading {
    fn from_iter<I: IntoIterator<Item = Dialable>>(numbers: I) -> Self {
        let numbers: Vec<_> = numbers.into_iter().collect();
        match <[Dialable; 1]>::try_from(numbers) {
            Ok([number]) => Self::One(number),
            Err(numbers) => Self::Several(numbers.into()),
        }
    }
}

/// Click-to-act, from the click to the outbound task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialing {
    /// Nothing is being dialled.
    #[default]
    Idle,
    /// The number is being read.
    Reading {
        /// The reading.
        request: Ticket,
        /// The field that was clicked.
        click: Rc<ClickToAct>,
    },
    /// `StartOutboundCall` is out.
    Starting {
        /// The command.
        request: Ticket,
        /// The number, in E.164.
        number: Rc<str>,
    },
    /// Flex has taken the command; its task has not come.
    AwaitingTask {
        /// The command; it names the timer too.
        request: Ticket,
        /// The number, in E.164; `None` after a reload of the panel, which no number outlives.
        number: Option<Rc<str>>,
    },
}

/// A click on a phone field (`onclicktoact`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClickToAct {
    /// The field's text, possibly unformatted or URL-encoded.
    pub value: Rc<str>,
    /// The record's title, if told.
    pub title: Option<Rc<str>>,
    /// The record's logical name, if told.
    pub entity: Option<Rc<str>>,
    /// The record's id, if told.
    pub id: Option<Guid>,
}

impl Dialing {
    /// What is being dialled, as far as it is known.
    #[must_use]
    pub fn number(&self) -> Option<&Rc<str>> {
        match self {
            Self::Idle => None,
            Self::Reading { click, .. } => Some(&click.value),
            Self::Starting { number, .. } => Some(number),
            Self::AwaitingTask { number, .. } => number.as_ref(),
        }
    }
}
