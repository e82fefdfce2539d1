//! Docking and minimizing with several requests out at once, when the host refuses, is silent, or sends its event late.

use store::event::Answer;
use store::problem::CallProblem;
use store::settings::Sessions;
use store::state::{Ending, PanelMode, Task, TaskStatus};
use store::{DynamicsCall, DynamicsEvent, FlexEvent, Settings};

use crate::panel::{Panel, call, ended};

const MINIMIZE: DynamicsCall = DynamicsCall::SetMode(PanelMode::Minimized);
const DOCK: DynamicsCall = DynamicsCall::SetMode(PanelMode::Docked);

fn told(panel: &mut Panel, mode: PanelMode) {
    panel.dynamics(DynamicsEvent::ModeChanged(mode));
}

fn refused() -> Result<Answer, CallProblem> {
    Err(CallProblem::Refused("not the active provider".into()))
}

fn arrives(panel: &mut Panel, sid: &str) {
    panel.flex(FlexEvent::Task(call(sid, 1)));
}

fn gives_up(panel: &mut Panel, sid: &str) {
    panel.flex(ended(sid, Ending::Canceled));
}

/// The panel is docked. The last task has been completed, and the panel has been asked to minimize.
fn minimizing() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    arrives(&mut panel, "WR1");
    told(&mut panel, PanelMode::Docked);
    panel.answer_all(&Ok(Answer::Done));
    let wrapping = TaskStatus::Wrapping;
    panel.flex(FlexEvent::Task(Task {
        status: wrapping,
        ..call("WR1", 1)
    }));
    panel.answer_all(&Ok(Answer::Done));
    panel.flex(ended("WR1", Ending::Completed));
    panel
}

/// True if the next arrival asks the panel to dock.
fn docks_for(panel: &mut Panel, sid: &str) -> bool {
    let _ = panel.calls();
    arrives(panel, sid);
    panel.calls().contains(&DOCK)
}

/// True if the panel minimizes again when this customer gives up.
fn minimizes_without(panel: &mut Panel, sid: &str) -> bool {
    let _ = panel.calls();
    gives_up(panel, sid);
    panel.calls().contains(&MINIMIZE)
}

#[test]
fn the_echo_of_an_overtaken_mode_request_is_no_act_of_the_agent() {
    let mut panel = minimizing();
    arrives(&mut panel, "WR2");
    told(&mut panel, PanelMode::Minimized);
    told(&mut panel, PanelMode::Docked);
    assert!(minimizes_without(&mut panel, "WR2"));
}

#[test]
fn the_refused_one_of_two_mode_requests_is_forgotten_whichever_it_is() {
    let mut panel = minimizing();
    let minimizing = panel.request_of(&MINIMIZE);
    arrives(&mut panel, "WR2");
    let docking = panel.request_of(&DOCK);
    panel.answer_request(minimizing, refused());
    // The panel was docked all the while, so there is no event.
    panel.answer_request(docking, Ok(Answer::Done));
    assert_eq!(panel.told(), [""; 0], "the panel stands as it shall");
    told(&mut panel, PanelMode::Minimized);
    assert!(docks_for(&mut panel, "WR3"));
}

#[test]
fn answers_that_overtake_each_other_leave_the_later_mode_request_in_force() {
    let mut panel = minimizing();
    let minimizing = panel.request_of(&MINIMIZE);
    arrives(&mut panel, "WR2");
    let docking = panel.request_of(&DOCK);
    panel.answer_request(docking, Ok(Answer::Done));
    panel.answer_request(minimizing, Ok(Answer::Done));
    assert_eq!(panel.state.mode.now, Some(PanelMode::Docked));
    told(&mut panel, PanelMode::Minimized);
    assert!(!docks_for(&mut panel, "WR3"), "that is under way");
    told(&mut panel, PanelMode::Docked);
    assert_eq!(panel.state.mode.now, Some(PanelMode::Docked));
}

#[test]
fn a_late_mode_change_is_no_act_of_the_agent_and_removes_its_notice() {
    let mut panel = Panel::ready(Settings::default());
    arrives(&mut panel, "WR1");
    panel.answer(&DOCK, Err(CallProblem::TimedOut));
    let stands = Answer::Mode(PanelMode::Minimized);
    panel.answer(&DynamicsCall::GetMode, Ok(stands));
    assert_eq!(panel.told(), ["mode.refused"]);
    told(&mut panel, PanelMode::Docked);
    assert_eq!(panel.told(), [""; 0]);
    assert!(minimizes_without(&mut panel, "WR1"));
}

#[test]
fn a_mode_request_that_the_host_has_echoed_needs_no_answer() {
    let mut panel = Panel::ready(Settings::default());
    arrives(&mut panel, "WR1");
    told(&mut panel, PanelMode::Docked);
    panel.answer(&DOCK, Err(CallProblem::TimedOut));
    assert_eq!(panel.told(), [""; 0]);
    assert_eq!(panel.state.mode.now, Some(PanelMode::Docked));
}

#[test]
fn the_mode_that_the_host_reads_counts_more_than_a_request_without_an_echo() {
    let mut panel = Panel::ready(Settings::default());
    arrives(&mut panel, "WR1");
    panel.answer(&DOCK, Ok(Answer::Done));
    gives_up(&mut panel, "WR1");
    panel.answer(&MINIMIZE, Err(CallProblem::TimedOut));
    let stands = Answer::Mode(PanelMode::Minimized);
    panel.answer(&DynamicsCall::GetMode, Ok(stands));
    assert!(docks_for(&mut panel, "WR2"));
}

#[test]
fn a_dock_that_was_refused_is_tried_again_when_a_session_of_ours_is_in_front() {
    let refused_at_home = || {
        let mut panel = Panel::ready(Settings {
            sessions: Sessions::PerTask,
            ..Settings::default()
        });
        arrives(&mut panel, "WR1");
        panel.answer(&DOCK, refused());
        let _ = panel.calls();
        panel
    };
    let ours = || DynamicsEvent::SessionSwitched("session-id-1".into());

    let mut waiting = refused_at_home();
    waiting.dynamics(ours());
    assert!(waiting.calls().contains(&DOCK));

    let mut gone = refused_at_home();
    gives_up(&mut gone, "WR1");
    gone.dynamics(ours());
    assert!(!gone.calls().contains(&DOCK), "nobody waits any more");

    let mut minimized = refused_at_home();
    told(&mut minimized, PanelMode::Docked);
    told(&mut minimized, PanelMode::Minimized);
    minimized.dynamics(ours());
    assert!(!minimized.calls().contains(&DOCK), "by the agent's hand");
}
