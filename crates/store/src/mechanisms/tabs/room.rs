//! Room for tabs: a session of Dynamics takes ten, and shows no eleventh. A look tells how many there are, so a record
//! that would be the eleventh is not opened: its row says so at once, nobody behind it in the queue waits for it, and it
//! is opened as soon as a [`poll`](super::poll) shows that a tab has been closed.

use crate::mechanisms::tabs::records;
use crate::words::ids::Record;
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::tabs::{RecordTab, TabsView};

/// So many tabs a session takes, as Microsoft documents it.
pub const TABS_PER_SESSION: usize = 10;

/// A look has counted the tabs of a session. Where one has more than the limit, there is no such limit.
pub(crate) fn counted(state: &mut State, sight: &TabsView) {
    let tabs = sight.tabs.as_ref();
    state.tabs.host.takes_more_tabs |= tabs.is_some_and(|tabs| tabs.len() > TABS_PER_SESSION);
}

/// The session that was seen has no room for one more tab.
pub(crate) fn is_full(state: &State, sight: &TabsView) -> bool {
    free(state, sight) == Some(0)
}

/// There is no room for this record's tab.
pub(crate) fn lack(state: &mut State, record: Record) {
    records::not_opened(state, record);
    records::fail(state, record, Problem::SessionFull, None);
}

/// This record has not been opened for want of room.
pub(crate) fn is_lacking(tab: &RecordTab) -> bool {
    let full = Problem::SessionFull;
    matches!(tab, RecordTab::Failed { problem, .. } if *problem == full)
}

/// A record waits for room. In a window that follows none does: the leader opens it.
pub(crate) fn is_wanted(state: &State) -> bool {
    !state.windows.follows() && state.tabs.records.values().any(is_lacking)
}

/// A glance has shown these tabs: so many records as there is room for are opened, the selected task's first.
pub(crate) fn seen(state: &mut State, sight: &TabsView) {
    let free = free(state, sight).unwrap_or_default();
    for record in waiting_for(state, sight).into_iter().take(free) {
        let way = state.settings.open_with.into();
        let _ = state.tabs.records.remove(&record);
        state.tabs.queue.push_back((record, way));
    }
}

/// For so many tabs more there is room; `None` where the tabs were not told.
fn free(state: &State, sight: &TabsView) -> Option<usize> {
    let tabs = sight.tabs.as_ref()?;
    Some(if state.tabs.host.takes_more_tabs {
        usize::MAX
    } else {
        TABS_PER_SESSION.saturating_sub(tabs.len())
    })
}

/// The records that wait for room and may open in this session. One that has a session of its own opens there.
fn waiting_for(state: &State, sight: &TabsView) -> Vec<Record> {
    let mut waiting = Vec::new();
    for task in state.selected_task().into_iter().chain(&state.tasks) {
        let Some(record) = task.record else { continue };
        let lacks = state.tabs.records.get(&record).is_some_and(is_lacking);
        let own = state.tabs.sessions.created_for.get(&record);
        let here = own.is_none_or(|own| sight.session.ours() == Some(own));
        if lacks && here && !waiting.contains(&record) {
            waiting.push(record);
        }
    }
    waiting
}
