//! One session per record (`sessions: perTask`). A provider can create sessions, but can't switch to them or close
//! them. So if the session of a task is not in front, the panel asks the agent to go there.

use std::rc::Rc;

use crate::mechanisms::tabs::poll;
use crate::mechanisms::tasks;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::awaited::Awaited;
use crate::words::effect::DynamicsCall;
use crate::words::event::Answer;
use crate::words::ids::{Record, SessionId, Tab};
use crate::words::problem::{CallProblem, Problem};
use crate::words::settings::Sessions;
use crate::words::sorted::Set;
use crate::words::state::State;
use crate::words::tabs::{FocusedSession, LastFocus, RecordTab, Stage};

/// The session for a record's tab.
pub(crate) enum Place {
    /// The session in front.
    Here,
    /// A session that was created for the record and is not in front.
    Behind(SessionId),
    /// A session that has yet to be created. The panel has asked whether it may create one.
    New(Stage),
}

/// The session for this record's tab: a session of its own, which is created once, or the session in front.
pub(crate) fn place(turn: &mut Turn<'_>, record: Record) -> Place {
    if turn.settings.sessions == Sessions::Shared {
        return Place::Here;
    }
    match (
        turn.tabs.sessions.created_for.get(&record),
        turn.tabs.sessions.focused.ours(),
    ) {
        (Some(made), Some(front)) if made != front => Place::Behind(made.clone()),
        (Some(_), _) => Place::Here,
        (None, _) => Place::New(Stage::AskingForSession {
            request: turn.call(DynamicsCall::CanCreateSession, Awaited::Opening(record)),
        }),
    }
}

/// Takes the answer to that question. `None`: the record opens in the session in front, and its row says so.
pub(crate) fn allowed(
    turn: &mut Turn<'_>,
    record: Record,
    result: &Result<Answer, CallProblem>,
) -> Option<Stage> {
    match result {
        Ok(Answer::Allowed(true)) => {
            let template = turn.settings.session_template.clone();
            let customer = customer(turn, record);
            let call = DynamicsCall::CreateSession { template, customer };
            let request = turn.call(call, Awaited::Opening(record));
            let told = Set::new();
            Some(Stage::MakingSession { request, told })
        }
        Ok(_) => {
            let why = "no more sessions, or none in this app";
            not_made(turn, record, CallProblem::Refused(why.into()));
            None
        }
        Err(why) => {
            not_made(turn, record, why.clone());
            None
        }
    }
}

/// Takes the answer to `createSession`. If an event has named the new session already, that event is more recent than
/// this answer.
pub(crate) fn made(
    turn: &mut Turn<'_>,
    record: Record,
    told: &Set<SessionId>,
    result: &Result<Answer, CallProblem>,
) {
    match result {
        Ok(Answer::SessionMade(session)) => {
            if !told.contains(session) {
                turn.tabs.sessions.unconfirmed = Some(session.clone());
                turn.tabs.sessions.focused = FocusedSession::Ours(session.clone());
            }
            if turn.tabs.sessions.focused.ours() == Some(session) {
                turn.tabs.last_focus = LastFocus::Unknown;
                let _ = turn
                    .tabs
                    .sessions
                    .created_for
                    .insert(record, session.clone());
            }
            let title = customer(turn, record);
            let session = session.clone();
            turn.call_unanswered(DynamicsCall::SetSessionTitle { session, title });
            turn.report(Outcome::SessionInFront);
        }
        Ok(_) => not_made(turn, record, CallProblem::Malformed),
        Err(why) => not_made(turn, record, why.clone()),
    }
}

/// Another session is in front. If it belongs to one task, that task becomes the selected one (R4). Events arrive in
/// order; answers may overtake them. Until `onSessionSwitched` names the session we created, earlier switch events are
/// stale. A second event for the same session is no second move.
pub(crate) fn switched(turn: &mut Turn<'_>, session: SessionId) {
    note_told(turn, &session);
    let before = turn.tabs.sessions.announced.replace(session.clone());
    if turn.tabs.sessions.unconfirmed.is_some() {
        let _ = turn
            .tabs
            .sessions
            .unconfirmed
            .take_if(|made| *made == session);
        return;
    }
    if before.as_ref() == Some(&session) && turn.tabs.sessions.focused.ours() == before.as_ref() {
        return;
    }
    turn.tabs.sessions.focused = FocusedSession::Ours(session.clone());
    turn.tabs.last_focus = LastFocus::Moved;
    let inside = records_of(turn, &session);
    match inside.first() {
        Some(only) if inside.len() == 1 && turn.settings.sessions == Sessions::PerTask => {
            turn.report(Outcome::AgentWentTo(*only));
        }
        _ => poll::soon(turn),
    }
    no_longer_behind(turn, &inside);
    turn.report(Outcome::SessionInFront);
}

