//! The tab of the selected task comes to the front in Dynamics (R3, R10); an echo of our own moves nothing. What is
//! selected is told in [`selection`](super::selection), where the agent goes by herself in [`glance`](super::glance).

use std::rc::Rc;

use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::settings::PopOn;
use super::state::{FocusStep, Focusing, Front, Origin, RecordTab, SessionSight, TaskStatus};
use super::update::Effects;
use super::{
    DynamicsCall, Record, RequestId, ReservationSid, State, Tab, TabId, elsewhere, records,
    sessions, watching,
};

/// R3: the selected task's tab comes to the front; a record that has no tab yet gets one.
pub(super) fn show(state: &mut State, effects: &mut Effects) {
    let Some(task) = state.selected_task() else {
        return;
    };
    let Some(record) = task.record else { return };
    let opens = task.origin == Origin::Offered
        && (state.settings.pop_on == PopOn::Reserved || task.status != TaskStatus::Pending);
    match state.records.get(&record) {
        None | Some(RecordTab::Queued(_)) if opens => elsewhere::open(state, record, effects),
        Some(RecordTab::Bound(_)) => bring(state, record, effects),
        _ => {}
    }
}

impl Problem {
    /// It tells where the task's tab is, whatever becomes of the task.
    pub(super) fn is_about_the_tab(&self) -> bool {
        matches!(self, Self::SessionBehind | Self::TabNotFocused(_))
    }
}

/// Brings the tab of a bound record to the front, or asks the agent to go to its session.
pub(super) fn bring(state: &mut State, record: Record, effects: &mut Effects) {
    if let Some(RecordTab::Bound(tab)) = state.records.get(&record) {
        match sessions::behind(state, tab) {
            Some(session) => sessions::ask_the_agent(state, session, effects),
            None => begin(state, record, effects),
        }
    }
}

/// A new tab has taken the focus from the selected task's: that gets it back (R1).
pub(super) fn bring_back(state: &mut State, in_front: Option<&TabId>, effects: &mut Effects) {
    state.recalled.bringing |= state.recalled.selected.is_some();
    let Some(record) = state.selected_task().and_then(|task| task.record) else {
        return;
    };
    let Some(RecordTab::Bound(tab)) = state.records.get(&record).cloned() else {
        return;
    };
    match (sessions::behind(state, &tab), in_front) {
        (Some(session), _) => sessions::ask_the_agent(state, session, effects),
        (None, Some(front)) if *front == tab.id => {}
        // Whatever is asked about the front was asked before this tab came up.
        (None, Some(_)) if !is_moving(state) => {
            let call = DynamicsCall::FocusTab(tab.id);
            next(state, record, call, FocusStep::Focusing, effects);
        }
        (None, _) => begin(state, record, effects),
    }
}

/// A tab is on its way to the front: asking where the agent is moves none.
fn is_moving(state: &State) -> bool {
    let focusing = state.focusing.as_ref();
    focusing.is_some_and(|focusing| focusing.step != FocusStep::Asking)
}

/// The answer to where the agent is will do for a younger choice too. While a `focusTab` is out its answer is awaited:
/// a slow one would bring its tab over a younger choice.
fn begin(state: &mut State, record: Record, effects: &mut Effects) {
    match &mut state.focusing {
        Some(focusing) if focusing.step == FocusStep::Asking => focusing.record = record,
        Some(focusing) => focusing.again = true,
        None => {
            let call = DynamicsCall::GetFocusedTab;
            next(state, record, call, FocusStep::Asking, effects);
        }
    }
}

/// Takes the answer to a call of a focusing; false if the request belongs to none.
pub(super) fn answered(
    state: &mut State,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) -> bool {
    if state
        .focusing
        .as_ref()
        .is_none_or(|focusing| focusing.request != request)
    {
        return false;
    }
    let Some(focusing) = state.focusing.take() else {
        return false;
    };
    let record = focusing.record;
    let wanted = state.selected_task().and_then(|task| task.record) == Some(record);
    let tab = match state.records.get(&record) {
        Some(RecordTab::Bound(tab)) if wanted && !focusing.again => tab.clone(),
        _ => {
            show(state, effects);
            return true;
        }
    };
    match focusing.step {
        FocusStep::Asking => {
            note_front(state, result);
            if !is_in_front(state, &tab, result) {
                let call = DynamicsCall::FocusTab(tab.id);
                next(state, record, call, FocusStep::Focusing, effects);
            }
        }
        FocusStep::Focusing => match result {
            Ok(_) => state.front = Front::At(tab),
            Err(CallProblem::Refused(_)) => {
                next(
                    state,
                    record,
                    DynamicsCall::Look,
                    FocusStep::Looking,
                    effects,
                );
            }
            Err(problem) => not_focused(state, record, problem.clone()),
        },
        FocusStep::Looking => looked(state, record, &tab, result, effects),
    }
    true
}

fn next(
    state: &mut State,
    record: Record,
    call: DynamicsCall,
    step: FocusStep,
    effects: &mut Effects,
) {
    if step == FocusStep::Focusing {
        watching::look_anew(state, effects);
    }
    let request = state.call(call, effects);
    state.focusing = Some(Focusing {
        record,
        request,
        step,
        again: false,
    });
}

/// Where the agent is, seen on our own way elsewhere: no move of theirs.
fn note_front(state: &mut State, result: &Result<Answer, CallProblem>) {
    if let Ok(Answer::FocusedTab(Some(id))) = result {
        let session = state.session.ours().cloned();
        let id = id.clone();
        state.front = Front::At(Tab { session, id });
    }
}

fn is_in_front(state: &State, tab: &Tab, result: &Result<Answer, CallProblem>) -> bool {
    let same_session = match (state.session.ours(), &tab.session) {
        (Some(front), Some(session)) => front == session,
        _ => state.session != SessionSight::NotOurs,
    };
    same_session && matches!(result, Ok(Answer::FocusedTab(Some(front))) if *front == tab.id)
}

/// `focusTab` was refused. A tab that is gone is opened again; one in another session is told on the row.
fn looked(
    state: &mut State,
    record: Record,
    tab: &Tab,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) {
    let sight = records::sight(state, result);
    if let Err(problem) = result {
        return not_focused(state, record, problem.clone());
    }
    let elsewhere = sight.session == SessionSight::NotOurs
        || matches!((sight.session.ours(), &tab.session), (Some(a), Some(b)) if a != b);
    let there = sight.tabs.is_some_and(|tabs| tabs.contains(&tab.id));
    let is_selected = state.selected_task().and_then(|task| task.record) == Some(record);
    if let Some(session) = tab.session.clone().filter(|_| elsewhere && is_selected) {
        sessions::ask_the_agent(state, session, effects);
    } else if elsewhere || there {
        not_focused(state, record, CallProblem::Refused("".into()));
    } else {
        let _ = state.records.remove(&record);
        show(state, effects);
    }
}

fn not_focused(state: &mut State, record: Record, why: CallProblem) {
    let in_front = state
        .selected_task()
        .filter(|task| task.record == Some(record));
    if let Some(sid) = in_front.map(|task| task.sid.clone()) {
        refuse(state, &sid, Problem::TabNotFocused(why));
    }
}

/// Tells on the task's row that its record has come up.
pub(super) fn set_ready(state: &mut State, sid: &ReservationSid) {
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid) {
        Rc::make_mut(task).ready = true;
    }
}

/// Tells on the task's row what was refused for it.
pub(super) fn refuse(state: &mut State, sid: &ReservationSid, problem: Problem) {
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid) {
        Rc::make_mut(task).refused = Some(problem);
    }
}
