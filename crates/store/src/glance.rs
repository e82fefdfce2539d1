//! R4: the agent moves to the tab of another task in Dynamics, and that task becomes the selected one.
//!
//! No event tells of a change of tabs within a session, so the panel glances at the focused tab. It does so only while
//! two tasks have tabs of their own, or while the agent works on a task that has none beside another record's tab. It
//! glances at most once a second, never while its page can't be seen, and not while it moves tabs itself. While a record
//! waits for [`room`], the panel glances at all tabs instead: no event tells that a tab is closed.
//!
//! A tab counts as the agent's move only if it is another one than was last seen. So an echo of the panel's own focusing
//! moves nothing, and neither does a tab that a refused selection has left in front.

use std::collections::BTreeSet;

use super::awaited::Awaited;
use super::errands::Errand;
use super::event::Answer;
use super::patience;
use super::problem::CallProblem;
use super::state::{Front, Glance, Origin, RecordTab, Task, TaskStatus};
use super::turn::Turn;
use super::{
    AgentAct, DynamicsCall, Record, RequestId, ReservationSid, State, Tab, TabId, Timer, errands,
    records, room, selection, watching,
};

/// The agent may have moved: the next glance comes as soon as it may.
pub(super) fn soon(turn: &mut Turn<'_>) {
    if let Glance::Resting { wanted, .. } = &mut turn.glance {
        *wanted = true;
    } else if matches!(turn.glance, Glance::Waiting { .. }) {
        ask(turn);
    }
}

/// At the end of each turn: begin, or leave it.
pub(super) fn keep_looking(turn: &mut Turn<'_>) {
    match (matters(turn), &turn.glance) {
        (true, Glance::Idle) => {
            let rest = rest(turn);
            turn.glance = Glance::Resting { rest, wanted: true };
        }
        (true, _) | (false, Glance::Idle) => {}
        (false, _) => turn.glance = Glance::Idle,
    }
}

/// The clock between two glances has run out.
pub(super) fn time_up(turn: &mut Turn<'_>, rung: RequestId) {
    match &turn.glance {
        Glance::Resting { rest, wanted } if rung == *rest => {
            if *wanted {
                ask(turn);
            } else {
                let rest = self::rest(turn);
                turn.glance = Glance::Waiting { rest };
            }
        }
        Glance::Waiting { rest } if rung == *rest => ask(turn),
        _ => {}
    }
}

/// Takes the answer to a glance; false if the request is none.
pub(super) fn answered(
    turn: &mut Turn<'_>,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
) -> bool {
    if turn.glance != (Glance::Asking { request }) {
        return false;
    }
    let rest = rest(turn);
    let wanted = false;
    turn.glance = Glance::Resting { rest, wanted };
    let focused = match result {
        Ok(Answer::FocusedTab(focused)) => focused.clone(),
        Ok(Answer::Looked(_)) => {
            let now = records::sight(turn, result);
            watching::late_shown(turn, &now);
            room::seen(turn, &now);
            now.focused
        }
        _ => None,
    };
    if let Some(id) = focused {
        sighted(turn, id);
    }
    true
}

/// A tab has been seen in front. If it is another one than before, the agent has gone there.
pub(super) fn sighted(turn: &mut Turn<'_>, id: TabId) {
    let session = turn.session.ours().cloned();
    let tab = Tab { session, id };
    let moved = match &turn.front {
        Front::Unknown => false,
        Front::Left => true,
        Front::At(before) => *before != tab,
    };
    turn.front = Front::At(tab.clone());
    // A tab that is on its way to the front may be there before it is answered.
    if !moved || turn.focusing.is_some() {
        return;
    }
    if let Some(record) = record_in(turn, &tab) {
        agent_went_to(turn, record);
    }
}

/// The agent has gone to the tab of this record, or to its session: its task is the selected one now.
pub(super) fn agent_went_to(turn: &mut Turn<'_>, record: Record) {
    let selected = turn.selected_task().and_then(|task| task.record);
    if selected != Some(record)
        && let Some(sid) = latest_task_of(turn, record)
    {
        turn.mode.docked_by_arrival = false;
        if turn.windows.follows() {
            errands::carry(turn, Errand::Act(AgentAct::Select(sid)));
        } else {
            selection::restore(turn, sid);
        }
    }
}

fn ask(turn: &mut Turn<'_>) {
    if let Some(call) = question(turn) {
        let request = turn.call(call, Awaited::Glance);
        turn.glance = Glance::Asking { request };
    }
}

fn rest(turn: &mut Turn<'_>) -> RequestId {
    let rest = turn.next_request();
    turn.wait(Timer::Glance(rest), patience::GLANCE);
    rest
}

fn matters(state: &State) -> bool {
    question(state).is_some()
}

/// What it can matter to know, while the panel itself moves no tabs: whether a tab has been closed, if a record waits
/// for room; where the agent is, if two tasks have tabs of their own, or the selected one has none.
fn question(state: &State) -> Option<DynamicsCall> {
    let moving = state.focusing.is_some()
        || state
            .records
            .values()
            .any(|tab| matches!(tab, RecordTab::Opening(_)));
    if !state.dynamics.is_open() || state.unseen || moving {
        return None;
    }
    if room::is_wanted(state) {
        return Some(DynamicsCall::Look);
    }
    let bound: BTreeSet<Record> = state
        .tasks
        .iter()
        .filter_map(|task| task.record)
        .filter(|record| matches!(state.records.get(record), Some(RecordTab::Bound(_))))
        .collect();
    let alone = state
        .selected_task()
        .is_some_and(|task| is_without_tab(state, task));
    let other = state
        .records
        .values()
        .any(|tab| matches!(tab, RecordTab::Bound(_)));
    (bound.len() > 1 || alone && other).then_some(DynamicsCall::GetFocusedTab)
}

/// The agent has taken up a customer who has come, and no tab is that customer's: another one's may be in front. Whom
/// the agent has dialled is known to the agent, and is often dialled from the record in front.
fn is_without_tab(state: &State, task: &Task) -> bool {
    let tab = task.record.and_then(|record| state.records.get(&record));
    let taken_up = task.origin == Origin::Offered && task.status != TaskStatus::Pending;
    taken_up && !matches!(tab, Some(RecordTab::Bound(_)))
}

/// The record of another customer that is in front while the agent works on the selected task, which has no tab.
#[must_use]
pub fn foreign_in_front(state: &State) -> Option<Record> {
    let task = state
        .selected_task()
        .filter(|task| is_without_tab(state, task))?;
    let Front::At(tab) = &state.front else {
        return None;
    };
    record_in(state, tab).filter(|record| task.record != Some(*record))
}

fn record_in(state: &State, tab: &Tab) -> Option<Record> {
    state
        .records
        .iter()
        .find_map(|(record, shown)| match shown {
            RecordTab::Bound(bound) if bound == tab => Some(*record),
            _ => None,
        })
}

/// Of the tasks that share a record, the one that was selected last.
fn latest_task_of(state: &State, record: Record) -> Option<ReservationSid> {
    let place = |sid: &ReservationSid| state.recent.iter().position(|recent| recent == sid);
    state
        .tasks
        .iter()
        .filter(|task| task.record == Some(record))
        .map(|task| &task.sid)
        .max_by_key(|sid| place(sid))
        .cloned()
}
