//! The panel's mode. R1, R6 and R7 dock the panel; R5 and R9 minimize it. Dynamics decides: it may refuse. The agent
//! and the session templates change the mode, too.

use crate::mechanisms::dialing;
use crate::mechanisms::turn::Turn;
use crate::words::awaited::Awaited;
use crate::words::effect::DynamicsCall;
use crate::words::event::Answer;
use crate::words::ids::Ticket;
use crate::words::links::FlexLink;
use crate::words::mode::{AutoDock, Mode, ModeProgress, ModeRequest, PanelMode};
use crate::words::problem::{CallProblem, Problem};
use crate::words::state::State;
use crate::words::task::Ending;

/// Dynamics is connected: asks for the present mode, and for the mode that had to wait.
pub(crate) fn connected(turn: &mut Turn<'_>) {
    turn.mode.reading = Some(turn.call(DynamicsCall::GetMode, Awaited::Mode));
    if let Some(wanted) = turn.mode.wanted.take() {
        ask(turn, wanted);
    }
}

/// Docks or minimizes the panel, unless it has that mode already or is about to have it.
pub(crate) fn ask(turn: &mut Turn<'_>, mode: PanelMode) {
    if !turn.dynamics.is_open() {
        turn.mode.wanted = Some(mode);
        return;
    }
    turn.mode.wanted = None;
    if heading(turn) != Some(mode) {
        let request = turn.call(DynamicsCall::SetMode(mode), Awaited::Mode);
        let requests = &mut turn.mode.requests;
        requests.push(ModeRequest {
            request,
            mode,
            progress: ModeProgress::Pending,
        });
        let surplus = requests.len().saturating_sub(REQUESTS);
        let _ = requests.drain(..surplus);
    }
}

/// How many requests are kept until Dynamics has answered and echoed them. A host that says nothing must not fill the
/// memory.
const REQUESTS: usize = 4;

/// A session of ours is in front. Dynamics may now grant what it refused in another session, so the panel asks again if
/// there is still a task.
pub(crate) fn try_again(turn: &mut Turn<'_>) {
    let wanted = turn.mode.wanted.filter(|_| !turn.tasks.is_empty());
    if let Some(mode) = wanted {
        ask(turn, mode);
    }
}

/// R1: docks the panel for an arrival, and notes that nobody else has docked it.
pub(crate) fn dock_for_arrival(turn: &mut Turn<'_>) {
    match heading(turn) {
        Some(PanelMode::Docked) => {}
        Some(_) => turn.mode.auto_dock = AutoDock::Yes,
        None if turn.mode.auto_dock == AutoDock::Yes => {}
        None => turn.mode.auto_dock = AutoDock::Undecided,
    }
    ask(turn, PanelMode::Docked);
}

/// R5: a task has ended.
pub(crate) fn task_ended(turn: &mut Turn<'_>, ending: Ending) {
    let last = turn.tasks.is_empty() && !dialing::is_under_way(turn);
    let ours_to_undo = turn.mode.auto_dock == AutoDock::Yes;
    if last && (ending == Ending::Completed || ours_to_undo) {
        minimize(turn);
    } else if last && turn.mode.auto_dock == AutoDock::Undecided {
        // The arrival has not docked the panel yet. If it still does, that is undone as soon as the mode is known.
        let _ = turn.mode.wanted.take();
        if turn.mode.reading.is_none() {
            turn.mode.auto_dock = AutoDock::No;
        }
    }
}

fn minimize(turn: &mut Turn<'_>) {
    turn.mode.auto_dock = AutoDock::No;
    ask(turn, PanelMode::Minimized);
}

/// R9: the panel finds its first mode once Dynamics and Flex are connected and the mode is known. Without a task and
/// without a call on its way it minimizes itself. Otherwise it docks, unless it is minimized already.
pub(crate) fn settle(turn: &mut Turn<'_>) {
    let ready = turn.dynamics.is_open()
        && turn.flex.link == FlexLink::Connected
        && turn.mode.reading.is_none();
    if turn.mode.settled || !ready {
        return;
    }
    turn.mode.settled = true;
    if turn.tasks.is_empty() && !dialing::is_under_way(turn) {
        ask(turn, PanelMode::Minimized);
    } else if turn.mode.now != Some(PanelMode::Minimized) {
        ask(turn, PanelMode::Docked);
    }
}

