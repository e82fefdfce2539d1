//! Records that other windows show: they come to the front there, and open nowhere else.

use super::patience;
use super::update::Effects;
use super::windows::{Asked, Message, WindowId};
use super::{Effect, Record, State, Timer, focus, lead, records};

/// The selected task's record is opened next; or, where another window shows it, comes to the front there.
pub(super) fn open(state: &mut State, record: Record, effects: &mut Effects) {
    if state.windows.follows() {
        // The leader thought that it stands here.
        return lead::say(None, Message::Gone(record), effects);
    }
    let Some(window) = state.windows.holder(record) else {
        return records::want(state, record, true);
    };
    let request = state.next_request();
    state.windows.asked = Some(Asked {
        request,
        window,
        record,
    });
    lead::say(Some(window), Message::Focus(record), effects);
    effects.push(Effect::Wait {
        timer: Timer::Elsewhere(request),
        millis: patience::OTHER_WINDOW,
    });
}

/// The leader wants this record's tab in front.
pub(super) fn focus(state: &mut State, leader: WindowId, record: Record, effects: &mut Effects) {
    if !state.windows.shown.contains(&record) {
        return lead::say(Some(leader), Message::Gone(record), effects);
    }
    lead::say(Some(leader), Message::Focusing(record), effects);
    if state.recalled.tabs.is_some() {
        state.recalled.bringing = true;
    } else {
        // One that is coming up comes up in front.
        focus::bring(state, record, effects);
    }
}

/// The window that was asked has not answered: what it showed is shown here. It may merely be slow, so it goes on
/// hearing the list.
pub(super) fn time_up(state: &mut State, timer: Timer, effects: &mut Effects) {
    let asked = state
        .windows
        .asked
        .take_if(|asked| timer == Timer::Elsewhere(asked.request));
    if let Some(asked) = asked {
        gone(state, asked.window, asked.record, effects);
    }
}

/// That window does not show this record any more: if it is the selected task's, it opens here.
pub(super) fn gone(state: &mut State, window: WindowId, record: Record, effects: &mut Effects) {
    if let Some(shown) = state.windows.followers.get_mut(&window) {
        let _ = shown.remove(&record);
    }
    let answered = |asked: &mut Asked| (asked.window, asked.record) == (window, record);
    state.windows.asked.take_if(answered);
    if state.selected_task().and_then(|task| task.record) == Some(record) {
        focus::show(state, effects);
    }
}

/// That window has gone, and its tabs with it.
pub(super) fn closed(state: &mut State, window: WindowId, effects: &mut Effects) {
    let _ = state.windows.followers.remove(&window);
    let asked = state.windows.asked.take_if(|asked| asked.window == window);
    if let Some(asked) = asked {
        gone(state, window, asked.record, effects);
    }
}
