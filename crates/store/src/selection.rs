//! One selection on two sides (R3, R10): the task selected in our list and the task selected in Flex. Whichever moves
//! moves the other one, and with it [`focus`](super::focus), the tab in front in Dynamics.

use std::rc::Rc;

use super::awaited::Awaited;
use super::effect::AGENT_DESKTOP;
use super::focus::{refuse, show};
use super::problem::{CommandProblem, Problem};
use super::state::{Ending, Selecting, TaskStatus};
use super::turn::Turn;
use super::{FlexCommand, RequestId, ReservationSid, State, tasks};

/// Selects a task on all three sides.
pub(super) fn select(turn: &mut Turn<'_>, sid: ReservationSid) {
    select_in_flex(turn, &sid, true);
    mark(turn, Some(sid));
    show(turn);
}

/// Selects a task in the list and in Flex, and leaves the tabs alone: the agent is in its tab already (R4), or was
/// wherever they are before a reload.
pub(super) fn restore(turn: &mut Turn<'_>, sid: ReservationSid) {
    select_in_flex(turn, &sid, false);
    mark(turn, Some(sid));
}

/// Selects a task that has come by itself. Flex may have yet to answer for another one: it is asked for this one then,
/// so that of many that come at once it is asked for the first and the last.
pub(super) fn attend(turn: &mut Turn<'_>, sid: ReservationSid) {
    match &mut turn.selecting {
        Some(selecting) => selecting.overtaken = true,
        None => select_in_flex(turn, &sid, true),
    }
    mark(turn, Some(sid));
    show(turn);
}

/// Flex has done with what a task that came by itself has overtaken: it is asked for that one now. False if that one
/// has gone.
fn catch_up(turn: &mut Turn<'_>) -> bool {
    let Some(sid) = turn.selected.clone() else {
        return false;
    };
    select_in_flex(turn, &sid, true);
    true
}

/// Asks Flex to select a task, unless it shows it already, or is about to.
fn select_in_flex(turn: &mut Turn<'_>, sid: &ReservationSid, shows: bool) {
    let elsewhere = turn
        .view
        .name
        .as_deref()
        .is_some_and(|view| view != AGENT_DESKTOP);
    let shown = match &turn.selecting {
        Some(selecting) => selecting.sid == *sid,
        None => turn.flex_selected.as_ref() == Some(sid) && !elsewhere,
    };
    if !shown && turn.flex.is_open() {
        if elsewhere {
            turn.view.sent_to = Some(AGENT_DESKTOP.into());
        }
        let request = turn.command(
            FlexCommand::SelectTask { sid: sid.clone() },
            Awaited::Selection,
        );
        turn.selecting = Some(Selecting {
            request,
            sid: sid.clone(),
            shows,
            echoed: false,
            overtaken: false,
        });
    }
}

/// Flex tells its selection: somebody's act there, or the echo of ours.
pub(super) fn told(turn: &mut Turn<'_>, sid: Option<ReservationSid>) {
    turn.flex_selected.clone_from(&sid);
    match &mut turn.selecting {
        Some(selecting) if sid.as_ref() == Some(&selecting.sid) => selecting.echoed = true,
        // The agent's own act, younger than what has come.
        Some(selecting) => selecting.overtaken &= sid.is_none() || !selecting.echoed,
        None => {
            // A deselection is what Flex does when a task has ended: nobody's act.
            if sid.is_some() && sid != turn.selected {
                turn.mode.docked_by_arrival = false;
            }
            follow_flex(turn);
        }
    }
}

/// Flex answers our `SelectTask`; false if the request is not that.
pub(super) fn replied(
    turn: &mut Turn<'_>,
    request: RequestId,
    result: &Result<(), CommandProblem>,
) -> bool {
    if turn
        .selecting
        .as_ref()
        .is_none_or(|selecting| selecting.request != request)
    {
        return false;
    }
    let Some(selecting) = turn.selecting.take() else {
        return false;
    };
    turn.view.sent_to = None;
    let Selecting {
        shows, overtaken, ..
    } = selecting;
    match result {
        Ok(()) if !selecting.echoed => turn.flex_selected = Some(selecting.sid),
        Ok(()) => {}
        // It has left Flex, and nobody told.
        Err(CommandProblem::UnknownTask) => {
            tasks::end(turn, &selecting.sid, Ending::Rescinded);
        }
        Err(why) => {
            let problem = Problem::CommandFailed {
                action: "SelectTask",
                why: why.clone(),
            };
            refuse(turn, &selecting.sid, problem);
        }
    }
    let catches_up = overtaken && catch_up(turn);
    if !catches_up && take_over(turn) && shows {
        show(turn);
    }
    true
}

/// A task that Flex may have been asked to select is gone.
pub(super) fn forget(turn: &mut Turn<'_>, sid: &ReservationSid) {
    if let Some(selecting) = turn.selecting.take_if(|selecting| selecting.sid == *sid) {
        turn.view.sent_to = None;
        let _ = selecting.overtaken && catch_up(turn);
    }
}

/// A task has ended. If it was about to be selected, what Flex shows still stands: it will not tell that anew. If it was
/// selected, the agent goes back to the conversation that was selected before it: somebody is on the line there.
pub(super) fn after_an_end(turn: &mut Turn<'_>) {
    if turn.selecting.is_some() {
        return;
    }
    follow_flex(turn);
    let talks = |sid: &&ReservationSid| {
        let task = turn.task(sid);
        task.is_some_and(|task| task.status == TaskStatus::Accepted)
    };
    if turn.selected.is_none()
        && let Some(sid) = turn.recent.iter().rev().find(talks).cloned()
    {
        select(turn, sid);
    }
}

/// Our list takes over Flex's selection, and its tab comes to the front.
pub(super) fn follow_flex(turn: &mut Turn<'_>) {
    if take_over(turn) {
        show(turn);
    }
}

/// Our list takes over Flex's selection; false if it has it.
fn take_over(state: &mut State) -> bool {
    let known = state
        .flex_selected
        .clone()
        .filter(|sid| state.task(sid).is_some());
    let other = known != state.selected;
    if other {
        mark(state, known);
    }
    other
}

fn mark(state: &mut State, sid: Option<ReservationSid>) {
    state.selected = sid;
    let Some(sid) = &state.selected else { return };
    state.recent.retain(|recent| recent != sid);
    state.recent.push(sid.clone());
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid)
        && (task.ready || task.refused.is_some())
    {
        let task = Rc::make_mut(task);
        task.ready = false;
        task.refused = None;
    }
}
