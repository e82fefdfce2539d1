//! Numbers that a phone field holds, and the choice among them.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::state::ClickToAct;

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
