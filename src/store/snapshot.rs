//! Flex has (re)connected: its snapshot is the truth about tasks. What the panel has not seen happen meanwhile, it
//! concludes from how the tasks stood before ([`Past`]).

use std::collections::BTreeSet;

use super::event::Snapshot;
use super::memory::Past;
use super::state::{Dialing, Ending, FlexLink, Origin, Task, TaskStatus};
use super::update::Effects;
use super::{ReservationSid, State, arrival, dialing, memory, mode, selection, tasks};

/// Takes the snapshot's tasks for the list. Of its selection it may be the past.
pub(super) fn take(state: &mut State, snapshot: Snapshot, effects: &mut Effects) {
    state.flex = if snapshot.reconnecting {
        FlexLink::Reconnecting
    } else {
        FlexLink::Connected
    };
    if state.flex == FlexLink::Connected {
        tasks::forget_lost_connection(state);
    }
    state.view.name = snapshot.view;
    state.activity = snapshot.activity.map(Into::into);
    state.activities = snapshot.activities;
    let told: BTreeSet<_> = snapshot.tasks.iter().map(|task| task.sid.clone()).collect();
    let mut new = list(state, snapshot.tasks, effects);
    let past = std::mem::replace(&mut state.recalled.past, Past::Lived);
    end_those_gone(state, &told, &past, effects);
    let accepted = new.iter().rfind(|sid| is_taken(state, sid, &past)).cloned();
    select(state, snapshot.selected, accepted.clone(), &told, effects);
    dialing::resume(state, &past, effects);
    for sid in &new {
        arrival::come(state, sid, &past, effects);
    }
    if let Some(sid) = accepted {
        state.mode.docked_by_arrival = false;
        tasks::take_up(state, sid, effects);
    }
    // Of many newcomers the latest is selected, and no other on the way.
    new.retain(|sid| arrival::is_waiting(state, sid));
    let latest = new.iter().rev().find(|sid| !past.has_seen(sid));
    if let Some(sid) = latest.or(new.last()) {
        arrival::attend(state, sid, &past, effects);
    }
}

/// Puts the tasks into the list; those that are new there.
fn list(state: &mut State, told: Vec<Task>, effects: &mut Effects) -> Vec<ReservationSid> {
    let mut new = Vec::new();
    for task in told {
        match state.tasks.iter().position(|known| known.sid == task.sid) {
            Some(index) => tasks::change(state, index, task, effects),
            None => {
                new.push(task.sid.clone());
                state.tasks.push(task.into());
            }
        }
    }
    new
}

/// Those of the list that Flex has no more, and those of the time before a reload.
fn end_those_gone(
    state: &mut State,
    told: &BTreeSet<ReservationSid>,
    past: &Past,
    effects: &mut Effects,
) {
    let gone = state.tasks.iter().filter(|task| !told.contains(&task.sid));
    let gone: Vec<_> = gone.map(|task| (task.sid.clone(), task.status)).collect();
    for (sid, status) in &gone {
        tasks::end(state, sid, unseen_ending(*status), effects);
    }
    state.popped.retain(|sid| told.contains(sid));
    for (_, status) in past.statuses().filter(|(sid, _)| !told.contains(*sid)) {
        mode::task_ended(state, unseen_ending(status), effects);
    }
}

/// How a task has ended that was gone when Flex came back: a wrap-up ends in one way. Else nobody knows, and it is no
/// reason to minimize.
fn unseen_ending(status: TaskStatus) -> Ending {
    match status {
        TaskStatus::Wrapping => Ending::Completed,
        _ => Ending::Rescinded,
    }
}

/// The agent has accepted a new task that waited before a reload, or has dialled it.
fn is_taken(state: &State, sid: &ReservationSid, past: &Past) -> bool {
    let Some(task) = state.task(sid) else {
        return false;
    };
    match task.origin {
        Origin::Offered => {
            task.status == TaskStatus::Accepted && past.status(sid) == Some(TaskStatus::Pending)
        }
        // Flex selects it by itself, and may have had no time to say so.
        Origin::Dialled | Origin::Begun => {
            let awaited = state.dialing != Dialing::Idle || state.recalled.dialed.is_some();
            let nothing = state.selected.is_none() && state.recalled.selected.is_none();
            task.origin == Origin::Dialled && awaited || past.has_seen(sid) && nothing
        }
    }
}

/// Flex forgets its selection with a reload, or keeps it over that of the panel; the agent has not moved.
fn select(
    state: &mut State,
    in_flex: Option<ReservationSid>,
    accepted: Option<ReservationSid>,
    told: &BTreeSet<ReservationSid>,
    effects: &mut Effects,
) {
    let recalled = state.recalled.selected.take();
    if state.selecting.is_some() {
        return selection::told(state, in_flex, effects);
    }
    let same = in_flex.is_none() || in_flex == recalled;
    let ours = accepted.or(state.selected.clone()).or(recalled);
    state.flex_selected = in_flex;
    match ours {
        Some(ours) if same && told.contains(&ours) => memory::resume(state, ours, effects),
        _ => selection::follow_flex(state, effects),
    }
}
