//! A task arrives (R1): its record is opened, the panel is docked, and it is selected unless the agent is busy.

use std::rc::Rc;

use super::memory::Past;
use super::settings::{Arrival, PopOn, Sessions};
use super::state::{Origin, PanelMode, RecordTab, State, Task, TaskStatus};
use super::turn::Turn;
use super::{Record, ReservationSid, dialing, focus, mode, records, selection};

/// R1: a task is new in the list, and may be selected.
pub(super) fn arrive(turn: &mut Turn<'_>, sid: ReservationSid) {
    come(turn, &sid, &Past::Lived);
    attend(turn, &sid, &Past::Lived);
    if turn.flex_selected.as_ref() == Some(&sid) && turn.selecting.is_none() {
        selection::follow_flex(turn);
    }
}

/// A task is new in the list. Of one that is no longer pending it may not be known whether its record was opened: then
/// it waits to be selected.
pub(super) fn come(turn: &mut Turn<'_>, sid: &ReservationSid, past: &Past) {
    let Some(task) = turn.task(sid) else { return };
    let (origin, pending) = (task.origin, task.status == TaskStatus::Pending);
    let (seen, known) = (past.has_seen(sid), past.is_known());
    match origin {
        Origin::Offered if pending || known => {
            let busy = is_busy(turn) && turn.selected.as_ref() != Some(sid);
            if !(busy && would_disturb(turn, task.record)) {
                pop(turn, sid);
            }
            match (seen, pending) {
                (false, true) => mode::dock_for_arrival(turn),
                // The agent has accepted it meanwhile.
                (false, false) => mode::ask(turn, PanelMode::Docked),
                (true, _) => {}
            }
        }
        Origin::Dialled if !seen => dialing::task_came(turn, sid),
        Origin::Offered | Origin::Dialled | Origin::Begun => {}
    }
}

/// A newcomer is selected, unless the agent is busy. One that was there before is none, and is selected if no other is.
pub(super) fn attend(turn: &mut Turn<'_>, sid: &ReservationSid, past: &Past) {
    let seen = past.has_seen(sid);
    let taken = seen && turn.selected.is_some();
    let free = !is_busy(turn) || turn.settings.arrival == Arrival::Bring;
    if !is_waiting(turn, sid) || taken || !free {
        return;
    }
    if seen {
        selection::restore(turn, sid.clone());
    } else {
        selection::attend(turn, sid.clone());
    }
}

/// Whether the record of a newcomer would take a busy agent away from their task when it comes up. During a call it does
/// so for a moment, until the tab is back. Where each record gets its own session it does so for good: only the agent can
/// bring the session before back.
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
