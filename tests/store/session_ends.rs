//! One session per record. Each is created once. The tests close sessions and open their records again.

use store::event::Answer;
use store::problem::CallProblem;
use store::settings::Sessions;
use store::state::{Ending, FocusedSession, RecordTab, TabsView, Task, TaskStatus};
use store::{
    AgentAction, DynamicsCall, DynamicsEvent, Event, FlexEvent, Problem, SessionId, Settings, Timer,
};

use crate::panel::{Panel, by_search, call, case, chat, ended};

const HOME: &str = "session-id-0";
const FIRST: &str = "session-id-1";
const SECOND: &str = "session-id-2";

fn look(session: &str, tabs: &[&str]) -> Result<Answer, CallProblem> {
    Ok(Answer::Tabs(TabsView {
        session: FocusedSession::Ours(session.into()),
        focused: tabs.last().map(|id| (*id).into()),
        tabs: Some(tabs.iter().map(|id| (*id).into()).collect()),
    }))
}

fn per_task() -> Panel {
    Panel::ready(Settings {
        sessions: Sessions::PerTask,
        ..Settings::default()
    })
}

fn create() -> DynamicsCall {
    DynamicsCall::CreateSession {
        template: None,
        customer: "Ada Lovelace".into(),
    }
}

/// The record's session has been created, and its open call is out.
fn opening(panel: &mut Panel, about: u32, session: &str) {
    panel.answer(&DynamicsCall::Search(case(about)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::CanCreateSession, Ok(Answer::Allowed(true)));
    panel.answer(&create(), Ok(Answer::SessionMade(session.into())));
    panel.dynamics(DynamicsEvent::SessionSwitched(session.into()));
    panel.answer(&DynamicsCall::ReadTabs, look(session, &["anchor"]));
    let open = DynamicsCall::OpenBySearch(case(about));
    panel.answer(&open, Ok(Answer::Done));
}

fn opened(panel: &mut Panel, about: u32, session: &str) {
    opening(panel, about, session);
    panel.timer(Timer::LookAgain);
    panel.answer(&DynamicsCall::ReadTabs, look(session, &["anchor", "tab"]));
    let bound = panel.state.tabs.records.get(&case(about));
    assert!(matches!(bound, Some(RecordTab::Bound(_))), "{bound:?}");
}

fn goes_to(panel: &mut Panel, session: &str) {
    panel.dynamics(DynamicsEvent::SessionSwitched(session.into()));
}

fn closes(panel: &mut Panel, session: &str) {
    panel.dynamics(DynamicsEvent::SessionClosed(session.into()));
}

/// WR1 and WR2 each have a session of their own. The second one is selected and in front.
fn two_customers() -> Panel {
    let mut panel = per_task();
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    opened(&mut panel, 1, FIRST);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    opened(&mut panel, 2, SECOND);
    panel.answer_all(&Ok(Answer::Done));
    assert_eq!(panel.selected(), Some("WR2"));
    panel
}

#[test]
fn a_tab_that_is_awaited_when_its_session_closes_is_not_taken_for_another_customers() {
    let mut panel = Panel::ready(Settings {
        sessions: Sessions::PerTask,
        ..by_search()
    });
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    opening(&mut panel, 1, FIRST);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    let _ = panel.done();
    closes(&mut panel, FIRST);
    let search = DynamicsCall::Search(case(2));
    assert!(!panel.calls().contains(&search));
    let opening = panel.opening_of(case(1));
    panel.tell(Event::TimeUp(Timer::Opening(opening)));
    let shown = panel.state.tabs.records.get(&case(1));
    let told = matches!(
        shown,
        Some(RecordTab::Failed {
            problem: Problem::RecordNotShown(_),
            ..
        })
    );
    assert!(told, "{shown:?}");
    let _ = panel.request_of(&search);
}

#[test]
fn a_late_tab_is_not_awaited_in_a_closed_session() {
    let mut panel = per_task();
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    opening(&mut panel, 1, FIRST);
    let opening = panel.opening_of(case(1));
    panel.tell(Event::TimeUp(Timer::Opening(opening)));
    closes(&mut panel, FIRST);
    let _ = panel.done();
    panel.dynamics(DynamicsEvent::PageNavigated(Some(case(1))));
    assert_eq!(panel.calls(), []);
}

#[test]
fn a_session_that_the_agent_closes_while_its_tab_comes_to_the_front_stays_closed() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    goes_to(&mut panel, FIRST);
    let asked = panel.request_of(&DynamicsCall::GetFocusedTab);
    let _ = panel.done();
    closes(&mut panel, FIRST);
    goes_to(&mut panel, HOME);
    panel.answer_request(asked, Ok(Answer::FocusedTab(Some("anchor".into()))));
    assert_eq!(panel.calls(), [], "nothing opens again by itself");
    assert!(panel.state.tabs.focusing.is_none());
}

