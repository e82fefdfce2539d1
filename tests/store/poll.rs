//! R4: the agent moves in Dynamics, and the selection follows.

use store::event::Answer;
use store::foreign_in_front;
use store::problem::{CallProblem, CommandProblem};
use store::settings::Arrival;
use store::state::{Poll, Task, TaskStatus};
use store::{
    AgentAction, DynamicsCall, DynamicsEvent, Event, FlexCommand, FlexEvent, Settings, Timer,
    WindowEvent,
};

use crate::panel::{Panel, call, case, chat, tabs_view};

const POLL: DynamicsCall = DynamicsCall::GetFocusedTab;

fn select(sid: &str) -> FlexCommand {
    FlexCommand::SelectTask { sid: sid.into() }
}

fn in_front(tab: &str) -> Result<Answer, CallProblem> {
    Ok(Answer::FocusedTab(Some(tab.into())))
}

/// WR1 has Case 1 in tab-1. WR2 has Case 2 in tab-2, and is selected and in front. The first poll has been answered.
fn two_customers() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.with_active(chat("WR2", 2), "tab-2", &["home", "tab-1"]);
    panel.poll_at("tab-2");
    assert_eq!(panel.selected(), Some("WR2"));
    panel
}

impl Panel {
    /// The timer of the next poll runs out.
    fn poll(&mut self) {
        let rest = match &self.state.tabs.poll {
            Poll::CoolingDown { rest, .. } | Poll::Backoff { rest } => *rest,
            other => panic!("no poll to come: {other:?}"),
        };
        let _ = self.done();
        self.tell(Event::TimeUp(Timer::Poll(rest)));
        if matches!(self.state.tabs.poll, Poll::Backoff { .. }) {
            self.poll();
        }
    }

    fn poll_at(&mut self, tab: &str) {
        self.poll();
        let poll = self.request_of(&POLL);
        let _ = self.done();
        self.answer_request(poll, in_front(tab));
    }
}

#[test]
fn the_task_whose_tab_the_agent_goes_to_is_selected_on_both_sides_and_no_tab_moves() {
    let mut panel = two_customers();
    panel.poll_at("tab-1");
    assert_eq!(panel.selected(), Some("WR1"));
    let request = panel.state.flex.selecting.as_ref().map(|out| out.request);
    assert!(request.is_some(), "Flex is asked to follow");
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.reply(&select("WR1"), Ok(()));
    assert_eq!(panel.calls(), []);
}

#[test]
fn a_tab_that_belongs_to_no_task_changes_nothing() {
    let mut panel = two_customers();
    panel.poll_at("home");
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.done(), []);
}

#[test]
fn a_tab_that_was_in_front_before_is_no_move() {
    let mut panel = two_customers();
    panel.poll_at("home");
    // The agent chooses WR1 in Flex, but Dynamics refuses to bring its tab to the front.
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.answer(&POLL, in_front("home"));
    panel.answer(
        &DynamicsCall::FocusTab("tab-1".into()),
        Err(CallProblem::TimedOut),
    );
    panel.poll_at("home");
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn our_own_focusing_is_no_move_of_the_agent() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    panel.answer(&POLL, in_front("tab-2"));
    panel.answer(&DynamicsCall::FocusTab("tab-1".into()), Ok(Answer::Done));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.reply(&select("WR1"), Ok(()));
    panel.poll_at("tab-1");
    assert_eq!(panel.selected(), Some("WR1"));
    assert_eq!(panel.done(), []);
}

#[test]
fn a_poll_that_was_out_when_the_panel_focused_a_tab_is_no_move_of_the_agent() {
    let mut panel = two_customers();
    panel.poll();
    let poll = panel.request_of(&POLL);
    panel.agent(AgentAction::Select("WR1".into()));
    let asking = panel.request_of(&POLL);
    panel.answer_request(asking, in_front("tab-2"));
    panel.answer(&DynamicsCall::FocusTab("tab-1".into()), Ok(Answer::Done));
    panel.answer_request(poll, in_front("tab-2"));
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn a_shared_tab_takes_the_task_that_was_selected_last() {
    let mut panel = two_customers();
    // Two more conversations are about the Case in tab-1. The middle one was selected last of the three.
    for sid in ["WR3", "WR4"] {
        panel.flex(FlexEvent::Task(chat(sid, 1)));
    }
    for sid in ["WR4", "WR3", "WR2"] {
        panel.flex(FlexEvent::Selected(Some(sid.into())));
        panel.answer_all(&Ok(Answer::Done));
    }
    panel.poll_at("tab-2");
    panel.poll_at("tab-1");
    assert_eq!(panel.selected(), Some("WR3"));
    panel.poll_at("home");
    panel.poll_at("tab-1");
    assert_eq!(panel.selected(), Some("WR3"));
}

#[test]
fn a_refused_selection_does_not_pull_the_agent_back() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.poll_at("tab-1");
    let refused = CommandProblem::Refused("a plugin said no".into());
    panel.reply(&select("WR1"), Err(refused));
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.calls(), []);
}

