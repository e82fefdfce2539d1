//! The rules of the sync, as `docs/rules.md` states them. Each function turns the outcome of one mechanism into acts of
//! others. The mechanisms do not know each other's purposes.

use std::rc::Rc;

use crate::mechanisms::tabs::{focus, records};
use crate::mechanisms::turn::Turn;
use crate::mechanisms::windows::{outbox, remote_tabs};
use crate::mechanisms::{dialing, ending, mode, selection, tasks};
use crate::words::agent::AgentAction;
use crate::words::click::{ClickToAct, Dialing};
use crate::words::ids::{Record, ReservationSid, Ticket};
use crate::words::mode::PanelMode;
use crate::words::problem::CommandProblem;
use crate::words::saved::Baseline;
use crate::words::settings::{Arrival, PopOn, Sessions};
use crate::words::state::State;
use crate::words::task::{Ending, Origin, Task, TaskRow, TaskStatus};
use crate::words::windows::Forwarded;

/// Flex reports a task: it is new (R1), or it has changed.
pub(crate) fn task_told(turn: &mut Turn<'_>, told: Task) {
    let sid = told.sid.clone();
    let change = tasks::put(turn, told);
    if matches!(change, tasks::Change::New) {
        task_arrived(turn, &sid);
    } else {
        task_changed(turn, sid, &change);
    }
}

/// R1: opens the record of a task that is new in the list, and may select the task.
fn task_arrived(turn: &mut Turn<'_>, sid: &ReservationSid) {
    come(turn, sid, &Baseline::Live);
    attend(turn, sid, &Baseline::Live);
    if turn.flex.selected.as_ref() == Some(sid) && turn.flex.selecting.is_none() {
        follow_flex(turn);
    }
}

/// Handles a change of a task that was in the list already.
pub(crate) fn task_changed(turn: &mut Turn<'_>, sid: ReservationSid, change: &tasks::Change) {
    let tasks::Change::Known {
        accepted,
        line_came,
        other_record,
    } = change
    else {
        return;
    };
    if let Some(before) = other_record {
        let _ = turn.saved.popped.remove(&sid);
        before
            .iter()
            .for_each(|record| records::forget_unless_bound(turn, *record));
    }
    if *line_came {
        ending::line_came(turn, &sid);
    }
    if *accepted {
        turn.agent_acted();
        take_up(turn, sid);
    } else if other_record.is_some() {
        pop(turn, &sid);
    }
}

/// A task is new in the list. Opens its record and docks the panel, as R1 says. If the task is no longer pending and
/// nobody knows whether its record was opened, the record waits until the task is selected.
pub(crate) fn come(turn: &mut Turn<'_>, sid: &ReservationSid, baseline: &Baseline) {
    let Some(task) = turn.task(sid) else { return };
    let (origin, pending) = (task.origin, task.status == TaskStatus::Pending);
    let (seen, known) = (baseline.has_seen(sid), baseline.is_known());
    match origin {
        Origin::Offered if pending || known => {
            let busy = is_busy(turn) && turn.selection.selected.as_ref() != Some(sid);
            if !(busy && would_disturb(turn, task.record)) {
                pop(turn, sid);
            }
            match (seen, pending) {
                (false, true) => mode::dock_for_arrival(turn),
                // The agent has accepted the task before the panel heard of it.
                (false, false) => mode::ask(turn, PanelMode::Docked),
                (true, _) => {}
            }
        }
        Origin::Dialled if !seen => dialing::task_came(turn, sid),
        Origin::Offered | Origin::Dialled | Origin::Begun => {}
    }
}

/// Selects a new task unless the agent is busy. A task known from before a reload is selected only if nothing else is.
pub(crate) fn attend(turn: &mut Turn<'_>, sid: &ReservationSid, baseline: &Baseline) {
    let seen = baseline.has_seen(sid);
    let taken = seen && turn.selection.selected.is_some();
    let free = !is_busy(turn) || turn.settings.arrival == Arrival::Bring;
    if !is_waiting(turn, sid) || taken || !free {
        return;
    }
    if seen {
        selection::restore(turn, sid.clone());
    } else {
        selection::attend(turn, sid.clone());
        show_selected(turn);
    }
}

/// True if the record of a new task would take a busy agent away from the selected task. During a call it does so for a
/// moment, until the tab of the selected task is back. With a session for each record it does so for good, because only
/// the agent can go back to the session before.
fn would_disturb(state: &State, record: Option<Record>) -> bool {
    if record.is_some_and(|record| state.tabs.bound(record).is_some()) {
        return false;
    }
    let talks = |task: &Rc<TaskRow>| task.is_live_call() && !task.is_waiting();
    let by_tab = state.settings.arrival == Arrival::Auto && state.tasks.iter().any(talks);
    by_tab || state.settings.sessions == Sessions::PerTask
}

fn is_busy(state: &State) -> bool {
    let selected = state.selected_task();
    selected.is_some_and(|task| task.status == TaskStatus::Accepted || task.is_ringing_out())
}

/// True if the task is offered and nobody has accepted it.
pub(crate) fn is_waiting(state: &State, sid: &ReservationSid) -> bool {
    state.task(sid).is_some_and(|task| task.is_waiting())
}

