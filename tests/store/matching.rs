//! R2: which tab shows a record while something else happens in Dynamics.

use store::event::Answer;
use store::state::{FocusedSession, RecordTab, TabsView};
use store::{AgentAction, DynamicsCall, DynamicsEvent, Event, FlexEvent, Settings, Ticket, Timer};

use crate::panel::{Panel, by_search, call, case, tabs_view};

/// Two tasks, each about the record of its number. The first record is being opened, and `home` is the only tab.
fn opening() -> Panel {
    let mut panel = Panel::ready(by_search());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    open(&mut panel, 1, &["home"]);
    panel.flex(FlexEvent::Task(call("WR2", 2)));
    panel
}

/// The record is found, and is opened while these tabs exist.
fn open(panel: &mut Panel, number: u32, tabs: &[&str]) {
    panel.answer(&DynamicsCall::Search(case(number)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("home"), tabs)));
    panel.answer(&DynamicsCall::OpenBySearch(case(number)), Ok(Answer::Done));
}

/// The first record has not come up in its 60 s, and the second one is being opened.
fn first_is_late() -> Panel {
    let mut panel = opening();
    ring(&mut panel, Timer::Opening, 1);
    open(&mut panel, 2, &["home"]);
    panel
}

fn goes_to(panel: &mut Panel, number: u32) {
    panel.dynamics(DynamicsEvent::PageNavigated(Some(case(number))));
}

fn ring(panel: &mut Panel, timer: fn(Ticket) -> Timer, number: u32) {
    let opening = panel.opening_of(case(number));
    panel.tell(Event::TimeUp(timer(opening)));
}

/// The next look for this record's tab shows these tabs, the first of them in front.
fn look(panel: &mut Panel, number: u32, tabs: &[&str]) {
    ring(panel, Timer::LookAgain, number);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(tabs.first().copied(), tabs)),
    );
}

fn tab_of(panel: &Panel, number: u32) -> Option<&str> {
    match panel.state.tabs.records.get(&case(number)) {
        Some(RecordTab::Bound(tab)) => Some(tab.id.as_str()),
        _ => None,
    }
}

#[test]
fn a_tab_that_existed_before_is_not_taken_whatever_dynamics_announces() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    open(&mut panel, 1, &["home", "old"]);
    look(&mut panel, 1, &["old", "home"]);
    assert_eq!(tab_of(&panel, 1), None);
    goes_to(&mut panel, 1);
    look(&mut panel, 1, &["old", "home"]);
    assert_eq!(tab_of(&panel, 1), None);
    look(&mut panel, 1, &["new", "home", "old"]);
    assert_eq!(tab_of(&panel, 1), Some("new"));
}

#[test]
fn the_late_success_of_an_opening_still_binds_its_tab() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    ring(&mut panel, Timer::Opening, 1);
    assert_eq!(tab_of(&panel, 1), None);
    panel.answer(&DynamicsCall::OpenBySearch(case(1)), Ok(Answer::Done));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("new"), &["new", "home"])),
    );
    assert_eq!(tab_of(&panel, 1), Some("new"));
}

#[test]
fn a_late_tab_is_not_taken_for_the_record_that_is_being_opened() {
    let mut panel = first_is_late();
    goes_to(&mut panel, 1);
    look(&mut panel, 2, &["late", "home"]);
    assert_eq!((tab_of(&panel, 1), tab_of(&panel, 2)), (Some("late"), None));
    goes_to(&mut panel, 2);
    look(&mut panel, 2, &["second", "late", "home"]);
    assert_eq!(tab_of(&panel, 2), Some("second"));
}

#[test]
fn two_records_that_are_announced_at_once_are_not_bound() {
    let mut panel = first_is_late();
    goes_to(&mut panel, 2);
    goes_to(&mut panel, 1);
    for tabs in [&["a", "home"][..], &["b", "a", "home"], &["b", "a", "home"]] {
        look(&mut panel, 2, tabs);
        assert_eq!((tab_of(&panel, 1), tab_of(&panel, 2)), (None, None));
    }
}

#[test]
fn a_late_tab_that_the_look_before_an_opening_shows_is_the_late_records() {
    let mut panel = opening();
    ring(&mut panel, Timer::Opening, 1);
    panel.answer(&DynamicsCall::Search(case(2)), Ok(Answer::Found(1)));
    goes_to(&mut panel, 1);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("late"), &["late", "home"])),
    );
    assert_eq!(tab_of(&panel, 1), Some("late"));
}

