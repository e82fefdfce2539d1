//! One selection on two sides (R3, R10): the task selected in our list and the task selected in Flex. Whichever moves
//! moves the other one, and with it [`focus`](super::tabs::focus), the tab in front in Dynamics.

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

/// Selects a task in the list and in Flex. Its tab is to be shown wherever Flex ends up.
pub(crate) fn select(turn: &mut Turn<'_>, sid: ReservationSid) {
    select_in_flex(turn, &sid, Then::ShowTab);
    mark(turn, Some(sid));
}

/// Selects a task in the list and in Flex, and leaves the tabs alone: the agent is in its tab already (R4), or was
/// wherever they are before a reload.
pub(crate) fn restore(turn: &mut Turn<'_>, sid: ReservationSid) {
    select_in_flex(turn, &sid, Then::StayInTab);
    mark(turn, Some(sid));
}

/// Selects a task that has come by itself. Flex may have yet to answer for another one: it is asked for this one then,
/// so that of many that come at once it is asked for the first and the last.
pub(crate) fn attend(turn: &mut Turn<'_>, sid: ReservationSid) {
    match &mut turn.flex.selecting {
        Some(selecting) => selecting.then = Then::CatchUp,
        None => select_in_flex(turn, &sid, Then::ShowTab),
    }
    mark(turn, Some(sid));
}

/// Flex has done with what a task that came by itself has overtaken: it is asked for that one now. False if that one
/// has gone.
fn catch_up(turn: &mut Turn<'_>) -> bool {
    let Some(sid) = turn.selection.selected.clone() else {
        return false;
    };
    select_in_flex(turn, &sid, Then::ShowTab);
    true
}

/// Asks Flex to select a task, unless it shows it already, or is about to.
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

/// Flex tells its selection. False while a `SelectTask` of ours is out: then what is told is its echo, or waits for its
/// answer.
pub(crate) fn told(state: &mut State, sid: Option<ReservationSid>) -> bool {
    state.flex.selected.clone_from(&sid);
    match &mut state.flex.selecting {
        Some(selecting) if sid.as_ref() == Some(&selecting.sid) => selecting.echoed = true,
        // The agent's own act, younger than what has come.
        Some(selecting) if selecting.echoed && sid.is_some() => selecting.then = Then::ShowTab,
        Some(_) => {}
        None => return true,
    }
    false
}

/// Flex answers our `SelectTask`; `None` if the request is not that.
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

/// After the answer to `SelectTask`: Flex is asked for what has overtaken it, or our list takes over Flex's selection.
/// True if the tab of that has to be shown.
pub(crate) fn settle(turn: &mut Turn<'_>, answered: &Selecting) -> bool {
    let catches_up = answered.then == Then::CatchUp && catch_up(turn);
    !catches_up && take_over(turn) && answered.then != Then::StayInTab
}

/// A task that Flex may have been asked to select is gone.
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

/// The conversation that was selected last and goes on: somebody is on the line there.
pub(crate) fn latest_conversation(state: &State) -> Option<ReservationSid> {
    let talks = |sid: &&ReservationSid| {
        let task = state.task(sid);
        task.is_some_and(|task| task.status == TaskStatus::Accepted)
    };
    state.selection.recent.iter().rev().find(talks).cloned()
}

/// Of the tasks that share a record, the one that was selected last.
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

/// Our list takes over Flex's selection; false if it has it.
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
        && (task.ready || task.refused.is_some())
    {
        let task = Rc::make_mut(task);
        task.ready = false;
        task.refused = None;
    }
}
