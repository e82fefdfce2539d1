//! R3 and R10: a task is selected, and two causes collide.

use store::event::Answer;
use store::problem::{CallProblem, CommandProblem};
use store::settings::Arrival;
use store::state::{Ending, FocusedSession, TabsView};
use store::{AgentAction, DynamicsCall, FlexCommand, FlexEvent, Settings, Timer};

use crate::panel::{Panel, call, case, chat, ended, tabs_view};

fn select(sid: &str) -> FlexCommand {
    FlexCommand::SelectTask { sid: sid.into() }
}

fn focus(tab: &str) -> DynamicsCall {
    DynamicsCall::FocusTab(tab.into())
}

fn in_front(tab: &str) -> Result<Answer, CallProblem> {
    Ok(Answer::FocusedTab(Some(tab.into())))
}

/// Two customers. WR1 has Case 1 in tab-1 and is selected; WR2 has Case 2 in tab-2.
fn two_customers() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.with_active(chat("WR2", 2), "tab-2", &["home", "tab-1"]);
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    let _ = panel.done();
    assert_eq!(panel.selected(), Some("WR1"));
    panel
}

#[test]
fn a_selection_in_flex_selects_the_row_and_focuses_its_tab() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.calls(), [DynamicsCall::GetFocusedTab, focus("tab-2")]);
}

#[test]
fn a_tab_that_has_the_focus_is_not_focused_again() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-2"));
    assert_eq!(panel.calls(), [DynamicsCall::GetFocusedTab]);
}

#[test]
fn a_selection_in_our_list_moves_flex_and_the_tab_once_each() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR2".into()));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.reply(&select("WR2"), Ok(()));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    panel.answer(&focus("tab-2"), Ok(Answer::Done));
    let done = panel.done();
    assert_eq!(
        done.len(),
        3,
        "one command, one question, one focus: {done:?}"
    );
}

#[test]
fn an_older_selection_in_flex_does_not_undo_a_younger_one_in_our_list() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR2".into()));
    // Flex reports a click that the agent made before our command came.
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.reply(&select("WR2"), Ok(()));
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.commands(), [select("WR2")]);
}

#[test]
fn a_younger_selection_in_flex_wins_over_ours() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR2".into()));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.reply(&select("WR2"), Ok(()));
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn a_selection_that_flex_refuses_falls_back_to_flexs_selection_and_is_reported() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR2".into()));
    panel.reply(
        &select("WR2"),
        Err(CommandProblem::Refused("a plugin said no".into())),
    );
    assert_eq!(panel.selected(), Some("WR1"));
    assert_eq!(
        panel.row("WR2").problem.as_ref().map(|p| p.code()),
        Some("flex.command")
    );
}

#[test]
fn a_selection_that_names_an_unknown_task_selects_nothing() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR-bogus".into())));
    assert_eq!(panel.selected(), None);
    assert_eq!(panel.done(), []);
}

#[test]
fn a_selection_that_comes_before_its_task_counts_when_the_task_comes() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR3".into())));
    panel.flex(FlexEvent::Task(chat("WR3", 3)));
    assert_eq!(panel.selected(), Some("WR3"));
    assert_eq!(panel.commands(), []);
}

#[test]
fn a_tab_that_is_gone_is_opened_again_and_bound_anew() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    panel.answer(&focus("tab-2"), Err(CallProblem::Refused("".into())));
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("tab-1"), &["home", "tab-1"])),
    );
    panel.open(case(2), "tab-9", &["home", "tab-1"]);
}

#[test]
fn an_existing_tab_that_refuses_the_focus_is_reported_and_not_opened_again() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    panel.answer(&focus("tab-2"), Err(CallProblem::Refused("".into())));
    let _ = panel.request_of(&DynamicsCall::ReadTabs);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("tab-1"), &["home", "tab-1", "tab-2"])),
    );
    let searched = panel.calls().contains(&DynamicsCall::Search(case(2)));
    assert!(!searched);
    assert_eq!(
        panel.row("WR2").problem.as_ref().map(|p| p.code()),
        Some("tab.not-focused")
    );
}

#[test]
fn a_tab_in_another_session_is_reported_and_not_opened_again() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(
        &DynamicsCall::GetFocusedTab,
        Err(CallProblem::Refused("".into())),
    );
    panel.answer(&focus("tab-2"), Err(CallProblem::Refused("".into())));
    let other = TabsView {
        session: FocusedSession::NotOurs,
        focused: None,
        tabs: None,
    };
    panel.answer(&DynamicsCall::ReadTabs, Ok(Answer::Tabs(other)));
    assert!(!panel.calls().contains(&DynamicsCall::Search(case(2))));
    assert_eq!(
        panel.row("WR2").problem.as_ref().map(|p| p.code()),
        Some("session.behind")
    );
}

#[test]
fn the_row_says_that_a_focus_call_was_never_answered() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    panel.answer(&focus("tab-2"), Err(CallProblem::TimedOut));
    assert_eq!(
        panel.row("WR2").problem.as_ref().map(|p| p.code()),
        Some("tab.not-focused")
    );
    assert!(!panel.calls().contains(&DynamicsCall::Search(case(2))));
}

