//! The tab from which the agent dials.

use store::event::Answer;
use store::problem::CallProblem;
use store::state::RecordTab;
use store::{DynamicsCall, DynamicsEvent, Record, Settings, Tab};

use crate::panel::{Panel, call, case};

const QUESTION: DynamicsCall = DynamicsCall::GetFocusedTab;

fn clicked_on_page(record: Record) -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(DynamicsEvent::ClickedOnPage(record));
    panel
}

#[test]
fn the_page_on_which_the_agent_has_clicked_is_bound_to_the_tab_in_front() {
    let mut panel = clicked_on_page(case(1));
    panel.answer(&QUESTION, Ok(Answer::FocusedTab(Some("tab-1".into()))));
    let shown = panel.state.tabs.records.get(&case(1));
    assert!(matches!(shown, Some(RecordTab::Bound(Tab { id, .. })) if id.as_str() == "tab-1"));
}

#[test]
fn no_tab_is_bound_without_an_answer() {
    for answer in [Ok(Answer::FocusedTab(None)), Err(CallProblem::TimedOut)] {
        let mut panel = clicked_on_page(case(1));
        panel.answer(&QUESTION, answer);
        assert_eq!(panel.state.tabs.records.get(&case(1)), None);
    }
}

#[test]
fn a_tab_that_is_bound_to_another_record_is_not_taken() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    let before = panel.state.tabs.records.clone();
    panel.dynamics(DynamicsEvent::ClickedOnPage(case(2)));
    panel.answer(&QUESTION, Ok(Answer::FocusedTab(Some("tab-1".into()))));
    assert_eq!(panel.state.tabs.records, before);
}

#[test]
fn a_click_on_a_record_that_has_its_tab_asks_dynamics_nothing() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    let _ = panel.done();
    panel.dynamics(DynamicsEvent::ClickedOnPage(case(1)));
    assert_eq!(panel.calls(), []);
}
