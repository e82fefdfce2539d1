//! A full session: it has ten tabs, and the next record would need the eleventh.

use store::event::Answer;
use store::problem::CallProblem;
use store::settings::OpenWith;
use store::state::{Ending, FocusedSession, Poll, RecordTab, TabsView};
use store::{AgentAction, DynamicsCall, Effect, Event, FlexEvent, Settings, Timer, WindowEvent};

use crate::panel::{Panel, call, case, chat, ended, snapshot};

/// The answer to a look: `count` tabs, `t1` and so on, the first of them in front.
fn tabs(count: usize) -> Result<Answer, CallProblem> {
    tabs_in("session-id-0", count)
}

fn tabs_in(session: &str, count: usize) -> Result<Answer, CallProblem> {
    let names = (1..=count).map(|number| format!("t{number}").as_str().into());
    Ok(Answer::Tabs(TabsView {
        session: FocusedSession::Ours(session.into()),
        focused: Some("t1".into()),
        tabs: Some(names.collect()),
    }))
}

/// A call comes in while there are `count` tabs.
fn called(settings: Settings, count: usize) -> Panel {
    let mut panel = Panel::ready(settings);
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    found(&mut panel, 1, count);
    panel
}

/// The record is found, and the look before its opening shows `count` tabs.
fn found(panel: &mut Panel, number: u32, count: usize) {
    panel.answer(&DynamicsCall::Search(case(number)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, tabs(count));
}

/// The timer of the poll runs out twice: once for the pause and once for the precaution.
fn poll(panel: &mut Panel) {
    for _ in 0..2 {
        panel.timer(Timer::Poll);
    }
}

fn trouble(panel: &Panel, number: u32) -> Option<&'static str> {
    match panel.state.tabs.records.get(&case(number)) {
        Some(RecordTab::Failed { problem, .. }) => Some(problem.code()),
        _ => None,
    }
}

fn opens(panel: &mut Panel) -> Vec<DynamicsCall> {
    let opens = |call: &DynamicsCall| {
        matches!(
            call,
            DynamicsCall::OpenBySearch(_) | DynamicsCall::OpenForm(_)
        )
    };
    panel.calls().into_iter().filter(opens).collect()
}

#[test]
fn a_record_without_room_is_reported_at_once_and_not_opened_however_records_open() {
    for open_with in [OpenWith::Auto, OpenWith::Search, OpenWith::Form] {
        let mut panel = Panel::ready(Settings {
            open_with,
            ..Settings::default()
        });
        panel.flex(FlexEvent::Task(call("WR1", 1)));
        if open_with != OpenWith::Form {
            panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
        }
        panel.answer(&DynamicsCall::ReadTabs, tabs(10));
        assert_eq!(trouble(&panel, 1), Some("session.full"), "{open_with:?}");
        assert_eq!(opens(&mut panel), [], "{open_with:?}");
        assert!(
            panel.state.saved.popped.is_empty(),
            "it has yet to be opened"
        );
    }
}

#[test]
fn a_record_opens_if_there_is_room_for_one_more_tab() {
    let mut panel = called(Settings::default(), 9);
    assert_eq!(opens(&mut panel), [DynamicsCall::OpenBySearch(case(1))]);
}

#[test]
fn a_record_opens_if_the_host_does_not_list_its_tabs() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    let untold = TabsView {
        session: FocusedSession::Ours("session-id-0".into()),
        focused: Some("t1".into()),
        tabs: None,
    };
    panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(untold)));
    assert_eq!(opens(&mut panel), [DynamicsCall::OpenBySearch(case(1))]);
}

#[test]
fn the_next_record_in_the_queue_does_not_wait_for_one_without_room() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    for number in [1, 2] {
        found(&mut panel, number, 10);
        assert_eq!(trouble(&panel, number), Some("session.full"));
    }
    assert!(!panel.has_done(is_opening_clock));
}

fn is_opening_clock(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Wait {
            timer: Timer::Opening(_),
            ..
        }
    )
}

#[test]
fn a_record_without_room_opens_when_a_tab_has_been_closed() {
    let mut panel = called(Settings::default(), 10);
    poll(&mut panel);
    panel.answer(&DynamicsCall::ReadTabs, tabs(10));
    assert_eq!(trouble(&panel, 1), Some("session.full"), "still full");
    poll(&mut panel);
    panel.answer(&DynamicsCall::ReadTabs, tabs(9));
    found(&mut panel, 1, 9);
    assert_eq!(opens(&mut panel), [DynamicsCall::OpenBySearch(case(1))]);
}

