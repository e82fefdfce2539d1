//! R4: if the agent goes to the tab of another task in Dynamics, that task becomes the selected one.
//!
//! No event tells of a change of tabs within a session, so the panel asks for the focused tab: it polls. It polls only
//! while two records of live tasks have tabs, or while the agent works on a task without a tab and another record has
//! one. It polls at most once a second, never while its page can't be seen, and never while it opens a record or moves
//! a tab itself. While a record waits for [`room`], the poll reads all tabs instead, because no event tells that a tab
//! is closed.
//!
//! Only a tab that is another one than was seen last counts as the agent's move. So the echo of the panel's own
//! focusing moves nothing, and neither does a tab that a refused selection has left in front.

use crate::mechanisms::tabs::{front, room, watching};
use crate::mechanisms::turn::Turn;
use crate::words::awaited::Awaited;
use crate::words::effect::{DynamicsCall, Timer};
use crate::words::event::Answer;
use crate::words::ids::{Record, Ticket};
use crate::words::problem::CallProblem;
use crate::words::sorted::Set;
use crate::words::state::State;
use crate::words::tabs::{Poll, RecordTab};
use crate::words::timeouts;

/// The agent may have moved: the next poll comes as early as it may.
pub(crate) fn soon(turn: &mut Turn<'_>) {
    if let Poll::CoolingDown { wanted, .. } = &mut turn.tabs.poll {
        *wanted = true;
    } else if matches!(turn.tabs.poll, Poll::Backoff { .. }) {
        ask(turn);
    }
}

/// At the end of each turn: starts the poll, or stops it.
pub(crate) fn keep_looking(turn: &mut Turn<'_>) {
    match (matters(turn), &turn.tabs.poll) {
        (true, Poll::Off) => {
            let rest = rest(turn);
            turn.tabs.poll = Poll::CoolingDown { rest, wanted: true };
        }
        (true, _) | (false, Poll::Off) => {}
        (false, _) => turn.tabs.poll = Poll::Off,
    }
}

/// The timer between two polls has run out.
pub(crate) fn time_up(turn: &mut Turn<'_>, rung: Ticket) {
    match &turn.tabs.poll {
        Poll::CoolingDown { rest, wanted } if rung == *rest => {
            if *wanted {
                ask(turn);
            } else {
                let rest = self::rest(turn);
                turn.tabs.poll = Poll::Backoff { rest };
            }
        }
        Poll::Backoff { rest } if rung == *rest => ask(turn),
        _ => {}
    }
}

/// Takes the answer to a poll. Returns false if the request is another one.
pub(crate) fn answered(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<Answer, CallProblem>,
) -> bool {
    if turn.tabs.poll != (Poll::InFlight { request }) {
        return false;
    }
    let rest = rest(turn);
    let wanted = false;
    turn.tabs.poll = Poll::CoolingDown { rest, wanted };
    let focused = match result {
        Ok(Answer::FocusedTab(focused)) => focused.clone(),
        Ok(Answer::Tabs(_)) => {
            let now = front::tabs_seen(turn, result);
            watching::late_shown(turn, &now);
            room::seen(turn, &now);
            now.focused
        }
        _ => None,
    };
    if let Some(id) = focused {
        front::focused_tab_seen(turn, id);
    }
    true
}

fn ask(turn: &mut Turn<'_>) {
    if let Some(call) = question(turn) {
        let request = turn.call(call, Awaited::Poll);
        turn.tabs.poll = Poll::InFlight { request };
    }
}

fn rest(turn: &mut Turn<'_>) -> Ticket {
    let rest = turn.next_ticket();
    turn.wait(Timer::Poll(rest), timeouts::POLL);
    rest
}

fn matters(state: &State) -> bool {
    question(state).is_some()
}

/// The call that the poll makes now, or `None` if no answer would matter or the panel moves tabs itself. If a record
/// waits for room, the poll asks whether a tab has been closed. Otherwise it asks for the tab in front.
fn question(state: &State) -> Option<DynamicsCall> {
    let moving = state.tabs.focusing.is_some() || state.tabs.opening.is_some();
    if !state.dynamics.is_open() || state.windows.unseen || moving {
        return None;
    }
    if room::is_wanted(state) {
        return Some(DynamicsCall::ReadTabs);
    }
    let bound: Set<Record> = state
        .tasks
        .iter()
        .filter_map(|task| task.record)
        .filter(|record| matches!(state.tabs.records.get(record), Some(RecordTab::Bound(_))))
        .collect();
    let alone = state
        .selected_task()
        .is_some_and(|task| front::is_without_tab(state, task));
    let other = state
        .tabs
        .records
        .values()
        .any(|tab| matches!(tab, RecordTab::Bound(_)));
    (bound.len() > 1 || alone && other).then_some(DynamicsCall::GetFocusedTab)
}
