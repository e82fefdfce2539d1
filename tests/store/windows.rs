//! Several windows of one agent: one leads. The others show its list, and forward to it what the agent does.

use store::action::FlexAction;
use store::problem::{CommandProblem, NumberProblem};
use store::state::{Ending, FlexLink, PanelMode, Task, TaskStatus};
use store::windows::{Message, Role, WindowsCall};
use store::{
    AgentAction, DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, Problem,
    Settings, Ticket, Timer, WindowEvent,
};

use crate::desk::{Desk, id};
use crate::panel::{Panel, call, case, chat, click, ended, snapshot};

fn accepted(task: Task) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..task
    }
}

#[test]
fn a_follower_shows_the_leaders_list_and_moves_nothing_in_dynamics() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(call("WR1", 1)));
    let leader = desk.window(0).state.clone();
    let follower = desk.window(1);
    assert_eq!(follower.state.windows.role(), Role::Follower(Some(id(0))));
    assert_eq!(follower.state.tasks, leader.tasks);
    assert_eq!(follower.selected(), Some("WR1"));
    assert_eq!(follower.state.flex.link, FlexLink::Connected);
    assert!(follower.calls().is_empty());
}

#[test]
fn a_follower_ignores_the_events_of_its_flex() {
    let mut desk = Desk::of_two();
    desk.window(1).flex(FlexEvent::Task(call("WR1", 1)));
    assert!(desk.window(1).state.tasks.is_empty());
}

#[test]
fn an_act_in_a_follower_is_done_by_the_leader() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    let _ = desk.window(0).done();
    desk.agent(1, AgentAction::Accept("WR1".into()));
    assert!(desk.window(1).commands().is_empty());
    let accept = FlexCommand::AcceptTask { sid: "WR1".into() };
    assert_eq!(desk.window(0).commands(), [accept]);
}

#[test]
fn a_refusal_of_flex_stands_on_the_followers_row_too() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.agent(1, AgentAction::Accept("WR1".into()));
    let accept = FlexCommand::AcceptTask { sid: "WR1".into() };
    let why = CommandProblem::Refused("full".into());
    desk.window(0).reply(&accept, Err(why.clone()));
    desk.talk();
    let action = FlexAction::AcceptTask;
    let refused = Problem::CommandFailed { action, why };
    assert_eq!(desk.window(1).row("WR1").problem, Some(refused));
}

#[test]
fn the_leader_dials_the_number_that_is_clicked_in_a_follower() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click("+14255550100"));
    desk.talk();
    assert!(desk.window(1).commands().is_empty());
    let request = desk.window(0).request_of_number();
    let result = Ok("+14255550100".into());
    desk.window(0).tell(Event::NumberRead { request, result });
    let dialled = desk.window(0).commands();
    assert!(matches!(
        dialled.as_slice(),
        [FlexCommand::StartOutboundCall { .. }]
    ));
}

#[test]
fn a_field_without_a_number_is_reported_where_it_was_clicked_and_dismissed_there() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click("call me"));
    desk.talk();
    let request = desk.window(0).request_of_number();
    let result = Err(NumberProblem::NotANumber);
    desk.window(0).tell(Event::NumberRead { request, result });
    desk.talk();
    assert_eq!(desk.window(1).told(), ["dial.number"]);
    let notice = desk.window(1).state.notices.first().map(|it| it.id);
    desk.agent(1, AgentAction::Dismiss(notice.expect("a notice")));
    assert!(desk.window(1).told().is_empty());
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    assert!(desk.window(1).told().is_empty(), "it does not come back");
}

#[test]
fn work_here_moves_the_lead() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
    desk.agent(1, AgentAction::WorkHere);
    assert_eq!(desk.roles(), [Role::Follower(Some(id(1))), Role::Leader]);
    let new = desk.window(1);
    assert_eq!(new.state.flex.link, FlexLink::Loading);
    assert!(
        new.state.task(&"WR1".into()).is_some(),
        "the list stays on screen"
    );
}

#[test]
fn work_here_is_refused_while_a_call_is_live() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(call("WR1", 1))));
    desk.agent(1, AgentAction::WorkHere);
    assert_eq!(desk.roles(), [Role::Leader, Role::Follower(Some(id(0)))]);
    assert_eq!(desk.window(1).told(), ["window.call-live"]);
    desk.flex(ended("WR1", Ending::Completed));
    assert!(desk.window(1).told().is_empty(), "it is no longer so");
}

#[test]
fn a_new_leader_opens_the_records_that_came_meanwhile_and_none_twice() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    desk.gone.push(0);
    desk.give_lock(1);
    let tasks = vec![chat("WR1", 1), chat("WR2", 2)];
    desk.window(1).flex(FlexEvent::Snapshot(snapshot(tasks)));
    let searches: Vec<_> = desk
        .window(1)
        .calls()
        .into_iter()
        .filter(|call| matches!(call, DynamicsCall::Search(_)))
        .collect();
    assert_eq!(searches, [DynamicsCall::Search(case(2))]);
}