#[test]
fn as_many_records_open_as_there_is_room_for_the_selected_tasks_first() {
    let mut panel = Panel::ready(Settings::default());
    for (sid, number) in [("WR1", 1), ("WR2", 2), ("WR3", 3)] {
        panel.flex(FlexEvent::Task(chat(sid, number)));
        found(&mut panel, number, 10);
    }
    panel.agent(AgentAction::Select("WR3".into()));
    poll(&mut panel);
    panel.answer(&DynamicsCall::ReadTabs, tabs(8));
    assert!(panel.state.tabs.opening_of(case(3)).is_some());
    assert_eq!(panel.queue(), [case(1)]);
    assert_eq!(trouble(&panel, 2), Some("session.full"));
}

#[test]
fn a_record_without_room_opens_in_another_session_that_has_room() {
    let mut panel = called(Settings::default(), 10);
    poll(&mut panel);
    panel.answer(&DynamicsCall::ReadTabs, tabs_in("session-id-7", 2));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, tabs_in("session-id-7", 2));
    assert_eq!(opens(&mut panel), [DynamicsCall::OpenBySearch(case(1))]);
}

#[test]
fn the_panel_reads_no_tabs_while_no_record_waits_for_room() {
    let mut panel = called(Settings::default(), 10);
    poll(&mut panel);
    panel.answer(&DynamicsCall::ReadTabs, tabs(10));
    panel.flex(ended("WR1", Ending::Canceled));
    assert!(panel.state.tabs.records.is_empty());
    assert_eq!(panel.state.tabs.poll, Poll::Off);
}

#[test]
fn the_agents_own_open_always_tries_and_a_refused_record_waits_for_room() {
    let mut panel = called(Settings::default(), 10);
    panel.agent(AgentAction::Open("WR1".into()));
    panel.answer(&DynamicsCall::ReadTabs, tabs(10));
    let words = "Maximum tabs reached. Close a tab in this session before opening another.";
    panel.answer(
        &DynamicsCall::OpenForm(case(1)),
        Err(CallProblem::Refused(words.into())),
    );
    assert_eq!(trouble(&panel, 1), Some("session.full"));
}

#[test]
fn a_record_that_the_agents_own_open_did_not_bring_waits_for_room() {
    let mut panel = called(Settings::default(), 10);
    panel.agent(AgentAction::Open("WR1".into()));
    panel.answer(&DynamicsCall::ReadTabs, tabs(10));
    let opening = panel.opening_of(case(1));
    panel.tell(Event::TimeUp(Timer::Opening(opening)));
    assert_eq!(trouble(&panel, 1), Some("session.full"));
}

#[test]
fn a_session_seen_with_more_tabs_lifts_the_limit_for_good() {
    let mut panel = called(Settings::default(), 10);
    panel.agent(AgentAction::Open("WR1".into()));
    panel.answer(&DynamicsCall::ReadTabs, tabs(10));
    panel.answer(&DynamicsCall::OpenForm(case(1)), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(&DynamicsCall::ReadTabs, tabs(11));
    assert!(matches!(
        panel.state.tabs.records.get(&case(1)),
        Some(RecordTab::Bound(_))
    ));
    let _ = panel.done();
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    found(&mut panel, 2, 10);
    assert_eq!(opens(&mut panel), [DynamicsCall::OpenBySearch(case(2))]);

    let mut reloaded = Panel::new(Settings::default());
    reloaded.tell(Event::Restored(panel.state.saved.last.clone()));
    assert!(reloaded.state.tabs.host.takes_more_tabs);
}

#[test]
fn a_record_that_has_its_tab_in_the_full_session_is_focused() {
    let mut panel = called(Settings::default(), 9);
    panel.answer(&DynamicsCall::OpenBySearch(case(1)), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(&DynamicsCall::ReadTabs, tabs(10));
    let focus = DynamicsCall::FocusTab("t10".into());
    panel.answer(&focus, Ok(Answer::Done));
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    found(&mut panel, 2, 10);
    panel.agent(AgentAction::Select("WR2".into()));
    let _ = panel.done();
    panel.agent(AgentAction::Select("WR1".into()));
    panel.answer(
        &DynamicsCall::GetFocusedTab,
        Ok(Answer::FocusedTab(Some("t1".into()))),
    );
    assert!(panel.calls().contains(&focus));
    assert_eq!(trouble(&panel, 1), None);
}

#[test]
fn a_record_that_waits_for_room_opens_after_a_reload() {
    let before = called(Settings::default(), 10);
    let mut panel = Panel::new(Settings::default());
    panel.tell(Event::Restored(before.state.saved.last.clone()));
    panel.connect_dynamics();
    panel.answer(&DynamicsCall::ReadTabs, tabs(9));
    panel.flex(FlexEvent::Snapshot(snapshot(vec![call("WR1", 1)])));
    found(&mut panel, 1, 9);
    assert_eq!(opens(&mut panel), [DynamicsCall::OpenBySearch(case(1))]);
}

#[test]
fn a_follower_does_not_wait_for_room() {
    let mut panel = called(Settings::default(), 10);
    panel.tell(Event::Window(WindowEvent::Follows));
    assert!(panel.state.tabs.records.is_empty());
}
