//! What the agent does in a window that follows, while leaders come and go: it is done once, or told not to be.

use store::windows::{Message, Role, WindowsCall};
use store::{AgentAction, Event, FlexCommand, FlexEvent, WindowEvent};

use crate::desk::{Desk, id};
use crate::panel::{chat, click};

fn accept(sid: &str) -> FlexCommand {
    FlexCommand::AcceptTask { sid: sid.into() }
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
    desk.errands_wait(1);
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
fn an_act_in_a_window_that_finds_out_that_it_is_alone_is_done_there() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAction::Accept("WR1".into()));
    desk.window(1).tell(Event::Window(WindowEvent::Standalone));
    assert_eq!(desk.given(&accept("WR1")), [0, 1]);
    assert!(desk.window(1).state.windows.outbox.is_empty());
    desk.errands_wait(1);
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn of_a_click_in_a_window_that_finds_out_that_it_is_alone_the_agent_is_told_what_keeps_it_from_dialling()
 {
    let mut desk = Desk::of_two();
    desk.gone.push(0);
    desk.window(1).dynamics(click("+14255550100"));
    desk.window(1).tell(Event::Window(WindowEvent::Standalone));
    assert_eq!(desk.window(1).told(), ["dial.flex"], "its Flex is loading");
}

#[test]
fn an_act_that_was_given_away_before_the_window_found_out_that_it_is_alone_is_not_done_twice() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAction::Accept("WR1".into()));
    let number = desk.window(1).state.windows.outbox.keys().next().copied();
    let give = Message::Claim(number.expect("an errand"));
    let _ = desk.window(1).among_windows();
    desk.deliver(0, None, &give);
    desk.window(1).tell(Event::Window(WindowEvent::Standalone));
    assert_eq!(desk.given(&accept("WR1")), [0, 0]);
    assert_eq!(desk.window(1).told(), ["window.perhaps-carried"]);
}

#[test]
fn an_act_that_a_leader_has_not_heard_is_offered_again() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.agent(1, AgentAction::Accept("WR1".into()));
    desk.gone.clear();
    desk.errands_wait(1);
    assert_eq!(desk.given(&accept("WR1")), [1, 0]);
}

#[test]
fn what_no_window_that_leads_has_asked_for_is_told_in_words_and_not_done_later() {
    let acts = [AgentAction::Accept("WR1".into()), AgentAction::WorkHere];
    for act in acts {
        let mut desk = Desk::of_two();
        desk.flex(FlexEvent::Task(chat("WR1", 1)));
        desk.gone.push(0);
        desk.agent(1, act);
        for _ in 0..6 {
            desk.errands_wait(1);
            assert!(desk.window(1).told().is_empty(), "there is still hope");
        }
        desk.errands_wait(1);
        assert_eq!(desk.window(1).told(), ["window.not-carried"]);
        desk.gone.clear();
        desk.says(0, &Message::Leading);
        assert_eq!(desk.given(&accept("WR1")), [0, 0]);
    }
}

#[test]
fn an_act_is_done_once_by_one_of_two_that_lead_for_a_moment() {
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
fn an_act_that_was_given_to_a_window_that_no_longer_leads_is_given_to_the_one_that_does() {
    let mut desk = Desk::of(3);
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    let act = AgentAction::Accept("WR1".into());
    desk.window(1).agent(act);
    let offer = desk.window(1).among_windows();
    let [WindowsCall::Say(None, Message::Offer(number))] = offer.as_slice() else {
        panic!("not offered: {offer:?}")
    };
    // The first window has asked for it, and is deposed before it gets it.
    let give = Message::Claim(*number);
    desk.window(1)
        .tell(Event::Window(WindowEvent::Heard(id(0), give)));
    desk.window(0).tell(Event::Window(WindowEvent::Follows));
    desk.window(2).tell(Event::Window(WindowEvent::Leads));
    desk.talk();
    assert_eq!(desk.given(&accept("WR1")), [0, 0, 1]);
    assert!(desk.window(1).state.windows.outbox.is_empty());
}

#[test]
fn of_an_act_whose_window_went_silent_with_it_the_agent_is_told_that_nobody_knows() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAction::Accept("WR1".into()));
    let number = desk.window(1).state.windows.outbox.keys().next().copied();
    let give = Message::Claim(number.expect("an errand"));
    let _ = desk.window(1).among_windows();
    desk.deliver(0, None, &give);
    desk.gone.push(0);
    for _ in 0..7 {
        desk.errands_wait(1);
    }
    assert_eq!(desk.window(1).told(), ["window.perhaps-carried"]);
}

#[test]
fn what_was_given_to_a_leader_that_closes_before_it_has_it_is_done_by_the_next_one() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.window(1).agent(AgentAction::Accept("WR1".into()));
    let number = desk.window(1).state.windows.outbox.keys().next().copied();
    let give = Message::Claim(number.expect("an errand"));
    desk.gone.push(0);
    desk.deliver(0, None, &give);
    desk.says(0, &Message::Leaving);
    desk.give_lock(1);
    assert_eq!(desk.given(&accept("WR1")), [0, 1]);
    assert!(desk.window(1).told().is_empty());
}

#[test]
fn work_here_without_an_answer_is_overtaken_by_the_lead() {
    let mut desk = Desk::of_two();
    desk.gone.push(0);
    desk.agent(1, AgentAction::WorkHere);
    desk.give_lock(1);
    for _ in 0..7 {
        desk.errands_wait(1);
    }
    assert_eq!(desk.window(1).state.windows.role(), Role::Leader);
    assert!(desk.window(1).told().is_empty());
}
