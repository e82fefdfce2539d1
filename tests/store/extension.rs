//! The extension of a number is sent after the number was dialled: when the call is up and is the one in this browser.

use store::can_send_digits;
use store::click::{Dialable, Reading};
use store::problem::CommandProblem;
use store::state::{Channel, Dialing, Ending, Line, Origin, Task, TaskStatus};
use store::{
    AgentAction, Effect, Event, FlexCommand, FlexEvent, Settings, Ticket, Timer, WindowEvent,
};

use crate::desk::Desk;
use crate::panel::{Panel, chat, click, ended, snapshot};

fn read(request: Ticket) -> Event {
    let number = Dialable {
        number: "+14255550100".into(),
        extension: Some("12w34#".into()),
    };
    let result = Ok(Reading::One(number));
    Event::NumberRead { request, result }
}

/// `StartOutboundCall` has been sent.
fn starting() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(click("425 555 0100,,12,34#"));
    let request = panel.request_of_number();
    panel.tell(read(request));
    panel
}

fn reply(panel: &mut Panel, result: Result<(), CommandProblem>) {
    let Dialing::Starting { request, .. } = panel.state.calls.dialing else {
        panic!("not starting: {:?}", panel.state.calls.dialing)
    };
    panel.flex(FlexEvent::Replied { request, result });
}

fn outbound(status: TaskStatus, line: Option<Line>) -> Task {
    Task {
        status,
        origin: Origin::Dialled,
        line,
        ..Task::offered("WR1", Channel::Call)
    }
}

/// The customer has answered, and this browser has the call.
fn up() -> Task {
    outbound(TaskStatus::Accepted, Some(Line::Own))
}

fn talking() -> Panel {
    let mut panel = starting();
    reply(&mut panel, Ok(()));
    panel.flex(FlexEvent::Task(outbound(
        TaskStatus::Pending,
        Some(Line::Own),
    )));
    panel.flex(FlexEvent::Task(up()));
    let _ = panel.done();
    panel
}

fn extension(panel: &Panel) -> Option<&str> {
    let task = panel.state.tasks.first()?;
    panel.state.extension(task).map(|digits| &**digits)
}

fn send(panel: &mut Panel) {
    panel.agent(AgentAction::SendExtension("WR1".into()));
}

/// How often the extension has been sent.
fn sent(panel: &Panel) -> usize {
    let effects = panel.effects.iter();
    let is_digits =
        |it: &&Effect| matches!(it, Effect::Flex { command, .. } if *command == digits());
    effects.filter(is_digits).count()
}

fn digits() -> FlexCommand {
    FlexCommand::SendDtmfDigits {
        sid: "WR1".into(),
        digits: "12w34#".into(),
    }
}

#[test]
fn the_extension_is_offered_when_the_call_is_up_and_not_before() {
    let mut panel = starting();
    reply(&mut panel, Ok(()));
    panel.flex(FlexEvent::Task(outbound(
        TaskStatus::Pending,
        Some(Line::Own),
    )));
    assert_eq!(extension(&panel), None);
    send(&mut panel);
    assert_eq!(sent(&panel), 0);
    panel.flex(FlexEvent::Task(up()));
    assert_eq!(extension(&panel), Some("12w34#"));
}

#[test]
fn the_extension_is_sent_when_the_agent_says_so_and_can_be_sent_again() {
    let mut panel = talking();
    send(&mut panel);
    send(&mut panel);
    assert_eq!(sent(&panel), 1, "once at a time");
    panel.reply(&digits(), Ok(()));
    send(&mut panel);
    assert_eq!(sent(&panel), 2);
}

#[test]
fn the_extension_is_sent_only_if_the_call_in_this_browser_is_the_tasks_own() {
    for line in [Some(Line::Other), Some(Line::None), None] {
        let mut panel = talking();
        let task = outbound(TaskStatus::Accepted, line);
        assert!(!can_send_digits(&task));
        panel.flex(FlexEvent::Task(task));
        assert_eq!(extension(&panel), Some("12w34#"), "it is shown: {line:?}");
        send(&mut panel);
        assert_eq!(sent(&panel), 0, "{line:?}");
    }
}

