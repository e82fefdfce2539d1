//! R6: the agent clicks a phone field.

use store::event::Answer;
use store::problem::{CommandProblem, NumberProblem};
use store::state::{Activity, Channel, Dialing, Ending, Origin, PanelMode, Task, TaskStatus};
use store::{DynamicsCall, Effect, Event, FlexCommand, FlexEvent, Settings, Timer};

use crate::panel::{Panel, call, chat, click, ended};

/// The number of the request that reads the phone number.
fn reading(panel: &Panel) -> store::Ticket {
    match &panel.state.calls.dialing {
        Dialing::Reading { request, .. } => *request,
        other => panic!("not reading: {other:?}"),
    }
}

fn read(panel: &mut Panel, result: Result<&str, NumberProblem>) {
    let request = reading(panel);
    let result = result.map(Into::into);
    panel.tell(Event::NumberRead { request, result });
}

/// The phone number has been read, and the command is out.
fn starting() -> (Panel, FlexCommand) {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(click("(425) 555-0100"));
    panel.answer(&DynamicsCall::SetMode(PanelMode::Docked), Ok(Answer::Done));
    read(&mut panel, Ok("+14255550100"));
    let commands: Vec<_> = panel
        .done()
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Flex { command, .. } => Some(command),
            _ => None,
        })
        .collect();
    let [command] = commands.as_slice() else {
        panic!("one command: {commands:?}")
    };
    (panel, command.clone())
}

fn reply(panel: &mut Panel, result: Result<(), CommandProblem>) {
    let request = match &panel.state.calls.dialing {
        Dialing::Starting { request, .. } => *request,
        other => panic!("not starting: {other:?}"),
    };
    panel.flex(FlexEvent::Replied { request, result });
}

fn outbound() -> Task {
    let status = TaskStatus::Accepted;
    Task {
        origin: Origin::Dialled,
        record: None,
        status,
        ..call("WR1", 1)
    }
}

fn callback(call: bool) -> Task {
    Task {
        call,
        ..Task::offered("WR1", Channel::Callback)
    }
}

#[test]
fn only_the_agents_own_call_ends_the_wait_for_a_dialled_number() {
    for origin in [Origin::Offered, Origin::Begun] {
        let (mut panel, _) = starting();
        panel.flex(FlexEvent::Task(Task {
            origin,
            ..outbound()
        }));
        assert!(matches!(
            panel.state.calls.dialing,
            Dialing::Starting { .. }
        ));
    }
}

#[test]
fn a_click_docks_reads_the_number_and_dials_with_the_record_on_the_task() {
    let (_, command) = starting();
    let FlexCommand::StartOutboundCall {
        destination,
        task_attributes,
    } = command
    else {
        panic!("not a call")
    };
    assert_eq!(&*destination, "+14255550100");
    assert_eq!(task_attributes.name.as_deref(), Some("Ada Lovelace"));
    assert_eq!(task_attributes.record_entity.as_deref(), Some("contact"));
    let id = "00000000-0000-4000-8000-000000000099";
    assert_eq!(task_attributes.record_id.as_deref(), Some(id));
}

#[test]
fn a_call_has_begun_when_its_task_has_come() {
    let (mut panel, _) = starting();
    reply(&mut panel, Ok(()));
    assert!(matches!(
        panel.state.calls.dialing,
        Dialing::AwaitingTask { .. }
    ));
    panel.flex(FlexEvent::Task(outbound()));
    assert_eq!(panel.state.calls.dialing, Dialing::Idle);
    assert_eq!(panel.told(), Vec::<&str>::new());
}

#[test]
fn a_task_that_comes_before_the_reply_is_the_call_as_well() {
    let (mut panel, _) = starting();
    panel.flex(FlexEvent::Task(outbound()));
    assert_eq!(panel.state.calls.dialing, Dialing::Idle);
}

#[test]
fn a_call_without_a_task_in_time_is_reported_to_the_agent() {
    let (mut panel, _) = starting();
    reply(&mut panel, Ok(()));
    panel.timer(Timer::OutboundTask);
    assert_eq!(panel.told(), ["dial.no-task"]);
    assert_eq!(panel.state.calls.dialing, Dialing::Idle);
}

#[test]
fn the_timer_of_an_older_call_is_ignored() {
    let (mut panel, _) = starting();
    reply(&mut panel, Ok(()));
    panel.tell(Event::TimeUp(Timer::OutboundTask(store::Ticket(1))));
    assert!(matches!(
        panel.state.calls.dialing,
        Dialing::AwaitingTask { .. }
    ));
}

