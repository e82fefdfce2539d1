//! One selection on two sides (R3, R10): the task selected in our list and the task selected in Flex. Whichever moves
//! moves the other one, and with it [`focus`](super::focus), the tab in front in Dynamics.

use std::rc::Rc;

use super::effect::AGENT_DESKTOP;
use super::focus::{refuse, show};
use super::problem::{CommandProblem, Problem};
use super::state::{Ending, Selecting, TaskStatus};
use super::update::Effects;
use super::{FlexCommand, RequestId, ReservationSid, State, tasks};

/// Selects a task on all three sides.
pub(super) fn select(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    select_in_flex(state, &sid, true, effects);
    mark(state, Some(sid));
    show(state, effects);
}

/// Selects a task in the list and in Flex, and leaves the tabs alone: the agent is in its tab already (R4), or was
/// wherever they are before a reload.
pub(super) fn restore(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    select_in_flex(state, &sid, false, effects);
    mark(state, Some(sid));
}

/// Selects a task that has come by itself. Flex may have yet to answer for another one: it is asked for this one then,
/// so that of many that come at once it is asked for the first and the last.
pub(super) fn attend(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    match &mut state.selecting {
        Some(selecting) => selecting.overtaken = true,
        None => select_in_flex(state, &sid, true, effects),
    }
    mark(state, Some(sid));
    show(state, effects);
}

/// Flex has done with what a task that came by itself has overtaken: it is asked for that one now. False if that one
/// has gone.
fn catch_up(state: &mut State, effects: &mut Effects) -> bool {
    let Some(sid) = state.selected.clone() else {
        return false;
    };
    select_in_flex(state, &sid, true, effects);
    true
}

/// Asks Flex to select a task, unless it shows it already, or is about to.
fn select_in_flex(state: &mut State, sid: &ReservationSid, shows: bool, effects: &mut Effects) {
    let elsewhere = state
        .view
        .name
        .as_deref()
        .is_some_and(|view| view != AGENT_DESKTOP);
    let shown = match &state.selecting {
        Some(selecting) => selecting.sid == *sid,
        None => state.flex_selected.as_ref() == Some(sid) && !elsewhere,
    };
    if !shown && state.flex.is_open() {
        if elsewhere {
            state.view.sent_to = Some(AGENT_DESKTOP.into());
        }
        let request = state.command(FlexCommand::SelectTask { sid: sid.clone() }, effects);
        state.selecting = Some(Selecting {
            request,
            sid: sid.clone(),
            shows,
            echoed: false,
            overtaken: false,
        });
    }
}

/// Flex tells its selection: somebody's act there, or the echo of ours.
pub(super) fn told(state: &mut State, sid: Option<ReservationSid>, effects: &mut Effects) {
    state.flex_selected.clone_from(&sid);
    match &mut state.selecting {
        Some(selecting) if sid.as_ref() == Some(&selecting.sid) => selecting.echoed = true,
        // The agent's own act, younger than what has come.
        Some(selecting) => selecting.overtaken &= sid.is_none() || !selecting.echoed,
        None => {
            // A deselection is what Flex does when a task has ended: nobody's act.
            if sid.is_some() && sid != state.selected {
                state.mode.docked_by_arrival = false;
            }
            follow_flex(state, effects);
        }
    }
}

/// Flex answers our `SelectTask`; false if the request is not that.
pub(super) fn replied(
    state: &mut State,
    request: RequestId,
    result: &Result<(), CommandProblem>,
    effects: &mut Effects,
) -> bool {
    if state
        .selecting
        .as_ref()
        .is_none_or(|selecting| selecting.request != request)
    {
        return false;
    }
    let Some(selecting) = state.selecting.take() else {
        return false;
    };
    state.view.sent_to = None;
    let Selecting {
        shows, overtaken, ..
    } = selecting;
    match result {
        Ok(()) if !selecting.echoed => state.flex_selected = Some(selecting.sid),
        Ok(()) => {}
        // It has left Flex, and nobody told.
        Err(CommandProblem::UnknownTask) => {
            tasks::end(state, &selecting.sid, Ending::Rescinded, effects);
        }
        Err(why) => {
            let problem = Problem::CommandFailed {
                action: "SelectTask",
                why: why.clone(),
            };
            refuse(state, &selecting.sid, problem);
        }
    }
    let catches_up = overtaken && catch_up(state, effects);
    if !catches_up && take_over(state) && shows {
        show(state, effects);
    }
    true
}

/// A task that Flex may have been asked to select is gone.
pub(super) fn forget(state: &mut State, sid: &ReservationSid, effects: &mut Effects) {
    if let Some(selecting) = state.selecting.take_if(|selecting| selecting.sid == *sid) {
        state.view.sent_to = None;
        let _ = selecting.overtaken && catch_up(state, effects);
    }
}

/// A task has ended. If it was about to be selected, what Flex shows still stands: it will not tell that anew. If it was
/// selected, the agent goes back to the conversation that was selected before it: somebody is on the line there.
pub(super) fn after_an_end(state: &mut State, effects: &mut Effects) {
    if state.selecting.is_some() {
        return;
    }
    follow_flex(state, effects);
    let talks = |sid: &&ReservationSid| {
        let task = state.task(sid);
        task.is_some_and(|task| task.status == TaskStatus::Accepted)
    };
    if state.selected.is_none()
        && let Some(sid) = state.recent.iter().rev().find(talks).cloned()
    {
        select(state, sid, effects);
    }
}

/// Our list takes over Flex's selection, and its tab comes to the front.
pub(super) fn follow_flex(state: &mut State, effects: &mut Effects) {
    if take_over(state) {
        show(state, effects);
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
