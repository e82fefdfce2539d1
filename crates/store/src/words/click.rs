//! Click-to-act: the click on a phone field, the numbers in the field, and the progress of the dialling.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::ids::{Guid, Ticket};

/// A number to dial.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dialable {
    /// The number in E.164.
    pub number: Rc<str>,
    /// The digits to send when the call is up: digits, `*`, `#`, and `w` for a pause.
    pub extension: Option<Rc<str>>,
}

/// The numbers that stand in a phone field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// One number.
    One(Dialable),
    /// Several numbers: the agent chooses one.
    Several(Rc<[Dialable]>),
}

/// The agent has clicked a field with several numbers and has not chosen one yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Choice {
    /// The click on the field.
    pub click: Rc<ClickToAct>,
    /// The numbers in the field.
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

/// The progress of click-to-act, from the click to the outbound task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialing {
    /// Nothing is being dialled.
    #[default]
    Idle,
    /// The number is being read.
    Reading {
        /// The request that reads the number.
        request: Ticket,
        /// The field that was clicked.
        click: Rc<ClickToAct>,
    },
    /// `StartOutboundCall` has been sent and not answered.
    Starting {
        /// The number of the command.
        request: Ticket,
        /// The number, in E.164.
        number: Rc<str>,
    },
    /// Flex has accepted the command, and the task of the call has not come yet.
    AwaitingTask {
        /// The number of the command. The timer has the same number.
        request: Ticket,
        /// The phone number in E.164. `None` after a reload of the panel, because no phone number is saved.
        number: Option<Rc<str>>,
    },
}

/// A click on a phone field (`onclicktoact`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClickToAct {
    /// The text of the field. It may be unformatted or URL-encoded.
    pub value: Rc<str>,
    /// The title of the record, if Dynamics tells it.
    pub title: Option<Rc<str>>,
    /// The logical name of the record's entity, if Dynamics tells it.
    pub entity: Option<Rc<str>>,
    /// The id of the record, if Dynamics tells it.
    pub id: Option<Guid>,
}

impl Dialing {
    /// The number that is being dialled, as far as it is known.
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
