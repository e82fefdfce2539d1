//! R1 and R2: a record gets its tab.

use store::event::Answer;
use store::problem::CallProblem;
use store::settings::OpenWith;
use store::state::{Ending, FocusedSession, RecordTab, TabsView};
use store::{AgentAction, DynamicsCall, DynamicsEvent, Event, FlexEvent, Settings, Tab, Timer};

use crate::panel::{Panel, by_search, call, case, chat, ended, tabs_view};

const OPEN: fn() -> DynamicsCall = || DynamicsCall::OpenBySearch(case(1));

/// The record of WR1 has been found, and the open call is out. Before that, `home` was the only tab.
fn opening() -> Panel {
    opening_in(Settings::default())
}

fn opening_in(settings: Settings) -> Panel {
    let mut panel = Panel::ready(settings);
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    panel
}

fn state_of(panel: &Panel) -> &RecordTab {
    panel
        .state
        .tabs
        .records
        .get(&case(1))
        .expect("the record is known")
}

fn bound_to(panel: &Panel) -> Option<&str> {
    let tab = panel.state.tabs.bound(case(1))?;
    Some(tab.id.as_str())
}

fn failed_with(panel: &Panel) -> Option<&'static str> {
    match state_of(panel) {
        RecordTab::Failed { problem, .. } => Some(problem.code()),
        _ => None,
    }
}

#[test]
fn a_record_is_searched_then_the_tabs_are_read_then_the_record_is_opened() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    let _ = panel.request_of(&DynamicsCall::Search(case(1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    let calls = panel.calls();
    let order = [
        DynamicsCall::Search(case(1)),
        DynamicsCall::ReadTabs,
        OPEN(),
    ];
    let opening: Vec<_> = calls
        .into_iter()
        .filter(|call| order.contains(call))
        .collect();
    assert_eq!(opening, order);
}

#[test]
fn no_record_is_opened_unless_the_search_finds_exactly_one() {
    let refused = CallProblem::Refused("no privilege".into());
    for (result, code) in [
        (Ok(Answer::Found(0)), "record.not-found"),
        (Ok(Answer::Found(3)), "record.ambiguous"),
        (Err(refused), "record.refused"),
        (Err(CallProblem::TimedOut), "record.refused"),
        (Err(CallProblem::Malformed), "record.refused"),
        (Ok(Answer::Done), "record.refused"),
    ] {
        let mut panel = Panel::ready(Settings::default());
        panel.flex(FlexEvent::Task(call("WR1", 1)));
        panel.answer(&DynamicsCall::Search(case(1)), result.clone());
        assert_eq!(failed_with(&panel), Some(code), "{result:?}");
        assert!(!panel.calls().contains(&OPEN()), "{result:?}");
    }
}

#[test]
fn the_tab_is_bound_by_what_is_new() {
    // Each row: the tabs of the later look, whether `onpagenavigate` named the record, and the tab that is bound.
    let home = FocusedSession::Ours("session-id-0".into());
    let look = |focused: &str, tabs: Option<&[&str]>| TabsView {
        session: home.clone(),
        focused: Some(focused.into()),
        tabs: tabs.map(|tabs| tabs.iter().map(|id| (*id).into()).collect()),
    };
    for (what, seen, navigated, bound) in [
        (
            "a new tab in front",
            look("new", Some(&["home", "new"])),
            false,
            Some("new"),
        ),
        (
            "a new tab behind",
            look("home", Some(&["home", "new"])),
            false,
            Some("new"),
        ),
        (
            "two new tabs",
            look("b", Some(&["home", "a", "b"])),
            false,
            Some("b"),
        ),
        (
            "two new tabs, none in front",
            look("home", Some(&["home", "a", "b"])),
            false,
            None,
        ),
        ("nothing new", look("home", Some(&["home"])), false, None),
        (
            "nothing new though told to come",
            look("home", Some(&["home"])),
            true,
            None,
        ),
        (
            "a new front, tabs not told",
            look("new", None),
            false,
            Some("new"),
        ),
        (
            "the old front, tabs not told",
            look("home", None),
            true,
            None,
        ),
    ] {
        let mut panel = opening();
        if navigated {
            panel.dynamics(DynamicsEvent::PageNavigated(Some(case(1))));
        }
        panel.answer(&OPEN(), Ok(Answer::Done));
        panel.timer(Timer::LookAgain);
        panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(seen)));
        assert_eq!(bound_to(&panel), bound, "{what}");
    }
}

