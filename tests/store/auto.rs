//! `openWith: auto`: the panel opens a record by search, and by form if the search has brought no tab in its whole
//! time.

use store::event::Answer;
use store::problem::CallProblem;
use store::settings::OpenWith;
use store::state::{Ending, FocusedSession, RecordTab, TabsView};
use store::{AgentAction, DynamicsCall, DynamicsEvent, Effect, Event, FlexEvent, Settings, Timer};

use crate::panel::{Panel, by_search, call, case, chat, ended, snapshot, tabs_view};

const SEARCH: fn() -> DynamicsCall = || DynamicsCall::OpenBySearch(case(1));
const FORM: fn() -> DynamicsCall = || DynamicsCall::OpenForm(case(1));

/// A call has come in, and the open call for its record is out.
fn opening(settings: Settings) -> Panel {
    let mut panel = Panel::ready(settings);
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    panel
}

/// The time for the tab is over, and the last look is out.
fn in_vain() -> Panel {
    let mut panel = opening(Settings::default());
    panel.answer(&SEARCH(), Ok(Answer::Done));
    time_is_up(&mut panel);
    panel
}

fn time_is_up(panel: &mut Panel) {
    let opening = panel.opening_of(case(1));
    panel.tell(Event::TimeUp(Timer::Opening(opening)));
}

/// The search has opened nothing, and the form has brought the tab.
fn opened_by_form() -> Panel {
    let mut panel = in_vain();
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    panel.answer(&FORM(), Ok(Answer::Done));
    comes_up(&mut panel, "form");
    panel
}

fn comes_up(panel: &mut Panel, tab: &str) {
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some(tab), &["home", tab])),
    );
}

fn bound_to(panel: &Panel) -> Option<&str> {
    match panel.state.tabs.records.get(&case(1)) {
        Some(RecordTab::Bound(tab)) => Some(tab.id.as_str()),
        _ => None,
    }
}

fn trouble(panel: &Panel) -> Option<&'static str> {
    match panel.state.tabs.records.get(&case(1)) {
        Some(RecordTab::Failed { problem, .. }) => Some(problem.code()),
        Some(RecordTab::OutOfReach) => Some("out of reach"),
        _ => None,
    }
}

fn remembers(panel: &Panel, opens_nothing: bool) -> bool {
    let effect = Effect::SaveSearch { opens_nothing };
    panel.has_done(|done| *done == effect)
}

fn is_sent(panel: &Panel, call: &DynamicsCall) -> bool {
    panel.has_done(|done| matches!(done, Effect::Dynamics { call: sent, .. } if sent == call))
}

#[test]
fn a_search_that_opens_nothing_in_its_whole_time_is_followed_by_the_form() {
    let mut panel = in_vain();
    assert!(!is_sent(&panel, &FORM()), "not before the last look");
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    assert!(is_sent(&panel, &FORM()));
    panel.answer(&FORM(), Ok(Answer::Done));
    comes_up(&mut panel, "form");
    assert_eq!(bound_to(&panel), Some("form"));
}

#[test]
fn a_search_that_opens_the_record_is_not_followed_by_the_form() {
    let mut panel = opening(Settings::default());
    panel.answer(&SEARCH(), Ok(Answer::Done));
    comes_up(&mut panel, "new");
    assert_eq!(bound_to(&panel), Some("new"));
    assert!(!is_sent(&panel, &FORM()));
}

#[test]
fn the_form_is_not_used_if_the_missing_tab_may_have_another_reason() {
    let ours = FocusedSession::Ours("session-id-0".into());
    let tabs = |count: usize| {
        let ids = (0..count).map(|number| format!("t{number}").as_str().into());
        Some(ids.chain(["home".into()]).collect())
    };
    let at = |session: &FocusedSession, tabs| {
        Ok(Answer::Tabs(TabsView {
            session: session.clone(),
            focused: Some("home".into()),
            tabs,
        }))
    };
    let elsewhere = FocusedSession::Ours("session-id-7".into());
    let not_shown = Some("record.not-shown");
    for (what, look, told) in [
        ("the tabs are not told", at(&ours, None), not_shown),
        ("no answer", Err(CallProblem::TimedOut), not_shown),
        (
            "another session of ours",
            at(&elsewhere, tabs(0)),
            not_shown,
        ),
        ("two new tabs behind", at(&ours, tabs(2)), not_shown),
        ("a full session", at(&ours, tabs(9)), Some("session.full")),
        (
            "a session of others",
            at(&FocusedSession::NotOurs, None),
            Some("out of reach"),
        ),
    ] {
        let mut panel = in_vain();
        panel.answer(&DynamicsCall::ReadTabs, look);
        assert_eq!(trouble(&panel), told, "{what}");
        assert!(!is_sent(&panel, &FORM()), "{what}");
    }
}

#[test]
fn a_tab_that_dynamics_announces_is_awaited_and_no_form_is_opened() {
    let mut panel = in_vain();
    panel.dynamics(DynamicsEvent::PageNavigated(Some(case(1))));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    assert_eq!(trouble(&panel), Some("record.not-shown"));
    assert!(!is_sent(&panel, &FORM()));
}

