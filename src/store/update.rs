//! One match: what has happened goes to the story that it belongs to.

use super::{Effect, Event, State};

/// Changes the state by what has happened and says what to do about it. Pure and total.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let _ = (state, event);
    Vec::new()
}
