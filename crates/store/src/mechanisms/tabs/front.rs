//! What is in front in Dynamics, as a look or a poll has shown it: the session and the tab.

use crate::mechanisms::tabs::room;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::event::Answer;
use crate::words::ids::{Record, Tab, TabId};
use crate::words::problem::CallProblem;
use crate::words::state::State;
use crate::words::tabs::{FocusedSession, LastFocus, RecordTab, TabsView};
use crate::words::task::{Origin, Task, TaskStatus};

/// Takes in the tabs view of a look: notes the session in front, and drops bindings to tabs that are gone once no live
/// task needs them. If the host did not name the session, the session in front has not changed: events tell of every
/// change.
pub(crate) fn tabs_seen(state: &mut State, result: &Result<Answer, CallProblem>) -> TabsView {
    let Ok(Answer::Tabs(view)) = result else {
        return TabsView::default();
    };
    let mut view = view.clone();
    if view.session == FocusedSession::Unknown && state.tabs.sessions.focused.ours().is_some() {
        view.session = state.tabs.sessions.focused.clone();
    }
    state.tabs.sessions.focused = view.session.clone();
    room::counted(state, &view);
    let _ = state
        .tabs
        .sessions
        .unconfirmed
        .take_if(|made| view.session.ours() != Some(made));
    if let (Some(session), Some(tabs)) = (view.session.ours(), &view.tabs) {
        let tasks = &state.tasks;
        state.tabs.records.retain(|record, kept| match kept {
            RecordTab::Bound(tab) if tab.session.as_ref() == Some(session) => {
                tabs.contains(&tab.id) || tasks.iter().any(|task| task.record == Some(*record))
            }
            _ => true,
        });
    }
    view
}

/// A poll or a look has seen this tab in front. If it is another one than before, the agent has gone there.
pub(crate) fn focused_tab_seen(turn: &mut Turn<'_>, id: TabId) {
    let session = turn.tabs.sessions.focused.ours().cloned();
    let tab = Tab { session, id };
    let moved = match &turn.tabs.last_focus {
        LastFocus::Unknown => false,
        LastFocus::Moved => true,
        LastFocus::At(before) => *before != tab,
    };
    turn.tabs.last_focus = LastFocus::At(tab.clone());
    // A tab that the panel brings to the front may be there before the call is answered.
    if !moved || turn.tabs.focusing.is_some() {
        return;
    }
    if let Some(record) = record_in(turn, &tab) {
        turn.report(Outcome::AgentWentTo(record));
    }
}

/// True if the agent works on an offered task whose record has no tab, so that the tab in front may be another
/// customer's. A task that the agent has begun does not count: the agent knows that customer, and often dials from the
/// record in front.
pub(crate) fn is_without_tab(state: &State, task: &Task) -> bool {
    let tab = task
        .record
        .and_then(|record| state.tabs.records.get(&record));
    let taken_up = task.origin == Origin::Offered && task.status != TaskStatus::Pending;
    taken_up && !matches!(tab, Some(RecordTab::Bound(_)))
}

/// The record of another customer that is in front while the agent works on the selected task, which has no tab.
#[must_use]
pub fn foreign_in_front(state: &State) -> Option<Record> {
    let task = state
        .selected_task()
        .filter(|task| is_without_tab(state, task))?;
    let LastFocus::At(tab) = &state.tabs.last_focus else {
        return None;
    };
    record_in(state, tab).filter(|record| task.record != Some(*record))
}

fn record_in(state: &State, tab: &Tab) -> Option<Record> {
    state
        .tabs
        .records
        .iter()
        .find_map(|(record, shown)| match shown {
            RecordTab::Bound(bound) if bound == tab => Some(*record),
            _ => None,
        })
}