#[test]
fn one_question_for_the_tab_in_front_serves_a_later_choice_too() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("home"));
    assert_eq!(panel.calls(), [DynamicsCall::GetFocusedTab, focus("tab-1")]);
}

#[test]
fn fifty_selections_in_a_row_ask_once_for_the_tab_in_front() {
    let mut panel = two_customers();
    for sid in ["WR2", "WR1"].repeat(25) {
        panel.flex(FlexEvent::Selected(Some(sid.into())));
    }
    assert_eq!(panel.calls(), [DynamicsCall::GetFocusedTab]);
}

#[test]
fn when_the_selected_task_ends_the_other_conversation_is_selected() {
    let mut panel = two_customers();
    panel.flex(ended("WR1", Ending::Completed));
    assert_eq!(panel.selected(), Some("WR2"));
}

#[test]
fn a_command_to_select_goes_to_the_agent_desktop_and_its_view_is_an_echo() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::ViewChanged("queues-stats".into()));
    panel.answer_all(&Ok(Answer::Done));
    panel.agent(AgentAction::Select("WR2".into()));
    assert_eq!(
        panel.state.flex.view.sent_to.as_deref(),
        Some("agent-desktop")
    );
    panel.flex(FlexEvent::ViewChanged("agent-desktop".into()));
    assert_eq!(panel.state.flex.view.sent_to, None);
}

#[test]
fn the_agents_own_open_selects_the_task_too() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Open("WR2".into()));
    assert_eq!(panel.selected(), Some("WR2"));
    assert_eq!(panel.commands(), [select("WR2")]);
}

#[test]
fn a_click_on_the_selected_row_brings_flex_back_to_its_tasks() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::ViewChanged("queues-stats".into()));
    panel.answer_all(&Ok(Answer::Done));
    panel.agent(AgentAction::Select("WR1".into()));
    assert_eq!(panel.commands(), [select("WR1")]);
}

#[test]
fn a_slow_focus_call_does_not_end_over_a_later_selection() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    // While tab-2 is on its way to the front, the agent goes back.
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    let out = panel.request_of(&focus("tab-2"));
    assert_eq!(
        panel.calls(),
        [DynamicsCall::GetFocusedTab, focus("tab-2")],
        "nothing more before its answer"
    );
    panel.answer_request(out, Ok(Answer::Done));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-2"));
    panel.request_of(&focus("tab-1"));
}

#[test]
fn a_failed_look_opens_no_record_again() {
    let mut panel = two_customers();
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-1"));
    panel.answer(&focus("tab-2"), Err(CallProblem::Refused("".into())));
    panel.answer(&DynamicsCall::ReadTabs, Err(CallProblem::TimedOut));
    assert!(!panel.calls().contains(&DynamicsCall::Search(case(2))));
}

#[test]
fn a_task_that_flex_does_not_know_any_more_leaves_the_list() {
    let mut panel = two_customers();
    panel.agent(AgentAction::End("WR2".into()));
    let wrap_up = FlexCommand::WrapupTask { sid: "WR2".into() };
    panel.reply(&wrap_up, Err(CommandProblem::UnknownTask));
    assert!(panel.state.task(&"WR2".into()).is_none());
}

#[test]
fn a_tab_that_comes_up_during_the_question_for_the_front_gives_the_focus_back() {
    let mut panel = two_customers();
    panel.state.settings.arrival = Arrival::Keep;
    panel.flex(FlexEvent::Task(call("WR3", 3)));
    let tabs = ["home", "tab-1", "tab-2"];
    panel.answer(&DynamicsCall::Search(case(3)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-1"), &tabs)));
    panel.answer(&DynamicsCall::OpenBySearch(case(3)), Ok(Answer::Done));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    let asked = panel.request_of(&DynamicsCall::GetFocusedTab);
    panel.timer(Timer::LookAgain);
    let tabs = ["home", "tab-1", "tab-2", "tab-3"];
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-3"), &tabs)));
    panel.answer_request(asked, in_front("tab-2"));
    assert_eq!(panel.calls().pop(), Some(focus("tab-2")));
}

#[test]
fn a_look_from_before_a_focus_call_does_not_tell_where_the_agent_is() {
    let mut panel = two_customers();
    panel.state.settings.arrival = Arrival::Keep;
    panel.flex(FlexEvent::Task(call("WR3", 3)));
    let tabs = ["home", "tab-1", "tab-2"];
    panel.answer(&DynamicsCall::Search(case(3)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-1"), &tabs)));
    panel.answer(&DynamicsCall::OpenBySearch(case(3)), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    panel.answer(&DynamicsCall::GetFocusedTab, in_front("tab-3"));
    panel.answer(&focus("tab-2"), Ok(Answer::Done));
    panel.flex(FlexEvent::Selected(Some("WR3".into())));
    let tabs = ["home", "tab-1", "tab-2", "tab-3"];
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-3"), &tabs)));
    panel.timer(Timer::LookAgain);
    panel.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some("tab-2"), &tabs)));
    assert_eq!(panel.calls().pop(), Some(focus("tab-3")));
}