/// `onmodechanged` is the echo of a request of ours, or somebody else's act. Dynamics carries requests out in order, so
/// the requests before the echoed one have been carried out, too, or never will be.
pub(crate) fn changed(state: &mut State, told: PanelMode) {
    let requests = &mut state.mode.requests;
    let untold = |order: &ModeRequest| order.mode == told && order.progress != ModeProgress::Echoed;
    if let Some(place) = requests.iter().position(untold) {
        let younger = requests.split_off(place + 1);
        requests.retain(|order| is_unanswered(*order));
        for order in &mut *requests {
            order.progress = ModeProgress::Echoed;
        }
        requests.extend(younger);
        state.retract(is_about_mode);
    } else {
        requests.retain(|order| is_unanswered(*order));
        if state.mode.now != Some(told) {
            state.mode.wanted = None;
            state.agent_acted();
        }
    }
    state.mode.now = Some(told);
}

/// Takes the answer to `getMode` or `setMode`. Returns false if the request is neither.
pub(crate) fn answered(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<Answer, CallProblem>,
) -> bool {
    if turn.mode.reading == Some(request) {
        turn.mode.reading = None;
        let undecided = turn.mode.auto_dock == AutoDock::Undecided;
        if undecided {
            turn.mode.auto_dock = AutoDock::No;
        }
        if let (Ok(Answer::Mode(mode)), None) = (result, turn.mode.now) {
            // The mode was read before the arrival asked to dock.
            if undecided && *mode != PanelMode::Docked {
                turn.mode.auto_dock = AutoDock::Yes;
            }
            turn.mode.now = Some(*mode);
            // The mode that was read includes every request that was granted before, echoed or not.
            let granted = |order: &ModeRequest| order.progress == ModeProgress::Acknowledged;
            turn.mode.requests.retain(|order| !granted(order));
        }
        let gone = turn.tasks.is_empty() && !dialing::is_under_way(turn);
        if undecided && gone && turn.mode.auto_dock == AutoDock::Yes {
            minimize(turn);
        }
        return true;
    }
    let mut requests = turn.mode.requests.iter();
    let Some(place) = requests.position(|order| order.request == request) else {
        return false;
    };
    let is_latest = requests.next().is_none();
    let order = turn.mode.requests.remove(place);
    if result.is_ok() {
        turn.retract(is_about_mode);
    }
    if order.progress == ModeProgress::Echoed {
        return true;
    }
    let progress = match result {
        Ok(_) => Some(ModeProgress::Acknowledged),
        Err(CallProblem::TimedOut) => Some(ModeProgress::TimedOut),
        Err(_) => None,
    };
    if let Some(progress) = progress {
        turn.mode
            .requests
            .insert(place, ModeRequest { progress, ..order });
    }
    match result {
        // The outcome of a request does not matter if there is a later one.
        _ if !is_latest => {}
        Ok(_) => turn.mode.now = Some(order.mode),
        Err(problem) => {
            if *problem == CallProblem::TimedOut {
                // The outcome is unknown, so the panel reads the mode: the page then offers what the agent can still
                // do.
                turn.mode.now = None;
                turn.mode.reading = Some(turn.call(DynamicsCall::GetMode, Awaited::Mode));
            } else if order.mode == PanelMode::Docked {
                turn.mode.wanted = Some(order.mode);
            }
            turn.notify(Problem::ModeRefused(problem.clone()));
        }
    }
    true
}

impl Mode {
    /// The agent has turned to another task: what an arrival did to the panel stays.
    pub(crate) fn keep_dock(&mut self) {
        if self.auto_dock == AutoDock::Yes {
            self.auto_dock = AutoDock::No;
        }
    }
}

impl State {
    /// The agent has done something in the panel or to it: from now on the mode is the agent's (R5, R9).
    pub(crate) fn agent_acted(&mut self) {
        self.mode.auto_dock = AutoDock::No;
        self.mode.settled = true;
    }
}

fn is_unanswered(order: ModeRequest) -> bool {
    matches!(order.progress, ModeProgress::Pending | ModeProgress::Echoed)
}

fn is_about_mode(problem: &Problem) -> bool {
    matches!(problem, Problem::ModeRefused(_))
}

/// The mode that the panel has or is about to have.
fn heading(state: &State) -> Option<PanelMode> {
    let comes = |order: &&ModeRequest| {
        matches!(
            order.progress,
            ModeProgress::Pending | ModeProgress::Acknowledged
        )
    };
    let last = state.mode.requests.iter().rev().find(comes);
    last.map(|order| order.mode).or(state.mode.now)
}