/// Opens the record of an offered task, if the settings say that now is the time.
pub(crate) fn pop(state: &mut State, sid: &ReservationSid) {
    let Some(task) = state.task(sid) else { return };
    let Some(record) = task.record.filter(|_| task.origin == Origin::Offered) else {
        return;
    };
    let waits = state.settings.arrival == Arrival::Wait || state.settings.pop_on == PopOn::Accepted;
    if task.status != TaskStatus::Pending || !waits {
        if state.saved.popped.contains(sid) {
            return;
        }
        let is_open = state.tabs.bound(record).is_some();
        let shared = state
            .tasks
            .iter()
            .filter(|task| task.record == Some(record))
            .count()
            > 1;
        let selected = state.selection.selected.as_ref() == Some(sid);
        records::want(state, record, false);
        if is_open && shared && !selected {
            tasks::set_ready(state, sid);
        }
    }
}

/// The agent has accepted a task: opens its record and selects it.
pub(crate) fn take_up(turn: &mut Turn<'_>, sid: ReservationSid) {
    pop(turn, &sid);
    select(turn, sid);
}

/// R3: selects a task in the list and in Flex, and shows its tab.
pub(crate) fn select(turn: &mut Turn<'_>, sid: ReservationSid) {
    selection::select(turn, sid);
    show_selected(turn);
}

/// R3: brings the tab of the selected task to the front. A record that has no tab yet is opened.
pub(crate) fn show_selected(turn: &mut Turn<'_>) {
    let Some(task) = turn.selected_task() else {
        return;
    };
    let Some(record) = task.record else { return };
    let opens = task.origin == Origin::Offered
        && (turn.settings.pop_on == PopOn::Reserved || task.status != TaskStatus::Pending);
    let (tabs, is_known) = (&turn.tabs, turn.tabs.records.contains_key(&record));
    if tabs.bound(record).is_some() {
        focus::bring(turn, record);
    } else if opens && !is_known && tabs.opening_of(record).is_none() {
        remote_tabs::open(turn, record);
    }
}

/// R3: the list takes over Flex's selection, and the tab of that task comes to the front.
pub(crate) fn follow_flex(turn: &mut Turn<'_>) {
    if selection::take_over(turn) {
        show_selected(turn);
    }
}

/// R3, R10: Flex reports its selection. It is an act of the agent there, or the echo of the panel's own command.
pub(crate) fn flex_selected(turn: &mut Turn<'_>, sid: Option<ReservationSid>) {
    // Flex deselects a task that has ended: that is no act of the agent.
    let somebodys = sid.is_some() && sid != turn.selection.selected;
    if selection::told(turn, sid) {
        if somebodys {
            turn.mode.keep_dock();
        }
        follow_flex(turn);
    }
}

/// R10: takes Flex's answer to `SelectTask`. Returns false if the request is another one.
pub(crate) fn selection_answered(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<(), CommandProblem>,
) -> bool {
    let Some(answered) = selection::replied(turn, request, result) else {
        return false;
    };
    if *result == Err(CommandProblem::UnknownTask) {
        // The task has left Flex without an event.
        task_ended(turn, &answered.sid, Ending::Rescinded);
    }
    if selection::settle(turn, &answered) {
        show_selected(turn);
    }
    true
}

/// R4: the agent has gone to the tab or the session of this record, so the task of the record becomes the selected one.
pub(crate) fn agent_went_to(turn: &mut Turn<'_>, record: Record) {
    let selected = turn.selected_task().and_then(|task| task.record);
    if selected != Some(record)
        && let Some(sid) = selection::latest_task_of(turn, record)
    {
        turn.mode.keep_dock();
        if turn.windows.follows() {
            outbox::enqueue(turn, Forwarded::Act(AgentAction::Select(sid)));
        } else {
            selection::restore(turn, sid);
        }
    }
}

/// R5: a task has ended. It leaves the list, and the panel may minimize itself.
pub(crate) fn task_ended(turn: &mut Turn<'_>, sid: &ReservationSid, how: Ending) {
    let Some(task) = tasks::remove(turn, sid) else {
        return;
    };
    ending::forget(turn, sid);
    selection::forget(turn, sid);
    if let Some(record) = task.record {
        records::forget_unless_bound(turn, record);
    }
    mode::task_ended(turn, how);
}

/// After the end of a task, the list takes over Flex's selection: Flex reports it only once, and it may have come while
/// the ended task was about to be selected. If no task is selected now, the agent goes back to the accepted task that
/// was selected last, because somebody is on the line there.
pub(crate) fn after_an_end(turn: &mut Turn<'_>) {
    if turn.flex.selecting.is_some() {
        return;
    }
    follow_flex(turn);
    if turn.selection.selected.is_none()
        && let Some(sid) = selection::latest_conversation(turn)
    {
        select(turn, sid);
    }
}

/// R6: the agent has clicked a phone field. A click does nothing while a number is being dialled.
pub(crate) fn phone_field_clicked(turn: &mut Turn<'_>, click: Rc<ClickToAct>) {
    if turn.calls.dialing == Dialing::Idle {
        turn.agent_acted();
        mode::ask(turn, PanelMode::Docked);
        dialing::begin(turn, click);
    }
}

/// R7: Flex shows another view, so the panel docks. The first view after a load is nobody's act, and a view that the
/// panel has sent Flex to is an echo: they dock nothing.
pub(crate) fn view_changed(turn: &mut Turn<'_>, name: Rc<str>) {
    let known = turn.flex.view.name.replace(name.clone());
    let first_or_same = known.is_none_or(|known| known == name);
    let echo = turn
        .flex
        .view
        .sent_to
        .take_if(|sent_to| *sent_to == name)
        .is_some();
    if !first_or_same && !echo {
        turn.agent_acted();
        mode::ask(turn, PanelMode::Docked);
    }
}
