//! One session per customer (`sessions: perTask`). A provider can make sessions, but not switch or close them: a task
//! whose session is not in front asks the agent to go there.

use std::collections::BTreeSet;
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
use crate::words::state::State;
use crate::words::tabs::{FocusedSession, LastFocus, RecordTab, Stage};

/// Where a record's tab is to be.
pub(crate) enum Place {
    /// In the session in front.
    Here,
    /// In a session that was made for it, and is not in front.
    Behind(SessionId),
    /// In one that has yet to be made: the question whether it may be is out.
    New(Stage),
}

/// Where this record's tab is to be: in a session of its own, which is made once, or in the one in front.
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

/// The answer to that question; `None`: the record opens in the session in front, and its row says so.
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
            let told = BTreeSet::new();
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

/// A session has been made, or not. What the host has told of it already is younger than this answer.
pub(crate) fn made(
    turn: &mut Turn<'_>,
    record: Record,
    told: &BTreeSet<SessionId>,
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

/// Another session is in front: if it is a task's own, that is the selected one now (R4). The host tells in order what
/// an answer may overtake: until it tells of a session of our own making, it tells the baseline. What it tells twice is
/// no second move.
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

/// A session is being made: the host has told of this one before it has answered.
fn note_told(state: &mut State, session: &SessionId) {
    if let Some(opening) = &mut state.tabs.opening
        && let Stage::MakingSession { told, .. } = &mut opening.stage
    {
        let _ = told.insert(session.clone());
    }
}

/// The records whose tabs are in this session; of a record without a tab, it is the one that was made for it.
fn records_of(state: &State, session: &SessionId) -> BTreeSet<Record> {
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

/// A provider can't switch sessions: the agent has to.
pub(crate) fn ask_the_agent(turn: &mut Turn<'_>, session: SessionId) {
    turn.call_unanswered(DynamicsCall::RequestFocusSession(session));
    if let Some(sid) = turn.selection.selected.clone() {
        tasks::set_row_problem(turn, &sid, Problem::SessionBehind);
    }
}

/// Another session is in front, with these records: no row goes on asking for it. If the agent has gone where the
/// selected one's asked, its tab comes to the front there.
fn no_longer_behind(turn: &mut Turn<'_>, inside: &BTreeSet<Record>) {
    let asked = turn
        .selected_task()
        .filter(|task| task.refused == Some(Problem::SessionBehind))
        .and_then(|task| task.record);
    let there = asked.is_some_and(|record| inside.contains(&record));
    ask_no_longer(turn, |_| true);
    if there {
        turn.report(Outcome::ShowSelected);
    }
}

fn ask_no_longer(state: &mut State, of: impl Fn(&Record) -> bool) {
    for task in &mut state.tasks {
        if task.refused == Some(Problem::SessionBehind) && task.record.as_ref().is_some_and(&of) {
            Rc::make_mut(task).refused = None;
        }
    }
}

/// A session is gone, and its tabs with it. None of them is opened again unasked.
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
            // A tab that is awaited may still come up, in the session that is in front by then. So that it is not taken
            // for another customer's, none is opened before its time is over.
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

/// The session of this tab, if another one of ours is in front. Of another provider's the host tells nothing, and may
/// have merely failed to tell: that is not believed before a `focusTab` has been refused.
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
