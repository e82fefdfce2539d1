//! Dock, minimize: R1 docks, R5 and R9 minimize, R6 and R7 dock. The host decides: it may refuse, and the agent
//! and the session templates change the mode as well.

use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::state::{Ending, FlexLink, ModeOrder, OrderStanding, PanelMode};
use super::update::Effects;
use super::{DynamicsCall, RequestId, State, dialing};

/// Dynamics is there: ask how the panel stands, and do what had to wait.
pub(super) fn connected(state: &mut State, effects: &mut Effects) {
    state.mode.reading = Some(state.call(DynamicsCall::GetMode, effects));
    if let Some(wanted) = state.mode.wanted.take() {
        ask(state, wanted, effects);
    }
}

/// Docks or minimizes, unless that is so already or under way.
pub(super) fn ask(state: &mut State, mode: PanelMode, effects: &mut Effects) {
    if !state.dynamics.is_open() {
        state.mode.wanted = Some(mode);
        return;
    }
    state.mode.wanted = None;
    if heading(state) != Some(mode) {
        let request = state.call(DynamicsCall::SetMode(mode), effects);
        let orders = &mut state.mode.orders;
        orders.push(ModeOrder {
            request,
            mode,
            standing: OrderStanding::Out,
        });
        let surplus = orders.len().saturating_sub(ORDERS);
        let _ = orders.drain(..surplus);
    }
}

/// How many orders are kept until the host has said all of them: one that says nothing must not fill the memory.
const ORDERS: usize = 4;

/// Our session is in front: what the host refused in another one it may grant now, if somebody still waits for it.
pub(super) fn try_again(state: &mut State, effects: &mut Effects) {
    let wanted = state.mode.wanted.filter(|_| !state.tasks.is_empty());
    if let Some(mode) = wanted {
        ask(state, mode, effects);
    }
}

/// R1: an arrival docks the panel, and the panel remembers that nobody else did.
pub(super) fn dock_for_arrival(state: &mut State, effects: &mut Effects) {
    match heading(state) {
        Some(PanelMode::Docked) => {}
        Some(_) => state.mode.docked_by_arrival = true,
        None => state.mode.arrived_unread = true,
    }
    ask(state, PanelMode::Docked, effects);
}

/// R5: a task has ended.
pub(super) fn task_ended(state: &mut State, ending: Ending, effects: &mut Effects) {
    let last = state.tasks.is_empty() && !dialing::is_under_way(state);
    let ours_to_undo = state.mode.docked_by_arrival;
    if last && (ending == Ending::Completed || ours_to_undo) {
        minimize(state, effects);
    } else if last && state.mode.arrived_unread {
        // It has not docked the panel yet; if it has, that is undone as soon as it is known.
        let _ = state.mode.wanted.take();
        state.mode.arrived_unread &= state.mode.reading.is_some();
    }
}

fn minimize(state: &mut State, effects: &mut Effects) {
    state.mode.docked_by_arrival = false;
    state.mode.arrived_unread = false;
    ask(state, PanelMode::Minimized, effects);
}

/// R9: with both sides up and the mode read, the panel finds its first mode: minimized without a task; on screen
/// with one, or with a call on its way.
pub(super) fn settle(state: &mut State, effects: &mut Effects) {
    let ready = state.dynamics.is_open()
        && state.flex == FlexLink::Connected
        && state.mode.reading.is_none();
    if state.mode.settled || !ready {
        return;
    }
    state.mode.settled = true;
    if state.tasks.is_empty() && !dialing::is_under_way(state) {
        ask(state, PanelMode::Minimized, effects);
    } else if state.mode.now != Some(PanelMode::Minimized) {
        ask(state, PanelMode::Docked, effects);
    }
}

/// `onmodechanged`: the echo of an order of ours, or somebody's act. Orders are carried out as they were given, so the
/// ones before it have been, too, or never will be.
pub(super) fn changed(state: &mut State, told: PanelMode) {
    let orders = &mut state.mode.orders;
    let untold = |order: &ModeOrder| order.mode == told && order.standing != OrderStanding::Told;
    if let Some(place) = orders.iter().position(untold) {
        let younger = orders.split_off(place + 1);
        orders.retain(|order| is_unanswered(*order));
        for order in &mut *orders {
            order.standing = OrderStanding::Told;
        }
        orders.extend(younger);
        state.take_back(is_about_mode);
    } else {
        orders.retain(|order| is_unanswered(*order));
        if state.mode.now != Some(told) {
            state.mode.wanted = None;
            state.touched();
        }
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
        let arrived = std::mem::take(&mut state.mode.arrived_unread);
        if let (Ok(Answer::Mode(mode)), None) = (result, state.mode.now) {
            // It was read before the arrival's order was given.
            state.mode.docked_by_arrival |= arrived && *mode != PanelMode::Docked;
            state.mode.now = Some(*mode);
            // What was granted before this was read is in it, told or not.
            let granted = |order: &ModeOrder| order.standing == OrderStanding::Granted;
            state.mode.orders.retain(|order| !granted(order));
        }
        let gone = state.tasks.is_empty() && !dialing::is_under_way(state);
        if arrived && gone && state.mode.docked_by_arrival {
            minimize(state, effects);
        }
        return true;
    }
    let mut orders = state.mode.orders.iter();
    let Some(place) = orders.position(|order| order.request == request) else {
        return false;
    };
    let is_latest = orders.next().is_none();
    let order = state.mode.orders.remove(place);
    if result.is_ok() {
        state.take_back(is_about_mode);
    }
    if order.standing == OrderStanding::Told {
        return true;
    }
    let standing = match result {
        Ok(_) => Some(OrderStanding::Granted),
        Err(CallProblem::TimedOut) => Some(OrderStanding::Silent),
        Err(_) => None,
    };
    if let Some(standing) = standing {
        state
            .mode
            .orders
            .insert(place, ModeOrder { standing, ..order });
    }
    match result {
        // What became of an order that a younger one has overtaken matters to nobody.
        _ if !is_latest => {}
        Ok(_) => state.mode.now = Some(order.mode),
        Err(problem) => {
            if *problem == CallProblem::TimedOut {
                // Unknown, not refused: look, so that the agent is offered what there is to do.
                state.mode.now = None;
                state.mode.reading = Some(state.call(DynamicsCall::GetMode, effects));
            } else if order.mode == PanelMode::Docked {
                state.mode.wanted = Some(order.mode);
            }
            state.tell(Problem::ModeRefused(problem.clone()));
        }
    }
    true
}

fn is_unanswered(order: ModeOrder) -> bool {
    matches!(order.standing, OrderStanding::Out | OrderStanding::Told)
}

fn is_about_mode(problem: &Problem) -> bool {
    matches!(problem, Problem::ModeRefused(_))
}

/// The mode that the panel has, or is about to have.
fn heading(state: &State) -> Option<PanelMode> {
    let comes =
        |order: &&ModeOrder| matches!(order.standing, OrderStanding::Out | OrderStanding::Granted);
    let last = state.mode.orders.iter().rev().find(comes);
    last.map(|order| order.mode).or(state.mode.now)
}
