//! What the agent does in a follower while leaders come and go: it is done once, or the agent is told that it was not.

use store::windows::{Message, Role, WindowsCall};
use store::{AgentAction, Event, FlexCommand, FlexEvent, WindowEvent};

use crate::desk::{Desk, id};
use crate::panel::{chat, click};

fn accept(sid: &str) -> FlexCommand {
    FlexCommand::AcceptTask { sid: sid.into() }
}

/// A leader claims what the agent has done in the second window.
fn claim(desk: &mut Desk) -> Message {
    let number = desk.window(1).state.windows.outbox.keys().next().copied();
    Message::Claim(number.expect("an entry in the outbox"))
}

#[test]
fn an_act_whose_leader_has_just_gone_is_done_by_the_next_one() {
    let mut desk = Desk::of(3);
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAction::Accept("WR1".into()));
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 0]);
    desk.give_lock(2);
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 1]);
    desk.outbox_waits(1);
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 0], "not again");
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn an_act_in_the_window_that_then_leads_is_done_there() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAction::Accept("WR1".into()));
    desk.give_lock(1);
    assert_eq!(desk.given(&accept("WR1")), [0, 1]);
}

#[test]
fn an_act_in_a_window_that_turns_out_to_stand_alone_is_done_there() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAction::Accept("WR1".into()));
    desk.window(1).tell(Event::Window(WindowEvent::Standalone));
    assert_eq!(desk.given(&accept("WR1")), [0, 1]);
    assert!(desk.window(1).state.windows.outbox.is_empty());
    desk.outbox_waits(1);
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn a_click_in_a_window_that_turns_out_to_stand_alone_reports_the_obstacle() {
    let mut desk = Desk::of_two();
    desk.gone.push(0);
    desk.window(1).dynamics(click("+14255550100"));
    desk.window(1).tell(Event::Window(WindowEvent::Standalone));
    assert_eq!(desk.window(1).told(), ["dial.flex"], "its Flex is loading");
}

#[test]
fn an_act_that_was_delivered_before_the_window_stands_alone_is_not_done_twice() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAction::Accept("WR1".into()));
    let claim = claim(&mut desk);
    let _ = desk.window(1).among_windows();
    desk.deliver(0, None, &claim);
    desk.window(1).tell(Event::Window(WindowEvent::Standalone));
    assert_eq!(desk.given(&accept("WR1")), [0, 0]);
    assert_eq!(desk.window(1).told(), ["window.perhaps-carried"]);
}

#[test]
fn an_act_that_no_leader_has_heard_of_is_offered_again() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAction::Accept("WR1".into()));
    desk.gone.clear();
    desk.outbox_waits(1);
    assert_eq!(desk.given(&accept("WR1")), [1, 0]);
}

#[test]
fn an_act_that_no_leader_claims_is_reported_and_not_done_later() {
    let acts = [AgentAction::Accept("WR1".into()), AgentAction::WorkHere];
    for act in acts {
        let mut desk = Desk::of_two();
        desk.flex(FlexEvent::Task(chat("WR1", 1)));
        desk.gone.push(0);
        desk.agent(1, act);
        for _ in 0..6 {
            desk.outbox_waits(1);
            assert!(desk.window(1).told().is_empty(), "there is still hope");
        }
        desk.outbox_waits(1);
        assert_eq!(desk.window(1).told(), ["window.not-carried"]);
        desk.gone.clear();
        desk.says(0, &Message::Leading);
        assert_eq!(desk.given(&accept("WR1")), [0, 0]);
    }
}

#[test]
fn an_act_is_done_once_if_two_windows_lead_for_a_moment() {
    let mut desk = Desk::of(3);
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(2).tell(Event::Window(WindowEvent::Leads));
    desk.talk();
    assert_eq!(desk.window(0).state.windows.role(), Role::Leader);
    desk.agent(1, AgentAction::Accept("WR1".into()));
    let given: usize = desk.given(&accept("WR1")).into_iter().sum();
    assert_eq!(given, 1);
}

#[test]
fn an_act_that_was_delivered_to_a_former_leader_is_delivered_to_the_present_one() {
    let mut desk = Desk::of(3);
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    let act = AgentAction::Accept("WR1".into());
    desk.window(1).agent(act);
    let offer = desk.window(1).among_windows();
    let [WindowsCall::Say(None, Message::Offer(number))] = offer.as_slice() else {
        panic!("not offered: {offer:?}")
    };
    // The first window has claimed the act, and loses the lead before the act arrives.
    let claim = Message::Claim(*number);
    desk.window(1)
        .tell(Event::Window(WindowEvent::Heard(id(0), claim)));
    desk.window(0).tell(Event::Window(WindowEvent::Follows));
    desk.window(2).tell(Event::Window(WindowEvent::Leads));
    desk.talk();
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 1]);
    assert!(desk.window(1).state.windows.outbox.is_empty());
}

#[test]
fn an_act_that_was_claimed_and_never_acknowledged_is_reported_as_unknown() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAction::Accept("WR1".into()));
    let claim = claim(&mut desk);
    let _ = desk.window(1).among_windows();
    desk.deliver(0, None, &claim);
    desk.gone.push(0);
    for _ in 0..7 {
        desk.outbox_waits(1);
    }
    assert_eq!(desk.window(1).told(), ["window.perhaps-carried"]);
}

#[test]
fn an_act_that_a_leader_claims_before_it_closes_is_done_by_the_next_one() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAction::Accept("WR1".into()));
    let claim = claim(&mut desk);
    desk.gone.push(0);
    desk.deliver(0, None, &claim);
    desk.says(0, &Message::Leaving);
    desk.give_lock(1);
    assert_eq!(desk.given(&accept("WR1")), [0, 1]);
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn a_window_that_takes_the_lead_needs_no_answer_to_work_here() {
    let mut desk = Desk::of_two();
    desk.gone.push(0);
    desk.agent(1, AgentAction::WorkHere);
    desk.give_lock(1);
    for _ in 0..7 {
        desk.outbox_waits(1);
    }
    assert_eq!(desk.window(1).state.windows.role(), Role::Leader);
    assert!(desk.window(1).told().is_empty());
}
