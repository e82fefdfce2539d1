//! One session per customer (`sessions: perTask`). A provider can make sessions, but not switch or close them: a task
//! whose session is not in front asks the agent to go there.

use std::rc::Rc;

use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::settings::Sessions;
use super::state::{Front, RecordTab, SessionSight, Stage};
use super::update::Effects;
use super::{DynamicsCall, Record, SessionId, State, Tab, focus, glance, mode};

/// Whether an arrival would take the agent away from an accepted task: a session that is made comes to the front,
/// and nothing but the agent brings back the one before.
pub(super) fn would_disturb(state: &State, busy: bool) -> bool {
    busy && state.settings.sessions == Sessions::PerTask
}

/// The question that comes before a session of its own; `None` where records share the session in front.
pub(super) fn ask(state: &mut State, effects: &mut Effects) -> Option<Stage> {
    (state.settings.sessions == Sessions::PerTask).then(|| Stage::AskingForSession {
        request: state.call(DynamicsCall::CanCreateSession, effects),
    })
}

/// The answer to it; `None`: the record opens in the session in front, and its row says so.
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
            Some(Stage::MakingSession { request })
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

/// A session has been made, or not.
pub(super) fn made(
    state: &mut State,
    record: Record,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    match result {
        Ok(Answer::SessionMade(session)) => {
            if state.session.ours() != Some(session) {
                state.untold_session = Some(session.clone());
            }
            state.session = SessionSight::Ours(session.clone());
            state.front = Front::Unknown;
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
/// an answer may overtake: until it tells of a session of our own making, it tells the past.
pub(super) fn switched(state: &mut State, session: SessionId, effects: &mut Effects) {
    if state.untold_session.is_some() {
        let _ = state.untold_session.take_if(|made| *made == session);
        return;
    }
    state.session = SessionSight::Ours(session.clone());
    state.front = Front::Left;
    let mut inside = state.records.iter().filter(|(_, shown)| {
        matches!(shown, RecordTab::Bound(tab) if tab.session.as_ref() == Some(&session))
    });
    let only = inside.next().map(|(record, _)| *record);
    let shared = inside.next().is_some();
    match only {
        Some(record) if !shared && state.settings.sessions == Sessions::PerTask => {
            glance::agent_went_to(state, record, effects);
        }
        _ => glance::soon(state, effects),
    }
    no_longer_behind(state, &session, effects);
    mode::try_again(state, effects);
}

/// A provider can't switch sessions: the agent has to.
pub(super) fn ask_the_agent(state: &mut State, session: SessionId, effects: &mut Effects) {
    let _ = state.call(DynamicsCall::RequestFocusSession(session), effects);
    if let Some(sid) = state.selected.clone() {
        focus::refuse(state, &sid, Problem::SessionBehind);
    }
}

/// Another session is in front: no row goes on asking for it. If the agent has gone where the selected one's asked,
/// its tab comes to the front there.
fn no_longer_behind(state: &mut State, session: &SessionId, effects: &mut Effects) {
    let asked = state
        .selected_task()
        .filter(|task| task.refused == Some(Problem::SessionBehind))
        .and_then(|task| state.records.get(&task.record?));
    let there =
        matches!(asked, Some(RecordTab::Bound(tab)) if tab.session.as_ref() == Some(session));
    for task in &mut state.tasks {
        if task.refused == Some(Problem::SessionBehind) {
            Rc::make_mut(task).refused = None;
        }
    }
    if there {
        focus::show(state, effects);
    }
}

/// A session is gone, and its tabs with it.
pub(super) fn closed(state: &mut State, session: &SessionId) {
    let _ = state.untold_session.take_if(|made| made == session);
    let gone = |tab: &Tab| tab.session.as_ref() == Some(session);
    state
        .records
        .retain(|_, shown| !matches!(shown, RecordTab::Bound(tab) if gone(tab)));
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
