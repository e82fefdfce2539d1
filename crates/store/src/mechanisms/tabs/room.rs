//! Room for tabs. A session of Dynamics takes ten tabs and shows no eleventh. Each look tells how many there are. A
//! record that would need the eleventh tab is not opened: its row says so at once, and the records behind it in the
//! queue do not wait. The record opens as soon as a [`poll`](super::poll) shows that a tab has been closed.

use crate::mechanisms::tabs::records;
use crate::words::ids::Record;
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::tabs::{RecordTab, TabsView};

/// How many tabs a session takes, as Microsoft documents it.
pub const TABS_PER_SESSION: usize = 10;

/// A look has counted the tabs of a session. If there are more tabs than the limit, this host has no such limit.
pub(crate) fn counted(state: &mut State, view: &TabsView) {
    let tabs = view.tabs.as_ref();
    state.tabs.host.takes_more_tabs |= tabs.is_some_and(|tabs| tabs.len() > TABS_PER_SESSION);
}

/// True if the session of this look has no room for one more tab.
pub(crate) fn is_full(state: &State, view: &TabsView) -> bool {
    free(state, view) == Some(0)
}

/// There is no room for this record's tab.
pub(crate) fn lack(state: &mut State, record: Record) {
    records::not_opened(state, record);
    records::fail(state, record, Problem::SessionFull, None);
}

/// True if this record was not opened because there was no room.
pub(crate) fn is_lacking(tab: &RecordTab) -> bool {
    let full = Problem::SessionFull;
    matches!(tab, RecordTab::Failed { problem, .. } if *problem == full)
}

/// True if a record waits for room. In a follower none does, because the leader opens records.
pub(crate) fn is_wanted(state: &State) -> bool {
    !state.windows.follows() && state.tabs.records.values().any(is_lacking)
}

/// A poll has shown these tabs: opens as many records as there is room for, the selected task's first.
pub(crate) fn seen(state: &mut State, view: &TabsView) {
    let free = free(state, view).unwrap_or_default();
    for record in waiting_for(state, view).into_iter().take(free) {
        let way = state.settings.open_with.into();
        let _ = state.tabs.records.remove(&record);
        state.tabs.queue.push_back((record, way));
    }
}

/// How many more tabs there is room for. `None` if the look lists no tabs.
fn free(state: &State, view: &TabsView) -> Option<usize> {
    let tabs = view.tabs.as_ref()?;
    Some(if state.tabs.host.takes_more_tabs {
        usize::MAX
    } else {
        TABS_PER_SESSION.saturating_sub(tabs.len())
    })
}

/// The records that wait for room and may open in this session. A record that has a session of its own opens there.
fn waiting_for(state: &State, view: &TabsView) -> Vec<Record> {
    let mut waiting = Vec::new();
    for task in state.selected_task().into_iter().chain(&state.tasks) {
        let Some(record) = task.record else { continue };
        let lacks = state.tabs.records.get(&record).is_some_and(is_lacking);
        let own = state.tabs.sessions.created_for.get(&record);
        let here = own.is_none_or(|own| view.session.ours() == Some(own));
        if lacks && here && !waiting.contains(&record) {
            waiting.push(record);
        }
    }
    waiting
}