/// Notes that an event has named this session while the panel waits for the answer to `createSession`.
fn note_told(state: &mut State, session: &SessionId) {
    if let Some(opening) = &mut state.tabs.opening
        && let Stage::MakingSession { told, .. } = &mut opening.stage
    {
        let _ = told.insert(session.clone());
    }
}

/// The records of this session: those whose tabs are in it, and those without a tab for which it was created.
fn records_of(state: &State, session: &SessionId) -> Set<Record> {
    let tabs = &state.tabs;
    let of = |record: &Record| {
        let made = tabs.sessions.created_for.get(record);
        tabs.session_of(*record).or(made)
    };
    let known = tabs.records.keys().chain(tabs.sessions.created_for.keys());
    let opening = tabs.opening.iter().map(|opening| &opening.record);
    known
        .chain(opening)
        .copied()
        .filter(|record| of(record) == Some(session))
        .collect()
}

/// Asks the agent to go to this session, because a provider can't switch sessions.
pub(crate) fn ask_the_agent(turn: &mut Turn<'_>, session: SessionId) {
    turn.call_unanswered(DynamicsCall::RequestFocusSession(session));
    if let Some(sid) = turn.selection.selected.clone() {
        tasks::set_row_problem(turn, &sid, Problem::SessionBehind);
    }
}

/// Another session is in front, with these records: no row asks for another session any more. If the agent has gone to
/// the session that the selected task's row asked for, the task's tab comes to the front.
fn no_longer_behind(turn: &mut Turn<'_>, inside: &Set<Record>) {
    let asked = turn
        .selected_task()
        .filter(|task| task.problem == Some(Problem::SessionBehind))
        .and_then(|task| task.record);
    let there = asked.is_some_and(|record| inside.contains(&record));
    ask_no_longer(turn, |_| true);
    if there {
        turn.report(Outcome::ShowSelected);
    }
}

fn ask_no_longer(state: &mut State, of: impl Fn(&Record) -> bool) {
    for task in &mut state.tasks {
        if task.problem == Some(Problem::SessionBehind) && task.record.as_ref().is_some_and(&of) {
            Rc::make_mut(task).problem = None;
        }
    }
}

/// A session is closed, and its tabs with it. None of them is opened again unasked.
pub(crate) fn closed(turn: &mut Turn<'_>, session: &SessionId) {
    let _ = turn
        .tabs
        .sessions
        .unconfirmed
        .take_if(|made| made == session);
    let theirs = records_of(turn, session);
    turn.tabs
        .sessions
        .created_for
        .retain(|_, made| made != session);
    if let Some(restoring) = turn.saved.restoring.tabs.known_mut() {
        restoring.forget(session);
    }
    for record in &theirs {
        match turn.tabs.records.get_mut(record) {
            Some(RecordTab::Bound(_)) => {
                let _ = turn.tabs.records.remove(record);
            }
            Some(RecordTab::Failed { late, .. }) => *late = None,
            // The awaited tab may still come up, in the session that is in front by then. No other record opens before
            // its time is over, so that the tab is not taken for another customer's.
            Some(_) | None => {}
        }
    }
    ask_no_longer(turn, |record| theirs.contains(record));
    let focusing = &mut turn.tabs.focusing;
    let left = focusing.take_if(|focusing| theirs.contains(&focusing.record));
    if left.is_some_and(|focusing| focusing.again) {
        turn.report(Outcome::ShowSelected);
    }
}

/// The session of this tab, if another session of ours is in front. If the host names no session of ours, a provider's
/// session may be in front, or the host may only have failed to name it. The panel then first tries `focusTab`.
pub(crate) fn behind(state: &State, tab: &Tab) -> Option<SessionId> {
    let front = state.tabs.sessions.focused.ours()?;
    tab.session.clone().filter(|session| session != front)
}

fn customer(state: &State, record: Record) -> Rc<str> {
    let task = state.tasks.iter().find(|task| task.record == Some(record));
    task.map_or_else(|| "".into(), |task| task.customer.clone())
}

fn not_made(state: &mut State, record: Record, why: CallProblem) {
    let about_it = state
        .tasks
        .iter()
        .filter(|task| task.record == Some(record));
    let sids: Vec<_> = about_it.map(|task| task.sid.clone()).collect();
    for sid in &sids {
        tasks::set_row_problem(state, sid, Problem::SessionNotMade(why.clone()));
    }
}
