//! The tab from which the agent dials: the page of a record that the panel has not opened itself. It is bound like one
//! that has been opened, so that the call's row brings it back to the front, and the agent's return to it selects the
//! call.

use super::awaited::Awaited;
use super::event::Answer;
use super::problem::CallProblem;
use super::state::{Front, RecordTab};
use super::turn::Turn;
use super::{DynamicsCall, Record, RequestId, State, Tab};

/// The agent has clicked on the page of this record: the tab in front shows it. Which one is that?
pub(super) fn on_page(turn: &mut Turn<'_>, record: Record) {
    if !turn.records.contains_key(&record) {
        let request = turn.call(DynamicsCall::GetFocusedTab, Awaited::ClickedPage);
        turn.clicked = Some((request, record));
    }
}

/// Takes the answer; false if the request is another.
pub(super) fn answered(
    state: &mut State,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
) -> bool {
    let clicked = state.clicked.take_if(|(awaited, _)| *awaited == request);
    let Some((_, record)) = clicked else {
        return false;
    };
    if let Ok(Answer::FocusedTab(Some(id))) = result
        && !state.records.contains_key(&record)
    {
        let session = state.session.ours().cloned();
        let tab = Tab {
            session,
            id: id.clone(),
        };
        let bound = RecordTab::Bound(tab.clone());
        // A tab that shows another record has navigated on since: what it shows now is not certain.
        if !state.records.values().any(|shown| *shown == bound) {
            state.front = Front::At(tab);
            let _ = state.records.insert(record, bound);
        }
    }
    true
}
