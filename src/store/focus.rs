//! One focus on three sides (R3, R10): the task selected in our list, the task selected in Flex, the tab in front
//! in Dynamics. Whatever moves one moves the others; an echo of our own moves nothing.

use std::rc::Rc;

use super::effect::AGENT_DESKTOP;
use super::event::Answer;
use super::problem::{CallProblem, CommandProblem, Problem};
use super::settings::PopOn;
use super::state::{
    Direction, FocusStep, Focusing, Front, RecordTab, Selecting, SessionSight, TaskStatus,
};
use super::update::Effects;
use super::{
    DynamicsCall, FlexCommand, Record, RequestId, ReservationSid, State, Tab, TabId, lead, records,
    sessions, watching,
};

/// Selects a task on all three sides.
pub(super) fn select(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    select_in_flex(state, &sid, true, effects);
    mark(state, Some(sid));
    show(state, effects);
}

/// Selects a task in the list and in Flex, and leaves the tabs alone: the agent is in its tab already (R4), or was
/// wherever they are before a reload.
pub(super) fn restore(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    select_in_flex(state, &sid, false, effects);
    mark(state, Some(sid));
}

/// Asks Flex to select a task, unless it shows it already, or is about to.
fn select_in_flex(state: &mut State, sid: &ReservationSid, shows: bool, effects: &mut Effects) {
    let elsewhere = state
        .view
        .name
        .as_deref()
        .is_some_and(|view| view != AGENT_DESKTOP);
    let shown = match &state.selecting {
        Some(selecting) => selecting.sid == *sid,
        None => state.flex_selected.as_ref() == Some(sid) && !elsewhere,
    };
    if !shown && state.flex.is_open() {
        if elsewhere {
            state.view.sent_to = Some(AGENT_DESKTOP.into());
        }
        let request = state.command(FlexCommand::SelectTask { sid: sid.clone() }, effects);
        state.selecting = Some(Selecting {
            request,
            sid: sid.clone(),
            shows,
            echoed: false,
        });
    }
}

/// Flex tells its selection: somebody's act there, or the echo of ours.
pub(super) fn told(state: &mut State, sid: Option<ReservationSid>, effects: &mut Effects) {
    state.flex_selected.clone_from(&sid);
    match &mut state.selecting {
        Some(selecting) => selecting.echoed |= sid.as_ref() == Some(&selecting.sid),
        None => {
            // A deselection is what Flex does when a task has ended: nobody's act.
            if sid.is_some() && sid != state.selected {
                state.mode.docked_by_arrival = false;
            }
            follow_flex(state, effects);
        }
    }
}

/// Flex answers our `SelectTask`; false if the request is not that.
pub(super) fn replied(
    state: &mut State,
    request: RequestId,
    result: &Result<(), CommandProblem>,
    effects: &mut Effects,
) -> bool {
    if state
        .selecting
        .as_ref()
        .is_none_or(|selecting| selecting.request != request)
    {
        return false;
    }
    let Some(selecting) = state.selecting.take() else {
        return false;
    };
    state.view.sent_to = None;
    let shows = selecting.shows;
    match result {
        Ok(()) if !selecting.echoed => state.flex_selected = Some(selecting.sid),
        Ok(()) => {}
        Err(why) => {
            let problem = Problem::CommandFailed {
                action: "SelectTask",
                why: why.clone(),
            };
            refuse(state, &selecting.sid, problem);
        }
    }
    if take_over(state) && shows {
        show(state, effects);
    }
    true
}

/// A task has ended. If it was about to be selected, what Flex shows still stands: it will not tell that anew.
pub(super) fn after_an_end(state: &mut State, effects: &mut Effects) {
    if state.selecting.is_none() {
        follow_flex(state, effects);
    }
}

/// Our list takes over Flex's selection, and its tab comes to the front.
pub(super) fn follow_flex(state: &mut State, effects: &mut Effects) {
    if take_over(state) {
        show(state, effects);
    }
}

/// Our list takes over Flex's selection; false if it has it.
fn take_over(state: &mut State) -> bool {
    let known = state
        .flex_selected
        .clone()
        .filter(|sid| state.task(sid).is_some());
    let other = known != state.selected;
    if other {
        mark(state, known);
    }
    other
}

fn mark(state: &mut State, sid: Option<ReservationSid>) {
    state.selected = sid;
    let Some(sid) = &state.selected else { return };
    state.recent.retain(|recent| recent != sid);
    state.recent.push(sid.clone());
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid)
        && (task.ready || task.refused.is_some())
    {
        let task = Rc::make_mut(task);
        task.ready = false;
        task.refused = None;
    }
}

/// R3: the selected task's tab comes to the front; a record that has no tab yet gets one.
pub(super) fn show(state: &mut State, effects: &mut Effects) {
    let Some(task) = state.selected_task() else {
        return;
    };
    let Some(record) = task.record else { return };
    let opens = task.direction == Direction::Inbound
        && (state.settings.pop_on == PopOn::Reserved || task.status != TaskStatus::Pending);
    match state.records.get(&record) {
        None | Some(RecordTab::Queued(_)) if opens => lead::open(state, record, effects),
        Some(RecordTab::Bound(_)) => bring(state, record, effects),
        _ => {}
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
