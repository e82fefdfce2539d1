//! Records that other windows show come to the front there, and open nowhere else.

use store::event::Answer;
use store::problem::CallProblem;
use store::windows::Message;
use store::{DynamicsCall, Event, FlexEvent, Settings, Timer, WindowEvent};

use crate::desk::{Desk, id};
use crate::panel::{Panel, call, case, chat, tabs_view};

#[test]
fn a_record_that_a_follower_shows_comes_to_the_front_there_and_opens_nowhere_else() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    let _ = desk.window(1).calls();
    let _ = desk.window(0).calls();
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let opened = |call: &DynamicsCall| matches!(call, DynamicsCall::Search(_));
    assert!(!desk.window(0).calls().iter().any(opened));
    desk.window(1).answer(
        &DynamicsCall::GetFocusedTab,
        Ok(Answer::FocusedTab(Some("tab-1".into()))),
    );
    let focus = DynamicsCall::FocusTab("tab-7".into());
    assert!(desk.window(1).calls().contains(&focus));
}

#[test]
fn a_record_whose_window_has_gone_opens_in_the_leader() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    desk.window(0).timer(Timer::RemoteFocus);
    assert!(
        desk.window(0)
            .calls()
            .contains(&DynamicsCall::Search(case(1)))
    );
}

#[test]
fn a_window_that_answers_too_late_goes_on_getting_the_list() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    desk.window(0).timer(Timer::RemoteFocus);
    desk.talk();
    desk.gone.clear();
    desk.flex(FlexEvent::Task(chat("WR2", 2)));
    assert!(desk.window(1).state.task(&"WR2".into()).is_some());
}

#[test]
fn a_record_that_was_asked_for_opens_in_the_leader_at_once_when_its_window_closes() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let _ = desk.window(0).calls();
    desk.says(1, &Message::Leaving);
    assert!(
        desk.window(0)
            .calls()
            .contains(&DynamicsCall::Search(case(1)))
    );
    assert!(
        desk.window(0)
            .state
            .windows
            .leader()
            .is_none_or(|leader| leader.followers.is_empty())
    );
}

#[test]
fn a_record_whose_tab_the_agent_has_closed_in_a_follower_opens_in_the_leader() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let follower = desk.window(1);
    follower.answer(
        &DynamicsCall::GetFocusedTab,
        Ok(Answer::FocusedTab(Some("tab-1".into()))),
    );
    let refused = Err(CallProblem::Refused("no such tab".into()));
    follower.answer(&DynamicsCall::FocusTab("tab-7".into()), refused);
    follower.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("tab-1"), &["tab-1"])),
    );
    let _ = desk.window(0).calls();
    desk.talk();
    assert!(
        desk.window(0)
            .calls()
            .contains(&DynamicsCall::Search(case(1)))
    );
}

#[test]
fn a_tab_that_is_closed_by_hand_in_a_follower_is_opened_nowhere_unasked() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let _ = desk.window(0).calls();
    let _ = desk.window(1).state.tabs.records.remove(&case(1));
    desk.window(1).tell(Event::Window(WindowEvent::FocusMoved));
    desk.talk();
    assert!(desk.window(0).calls().is_empty());
}

#[test]
fn a_window_that_is_reloaded_announces_its_tabs_before_it_has_found_them() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    let kept = desk.window(1).state.saved.last.clone();
    let mut anew = Panel::new(Settings::default());
    anew.tell(Event::Restored(kept));
    anew.tell(Event::Window(WindowEvent::Follows));
    desk.windows.push(anew);
    desk.says(1, &Message::Leaving);
    desk.gone.push(1);
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let search = DynamicsCall::Search(case(1));
    assert!(!desk.window(0).calls().contains(&search));
    // Dynamics comes up in the follower and shows the tab. Now the leader asks for the tab.
    let anew = desk.window(2);
    anew.connect_dynamics();
    anew.answer(
        &DynamicsCall::ReadTabs,
        Ok(tabs_view(Some("tab-1"), &["tab-1", "tab-7"])),
    );
    anew.answer(
        &DynamicsCall::GetFocusedTab,
        Ok(Answer::FocusedTab(Some("tab-1".into()))),
    );
    let focus = DynamicsCall::FocusTab("tab-7".into());
    assert!(anew.calls().contains(&focus));
}

#[test]
fn the_follower_that_shows_records_is_not_forgotten_among_many() {
    let mut desk = Desk::of_two();
    desk.show_in_follower(1, "tab-7");
    for number in 2..40 {
        let message = Message::Following(Default::default());
        desk.window(0)
            .tell(Event::Window(WindowEvent::Heard(id(number), message)));
    }
    assert!(desk.window(0).state.windows.have_open(case(1)));
    assert_eq!(
        desk.window(0)
            .state
            .windows
            .leader()
            .map_or(0, |leader| leader.followers.len()),
        8
    );
}