#[test]
fn a_window_that_has_lost_the_lead_asks_nothing_of_flex() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
    desk.give_lock(1);
    assert_eq!(desk.roles(), [Role::Follower(Some(id(1))), Role::Leader]);
    let _ = desk.window(0).done();
    desk.agent(0, AgentAction::End("WR1".into()));
    assert!(desk.window(0).commands().is_empty());
    let end = FlexCommand::WrapupTask { sid: "WR1".into() };
    assert_eq!(desk.window(1).commands(), [end]);
}

#[test]
fn a_window_that_cannot_know_of_others_leads_alone() {
    let mut panel = Panel::new(Settings::default());
    panel.tell(Event::Window(WindowEvent::Follows));
    panel.tell(Event::Window(WindowEvent::Standalone));
    assert_eq!(panel.state.windows.role(), Role::Standalone);
    assert_eq!(panel.among_windows().last(), Some(&WindowsCall::Lead));
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    assert!(panel.among_windows().is_empty(), "it talks to nobody");
}

#[test]
fn a_new_leader_awaits_the_call_of_the_last_one_and_dials_no_second_one() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click("+14255550100"));
    desk.talk();
    let request = desk.window(0).request_of_number();
    let result = Ok("+14255550100".into());
    desk.window(0).tell(Event::NumberRead { request, result });
    desk.talk();
    desk.gone.push(0);
    desk.give_lock(1);
    desk.window(1).flex(FlexEvent::Snapshot(snapshot(vec![])));
    let dials = |effect: &Effect| matches!(effect, Effect::Flex { .. });
    assert!(!desk.window(1).has_done(dials));
    desk.window(1).timer(Timer::OutboundTask);
    assert_eq!(desk.window(1).told(), ["dial.no-task"]);
}

#[test]
fn a_new_leader_with_tasks_docks() {
    let mut desk = Desk::of_two();
    desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
    desk.window(1)
        .dynamics(DynamicsEvent::ModeChanged(PanelMode::Minimized));
    let _ = desk.window(1).calls();
    desk.gone.push(0);
    desk.window(1).tell(Event::Window(WindowEvent::Leads));
    let docks = DynamicsCall::SetMode(PanelMode::Docked);
    assert_eq!(desk.window(1).calls(), [docks]);
}

#[test]
fn a_follower_of_a_former_leader_finds_the_present_one() {
    let mut desk = Desk::of(3);
    desk.window(2).tell(Event::Window(WindowEvent::Leads));
    desk.talk();
    // The old leader has not been told yet, and sends its list.
    desk.flex(FlexEvent::Task(chat("WR1", 1)));
    assert_eq!(
        desk.window(1).state.windows.role(),
        Role::Follower(Some(id(0)))
    );
    desk.window(0).tell(Event::Window(WindowEvent::Follows));
    desk.talk();
    let third = Role::Follower(Some(id(2)));
    assert_eq!(desk.roles(), [third, third, Role::Leader]);
    let leader = desk.window(2).state.tasks.clone();
    assert_eq!(desk.window(1).state.tasks, leader);
}

#[test]
fn a_frozen_leader_that_thaws_and_finds_its_flex_replaced_follows() {
    let mut orders = [
        [
            Event::Flex(FlexEvent::Replaced),
            Event::Window(WindowEvent::Follows),
        ],
        [
            Event::Window(WindowEvent::Follows),
            Event::Flex(FlexEvent::Replaced),
        ],
    ];
    for events in &mut orders {
        let mut desk = Desk::of_two();
        desk.flex(FlexEvent::Task(accepted(chat("WR1", 1))));
        desk.gone.push(0);
        desk.window(1).tell(Event::Window(WindowEvent::Leads));
        desk.talk();
        let tasks = vec![accepted(chat("WR1", 1))];
        desk.window(1).flex(FlexEvent::Snapshot(snapshot(tasks)));
        desk.talk();
        desk.gone.clear();
        for event in events.clone() {
            desk.window(0).tell(event);
            desk.talk();
        }
        let thawed = desk.window(0);
        assert_eq!(thawed.state.windows.role(), Role::Follower(Some(id(1))));
        assert_eq!(thawed.state.flex.link, FlexLink::Connected);
        assert!(thawed.state.task(&"WR1".into()).is_some());
        assert_eq!(desk.window(1).state.flex.link, FlexLink::Connected);
    }
}

#[test]
fn a_message_that_cannot_be_read_is_counted_and_changes_nothing() {
    let mut desk = Desk::of_two();
    for window in 0..2 {
        let before = desk.window(window).state.clone();
        desk.window(window)
            .tell(Event::Window(WindowEvent::Malformed));
        let panel = desk.window(window);
        assert_eq!(panel.state.diagnostics.counters.malformed_messages, 1);
        panel.state.diagnostics.counters = before.diagnostics.counters;
        assert_eq!(panel.state, before);
    }
}

#[test]
fn standalone_windows_ignore_all_messages() {
    let mut panel = Panel::new(Settings::default());
    panel.tell(Event::Window(WindowEvent::Follows));
    panel.tell(Event::Window(WindowEvent::Standalone));
    let _ = panel.among_windows();
    let before = panel.state.clone();
    for message in [
        Message::Following(Default::default()),
        Message::Offer(Ticket(1)),
    ] {
        panel.tell(Event::Window(WindowEvent::Heard(id(1), message)));
    }
    assert_eq!(panel.state, before);
    assert!(panel.among_windows().is_empty());
}
