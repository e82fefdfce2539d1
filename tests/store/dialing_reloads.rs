//! A number is being dialled when the panel or Flex is reloaded: the agent learns what became of it, and it is not
//! dialled twice.

use store::event::Answer;
use store::state::{Dialing, Ending, Origin, PanelMode, Task, TaskStatus};
use store::{DynamicsCall, Effect, Event, FlexCommand, FlexEvent, Settings, Timer};

use crate::panel::{Panel, call, click, ended, snapshot};

const NUMBER: &str = "+14255550100";

/// A phone field has been clicked, and its number is being read.
fn reading() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(click("(425) 555-0100"));
    panel.answer(&DynamicsCall::SetMode(PanelMode::Docked), Ok(Answer::Done));
    panel
}

/// The command is out.
fn starting() -> Panel {
    let mut panel = reading();
    let request = panel.request_of_number();
    let result = Ok(NUMBER.into());
    panel.tell(Event::NumberRead { request, result });
    panel
}

/// Flex has accepted the command.
fn awaiting() -> Panel {
    let mut panel = starting();
    let Dialing::Starting { request, .. } = panel.state.calls.dialing else {
        panic!("not starting: {:?}", panel.state.calls.dialing)
    };
    let result = Ok(());
    panel.flex(FlexEvent::Replied { request, result });
    panel
}

fn reloaded(before: &Panel) -> Panel {
    let mut panel = Panel::new(Settings::default());
    panel.tell(Event::Restored(before.state.saved.last.clone()));
    panel.connect_dynamics();
    panel
}

fn outbound() -> Task {
    Task {
        origin: Origin::Dialled,
        record: None,
        status: TaskStatus::Accepted,
        ..call("WR1", 1)
    }
}

fn dials(panel: &Panel) -> bool {
    panel.has_done(|effect| {
        matches!(
            effect,
            Effect::ReadNumber { .. }
                | Effect::Flex {
                    command: FlexCommand::StartOutboundCall { .. },
                    ..
                }
        )
    })
}

#[test]
fn a_number_that_flex_got_before_a_reload_awaits_its_call_and_is_not_dialled_again() {
    for before in [starting(), awaiting()] {
        let mut calls = reloaded(&before);
        calls.flex(FlexEvent::Snapshot(snapshot(vec![outbound()])));
        assert_eq!(calls.state.calls.dialing, Dialing::Idle);
        assert_eq!(calls.told(), [""; 0]);

        let mut nothing = reloaded(&before);
        nothing.flex(FlexEvent::Snapshot(snapshot(vec![])));
        nothing.timer(Timer::OutboundTask);
        assert_eq!(nothing.told(), ["dial.no-task"]);
        assert_eq!(nothing.state.calls.dialing, Dialing::Idle);
        assert!(!dials(&nothing));
    }
}

#[test]
fn a_number_that_flex_did_not_get_before_a_reload_is_reported() {
    let mut panel = reloaded(&reading());
    assert_eq!(panel.told(), ["dial.no-task"]);
    assert_eq!(panel.state.calls.dialing, Dialing::Idle);
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    assert_eq!(panel.told(), ["dial.no-task"], "until it is put away");
    assert!(!dials(&panel));
    let mut again = reloaded(&panel);
    again.flex(FlexEvent::Snapshot(snapshot(vec![])));
    assert_eq!(again.told(), [""; 0], "once");
}

#[test]
fn the_panel_stays_docked_while_a_call_is_being_placed_over_a_reload() {
    let mut before = awaiting();
    let chat = Task {
        status: TaskStatus::Wrapping,
        ..crate::panel::chat("WR2", 2)
    };
    before.flex(FlexEvent::Task(chat.clone()));
    let mut panel = reloaded(&before);
    panel.flex(FlexEvent::Snapshot(snapshot(vec![chat])));
    let _ = panel.done();
    panel.flex(ended("WR2", Ending::Completed));
    let minimize = DynamicsCall::SetMode(PanelMode::Minimized);
    assert!(!panel.calls().contains(&minimize));
}

#[test]
fn a_number_that_flex_had_when_flex_was_reloaded_awaits_its_call() {
    for mut panel in [starting(), awaiting()] {
        panel.flex(FlexEvent::Loading);
        assert!(matches!(
            panel.state.calls.dialing,
            Dialing::AwaitingTask { .. }
        ));
        panel.timer(Timer::OutboundTask);
        assert_eq!(panel.told(), ["dial.no-task"]);
    }
}

#[test]
fn the_empty_snapshot_after_a_reload_minimizes_nothing_while_a_call_is_being_placed() {
    let mut panel = Panel::new(Settings::default());
    let memory = store::saved::SavedState {
        settled: false,
        ..awaiting().state.saved.last.clone()
    };
    panel.tell(Event::Restored(memory));
    panel.connect_dynamics();
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    let minimize = DynamicsCall::SetMode(PanelMode::Minimized);
    assert!(!panel.calls().contains(&minimize));
}

#[test]
fn the_saved_state_holds_no_number_and_no_name() {
    for mut panel in [reading(), starting(), awaiting()] {
        let stranger = Task {
            address: Some("+442079460958".into()),
            ..call("WR2", 1)
        };
        panel.flex(FlexEvent::Task(stranger));
        let kept = format!("{:?}", panel.state.saved.last);
        for personal in ["5550100", "555-0100", "442079460958", "Lovelace"] {
            assert!(!kept.contains(personal), "{personal}: {kept}");
        }
    }
}
