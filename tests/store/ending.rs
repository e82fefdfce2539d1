//! The agent ends a task: a row hangs up only its own call.

use store::problem::CommandProblem;
use store::settings::Settings;
use store::state::{Channel, Ending, Line, Origin, Task, TaskStatus};
use store::{AgentAction, Event, FlexCommand, FlexEvent, Timer};

use crate::panel::{Panel, call, ended};

/// A call that is talked on. `line` tells whose call this browser has.
fn talked(sid: &str, line: Line) -> Task {
    Task {
        status: TaskStatus::Accepted,
        line: Some(line),
        record: None,
        ..call(sid, 1)
    }
}

/// A panel in which the agent talks to Ada (WR1), and then ends this task.
fn ending(task: Task) -> Panel {
    let mut panel = Panel::ready(Settings::default());
    let sid = task.sid.clone();
    panel.flex(FlexEvent::Task(task));
    let _ = panel.commands();
    panel.agent(AgentAction::End(sid));
    panel
}

/// The timer of the task that waits until the call in the browser is its own.
fn clock(panel: &Panel) -> Timer {
    let mut commands = panel.state.flex.commands.iter();
    let waits = commands.find(|(_, command)| command.awaits_line);
    Timer::Line(*waits.expect("a task waits for its line").0)
}

fn hang_up(sid: &str) -> FlexCommand {
    FlexCommand::HangupCall { sid: sid.into() }
}

fn wrap_up(sid: &str) -> FlexCommand {
    FlexCommand::WrapupTask { sid: sid.into() }
}

fn complete(sid: &str) -> FlexCommand {
    FlexCommand::CompleteTask { sid: sid.into() }
}

#[test]
fn each_task_ends_in_its_own_way() {
    let desk_phone = talked("WR1", Line::None);
    let own = talked("WR1", Line::Own);
    let chat = Task {
        channel: Channel::Chat,
        call: false,
        ..own.clone()
    };
    let callback = Task {
        channel: Channel::Callback,
        ..own.clone()
    };
    let ringing = |line| Task {
        status: TaskStatus::Pending,
        origin: Origin::Dialled,
        ..talked("WR1", line)
    };
    for (what, task, command) in [
        ("a call in this browser", own.clone(), Some(hang_up("WR1"))),
        (
            "a call on a desk phone",
            desk_phone.clone(),
            Some(wrap_up("WR1")),
        ),
        (
            "a call on a desk phone whose channel has no wrap-up",
            Task {
                wrapup: false,
                ..desk_phone
            },
            Some(complete("WR1")),
        ),
        ("a chat", chat.clone(), Some(wrap_up("WR1"))),
        (
            "a task whose channel has no wrap-up",
            Task {
                wrapup: false,
                ..chat
            },
            Some(complete("WR1")),
        ),
        (
            "a callback that Flex takes for a call, while this browser is in a call",
            callback,
            Some(wrap_up("WR1")),
        ),
        (
            "a call of the agent's own that rings",
            ringing(Line::Own),
            Some(hang_up("WR1")),
        ),
        (
            "one that this browser has no call of yet",
            ringing(Line::None),
            None,
        ),
        (
            "one that rings while this browser is in another call",
            ringing(Line::Other),
            None,
        ),
        (
            "a task that is put aside",
            Task {
                status: TaskStatus::Paused,
                ..own.clone()
            },
            None,
        ),
        (
            "a call that waits",
            Task {
                status: TaskStatus::Pending,
                ..own
            },
            None,
        ),
    ] {
        let commands = ending(task).commands();
        assert_eq!(commands, Vec::from_iter(command), "{what}");
    }
}

#[test]
fn a_call_that_is_not_in_the_browser_is_selected_and_hung_up_once_it_is() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(talked("WR1", Line::Other)));
    panel.flex(FlexEvent::Task(talked("WR2", Line::Own)));
    let _ = panel.commands();
    panel.agent(AgentAction::End("WR1".into()));
    let select = FlexCommand::SelectTask { sid: "WR1".into() };
    assert_eq!(panel.commands(), [select]);
    let clock = clock(&panel);
    panel.flex(FlexEvent::Task(talked("WR2", Line::Other)));
    panel.flex(FlexEvent::Task(talked("WR1", Line::Own)));
    assert_eq!(panel.commands(), [hang_up("WR1")]);
    panel.tell(Event::TimeUp(clock));
    assert_eq!(panel.row("WR1").problem, None);
}

#[test]
fn a_call_that_does_not_come_into_the_browser_in_time_is_not_ended_and_the_row_says_so() {
    let mut panel = ending(talked("WR1", Line::Other));
    let _ = panel.commands();
    panel.tell(Event::TimeUp(clock(&panel)));
    assert_eq!(panel.commands(), []);
    let refused = panel.row("WR1").problem.as_ref();
    assert_eq!(
        refused.map(|problem| problem.code()),
        Some("task.other-call")
    );
    panel.flex(FlexEvent::Task(talked("WR1", Line::Own)));
    assert_eq!(panel.commands(), [], "the press is over");
}

#[test]
fn a_second_press_does_nothing_and_a_task_that_has_gone_is_not_waited_for() {
    let mut panel = ending(talked("WR1", Line::Other));
    let (_, clock) = (panel.commands(), clock(&panel));
    panel.agent(AgentAction::End("WR1".into()));
    assert_eq!(panel.commands(), []);
    panel.flex(ended("WR1", Ending::Completed));
    assert!(panel.state.flex.commands.is_empty());
    panel.tell(Event::TimeUp(clock));
    assert_eq!(panel.told(), [""; 0]);
}

#[test]
fn the_row_says_that_the_bridge_has_not_touched_another_call() {
    let mut panel = ending(talked("WR1", Line::Own));
    panel.reply(&hang_up("WR1"), Err(CommandProblem::NotItsCall));
    let refused = panel.row("WR1").problem.as_ref();
    assert_eq!(refused.map(|problem| problem.code()), Some("flex.command"));
}

#[test]
fn with_an_older_bridge_a_single_call_is_hung_up_and_two_are_not() {
    let untold = |sid: &str| Task {
        line: None,
        ..talked(sid, Line::Own)
    };
    let mut panel = ending(untold("WR1"));
    assert_eq!(panel.commands(), [hang_up("WR1")]);
    panel.flex(FlexEvent::Task(untold("WR2")));
    let _ = panel.commands();
    panel.agent(AgentAction::End("WR2".into()));
    assert!(!panel.commands().contains(&hang_up("WR2")));
    panel.tell(Event::TimeUp(clock(&panel)));
    let refused = panel.row("WR2").problem.as_ref();
    assert_eq!(
        refused.map(|problem| problem.code()),
        Some("task.other-call")
    );
}

#[test]
fn hold_acts_on_its_own_task_whatever_call_the_browser_has_and_selects_nothing() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(talked("WR1", Line::Other)));
    let _ = panel.commands();
    panel.agent(AgentAction::Hold("WR1".into(), true));
    assert_eq!(
        panel.commands(),
        [FlexCommand::HoldCall { sid: "WR1".into() }]
    );
}
