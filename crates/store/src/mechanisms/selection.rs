//! One selection on two sides (R3, R10): in the panel's list and in Flex. If one of them changes, the other follows.
//! [`focus`](super::tabs::focus) then brings the task's tab to the front in Dynamics.

use std::rc::Rc;

use crate::mechanisms::tasks;
use crate::mechanisms::turn::Turn;
use crate::words::action::FlexAction;
use crate::words::awaited::Awaited;
use crate::words::effect::{AGENT_DESKTOP, FlexCommand};
use crate::words::ids::{Record, ReservationSid, Ticket};
use crate::words::problem::{CommandProblem, Problem};
use crate::words::state::State;
use crate::words::task::{Selecting, TaskStatus, Then};

/// Selects a task in the list and in Flex. The tab of the task that Flex ends up with is to be shown.
pub(crate) fn select(turn: &mut Turn<'_>, sid: ReservationSid) {
    select_in_flex(turn, &sid, Then::ShowTab);
    mark(turn, Some(sid));
}

/// Selects a task in the list and in Flex, and moves no tab. The agent is in its tab already (R4), or the panel
/// restores the selection from before a reload.
pub(crate) fn restore(turn: &mut Turn<'_>, sid: ReservationSid) {
    select_in_flex(turn, &sid, Then::StayInTab);
    mark(turn, Some(sid));
}

/// Selects a task that has come by itself. If Flex has not answered an earlier `SelectTask`, it is asked for this task
/// after the answer. So of several tasks that come at once, Flex is asked only for the first and the last.
pub(crate) fn attend(turn: &mut Turn<'_>, sid: ReservationSid) {
    match &mut turn.flex.selecting {
        Some(selecting) => selecting.then = Then::CatchUp,
        None => select_in_flex(turn, &sid, Then::ShowTab),
    }
    mark(turn, Some(sid));
}

/// Flex has answered for a task that another one has overtaken: asks it for the selected task. Returns false if no task
/// is selected.
fn catch_up(turn: &mut Turn<'_>) -> bool {
    let Some(sid) = turn.selection.selected.clone() else {
        return false;
    };
    select_in_flex(turn, &sid, Then::ShowTab);
    true
}

/// Asks Flex to select a task, unless Flex shows it already or has been asked for it.
fn select_in_flex(turn: &mut Turn<'_>, sid: &ReservationSid, then: Then) {
    let elsewhere = turn
        .flex
        .view
        .name
        .as_deref()
        .is_some_and(|view| view != AGENT_DESKTOP);
    let shown = match &turn.flex.selecting {
        Some(selecting) => selecting.sid == *sid,
        None => turn.flex.selected.as_ref() == Some(sid) && !elsewhere,
    };
    if !shown && turn.flex.link.is_open() {
        if elsewhere {
            turn.flex.view.sent_to = Some(AGENT_DESKTOP.into());
        }
        let request = turn.command(
            FlexCommand::SelectTask { sid: sid.clone() },
            Awaited::Selection,
        );
        turn.flex.selecting = Some(Selecting {
            request,
            sid: sid.clone(),
            echoed: false,
            then,
        });
    }
}

/// Notes the selection that Flex reports. Returns false while a `SelectTask` of ours is out: the report is then its
/// echo, or has to wait for its answer.
pub(crate) fn told(state: &mut State, sid: Option<ReservationSid>) -> bool {
    state.flex.selected.clone_from(&sid);
    match &mut state.flex.selecting {
        Some(selecting) if sid.as_ref() == Some(&selecting.sid) => selecting.echoed = true,
        // A different selection after the echo is the agent's own act, and wins over the task that came by itself.
        Some(selecting) if selecting.echoed && sid.is_some() => selecting.then = Then::ShowTab,
        Some(_) => {}
        None => return true,
    }
    false
}

/// Takes Flex's answer to our `SelectTask`. Returns `None` if the request is another one.
pub(crate) fn replied(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<(), CommandProblem>,
) -> Option<Selecting> {
    let is_asked = |selecting: &mut Selecting| selecting.request == request;
    let selecting = turn.flex.selecting.take_if(is_asked)?;
    turn.flex.view.sent_to = None;
    match result {
        Ok(()) if !selecting.echoed => turn.flex.selected = Some(selecting.sid.clone()),
        Ok(()) | Err(CommandProblem::UnknownTask) => {}
        Err(why) => {
            let problem = Problem::CommandFailed {
                action: FlexAction::SelectTask,
                why: why.clone(),
            };
            tasks::set_row_problem(turn, &selecting.sid, problem);
        }
    }
    Some(selecting)
}

/// After the answer to `SelectTask`: asks Flex for the task that has overtaken this one, or takes over Flex's
/// selection. Returns true if the tab of that task has to be shown.
pub(crate) fn settle(turn: &mut Turn<'_>, answered: &Selecting) -> bool {
    let catches_up = answered.then == Then::CatchUp && catch_up(turn);
    !catches_up && take_over(turn) && answered.then != Then::StayInTab
}

/// A task is gone that Flex may have been asked to select.
pub(crate) fn forget(turn: &mut Turn<'_>, sid: &ReservationSid) {
    if let Some(selecting) = turn
        .flex
        .selecting
        .take_if(|selecting| selecting.sid == *sid)
    {
        turn.flex.view.sent_to = None;
        let _ = selecting.then == Then::CatchUp && catch_up(turn);
    }
}

/// The accepted task that was selected last: somebody is on the line there.
pub(crate) fn latest_conversation(state: &State) -> Option<ReservationSid> {
    let talks = |sid: &&ReservationSid| {
        let task = state.task(sid);
        task.is_some_and(|task| task.status == TaskStatus::Accepted)
    };
    state.selection.recent.iter().rev().find(talks).cloned()
}

/// The task that was selected last among the tasks of this record.
pub(crate) fn latest_task_of(state: &State, record: Record) -> Option<ReservationSid> {
    let place = |sid: &ReservationSid| {
        state
            .selection
            .recent
            .iter()
            .position(|recent| recent == sid)
    };
    state
        .tasks
        .iter()
        .filter(|task| task.record == Some(record))
        .map(|task| &task.sid)
        .max_by_key(|sid| place(sid))
        .cloned()
}

/// The list takes over Flex's selection. Returns false if the list has it already.
pub(crate) fn take_over(state: &mut State) -> bool {
    let known = state
        .flex
        .selected
        .clone()
        .filter(|sid| state.task(sid).is_some());
    let other = known != state.selection.selected;
    if other {
        mark(state, known);
    }
    other
}

fn mark(state: &mut State, sid: Option<ReservationSid>) {
    state.selection.selected = sid;
    let Some(sid) = &state.selection.selected else {
        return;
    };
    state.selection.recent.retain(|recent| recent != sid);
    state.selection.recent.push(sid.clone());
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid)
        && (task.ready || task.problem.is_some())
    {
        let task = Rc::make_mut(task);
        task.ready = false;
        task.problem = None;
    }
}
