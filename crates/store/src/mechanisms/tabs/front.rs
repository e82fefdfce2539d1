//! What is in front in Dynamics, as a look or a glance has shown it: the session, and the tab.

use crate::mechanisms::tabs::room;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::event::Answer;
use crate::words::ids::{Record, Tab, TabId};
use crate::words::problem::CallProblem;
use crate::words::state::State;
use crate::words::tabs::{FocusedSession, LastFocus, RecordTab, TabsView};
use crate::words::task::{Origin, Task, TaskStatus};

/// What a look showed; the session in front is last_saved, and bindings to tabs that are gone are dropped once no
/// live task needs them. A look that was not told the session is in the one that was in front before: events tell
/// of every other.
pub(crate) fn tabs_seen(state: &mut State, result: &Result<Answer, CallProblem>) -> TabsView {
    let Ok(Answer::Tabs(sight)) = result else {
        return TabsView::default();
    };
    let mut sight = sight.clone();
    if sight.session == FocusedSession::Unknown && state.tabs.sessions.focused.ours().is_some() {
        sight.session = state.tabs.sessions.focused.clone();
    }
    state.tabs.sessions.focused = sight.session.clone();
    room::counted(state, &sight);
    let _ = state
        .tabs
        .sessions
        .unconfirmed
        .take_if(|made| sight.session.ours() != Some(made));
    if let (Some(session), Some(tabs)) = (sight.session.ours(), &sight.tabs) {
        let tasks = &state.tasks;
        state.tabs.records.retain(|record, kept| match kept {
            RecordTab::Bound(tab) if tab.session.as_ref() == Some(session) => {
                tabs.contains(&tab.id) || tasks.iter().any(|task| task.record == Some(*record))
            }
            _ => true,
        });
    }
    sight
}

/// A tab has been seen in front. If it is another one than before, the agent has gone there.
pub(crate) fn focused_tab_seen(turn: &mut Turn<'_>, id: TabId) {
    let session = turn.tabs.sessions.focused.ours().cloned();
    let tab = Tab { session, id };
    let moved = match &turn.tabs.last_focus {
        LastFocus::Unknown => false,
        LastFocus::Moved => true,
        LastFocus::At(before) => *before != tab,
    };
    turn.tabs.last_focus = LastFocus::At(tab.clone());
    // A tab that is on its way to the front may be there before it is answered.
    if !moved || turn.tabs.focusing.is_some() {
        return;
    }
    if let Some(record) = record_in(turn, &tab) {
        turn.report(Outcome::AgentWentTo(record));
    }
}

/// The agent has taken up a customer who has come, and no tab is that customer's: another one's may be in front. Whom
/// the agent has dialled is known to the agent, and is often dialled from the record in front.
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