#[test]
fn the_row_says_that_flex_has_refused_the_digits() {
    let mut panel = talking();
    send(&mut panel);
    panel.reply(&digits(), Err(CommandProblem::Refused("no".into())));
    let refused = panel.row("WR1").problem.as_ref();
    assert_eq!(refused.map(|it| it.code()), Some("flex.command"));
    assert_eq!(extension(&panel), Some("12w34#"));
}

#[test]
fn the_extension_is_forgotten_with_its_call_and_is_no_other_calls() {
    let mut panel = talking();
    panel.flex(ended("WR1", Ending::Completed));
    panel.flex(FlexEvent::Task(up()));
    assert_eq!(extension(&panel), None);
}

#[test]
fn a_call_that_was_refused_leaves_no_extension() {
    let mut panel = starting();
    reply(&mut panel, Err(CommandProblem::Refused("no".into())));
    panel.flex(FlexEvent::Task(up()));
    assert_eq!(extension(&panel), None);
}

#[test]
fn a_number_without_an_extension_drops_the_extension_of_the_number_before() {
    let mut panel = starting();
    reply(&mut panel, Err(CommandProblem::TimedOut));
    panel.timer(Timer::OutboundTask);
    panel.dynamics(click("+14255550177"));
    let request = panel.request_of_number();
    let result = Ok("+14255550177".into());
    panel.tell(Event::NumberRead { request, result });
    reply(&mut panel, Ok(()));
    panel.flex(FlexEvent::Task(up()));
    assert_eq!(extension(&panel), None);
}

#[test]
fn a_call_that_comes_late_has_its_extension() {
    let mut panel = starting();
    reply(&mut panel, Ok(()));
    panel.timer(Timer::OutboundTask);
    assert_eq!(panel.told(), ["dial.no-task"]);
    panel.flex(FlexEvent::Task(up()));
    assert_eq!(extension(&panel), Some("12w34#"));
}

#[test]
fn a_task_that_comes_from_a_customer_gets_no_extension() {
    let mut panel = starting();
    reply(&mut panel, Ok(()));
    panel.flex(FlexEvent::Task(chat("WR2", 1)));
    panel.flex(FlexEvent::Task(up()));
    let task = panel.row("WR1").clone();
    assert!(panel.state.extension(&task).is_some());
}

#[test]
fn the_extension_outlives_a_reload_before_and_after_its_call_has_come() {
    let mut waiting = starting();
    reply(&mut waiting, Ok(()));
    for before in [waiting, talking()] {
        let mut panel = Panel::new(Settings::default());
        panel.tell(Event::Restored(before.state.saved.last.clone()));
        panel.connect_dynamics();
        panel.flex(FlexEvent::Snapshot(snapshot(vec![up()])));
        assert_eq!(extension(&panel), Some("12w34#"));
        send(&mut panel);
        assert_eq!(sent(&panel), 1);
    }
}

#[test]
fn a_follower_shows_the_extension_and_the_leader_sends_it() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click("425 555 0100,,12,34#"));
    desk.talk();
    let request = desk.window(0).request_of_number();
    desk.window(0).tell(read(request));
    desk.flex(FlexEvent::Task(up()));
    assert_eq!(extension(desk.window(1)), Some("12w34#"));
    desk.agent(1, AgentAction::SendExtension("WR1".into()));
    assert_eq!(sent(desk.window(0)), 1);
}

#[test]
fn the_window_that_takes_the_lead_has_the_extension() {
    let mut desk = Desk::of_two();
    desk.window(0).dynamics(click("425 555 0100,,12,34#"));
    let request = desk.window(0).request_of_number();
    desk.window(0).tell(read(request));
    desk.talk();
    desk.gone.push(0);
    desk.window(1).tell(Event::Window(WindowEvent::Leads));
    let panel = desk.window(1);
    panel.flex(FlexEvent::Snapshot(snapshot(vec![up()])));
    assert_eq!(extension(panel), Some("12w34#"));
}