#[test]
fn another_session_in_front_is_a_move_to_its_tab() {
    let mut panel = two_customers();
    panel.dynamics(DynamicsEvent::SessionSwitched("session-id-0".into()));
    panel.poll_at("tab-1");
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn the_looks_of_a_slow_opening_see_the_agent_move_too() {
    let mut panel = two_customers();
    panel.state.settings.arrival = Arrival::Keep;
    panel.flex(FlexEvent::Task(chat("WR3", 3)));
    let record = crate::panel::case(3);
    panel.answer(&DynamicsCall::Search(record), Ok(Answer::Found(1)));
    let tabs = ["home", "tab-1", "tab-2"];
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-2"), &tabs)));
    panel.answer(&DynamicsCall::OpenBySearch(record), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-1"), &tabs)));
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn the_panel_does_not_poll_while_the_answer_cannot_matter() {
    type Make = fn() -> Panel;
    let cases: [(&str, Make); 4] = [
        ("no task", || Panel::ready(Settings::default())),
        ("one task", || {
            let mut panel = Panel::ready(Settings::default());
            panel.with_active(call("WR1", 1), "tab-1", &["home"]);
            panel
        }),
        ("two tasks of one record", || {
            let mut panel = Panel::ready(Settings::default());
            panel.with_active(call("WR1", 1), "tab-1", &["home"]);
            panel.flex(FlexEvent::Task(chat("WR2", 1)));
            panel
        }),
        ("a page that can't be seen", || {
            let mut panel = two_customers();
            panel.tell(Event::Window(WindowEvent::Seen(false)));
            panel
        }),
    ];
    for (what, make) in cases {
        assert_eq!(make().state.tabs.poll, Poll::Off, "{what}");
    }
}

#[test]
fn the_panel_polls_again_when_its_page_is_seen_again() {
    let mut panel = two_customers();
    panel.tell(Event::Window(WindowEvent::Seen(false)));
    panel.tell(Event::Window(WindowEvent::Seen(true)));
    panel.poll_at("tab-1");
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn however_much_happens_a_poll_is_followed_by_a_pause() {
    let mut panel = two_customers();
    let _ = panel.done();
    for _ in 0..50 {
        panel.tell(Event::Window(WindowEvent::FocusMoved));
    }
    assert_eq!(panel.calls(), []);
    panel.poll();
    for _ in 0..50 {
        panel.tell(Event::Window(WindowEvent::FocusMoved));
    }
    assert_eq!(panel.calls(), [POLL]);
}

#[test]
fn a_tab_that_our_own_focusing_has_brought_to_the_front_is_no_move_of_the_agents() {
    let mut panel = two_customers();
    panel.state.settings.arrival = Arrival::Keep;
    panel.flex(FlexEvent::Task(chat("WR3", 3)));
    let search = DynamicsCall::Search(crate::panel::case(3));
    panel.answer(&search, Ok(Answer::Found(1)));
    panel.agent(AgentAction::Select("WR1".into()));
    panel.answer(&POLL, in_front("tab-2"));
    let focusing = panel.request_of(&DynamicsCall::FocusTab("tab-1".into()));
    panel.agent(AgentAction::Select("WR2".into()));
    // The host has focused the tab and has not answered yet.
    let tabs = ["home", "tab-1", "tab-2"];
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-1"), &tabs)));
    assert_eq!(panel.selected(), Some("WR2"));
    panel.answer_request(focusing, Ok(Answer::Done));
    panel.answer(&POLL, in_front("tab-1"));
    panel.request_of(&DynamicsCall::FocusTab("tab-2".into()));
}

#[test]
fn while_the_agent_works_on_a_task_without_a_tab_the_panel_sees_whose_record_is_in_front() {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    assert_eq!(panel.state.tabs.poll, Poll::Off);
    let stranger = Task {
        record: None,
        status: TaskStatus::Accepted,
        ..chat("WR2", 2)
    };
    panel.flex(FlexEvent::Task(stranger));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.poll_at("tab-1");
    assert_eq!(foreign_in_front(&panel.state), Some(case(1)));
    panel.poll_at("home");
    assert_eq!(foreign_in_front(&panel.state), None);
}