#[test]
fn a_second_click_while_dialling_does_nothing() {
    let (mut panel, _) = starting();
    panel.dynamics(click("+4930901820"));
    assert_eq!(panel.done(), []);
}

#[test]
fn the_agent_is_told_what_keeps_a_call_from_being_placed() {
    let wrapping = Task {
        status: TaskStatus::Wrapping,
        ..call("WR1", 1)
    };
    let offline = Activity {
        sid: "WA0".into(),
        name: "Offline".into(),
        available: false,
        offline: true,
    };
    let on_break = Activity {
        sid: "WA2".into(),
        name: "Break".into(),
        available: false,
        offline: false,
    };
    for (what, event, told) in [
        (
            "a call is ringing",
            FlexEvent::Task(call("WR1", 1)),
            Some("dial.call-waits"),
        ),
        (
            "a call is talked on",
            FlexEvent::Task(Task {
                status: TaskStatus::Accepted,
                ..call("WR1", 1)
            }),
            Some("dial.call-live"),
        ),
        (
            "a callback waits, for which a channel is registered",
            FlexEvent::Task(callback(false)),
            None,
        ),
        (
            "a callback waits, and Flex takes it for a call",
            FlexEvent::Task(callback(true)),
            Some("dial.callback"),
        ),
        (
            "a call is being wrapped up",
            FlexEvent::Task(wrapping),
            None,
        ),
        ("a chat is live", FlexEvent::Task(chat("WR1", 1)), None),
        (
            "the agent is offline",
            FlexEvent::ActivityChanged(offline),
            Some("dial.offline"),
        ),
        (
            "the agent is on a break",
            FlexEvent::ActivityChanged(on_break),
            None,
        ),
        ("Flex is gone", FlexEvent::Loading, Some("dial.flex")),
    ] {
        let mut panel = Panel::ready(Settings::default());
        panel.flex(event);
        panel.dynamics(click("+14255550100"));
        assert_eq!(panel.told().last().copied(), told, "{what}");
        let dials = matches!(panel.state.calls.dialing, Dialing::Reading { .. });
        assert_eq!(dials, told.is_none(), "{what}");
    }
}

#[test]
fn a_field_without_a_number_is_reported_until_the_next_click() {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(click("ask her"));
    read(&mut panel, Err(NumberProblem::NotANumber));
    assert_eq!(panel.told(), ["dial.number"]);
    panel.dynamics(click("+14255550100"));
    assert_eq!(panel.told(), Vec::<&str>::new());
}

#[test]
fn a_call_that_flex_refuses_is_reported() {
    let (mut panel, _) = starting();
    reply(
        &mut panel,
        Err(CommandProblem::Refused("no microphone".into())),
    );
    assert_eq!(panel.told(), ["flex.command"]);
    assert_eq!(panel.state.calls.dialing, Dialing::Idle);
}

#[test]
fn a_click_opens_no_record() {
    let (mut panel, _) = starting();
    reply(&mut panel, Ok(()));
    panel.flex(FlexEvent::Task(outbound()));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    assert!(panel.state.tabs.records.is_empty());
    assert_eq!(panel.calls(), []);
}

#[test]
fn a_dial_command_without_a_reply_may_be_a_call_on_its_way() {
    let (mut panel, _) = starting();
    reply(&mut panel, Err(CommandProblem::TimedOut));
    assert!(matches!(
        panel.state.calls.dialing,
        Dialing::AwaitingTask { .. }
    ));
    assert_eq!(panel.told(), [""; 0]);
}

#[test]
fn a_call_that_comes_late_removes_the_notice() {
    let (mut panel, _) = starting();
    reply(&mut panel, Ok(()));
    panel.timer(Timer::OutboundTask);
    assert_eq!(panel.told(), ["dial.no-task"]);
    panel.flex(FlexEvent::Task(outbound()));
    assert_eq!(panel.told(), [""; 0]);
}

#[test]
fn the_notice_about_an_obstacle_goes_with_the_obstacle() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.dynamics(click("+14255550100"));
    assert_eq!(panel.told(), ["dial.call-waits"]);
    panel.flex(ended("WR1", Ending::Canceled));
    assert_eq!(panel.told(), [""; 0]);
}