#[test]
fn no_form_is_opened_while_the_search_has_not_been_answered() {
    let mut panel = opening(Settings::default());
    let search = panel.request_of(&SEARCH());
    panel.answer(&SEARCH(), Err(CallProblem::TimedOut));
    time_is_up(&mut panel);
    // The late answer to the search comes before the answer to the last look, or after it.
    for late in [true, false] {
        let mut panel = panel.clone();
        if late {
            panel.answer_request(search, Ok(Answer::Done));
        }
        panel.answer(
            &DynamicsCall::ReadTabs,
            Ok(tabs_view(Some("home"), &["home"])),
        );
        if !late {
            assert_eq!(trouble(&panel), Some("record.not-shown"));
            panel.answer_request(search, Ok(Answer::Done));
        }
        panel.answer(
            &DynamicsCall::ReadTabs,
            Ok(tabs_view(Some("late"), &["home", "late"])),
        );
        assert_eq!(bound_to(&panel), Some("late"));
        assert!(!is_sent(&panel, &FORM()));
    }
}

#[test]
fn no_form_is_opened_beside_a_tab_that_nobody_can_explain() {
    let mut panel = opening(Settings::default());
    panel.state.tabs.host.tells_navigation = true;
    panel.answer(&SEARCH(), Ok(Answer::Done));
    let tabs = ["home", "untold"];
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("untold"), &tabs)),
    );
    assert_eq!(bound_to(&panel), None);
    time_is_up(&mut panel);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("untold"), &tabs)),
    );
    assert_eq!(trouble(&panel), Some("record.not-shown"));
    assert!(!is_sent(&panel, &FORM()));
}

#[test]
fn a_tab_that_the_last_look_shows_is_bound_and_opened_only_once() {
    let mut panel = in_vain();
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("late"), &["home", "late"])),
    );
    assert_eq!(bound_to(&panel), Some("late"));
    assert!(!is_sent(&panel, &FORM()));
    assert!(!panel.state.tabs.host.search_opens_nothing);
}

#[test]
fn no_record_is_opened_for_a_customer_who_leaves_during_the_last_look() {
    let mut panel = in_vain();
    panel.flex(ended("WR1", Ending::Rescinded));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    assert!(!is_sent(&panel, &FORM()));
    assert!(panel.state.tabs.records.is_empty());
}

#[test]
fn a_form_that_brings_no_tab_either_is_reported_and_not_repeated() {
    let mut panel = in_vain();
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    let _ = panel.request_of(&FORM());
    time_is_up(&mut panel);
    assert_eq!(trouble(&panel), Some("record.not-shown"));
    assert!(!panel.state.tabs.host.search_opens_nothing);
}

#[test]
fn the_settings_search_and_form_never_change_the_way() {
    let mut panel = opening(by_search());
    time_is_up(&mut panel);
    assert_eq!(trouble(&panel), Some("record.not-shown"));

    let mut panel = Panel::ready(Settings {
        open_with: OpenWith::Form,
        ..Settings::default()
    });
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    let _ = panel.request_of(&FORM());
    comes_up(&mut panel, "form");
    assert!(!remembers(&panel, true), "nobody has tried the search");
}

#[test]
fn the_second_record_opens_by_form_at_once_after_a_search_has_found_it() {
    let mut panel = opened_by_form();
    assert!(remembers(&panel, true));
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.answer(&DynamicsCall::Search(case(2)), Ok(Answer::Found(1)));
    let tabs = ["home", "form"];
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("form"), &tabs)));
    assert!(is_sent(&panel, &DynamicsCall::OpenForm(case(2))));
    assert!(!is_sent(&panel, &DynamicsCall::OpenBySearch(case(2))));
}

#[test]
fn what_an_earlier_page_has_learned_about_the_search_counts() {
    let mut panel = Panel::new(Settings::default());
    panel.dynamics(DynamicsEvent::SearchOpensNothing);
    panel.connect_dynamics();
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    let _ = panel.request_of(&FORM());
    comes_up(&mut panel, "form");
    assert!(!remembers(&panel, true), "its week goes on");
}

#[test]
fn a_late_tab_of_the_form_is_no_tab_of_the_search() {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(DynamicsEvent::SearchOpensNothing);
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    time_is_up(&mut panel);
    panel.answer(&FORM(), Ok(Answer::Done));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("form"), &["home", "form"])),
    );
    assert_eq!(bound_to(&panel), Some("form"));
    assert!(panel.state.tabs.host.search_opens_nothing);
}

#[test]
fn the_panel_searches_again_as_soon_as_a_search_brings_a_tab() {
    let mut panel = Panel::ready(by_search());
    panel.dynamics(DynamicsEvent::SearchOpensNothing);
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    comes_up(&mut panel, "new");
    assert!(remembers(&panel, false));
    assert!(!panel.state.tabs.host.search_opens_nothing);
}

#[test]
fn the_agents_own_open_teaches_nothing_about_the_search() {
    let mut panel = opening(by_search());
    time_is_up(&mut panel);
    panel.agent(AgentAction::Open("WR1".into()));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("home"), &["home"])),
    );
    panel.answer(&FORM(), Ok(Answer::Done));
    comes_up(&mut panel, "form");
    assert!(!remembers(&panel, true));
}

#[test]
fn a_tab_that_the_agent_opens_by_hand_is_not_taken_for_the_record_of_a_failed_search() {
    let mut panel = opening(Settings::default());
    panel.answer(&SEARCH(), Ok(Answer::Done));
    panel.dynamics(DynamicsEvent::PageNavigated(Some(case(9))));
    for _ in 0..4 {
        comes_up(&mut panel, "agents");
        assert_eq!(bound_to(&panel), None);
    }
}
