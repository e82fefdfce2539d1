//! A task arrives (R1): its record is opened, the panel is docked, and it is selected unless the agent is busy.

use std::rc::Rc;

use super::memory::Past;
use super::settings::{Arrival, PopOn, Sessions};
use super::state::{Origin, PanelMode, RecordTab, State, Task, TaskStatus};
use super::update::Effects;
use super::{Record, ReservationSid, dialing, focus, mode, records, selection};

/// R1: a task is new in the list, and may be selected.
pub(super) fn arrive(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    come(state, &sid, &Past::Lived, effects);
    attend(state, &sid, &Past::Lived, effects);
    if state.flex_selected.as_ref() == Some(&sid) && state.selecting.is_none() {
        selection::follow_flex(state, effects);
    }
}

/// A task is new in the list. Of one that is no longer pending it may not be known whether its record was opened: then
/// it waits to be selected.
pub(super) fn come(state: &mut State, sid: &ReservationSid, past: &Past, effects: &mut Effects) {
    let Some(task) = state.task(sid) else { return };
    let (origin, pending) = (task.origin, task.status == TaskStatus::Pending);
    let (seen, known) = (past.has_seen(sid), past.is_known());
    match origin {
        Origin::Offered if pending || known => {
            let busy = is_busy(state) && state.selected.as_ref() != Some(sid);
            if !(busy && would_disturb(state, task.record)) {
                pop(state, sid);
            }
            match (seen, pending) {
                (false, true) => mode::dock_for_arrival(state, effects),
                // The agent has accepted it meanwhile.
                (false, false) => mode::ask(state, PanelMode::Docked, effects),
                (true, _) => {}
            }
        }
        Origin::Dialled if !seen => dialing::task_came(state, sid),
        Origin::Offered | Origin::Dialled | Origin::Begun => {}
    }
}

/// A newcomer is selected, unless the agent is busy. One that was there before is none, and is selected if no other is.
pub(super) fn attend(state: &mut State, sid: &ReservationSid, past: &Past, effects: &mut Effects) {
    let seen = past.has_seen(sid);
    let taken = seen && state.selected.is_some();
    let free = !is_busy(state) || state.settings.arrival == Arrival::Bring;
    if !is_waiting(state, sid) || taken || !free {
        return;
    }
    if seen {
        selection::restore(state, sid.clone(), effects);
    } else {
        selection::attend(state, sid.clone(), effects);
    }
}

/// Whether the record of a newcomer, coming up, would take a busy agent away from their task: during a call, for the moment until the
/// tab is back; where each record gets its own session, for good, since only the agent can bring the one before back.
fn would_disturb(state: &State, record: Option<Record>) -> bool {
    let tab = record.and_then(|record| state.records.get(&record));
    if matches!(tab, Some(RecordTab::Bound(_))) {
        return false;
    }
    let talks = |task: &Rc<Task>| task.is_live_call() && !task.is_waiting();
    let by_tab = state.settings.arrival == Arrival::Auto && state.tasks.iter().any(talks);
    by_tab || state.settings.sessions == Sessions::PerTask
}

fn is_busy(state: &State) -> bool {
    let selected = state.selected_task();
    selected.is_some_and(|task| task.status == TaskStatus::Accepted || task.is_ringing_out())
}

/// It is an offered task that nobody has accepted.
pub(super) fn is_waiting(state: &State, sid: &ReservationSid) -> bool {
    state.task(sid).is_some_and(|task| task.is_waiting())
}

/// The record of an offered task is opened, if the settings say that now is the time.
pub(super) fn pop(state: &mut State, sid: &ReservationSid) {
    let Some(task) = state.task(sid) else { return };
    let Some(record) = task.record.filter(|_| task.origin == Origin::Offered) else {
        return;
    };
    let waits = state.settings.arrival == Arrival::Wait || state.settings.pop_on == PopOn::Accepted;
    if task.status != TaskStatus::Pending || !waits {
        if state.popped.contains(sid) {
            return;
        }
        let is_open = matches!(state.records.get(&record), Some(RecordTab::Bound(_)));
        let shared = state
            .tasks
            .iter()
            .filter(|task| task.record == Some(record))
            .count()
            > 1;
        let selected = state.selected.as_ref() == Some(sid);
        records::want(state, record, false);
        if is_open && shared && !selected {
            focus::set_ready(state, sid);
        }
    }
}
