//! Several windows in words.

use super::{Speech, Words};
use crate::store::WindowId;

/// Another window leads: this one, if it is known.
#[must_use]
pub fn following(speech: &Speech, leader: Option<WindowId>) -> Words {
    match leader {
        Some(leader) => speech.following(&speech.time_of_day(leader.opened)),
        None => speech.looking_for_leader(),
    }
}