#[test]
fn a_row_goes_on_asking_for_its_session_when_the_status_of_its_task_changes() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    let wrapping = Task {
        status: TaskStatus::Wrapping,
        ..panel.row("WR1").task.clone()
    };
    panel.flex(FlexEvent::Task(wrapping));
    assert_eq!(panel.row("WR1").problem, Some(Problem::SessionBehind));
}

#[test]
fn no_row_asks_for_a_closed_session() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    assert_eq!(panel.row("WR1").problem, Some(Problem::SessionBehind));
    closes(&mut panel, FIRST);
    assert_eq!(panel.row("WR1").problem, None);
}

#[test]
fn a_session_that_the_agent_goes_to_before_its_tab_is_up_selects_its_task() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Task(call("WR3", 3)));
    opening(&mut panel, 3, "session-id-3");
    panel.agent(AgentAction::Select("WR2".into()));
    goes_to(&mut panel, SECOND);
    goes_to(&mut panel, "session-id-3");
    assert_eq!(panel.selected(), Some("WR3"));
}

#[test]
fn a_second_event_for_the_same_session_moves_nothing() {
    let mut panel = two_customers();
    goes_to(&mut panel, FIRST);
    assert_eq!(panel.selected(), Some("WR1"));
    panel.agent(AgentAction::Select("WR2".into()));
    goes_to(&mut panel, FIRST);
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.row("WR2").problem, Some(Problem::SessionBehind));
}

#[test]
fn a_closed_tab_is_opened_again_in_the_session_of_its_record() {
    let mut panel = two_customers();
    goes_to(&mut panel, FIRST);
    panel.answer_all(&Err(CallProblem::Refused("".into())));
    panel.agent(AgentAction::Select("WR1".into()));
    let not_there = Ok(Answer::FocusedTab(Some("anchor".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, not_there);
    let refused = Err(CallProblem::Refused("".into()));
    panel.answer(&DynamicsCall::FocusTab("tab".into()), refused);
    panel.answer(&DynamicsCall::ReadTabs, look(FIRST, &["anchor"]));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, look(FIRST, &["anchor"]));
    let calls = panel.calls();
    assert!(
        !calls.contains(&DynamicsCall::CanCreateSession),
        "{calls:?}"
    );
    assert!(calls.contains(&DynamicsCall::OpenBySearch(case(1))));
}

#[test]
fn a_record_is_opened_again_when_the_agent_has_gone_to_its_session() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Open("WR1".into()));
    let calls = panel.calls();
    assert!(calls.contains(&DynamicsCall::RequestFocusSession(FIRST.into())));
    assert!(
        !calls.contains(&DynamicsCall::CanCreateSession),
        "{calls:?}"
    );
    assert_eq!(panel.row("WR1").problem, Some(Problem::SessionBehind));
    goes_to(&mut panel, FIRST);
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, look(FIRST, &["anchor", "tab"]));
    let _ = panel.request_of(&DynamicsCall::OpenBySearch(case(1)));
}

#[test]
fn a_closed_session_is_created_anew() {
    let mut panel = two_customers();
    closes(&mut panel, FIRST);
    panel.agent(AgentAction::Select("WR1".into()));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    let _ = panel.request_of(&DynamicsCall::CanCreateSession);
}

#[test]
fn no_session_is_created_for_a_customer_who_has_left() {
    let mut panel = per_task();
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.flex(ended("WR1", Ending::Canceled));
    panel.answer(&DynamicsCall::CanCreateSession, Ok(Answer::Allowed(true)));
    assert!(!panel.calls().contains(&create()));
    assert!(panel.state.tabs.records.is_empty());
}

#[test]
fn later_switch_events_count_after_a_session_was_closed_before_its_creation_was_answered() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Task(call("WR3", 3)));
    panel.answer(&DynamicsCall::Search(case(3)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::CanCreateSession, Ok(Answer::Allowed(true)));
    let third = SessionId::from("session-id-3");
    goes_to(&mut panel, third.as_str());
    goes_to(&mut panel, HOME);
    closes(&mut panel, third.as_str());
    panel.answer(&create(), Ok(Answer::SessionMade(third)));
    panel.answer(&DynamicsCall::ReadTabs, Err(CallProblem::TimedOut));
    goes_to(&mut panel, FIRST);
    assert_eq!(panel.selected(), Some("WR1"));
}
