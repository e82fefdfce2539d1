//! R5, R7 and R9: the panel docks and minimizes.

use store::event::Answer;
use store::problem::CallProblem;
use store::state::AutoDock;
use store::state::{Ending, PanelMode, Task, TaskStatus};
use store::{AgentAction, DynamicsCall, DynamicsEvent, FlexEvent, Settings};

use crate::panel::{Panel, call, chat, click, ended, snapshot};

const MINIMIZE: DynamicsCall = DynamicsCall::SetMode(PanelMode::Minimized);
const DOCK: DynamicsCall = DynamicsCall::SetMode(PanelMode::Docked);

fn modes(panel: &mut Panel) -> Vec<DynamicsCall> {
    let mut calls = panel.calls();
    calls.retain(|call| matches!(call, DynamicsCall::SetMode(_)));
    calls
}

/// WR1 has arrived and docked the panel.
fn arrived() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.dynamics(DynamicsEvent::ModeChanged(PanelMode::Docked));
    panel.answer_all(&Ok(Answer::Done));
    panel
}

fn accepted(panel: &mut Panel) {
    panel.flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        ..call("WR1", 1)
    }));
    panel.answer_all(&Ok(Answer::Done));
}

#[test]
fn the_panel_minimizes_when_the_last_live_task_is_completed() {
    let mut panel = arrived();
    accepted(&mut panel);
    panel.flex(ended("WR1", Ending::Completed));
    assert_eq!(modes(&mut panel), [MINIMIZE]);
}

#[test]
fn a_completed_task_does_not_minimize_while_another_is_live() {
    let mut panel = arrived();
    accepted(&mut panel);
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    panel.answer_all(&Ok(Answer::Done));
    panel.flex(ended("WR1", Ending::Completed));
    assert_eq!(modes(&mut panel), []);
}

#[test]
fn other_endings_undo_only_what_the_arrival_itself_did() {
    use Ending::{Canceled, Rejected, Rescinded, TimedOut, Transferred};
    for ending in [Rejected, TimedOut, Canceled, Rescinded, Transferred] {
        let mut untouched = arrived();
        untouched.flex(ended("WR1", ending));
        assert_eq!(modes(&mut untouched), [MINIMIZE], "{ending:?}, untouched");

        let mut touched = arrived();
        accepted(&mut touched);
        touched.flex(ended("WR1", ending));
        assert_eq!(modes(&mut touched), [], "{ending:?}, touched");
    }
}

#[test]
fn a_panel_that_was_docked_before_the_arrival_stays_docked_after_it() {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(DynamicsEvent::ModeChanged(PanelMode::Docked));
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.flex(ended("WR1", Ending::Canceled));
    assert_eq!(modes(&mut panel), []);
}

#[test]
fn the_agents_own_dock_is_an_act_but_the_echo_of_ours_is_none() {
    let mut panel = arrived();
    assert_eq!(panel.state.mode.auto_dock, AutoDock::Yes);
    panel.dynamics(DynamicsEvent::ModeChanged(PanelMode::Minimized));
    assert_eq!(panel.state.mode.auto_dock, AutoDock::No);
}

#[test]
fn flex_deselecting_a_cancelled_task_is_no_act_of_the_agent() {
    let mut panel = arrived();
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.flex(FlexEvent::Selected(None));
    panel.flex(ended("WR1", Ending::Canceled));
    assert_eq!(modes(&mut panel), [MINIMIZE]);
}

#[test]
fn a_mode_that_the_agent_chooses_between_our_call_and_its_answer_stays() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.dynamics(DynamicsEvent::ModeChanged(PanelMode::Docked));
    panel.dynamics(DynamicsEvent::ModeChanged(PanelMode::Minimized));
    panel.answer(&DOCK, Ok(Answer::Done));
    assert_eq!(panel.state.mode.now, Some(PanelMode::Minimized));
}

#[test]
fn a_mode_that_dynamics_refuses_is_reported() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.answer(
        &DOCK,
        Err(CallProblem::Refused("not the active provider".into())),
    );
    assert_eq!(panel.told(), ["mode.refused"]);
    assert_eq!(panel.state.mode.now, Some(PanelMode::Minimized));
}

#[test]
fn a_view_that_the_agent_chooses_docks() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::ViewChanged("queues-stats".into()));
    assert_eq!(modes(&mut panel), [DOCK]);
}

#[test]
fn the_first_view_after_a_load_docks_nothing() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Loading);
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    panel.flex(FlexEvent::ViewChanged("agent-desktop".into()));
    assert_eq!(modes(&mut panel), []);
}

#[test]
fn at_the_start_the_panel_minimizes_only_without_a_task() {
    let mut idle = Panel::new(Settings::default());
    idle.connect_dynamics();
    idle.flex(FlexEvent::Snapshot(snapshot(vec![])));
    assert_eq!(modes(&mut idle), [MINIMIZE]);

    let mut busy = Panel::new(Settings::default());
    busy.connect_dynamics();
    let live = Task {
        status: TaskStatus::Wrapping,
        ..call("WR1", 1)
    };
    busy.flex(FlexEvent::Snapshot(snapshot(vec![live])));
    assert_eq!(modes(&mut busy), [DOCK]);
}

#[test]
fn the_order_in_which_the_sides_come_up_does_not_matter() {
    let mut flex_first = Panel::new(Settings::default());
    flex_first.flex(FlexEvent::Snapshot(snapshot(vec![])));
    flex_first.connect_dynamics();
    assert_eq!(modes(&mut flex_first), [MINIMIZE]);
}

#[test]
fn the_panel_is_not_minimized_after_the_agent_has_acted() {
    let mut panel = Panel::new(Settings::default());
    panel.connect_dynamics();
    panel.agent(AgentAction::Dock);
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    assert_eq!(modes(&mut panel), [DOCK]);
}

#[test]
fn the_panel_docks_if_flex_does_not_answer_because_the_agent_may_have_to_log_in() {
    let mut panel = Panel::new(Settings::default());
    panel.connect_dynamics();
    panel.flex(FlexEvent::NotAnswering);
    assert_eq!(modes(&mut panel), [DOCK]);
}

#[test]
fn a_snapshot_with_a_live_task_minimizes_nothing() {
    let mut panel = arrived();
    let live = Task {
        status: TaskStatus::Accepted,
        ..chat("WR2", 2)
    };
    panel.flex(FlexEvent::Snapshot(snapshot(vec![live])));
    assert_eq!(modes(&mut panel), []);
}

#[test]
fn the_panel_stays_docked_while_a_call_is_being_placed() {
    let mut panel = Panel::ready(Settings::default());
    let wrapping = Task {
        status: TaskStatus::Wrapping,
        ..call("WR1", 1)
    };
    panel.flex(FlexEvent::Task(wrapping));
    panel.dynamics(click("+14255550100"));
    let _ = panel.done();
    panel.flex(ended("WR1", Ending::Completed));
    assert_eq!(modes(&mut panel), []);
}

#[test]
fn the_notice_about_the_mode_goes_when_the_mode_can_be_changed_again() {
    let mut panel = Panel::ready(Settings::default());
    panel.agent(AgentAction::Dock);
    panel.answer(&DOCK, Err(CallProblem::Refused("".into())));
    assert_eq!(panel.told(), ["mode.refused"]);
    let _ = panel.done();
    panel.agent(AgentAction::Dock);
    panel.answer(&DOCK, Ok(Answer::Done));
    assert_eq!(panel.told(), [""; 0]);
}
