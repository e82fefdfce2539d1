//! The opening of a record (R1): search for exactly it, make it a session if it shall have one, note the tabs, open it.
//! What then happens is told in [`watching`].
//!
//! Success of the open call means that a query was answered; the tab comes later, and no call tells what a tab
//! shows. So records are opened one at a time, and a new tab while one is being opened is its tab.

use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::records::{forget_unless_bound, is_wanted, sight};
use super::sessions::Place;
use super::state::{Late, Opening, RecordTab, Stage, Way};
use super::update::Effects;
use super::{DynamicsCall, Record, RequestId, State, glance, room, sessions, watching};

/// The next record in the queue has its turn when nothing else is being opened.
pub(super) fn begin_next(state: &mut State, effects: &mut Effects) {
    let recalling = state.recalled.tabs.is_some();
    let ready = !is_busy(state) && !recalling && state.dynamics.is_open();
    if !ready || watching::watch_late(state, effects) {
        return;
    }
    while let Some(record) = state.queue.pop_front() {
        if let Some(RecordTab::Queued(way)) = state.records.get(&record) {
            let way = *way;
            begin(state, record, way, effects);
        }
        if is_busy(state) {
            return;
        }
    }
}

fn begin(state: &mut State, record: Record, way: Way, effects: &mut Effects) {
    match way {
        Way::Search | Way::Auto => {
            let request = state.call(DynamicsCall::Search(record), effects);
            let stage = Stage::Searching { request };
            set(state, record, Opening { way, stage });
        }
        Way::Form | Way::Asked => prepare(state, record, way, effects),
    }
}

fn is_busy(state: &State) -> bool {
    let mut shown = state.records.values();
    shown.any(|tab| matches!(tab, RecordTab::Opening(_)))
}

/// Takes the answer to a call of an opening; false if the request belongs to none.
pub(super) fn answered(
    state: &mut State,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) -> bool {
    if let Some((record, opening)) = opening_of(state, request) {
        match opening.stage {
            Stage::Searching { .. } => searched(state, record, opening.way, result, effects),
            Stage::AskingForSession { .. } => {
                if withdrawn(state, record) {
                    return true;
                }
                match sessions::allowed(state, record, result, effects) {
                    Some(stage) => {
                        let way = opening.way;
                        set(state, record, Opening { way, stage });
                    }
                    None => note(state, record, opening.way, None, effects),
                }
            }
            Stage::MakingSession { told, .. } => {
                sessions::made(state, record, &told, result, effects);
                note(state, record, opening.way, None, effects);
            }
            Stage::Noting { missing, .. } => {
                noted(state, record, opening.way, missing, result, effects);
            }
            Stage::Watching { request: call, .. } if call == request => {
                watching::opened(state, record, opening, result);
            }
            Stage::Watching { .. } => watching::looked(state, record, opening, result, effects),
        }
        return true;
    }
    *result == Ok(Answer::Done) && watching::succeeded_late(state, request)
}

/// The customer has gone before the open call went out: nothing is opened.
fn withdrawn(state: &mut State, record: Record) -> bool {
    let wanted = is_wanted(state, record);
    if !wanted {
        let _ = state.records.remove(&record);
    }
    !wanted
}

fn searched(
    state: &mut State,
    record: Record,
    way: Way,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    if withdrawn(state, record) {
        return;
    }
    let problem = match result {
        Ok(Answer::Found(1)) => {
            return prepare(state, record, way, effects);
        }
        Ok(Answer::Found(0)) => Problem::RecordNotFound(record),
        Ok(Answer::Found(rows)) => Problem::RecordAmbiguous(record, *rows),
        Ok(_) => Problem::RecordRefused(record, CallProblem::Malformed),
        Err(problem) => Problem::RecordRefused(record, problem.clone()),
    };
    fail(state, record, problem, None);
}

/// It is there: in which session is it to be? In one that is not in front it is opened when the agent has gone there.
fn prepare(state: &mut State, record: Record, way: Way, effects: &mut Effects) {
    match sessions::place(state, record, effects) {
        Place::Here => note(state, record, way, None, effects),
        Place::New(stage) => set(state, record, Opening { way, stage }),
        Place::Behind(session) => {
            let _ = state.records.remove(&record);
            if state.selected_task().and_then(|task| task.record) == Some(record) {
                sessions::ask_the_agent(state, session, effects);
            }
        }
    }
}

/// Looks which tabs are there, before the open call or, for what is missing, after its whole time.
pub(super) fn note(
    state: &mut State,
    record: Record,
    way: Way,
    missing: Option<Late>,
    effects: &mut Effects,
) {
    let request = state.call(DynamicsCall::Look, effects);
    let stage = Stage::Noting { request, missing };
    set(state, record, Opening { way, stage });
}

fn noted(
    state: &mut State,
    record: Record,
    way: Way,
    missing: Option<Late>,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    let before = sight(state, result);
    watching::late_shown(state, &before, effects);
    if let Some(id) = before.focused.clone() {
        glance::sighted(state, id, effects);
    }
    if withdrawn(state, record) {
        return;
    }
    match missing {
        Some(late) => watching::missed(state, record, late, before, effects),
        None if way != Way::Asked && room::is_full(state, &before) => room::lack(state, record),
        None => watching::begin(state, record, way, before, effects),
    }
}

pub(super) fn set(state: &mut State, record: Record, opening: Opening) {
    let _ = state.records.insert(record, RecordTab::Opening(opening));
}

pub(super) fn fail(state: &mut State, record: Record, problem: Problem, late: Option<Late>) {
    let _ = state
        .records
        .insert(record, RecordTab::Failed { problem, late });
    forget_unless_bound(state, record);
}

/// The opening that awaits this request, be it its call or its look.
pub(super) fn opening_of(state: &State, request: RequestId) -> Option<(Record, Opening)> {
    state.records.iter().find_map(|(record, tab)| match tab {
        RecordTab::Opening(opening) if opening.stage.awaits(request) => {
            Some((*record, opening.clone()))
        }
        _ => None,
    })
}

impl Stage {
    fn awaits(&self, number: RequestId) -> bool {
        match self {
            Self::Searching { request }
            | Self::AskingForSession { request }
            | Self::MakingSession { request, .. }
            | Self::Noting { request, .. } => *request == number,
            Self::Watching { request, look, .. } => *request == number || *look == Some(number),
        }
    }
}
