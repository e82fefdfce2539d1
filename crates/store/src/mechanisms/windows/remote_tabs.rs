//! Remote tabs: a record that another window shows comes to the front there, and opens nowhere else.

use crate::mechanisms::tabs::{focus, records};
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::effect::Timer;
use crate::words::ids::{Record, Ticket};
use crate::words::timeouts;
use crate::words::windows::{Asked, Message, WindowId};

/// Opens the selected task's record next. If another window shows the record, it comes to the front there.
pub(crate) fn open(turn: &mut Turn<'_>, record: Record) {
    if turn.windows.follows() {
        // The leader expected the record's tab here.
        return turn.say(None, Message::Gone(record));
    }
    let leader = turn.windows.leader();
    let Some(window) = leader.and_then(|leader| leader.holder(record)) else {
        return records::want(turn, record, true);
    };
    let request = turn.next_ticket();
    if let Some(leader) = turn.windows.leader_mut() {
        leader.asked = Some(Asked {
            request,
            window,
            record,
        });
    }
    turn.say(Some(window), Message::Focus(record));
    turn.wait(Timer::RemoteFocus(request), timeouts::OTHER_WINDOW);
}

/// The leader wants this record's tab in front.
pub(crate) fn focus(turn: &mut Turn<'_>, leader: WindowId, record: Record) {
    let shown = turn.windows.follower().map(|follower| &follower.shown);
    if !shown.is_some_and(|shown| shown.contains(&record)) {
        return turn.say(Some(leader), Message::Gone(record));
    }
    turn.say(Some(leader), Message::Focusing(record));
    if turn.saved.restoring.tabs.known().is_some() {
        turn.saved.restoring.bringing = true;
    } else {
        // A tab that is still coming up comes up in front anyway.
        focus::bring(turn, record);
    }
}

/// The window that was asked has not answered in time, so the record opens here. That window may only be slow, so it
/// goes on getting the list.
pub(crate) fn time_up(turn: &mut Turn<'_>, request: Ticket) {
    let asked = turn.windows.take_asked(|asked| asked.request == request);
    if let Some(asked) = asked {
        gone(turn, asked.window, asked.record);
    }
}

/// That window does not show this record any more. If the record is the selected task's, it opens here.
pub(crate) fn gone(turn: &mut Turn<'_>, window: WindowId, record: Record) {
    if let Some(leader) = turn.windows.leader_mut()
        && let Some(shown) = leader.followers.get_mut(&window)
    {
        let _ = shown.remove(&record);
    }
    let answered = |asked: &Asked| (asked.window, asked.record) == (window, record);
    let _ = turn.windows.take_asked(answered);
    if turn.selected_task().and_then(|task| task.record) == Some(record) {
        turn.report(Outcome::ShowSelected);
    }
}

/// That window is gone, and its tabs with it.
pub(crate) fn closed(turn: &mut Turn<'_>, window: WindowId) {
    if let Some(leader) = turn.windows.leader_mut() {
        let _ = leader.followers.remove(&window);
    }
    let asked = turn.windows.take_asked(|asked| asked.window == window);
    if let Some(asked) = asked {
        gone(turn, window, asked.record);
    }
}
