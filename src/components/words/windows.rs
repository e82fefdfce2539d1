//! The words for several windows.

use super::{Advice, I18n};
use store::WindowId;

/// Another window leads. `leader` is that window, if this window has heard of it.
#[must_use]
pub fn following(i18n: &I18n, leader: Option<WindowId>) -> Advice {
    match leader {
        Some(leader) => i18n.following(&i18n.time_of_day(leader.opened)),
        None => i18n.looking_for_leader(),
    }
}
