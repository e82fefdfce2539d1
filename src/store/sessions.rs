//! One session per customer (`sessions: perTask`). A provider can make sessions, but not switch or close them: a task
//! whose session is not in front asks the agent to go there.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::settings::Sessions;
use super::state::{Front, Opening, RecordTab, SessionSight, Stage};
use super::update::Effects;
use super::{DynamicsCall, Record, SessionId, State, Tab, focus, glance, mode};

/// Where a record's tab is to be.
pub(super) enum Place {
    /// In the session in front.
    Here,
    /// In a session that was made for it, and is not in front.
    Behind(SessionId),
    /// In one that has yet to be made: the question whether it may be is out.
    New(Stage),
}

/// Where this record's tab is to be: in a session of its own, which is made once, or in the one in front.
pub(super) fn place(state: &mut State, record: Record, effects: &mut Effects) -> Place {
    if state.settings.sessions == Sessions::Shared {
        return Place::Here;
    }
    match (state.made_sessions.get(&record), state.session.ours()) {
        (Some(made), Some(front)) if made != front => Place::Behind(made.clone()),
        (Some(_), _) => Place::Here,
        (None, _) => Place::New(Stage::AskingForSession {
            request: state.call(DynamicsCall::CanCreateSession, effects),
        }),
    }
}

/// The answer to that question; `None`: the record opens in the session in front, and its row says so.
pub(super) fn allowed(
    state: &mut State,
    record: Record,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) -> Option<Stage> {
    match result {
        Ok(Answer::Allowed(true)) => {
            let template = state.settings.session_template.clone();
            let customer = customer(state, record);
            let call = DynamicsCall::CreateSession { template, customer };
            let request = state.call(call, effects);
            let told = BTreeSet::new();
            Some(Stage::MakingSession { request, told })
        }
        Ok(_) => {
            let why = "no more sessions, or none in this app";
            not_made(state, record, CallProblem::Refused(why.into()));
            None
        }
        Err(why) => {
            not_made(state, record, why.clone());
            None
        }
    }
}

/// A session has been made, or not. What the host has told of it already is younger than this answer.
pub(super) fn made(
    state: &mut State,
    record: Record,
    told: &BTreeSet<SessionId>,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    match result {
        Ok(Answer::SessionMade(session)) => {
            if !told.contains(session) {
                state.untold_session = Some(session.clone());
                state.session = SessionSight::Ours(session.clone());
            }
            if state.session.ours() == Some(session) {
                state.front = Front::Unknown;
                let _ = state.made_sessions.insert(record, session.clone());
            }
            let title = customer(state, record);
            let session = session.clone();
            let _ = state.call(DynamicsCall::SetSessionTitle { session, title }, effects);
            mode::try_again(state, effects);
        }
        Ok(_) => not_made(state, record, CallProblem::Malformed),
        Err(why) => not_made(state, record, why.clone()),
    }
}

/// Another session is in front: if it is a task's own, that is the selected one now (R4). The host tells in order what
/// an answer may overtake: until it tells of a session of our own making, it tells the past. What it tells twice is
/// no second move.
pub(super) fn switched(state: &mut State, session: SessionId, effects: &mut Effects) {
    note_told(state, &session);
    let before = state.told_session.replace(session.clone());
    if state.untold_session.is_some() {
        let _ = state.untold_session.take_if(|made| *made == session);
        return;
    }
    if before.as_ref() == Some(&session) && state.session.ours() == before.as_ref() {
        return;
    }
    state.session = SessionSight::Ours(session.clone());
    state.front = Front::Left;
    let inside = records_of(state, &session);
    match inside.first() {
        Some(only) if inside.len() == 1 && state.settings.sessions == Sessions::PerTask => {
            glance::agent_went_to(state, *only, effects);
        }
        _ => glance::soon(state, effects),
    }
    no_longer_behind(state, &inside, effects);
    mode::try_again(state, effects);
}

/// A session is being made: the host has told of this one before it has answered.
fn note_told(state: &mut State, session: &SessionId) {
    for shown in state.records.values_mut() {
        if let RecordTab::Opening(Opening {
            stage: Stage::MakingSession { told, .. },
            ..
        }) = shown
        {
            let _ = told.insert(session.clone());
        }
    }
}

/// The records whose tabs are in this session; of a record without a tab, it is the one that was made for it.
fn records_of(state: &State, session: &SessionId) -> BTreeSet<Record> {
    let of = |record: &Record| {
        let shown = state.records.get(record).and_then(RecordTab::session);
        shown.or(state.made_sessions.get(record))
    };
    let known = state.records.keys().chain(state.made_sessions.keys());
    known
        .copied()
        .filter(|record| of(record) == Some(session))
        .collect()
}

/// A provider can't switch sessions: the agent has to.
pub(super) fn ask_the_agent(state: &mut State, session: SessionId, effects: &mut Effects) {
    let _ = state.call(DynamicsCall::RequestFocusSession(session), effects);
    if let Some(sid) = state.selected.clone() {
        focus::refuse(state, &sid, Problem::SessionBehind);
    }
}

/// Another session is in front, with these records: no row goes on asking for it. If the agent has gone where the
/// selected one's asked, its tab comes to the front there.
fn no_longer_behind(state: &mut State, inside: &BTreeSet<Record>, effects: &mut Effects) {
    let asked = state
        .selected_task()
        .filter(|task| task.refused == Some(Problem::SessionBehind))
        .and_then(|task| task.record);
    let there = asked.is_some_and(|record| inside.contains(&record));
    ask_no_longer(state, |_| true);
    if there {
        focus::show(state, effects);
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
pub(super) fn closed(state: &mut State, session: &SessionId, effects: &mut Effects) {
    let _ = state.untold_session.take_if(|made| made == session);
    let theirs = records_of(state, session);
    state.made_sessions.retain(|_, made| made != session);
    if let Some(recalled) = &mut state.recalled.tabs {
        recalled.forget(session);
    }
    for record in &theirs {
        match state.records.get_mut(record) {
            Some(RecordTab::Bound(_)) => {
                let _ = state.records.remove(record);
            }
            Some(RecordTab::Failed { late, .. }) => *late = None,
            // A tab that is awaited may still come up, in the session that is in front by then. So that it is not taken
            // for another customer's, none is opened before its time is over.
            Some(_) | None => {}
        }
    }
    ask_no_longer(state, |record| theirs.contains(record));
    let focusing = &mut state.focusing;
    let left = focusing.take_if(|focusing| theirs.contains(&focusing.record));
    if left.is_some_and(|focusing| focusing.again) {
        focus::show(state, effects);
    }
}

/// The session of this tab, if another one of ours is in front. Of another provider's the host tells nothing, and may
/// have merely failed to tell: that is not believed before a `focusTab` has been refused.
pub(super) fn behind(state: &State, tab: &Tab) -> Option<SessionId> {
    let front = state.session.ours()?;
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
        focus::refuse(state, sid, Problem::SessionNotMade(why.clone()));
    }
}
