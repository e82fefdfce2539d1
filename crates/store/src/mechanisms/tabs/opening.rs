//! The opening of a record (R1): the panel searches for exactly this record, creates a session if the settings say so,
//! reads the tabs, and calls Dynamics to open the record. [`watching`] then waits for the tab.
//!
//! Success of the open call only means that a query was answered. The tab comes later, and no call tells what a tab
//! shows. So the panel opens one record at a time: a tab that is new meanwhile is that record's.

use crate::mechanisms::tabs::front::tabs_seen;
use crate::mechanisms::tabs::records::{
    fail, give_up, is_wanted, may_succeed_late, opening_awaiting, set,
};
use crate::mechanisms::tabs::sessions::Place;
use crate::mechanisms::tabs::watching::note;
use crate::mechanisms::tabs::{front, room, sessions, watching};
use crate::mechanisms::turn::Turn;
use crate::words::awaited::Awaited;
use crate::words::effect::DynamicsCall;
use crate::words::event::Answer;
use crate::words::ids::{Record, Ticket};
use crate::words::problem::{CallProblem, Problem};
use crate::words::state::State;
use crate::words::tabs::{Late, Opening, Stage, Way};

/// Begins with the next record in the queue, if no record is being opened.
pub(crate) fn begin_next(turn: &mut Turn<'_>) {
    let restoring = turn.saved.restoring.tabs.known().is_some();
    let ready = turn.tabs.opening.is_none() && !restoring && turn.dynamics.is_open();
    if !ready || watching::watch_late(turn) {
        return;
    }
    while turn.tabs.opening.is_none()
        && let Some((record, way)) = turn.tabs.queue.pop_front()
    {
        begin(turn, record, way);
    }
}

fn begin(turn: &mut Turn<'_>, record: Record, way: Way) {
    match way {
        Way::Search | Way::Auto => {
            let request = turn.call(DynamicsCall::Search(record), Awaited::Opening(record));
            let stage = Stage::Searching { request };
            set(turn, Opening { record, way, stage });
        }
        Way::Form | Way::Asked => prepare(turn, record, way),
    }
}

/// Takes the answer to a call of a record's opening. Returns false if nobody awaits it any more.
pub(crate) fn answered(
    turn: &mut Turn<'_>,
    record: Record,
    request: Ticket,
    result: &Result<Answer, CallProblem>,
) -> bool {
    if *result == Err(CallProblem::TimedOut) && may_succeed_late(&turn.tabs, record, request) {
        let _ = turn
            .requests
            .awaited
            .insert(request, Awaited::LateOpening(record));
    }
    if let Some(opening) = opening_awaiting(&turn.tabs, request) {
        let way = opening.way;
        match opening.stage {
            Stage::Searching { .. } => searched(turn, record, way, result),
            Stage::AskingForSession { .. } => {
                if withdrawn(turn, record) {
                    return true;
                }
                match sessions::allowed(turn, record, result) {
                    Some(stage) => set(turn, Opening { record, way, stage }),
                    None => note(turn, record, way, None),
                }
            }
            Stage::MakingSession { told, .. } => {
                sessions::made(turn, record, &told, result);
                note(turn, record, way, None);
            }
            Stage::ReadingTabsBefore { missing, .. } => {
                noted(turn, record, way, missing, result);
            }
            Stage::AwaitingTab { request: call, .. } if call == request => {
                watching::opened(turn, opening, result);
            }
            Stage::AwaitingTab { .. } => watching::looked(turn, opening, result),
        }
        return true;
    }
    *result == Ok(Answer::Done) && watching::succeeded_late(turn, record, request)
}

/// Gives the opening up if no task needs the record any more, before the open call goes out. Returns true then.
fn withdrawn(state: &mut State, record: Record) -> bool {
    let wanted = is_wanted(state, record);
    if !wanted {
        let _ = give_up(&mut state.tabs, record);
    }
    !wanted
}

fn searched(turn: &mut Turn<'_>, record: Record, way: Way, result: &Result<Answer, CallProblem>) {
    if withdrawn(turn, record) {
        return;
    }
    let problem = match result {
        Ok(Answer::Found(1)) => {
            return prepare(turn, record, way);
        }
        Ok(Answer::Found(0)) => Problem::RecordNotFound(record),
        Ok(Answer::Found(rows)) => Problem::RecordAmbiguous(record, *rows),
        Ok(_) => Problem::RecordRefused(record, CallProblem::Malformed),
        Err(problem) => Problem::RecordRefused(record, problem.clone()),
    };
    fail(turn, record, problem, None);
}

/// The record exists: chooses its session. A record whose session is not in front opens when the agent has gone there.
fn prepare(turn: &mut Turn<'_>, record: Record, way: Way) {
    match sessions::place(turn, record) {
        Place::Here => note(turn, record, way, None),
        Place::New(stage) => set(turn, Opening { record, way, stage }),
        Place::Behind(session) => {
            let _ = give_up(&mut turn.tabs, record);
            if turn.selected_task().and_then(|task| task.record) == Some(record) {
                sessions::ask_the_agent(turn, session);
            }
        }
    }
}

fn noted(
    turn: &mut Turn<'_>,
    record: Record,
    way: Way,
    missing: Option<Late>,
    result: &Result<Answer, CallProblem>,
) {
    let before = tabs_seen(turn, result);
    watching::late_shown(turn, &before);
    if let Some(id) = before.focused.clone() {
        front::focused_tab_seen(turn, id);
    }
    if withdrawn(turn, record) {
        return;
    }
    match missing {
        Some(late) => watching::missed(turn, record, late, before),
        None if way != Way::Asked && room::is_full(turn, &before) => room::lack(turn, record),
        None => watching::begin(turn, record, way, before),
    }
}
