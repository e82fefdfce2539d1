//! Brings the tab of the selected task to the front in Dynamics (R3, R10). The echo of the panel's own call moves
//! nothing. [`selection`](crate::mechanisms::selection) keeps the selected task, and [`poll`](super::poll) sees where
//! the agent goes.

use crate::mechanisms::tabs::{front, sessions, watching};
use crate::mechanisms::tasks;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::awaited::Awaited;
use crate::words::effect::DynamicsCall;
use crate::words::event::Answer;
use crate::words::ids::{Record, Tab, TabId, Ticket};
use crate::words::problem::{CallProblem, Problem};
use crate::words::state::State;
use crate::words::tabs::{FocusStep, FocusedSession, Focusing, LastFocus, RecordTab};

/// Brings the tab of a bound record to the front, or asks the agent to go to the tab's session.
pub(crate) fn bring(turn: &mut Turn<'_>, record: Record) {
    if let Some(RecordTab::Bound(tab)) = turn.tabs.records.get(&record) {
        match sessions::behind(turn, tab) {
            Some(session) => sessions::ask_the_agent(turn, session),
            None => begin(turn, record),
        }
    }
}

/// A new tab has taken the focus from the tab of the selected task: that tab gets the focus back (R1).
pub(crate) fn bring_back(turn: &mut Turn<'_>, in_front: Option<&TabId>) {
    turn.saved.restoring.bringing |= turn.saved.restoring.selected.is_some();
    let Some(record) = turn.selected_task().and_then(|task| task.record) else {
        return;
    };
    let Some(RecordTab::Bound(tab)) = turn.tabs.records.get(&record).cloned() else {
        return;
    };
    match (sessions::behind(turn, &tab), in_front) {
        (Some(session), _) => sessions::ask_the_agent(turn, session),
        (None, Some(front)) if *front == tab.id => {}
        // A `getFocusedTab` that is out was asked before the new tab came up, so its answer does not count.
        (None, Some(_)) if !is_moving(turn) => {
            let call = DynamicsCall::FocusTab(tab.id);
            next(turn, record, call, FocusStep::Focusing);
        }
        (None, _) => begin(turn, record),
    }
}

/// True if a tab is on its way to the front. Asking for the tab in front moves none.
fn is_moving(state: &State) -> bool {
    let focusing = state.tabs.focusing.as_ref();
    focusing.is_some_and(|focusing| focusing.step != FocusStep::Asking)
}

/// Begins to bring a tab to the front. The answer to `getFocusedTab` also serves a later choice. While a `focusTab` is
/// out, its answer is awaited: a slow `focusTab` would bring its tab in front of the later choice.
fn begin(turn: &mut Turn<'_>, record: Record) {
    match &mut turn.tabs.focusing {
        Some(focusing) if focusing.step == FocusStep::Asking => focusing.record = record,
        Some(focusing) => focusing.again = true,
        None => {
            let call = DynamicsCall::GetFocusedTab;
            next(turn, record, call, FocusStep::Asking);
        }
    }
}

/// Takes the answer to a step that brings a tab to the front. Returns false if the request is another one.
pub(crate) fn answered(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<Answer, CallProblem>,
) -> bool {
    if turn
        .tabs
        .focusing
        .as_ref()
        .is_none_or(|focusing| focusing.request != request)
    {
        return false;
    }
    let Some(focusing) = turn.tabs.focusing.take() else {
        return false;
    };
    let record = focusing.record;
    let wanted = turn.selected_task().and_then(|task| task.record) == Some(record);
    let tab = match turn.tabs.records.get(&record) {
        Some(RecordTab::Bound(tab)) if wanted && !focusing.again => tab.clone(),
        _ => {
            turn.report(Outcome::ShowSelected);
            return true;
        }
    };
    match focusing.step {
        FocusStep::Asking => {
            note_front(turn, result);
            if !is_in_front(turn, &tab, result) {
                let call = DynamicsCall::FocusTab(tab.id);
                next(turn, record, call, FocusStep::Focusing);
            }
        }
        FocusStep::Focusing => match result {
            Ok(_) => turn.tabs.last_focus = LastFocus::At(tab),
            Err(CallProblem::Refused(_)) => {
                next(turn, record, DynamicsCall::ReadTabs, FocusStep::Looking);
            }
            Err(problem) => not_focused(turn, record, problem.clone()),
        },
        FocusStep::Looking => looked(turn, record, &tab, result),
    }
    true
}

fn next(turn: &mut Turn<'_>, record: Record, call: DynamicsCall, step: FocusStep) {
    if step == FocusStep::Focusing {
        watching::look_anew(turn);
    }
    let request = turn.call(call, Awaited::Focus);
    turn.tabs.focusing = Some(Focusing {
        record,
        request,
        step,
        again: false,
    });
}

/// Notes the tab in front. The panel saw it on its own way to another tab, so it is no move of the agent.
fn note_front(state: &mut State, result: &Result<Answer, CallProblem>) {
    if let Ok(Answer::FocusedTab(Some(id))) = result {
        let session = state.tabs.sessions.focused.ours().cloned();
        let id = id.clone();
        state.tabs.last_focus = LastFocus::At(Tab { session, id });
    }
}

fn is_in_front(state: &State, tab: &Tab, result: &Result<Answer, CallProblem>) -> bool {
    let same_session = match (state.tabs.sessions.focused.ours(), &tab.session) {
        (Some(front), Some(session)) => front == session,
        _ => state.tabs.sessions.focused != FocusedSession::NotOurs,
    };
    same_session && matches!(result, Ok(Answer::FocusedTab(Some(front))) if *front == tab.id)
}

/// `focusTab` was refused. A tab that is gone is opened again. If the tab is in another session, the row says so.
fn looked(turn: &mut Turn<'_>, record: Record, tab: &Tab, result: &Result<Answer, CallProblem>) {
    let view = front::tabs_seen(turn, result);
    if let Err(problem) = result {
        return not_focused(turn, record, problem.clone());
    }
    let elsewhere = view.session == FocusedSession::NotOurs
        || matches!((view.session.ours(), &tab.session), (Some(a), Some(b)) if a != b);
    let there = view.tabs.is_some_and(|tabs| tabs.contains(&tab.id));
    let is_selected = turn.selected_task().and_then(|task| task.record) == Some(record);
    if let Some(session) = tab.session.clone().filter(|_| elsewhere && is_selected) {
        sessions::ask_the_agent(turn, session);
    } else if elsewhere || there {
        not_focused(turn, record, CallProblem::Refused("".into()));
    } else {
        let _ = turn.tabs.records.remove(&record);
        turn.report(Outcome::ShowSelected);
    }
}

fn not_focused(state: &mut State, record: Record, why: CallProblem) {
    let in_front = state
        .selected_task()
        .filter(|task| task.record == Some(record));
    if let Some(sid) = in_front.map(|task| task.sid.clone()) {
        tasks::set_row_problem(state, &sid, Problem::TabNotFocused(why));
    }
}
