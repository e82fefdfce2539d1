//! Dock, minimize: R1 docks, R5 and R9 minimize, R6 and R7 dock. The host decides: it may refuse, and the agent
//! and the session templates change the mode as well.

use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::state::{AskedMode, Dialing, DynamicsLink, Ending, FlexLink, PanelMode};
use super::update::Effects;
use super::{DynamicsCall, RequestId, State};

/// Dynamics is there: ask how the panel stands, and do what had to wait.
pub(super) fn connected(state: &mut State, effects: &mut Effects) {
    state.mode.reading = Some(state.call(DynamicsCall::GetMode, effects));
    if let Some(wanted) = state.mode.wanted.take() {
        ask(state, wanted, effects);
    }
}

/// Docks or minimizes, unless that is so already or under way.
pub(super) fn ask(state: &mut State, mode: PanelMode, effects: &mut Effects) {
    if state.dynamics != DynamicsLink::Connected {
        state.mode.wanted = Some(mode);
        return;
    }
    if heading(state) != Some(mode) {
        let request = state.call(DynamicsCall::SetMode(mode), effects);
        state.mode.asked = Some(AskedMode {
            request,
            mode,
            echoed: false,
        });
        state.mode.untold.push(mode);
        let surplus = state.mode.untold.len().saturating_sub(UNTOLD);
        let _ = state.mode.untold.drain(..surplus);
    }
}

/// How many orders are kept until the host has told of them: one that tells of none must not fill the memory.
const UNTOLD: usize = 4;

/// R1: an arrival docks the panel, and the panel remembers that nobody else did.
pub(super) fn dock_for_arrival(state: &mut State, effects: &mut Effects) {
    if heading(state) != Some(PanelMode::Docked) {
        state.mode.docked_by_arrival = true;
    }
    ask(state, PanelMode::Docked, effects);
}

/// R5: a task has ended.
pub(super) fn task_ended(state: &mut State, ending: Ending, effects: &mut Effects) {
    let last = state.tasks.is_empty() && state.dialing == Dialing::Idle;
    let ours_to_undo = state.mode.docked_by_arrival;
    if last && (ending == Ending::Completed || ours_to_undo) {
        state.mode.docked_by_arrival = false;
        ask(state, PanelMode::Minimized, effects);
    }
}

/// R9: with both sides up and the mode read, the panel finds its first mode: minimized without a task; on screen
/// with one.
pub(super) fn settle(state: &mut State, effects: &mut Effects) {
    let ready = state.dynamics == DynamicsLink::Connected
        && state.flex == FlexLink::Connected
        && state.mode.reading.is_none();
    if state.mode.settled || !ready {
        return;
    }
    state.mode.settled = true;
    if state.tasks.is_empty() {
        ask(state, PanelMode::Minimized, effects);
    } else if state.mode.now != Some(PanelMode::Minimized) {
        ask(state, PanelMode::Docked, effects);
    }
}

/// `onmodechanged`: the echo of our own request, or somebody's act. An answer may overtake the echo, and the next
/// order as well.
pub(super) fn changed(state: &mut State, told: PanelMode) {
    let untold = &mut state.mode.untold;
    match untold.iter().position(|order| *order == told) {
        Some(place) => untold.drain(..=place).for_each(drop),
        None => untold.clear(),
    }
    match &mut state.mode.asked {
        Some(asked) if asked.mode == told && !asked.echoed => asked.echoed = true,
        _ if state.mode.now != Some(told) => state.touched(),
        _ => {}
    }
    state.mode.now = Some(told);
}

/// Takes the answer to `getMode` or `setMode`; false if the request is neither.
pub(super) fn answered(
    state: &mut State,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) -> bool {
    if state.mode.reading == Some(request) {
        state.mode.reading = None;
        if let (Ok(Answer::Mode(mode)), None) = (result, state.mode.now) {
            state.mode.now = Some(*mode);
        }
        return true;
    }
    let Some(asked) = state.mode.asked.filter(|asked| asked.request == request) else {
        return false;
    };
    state.mode.asked = None;
    if result.is_ok() {
        state.take_back(|problem| matches!(problem, Problem::ModeRefused(_)));
    }
    match result {
        Ok(_) if asked.echoed => {}
        Ok(_) => state.mode.now = Some(asked.mode),
        Err(problem) => {
            let untold = &mut state.mode.untold;
            if let Some(place) = untold.iter().rposition(|order| *order == asked.mode) {
                let _ = untold.remove(place);
            }
            if *problem == CallProblem::TimedOut {
                // Unknown, not refused: look, so that the agent is offered what there is to do.
                state.mode.now = None;
                state.mode.reading = Some(state.call(DynamicsCall::GetMode, effects));
            }
            state.tell(Problem::ModeRefused(problem.clone()));
        }
    }
    true
}

/// The mode that the panel has, or is about to have.
fn heading(state: &State) -> Option<PanelMode> {
    state.mode.untold.last().copied().or(state.mode.now)
}