#[test]
fn a_tab_is_looked_for_again_and_again_until_it_is_there() {
    let mut panel = opening();
    panel.answer(&OPEN(), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    let _ = panel.calls();
    let request = panel.opening_of(case(1));
    panel.tell(Event::TimeUp(Timer::LookAgain(request)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("new"), &["home", "new"])),
    );
    assert_eq!(bound_to(&panel), Some("new"));
}

#[test]
fn the_watch_goes_on_if_the_open_call_is_never_answered() {
    let mut panel = opening();
    panel.answer(&OPEN(), Err(CallProblem::TimedOut));
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("new"), &["home", "new"])),
    );
    assert_eq!(bound_to(&panel), Some("new"));
}

#[test]
fn an_opening_that_is_refused_is_reported_and_not_tried_again() {
    let mut panel = opening();
    panel.answer(&OPEN(), Err(CallProblem::Refused("no".into())));
    assert_eq!(failed_with(&panel), Some("record.refused"));
    let _ = panel.calls();
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    assert_eq!(panel.calls(), []);
}

#[test]
fn a_tab_that_does_not_come_up_in_time_is_reported() {
    let mut panel = opening_in(by_search());
    panel.timer(Timer::Opening);
    assert_eq!(failed_with(&panel), Some("record.not-shown"));
}

#[test]
fn in_another_providers_session_nothing_is_bound_and_the_row_says_so() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    let elsewhere = TabsView {
        session: FocusedSession::NotOurs,
        focused: None,
        tabs: None,
    };
    panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(elsewhere)));
    panel.answer(&OPEN(), Ok(Answer::Done));
    assert_eq!(state_of(&panel), &RecordTab::OutOfReach);
}

#[test]
fn records_are_opened_one_at_a_time_and_the_selected_one_comes_next() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(chat("WR9", 9), "tab-9", &["home"]);
    for number in 1..=3 {
        panel.flex(FlexEvent::Task(chat(&format!("WR{number}"), number)));
    }
    assert_eq!(panel.calls(), [DynamicsCall::Search(case(1))]);
    panel.agent(AgentAction::Select("WR3".into()));
    assert_eq!(panel.queue(), [case(3), case(2)]);
}

#[test]
fn the_agents_own_open_uses_the_form() {
    let mut panel = opening();
    panel.answer(&OPEN(), Err(CallProblem::Refused("no".into())));
    let _ = panel.done();
    panel.agent(AgentAction::Open("WR1".into()));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    panel.answer(&DynamicsCall::OpenForm(case(1)), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("new"), &["home", "new"])),
    );
    let home = Some("session-id-0".into());
    assert_eq!(
        state_of(&panel),
        &RecordTab::Bound(Tab {
            session: home,
            id: "new".into()
        })
    );
}

#[test]
fn the_setting_form_opens_without_a_search() {
    let settings = Settings {
        open_with: OpenWith::Form,
        ..Settings::default()
    };
    let mut panel = Panel::ready(settings);
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    let calls = panel.calls();
    assert!(
        calls.contains(&DynamicsCall::OpenForm(case(1))),
        "{calls:?}"
    );
    assert!(!calls.contains(&DynamicsCall::Search(case(1))), "{calls:?}");
}

#[test]
fn no_record_is_opened_for_a_customer_who_leaves_during_the_search_or_the_look() {
    let mut searching = Panel::ready(Settings::default());
    searching.flex(FlexEvent::Task(call("WR1", 1)));
    searching.flex(ended("WR1", Ending::Canceled));
    searching.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    assert!(!searching.calls().contains(&DynamicsCall::ReadTabs));
    assert!(searching.state.tabs.records.is_empty());

    let mut noting = Panel::ready(Settings::default());
    noting.flex(FlexEvent::Task(call("WR1", 1)));
    noting.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    noting.flex(ended("WR1", Ending::Canceled));
    noting.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    assert!(!noting.calls().contains(&OPEN()));
    assert!(noting.state.tabs.records.is_empty());
}

#[test]
fn the_row_says_that_a_record_came_up_in_another_providers_session() {
    let mut panel = opening();
    panel.answer(&OPEN(), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    let elsewhere = TabsView {
        session: FocusedSession::NotOurs,
        ..TabsView::default()
    };
    panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(elsewhere)));
    panel.timer(Timer::Opening);
    assert_eq!(state_of(&panel), &RecordTab::OutOfReach);
}

#[test]
fn a_look_without_a_session_does_not_keep_the_tab_from_being_bound() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    let untold = TabsView {
        session: FocusedSession::Unknown,
        focused: Some("home".into()),
        tabs: Some(["home".into()].into()),
    };
    panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(untold)));
    panel.answer(&OPEN(), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("new"), &["home", "new"])),
    );
    assert_eq!(bound_to(&panel), Some("new"));
}