#[test]
fn a_tab_that_existed_before_a_late_record_was_announced_is_not_the_late_records() {
    let mut panel = first_is_late();
    goes_to(&mut panel, 2);
    look(&mut panel, 2, &["second", "home"]);
    look_around(&mut panel, &["agents", "second", "home"]);
    goes_to(&mut panel, 1);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(
            Some("late"),
            &["late", "agents", "second", "home"],
        )),
    );
    assert_eq!(tab_of(&panel, 1), Some("late"));
}

/// The record of one more task is being opened. The look before its opening shows these tabs.
fn look_around(panel: &mut Panel, tabs: &[&str]) {
    panel.flex(FlexEvent::Task(call("WR3", 3)));
    panel.answer(&DynamicsCall::Search(case(3)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("home"), tabs)));
    ring(panel, Timer::Opening, 3);
}

#[test]
fn a_tab_that_the_agent_opens_meanwhile_is_not_taken() {
    let mut panel = opening();
    goes_to(&mut panel, 1);
    panel.dynamics(DynamicsEvent::PageNavigated(None));
    look(&mut panel, 1, &["agents", "home"]);
    look(&mut panel, 1, &["first", "agents", "home"]);
    look(&mut panel, 1, &["agents", "first", "home"]);
    assert_eq!(tab_of(&panel, 1), None);
}

#[test]
fn a_navigation_of_the_agent_within_a_tab_delays_the_binding_by_two_looks() {
    let mut panel = opening();
    goes_to(&mut panel, 1);
    panel.dynamics(DynamicsEvent::PageNavigated(None));
    look(&mut panel, 1, &["first", "home"]);
    look(&mut panel, 1, &["first", "home"]);
    assert_eq!(tab_of(&panel, 1), None);
    look(&mut panel, 1, &["first", "home"]);
    assert_eq!(tab_of(&panel, 1), Some("first"));
}

#[test]
fn without_a_list_of_tabs_the_focused_tab_is_bound_once_two_looks_agree() {
    let unlisted = |focused: &str| {
        Ok(Answer::Tabs(TabsView {
            session: FocusedSession::Ours("session-id-0".into()),
            focused: Some(focused.into()),
            tabs: None,
        }))
    };
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, unlisted("home"));
    panel.answer(&DynamicsCall::OpenBySearch(case(1)), Ok(Answer::Done));
    for (focused, bound) in [("agents", None), ("first", None), ("first", Some("first"))] {
        ring(&mut panel, Timer::LookAgain, 1);
        panel.answer(&DynamicsCall::ReadTabs, unlisted(focused));
        assert_eq!(tab_of(&panel, 1), bound);
    }
}

#[test]
fn once_a_host_has_announced_an_opening_a_tab_without_announcement_is_not_taken() {
    let mut panel = opening();
    goes_to(&mut panel, 1);
    look(&mut panel, 1, &["first", "home"]);
    open(&mut panel, 2, &["home", "first"]);
    look(&mut panel, 2, &["agents", "first", "home"]);
    assert_eq!(tab_of(&panel, 2), None);
    goes_to(&mut panel, 2);
    look(&mut panel, 2, &["second", "agents", "first", "home"]);
    assert_eq!(tab_of(&panel, 2), Some("second"));
}

#[test]
fn the_agents_own_open_of_a_late_record_binds_the_tab_in_front() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    open(&mut panel, 1, &["home"]);
    ring(&mut panel, Timer::Opening, 1);
    panel.agent(AgentAction::Open("WR1".into()));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    goes_to(&mut panel, 1);
    look(&mut panel, 1, &["form", "search", "home"]);
    assert_eq!(tab_of(&panel, 1), Some("form"));
}

#[test]
fn a_look_without_a_session_counts_for_the_session_that_was_in_front() {
    let mut panel = opening();
    let session = panel.state.tabs.sessions.focused.ours().cloned();
    ring(&mut panel, Timer::LookAgain, 1);
    let untold = TabsView {
        session: FocusedSession::Unknown,
        focused: Some("new".into()),
        tabs: Some(["home", "new"].map(Into::into).into()),
    };
    panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(untold)));
    match panel.state.tabs.records.get(&case(1)) {
        Some(RecordTab::Bound(tab)) => assert_eq!(tab.session, session),
        other => panic!("not bound: {other:?}"),
    }
    assert!(session.is_some());
}
