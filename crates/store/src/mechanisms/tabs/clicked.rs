//! The tab from which the agent dials: the page of a record that the panel has not opened itself. The panel binds that
//! tab, too. So the row of the call brings it back to the front, and the agent's return to the tab selects the call.

use crate::mechanisms::turn::Turn;
use crate::words::awaited::Awaited;
use crate::words::effect::DynamicsCall;
use crate::words::event::Answer;
use crate::words::ids::{Record, Tab};
use crate::words::problem::CallProblem;
use crate::words::state::State;
use crate::words::tabs::{LastFocus, RecordTab};

/// The agent has clicked on the page of this record, so the tab in front shows it. Asks which tab that is.
pub(crate) fn on_page(turn: &mut Turn<'_>, record: Record) {
    if !turn.tabs.records.contains_key(&record) {
        let _ = turn.call(DynamicsCall::GetFocusedTab, Awaited::ClickedPage(record));
    }
}

/// Binds the tab in front to the record.
pub(crate) fn answered(state: &mut State, record: Record, result: &Result<Answer, CallProblem>) {
    let Ok(Answer::FocusedTab(Some(id))) = result else {
        return;
    };
    let tab = Tab {
        session: state.tabs.sessions.focused.ours().cloned(),
        id: id.clone(),
    };
    let bound = RecordTab::Bound(tab.clone());
    // A tab that is bound to another record may show either of the two records by now.
    let of_another = state.tabs.records.values().any(|shown| *shown == bound);
    if !of_another && !state.tabs.records.contains_key(&record) {
        state.tabs.last_focus = LastFocus::At(tab);
        let _ = state.tabs.records.insert(record, bound);
    }
}
