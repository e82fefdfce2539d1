//! Flex sends a snapshot or is reloaded while a command of the panel waits for its answer.

use store::action::FlexAction;
use store::event::{Answer, Snapshot};
use store::problem::CommandProblem;
use store::state::{Activity, DynamicsLink, PanelMode, Task, TaskStatus};
use store::{AgentAction, DynamicsCall, DynamicsEvent, FlexCommand, FlexEvent, Problem, Settings};

use crate::panel::{Panel, call, case, chat, snapshot};

fn select(sid: &str) -> FlexCommand {
    FlexCommand::SelectTask { sid: sid.into() }
}

fn accepted(task: Task) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..task
    }
}

/// Two customers at work. The second one is selected and its tab is in front.
fn two_customers() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.with_active(call("WR1", 1), "tab-1", &["home"]);
    panel.with_active(chat("WR2", 2), "tab-2", &["home", "tab-1"]);
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    let _ = panel.done();
    assert_eq!(panel.selected(), Some("WR2"));
    panel
}

fn both(selected: Option<&str>) -> FlexEvent {
    let tasks = vec![accepted(call("WR1", 1)), accepted(chat("WR2", 2))];
    FlexEvent::Snapshot(Snapshot {
        selected: selected.map(Into::into),
        ..snapshot(tasks)
    })
}

#[test]
fn a_snapshot_from_before_our_selection_does_not_undo_it() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    panel.flex(both(Some("WR2")));
    assert_eq!(panel.selected(), Some("WR1"));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.reply(&select("WR1"), Ok(()));
    assert_eq!(panel.selected(), Some("WR1"));
    assert_eq!(panel.commands(), [select("WR1")]);
}

#[test]
fn a_selection_that_flex_refuses_after_a_snapshot_is_reported_and_flexs_selection_is_shown() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    panel.flex(both(Some("WR2")));
    let why = CommandProblem::Refused("not now".into());
    panel.reply(&select("WR1"), Err(why));
    assert_eq!(panel.selected(), Some("WR2"));
    assert!(panel.row("WR1").problem.is_some());
}

#[test]
fn a_view_that_we_have_sent_flex_to_is_an_echo_after_a_snapshot_too() {
    let mut panel = two_customers();
    panel.dynamics(store::DynamicsEvent::ModeChanged(PanelMode::Minimized));
    panel.flex(FlexEvent::ViewChanged("teams".into()));
    panel.answer_all(&Ok(Answer::Done));
    panel.dynamics(store::DynamicsEvent::ModeChanged(PanelMode::Minimized));
    panel.agent(AgentAction::Select("WR1".into()));
    let FlexEvent::Snapshot(before) = both(Some("WR2")) else {
        return;
    };
    panel.flex(FlexEvent::Snapshot(Snapshot {
        view: Some("teams".into()),
        ..before
    }));
    let _ = panel.calls();
    panel.flex(FlexEvent::ViewChanged("agent-desktop".into()));
    assert_eq!(panel.calls(), [], "nobody has navigated");
}

#[test]
fn a_selection_that_flex_has_not_answered_is_asked_for_again_after_its_reload() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    panel.flex(FlexEvent::Loading);
    assert_eq!(panel.selected(), Some("WR1"), "the agent's latest act");
    assert!(panel.state.flex.selecting.is_none());
    let _ = panel.done();
    panel.flex(both(None));
    assert_eq!(panel.selected(), Some("WR1"));
    assert_eq!(panel.commands(), [select("WR1")]);
}

#[test]
fn a_command_that_flex_has_not_answered_before_its_reload_is_reported_and_can_be_repeated() {
    let mut panel = two_customers();
    let unhold = || AgentAction::Hold("WR1".into(), false);
    let hold = || AgentAction::Hold("WR1".into(), true);
    panel.agent(hold());
    let _ = panel.done();
    panel.flex(FlexEvent::Loading);
    assert!(panel.state.flex.commands.is_empty());
    let told = Problem::CommandFailed {
        action: FlexAction::HoldCall,
        why: CommandProblem::TimedOut,
    };
    assert_eq!(panel.row("WR1").problem, Some(told.clone()));
    panel.flex(both(Some("WR2")));
    assert_eq!(panel.row("WR1").problem, Some(told), "it has not happened");
    panel.agent(hold());
    let sid = || "WR1".into();
    assert_eq!(
        panel.commands().pop(),
        Some(FlexCommand::HoldCall { sid: sid() })
    );
    panel.agent(unhold());
    let _ = panel.done();
    panel.flex(FlexEvent::Loading);
    let held = Task {
        on_hold: Some(true),
        ..accepted(call("WR1", 1))
    };
    let tasks = vec![held, accepted(chat("WR2", 2))];
    panel.flex(FlexEvent::Snapshot(snapshot(tasks)));
    assert_eq!(panel.row("WR1").problem, None, "something has happened");
}

#[test]
fn an_activity_that_flex_has_not_answered_before_its_reload_is_reported() {
    let mut panel = Panel::ready(Settings::default());
    let on_break = Activity {
        sid: "WA2".into(),
        name: "Break".into(),
        available: false,
        offline: false,
    };
    panel.flex(FlexEvent::ActivitiesChanged([on_break].into()));
    panel.agent(AgentAction::SetActivity("WA2".into()));
    panel.flex(FlexEvent::Loading);
    assert_eq!(panel.told(), ["flex.command"]);
    let shown = panel.state.shown_activity();
    assert_eq!(shown.map(|shown| &*shown.name), Some("Available"));
}

#[test]
fn a_task_that_flex_cannot_select_because_it_has_gone_has_no_row() {
    let mut panel = two_customers();
    panel.agent(AgentAction::Select("WR1".into()));
    panel.reply(&select("WR1"), Err(CommandProblem::UnknownTask));
    assert!(panel.state.task(&"WR1".into()).is_none());
    assert_eq!(panel.selected(), Some("WR2"));
    assert!(!panel.has_done(|effect| matches!(
        effect,
        store::Effect::Dynamics {
            call: DynamicsCall::SetMode(_),
            ..
        }
    )));
}

#[test]
fn a_command_without_a_connection_is_no_refusal_and_is_forgotten_after_reconnecting() {
    let mut panel = Panel::ready(Settings::default());
    let talking = Task {
        status: TaskStatus::Accepted,
        ..call("WR1", 1)
    };
    panel.flex(FlexEvent::Task(talking.clone()));
    panel.flex(FlexEvent::Reconnecting);
    panel.agent(AgentAction::Hold("WR1".into(), true));
    let hold = FlexCommand::HoldCall { sid: "WR1".into() };
    panel.reply(&hold, Err(CommandProblem::Refused("offline".into())));
    let problem = Problem::CommandFailed {
        action: FlexAction::HoldCall,
        why: CommandProblem::NotConnected,
    };
    assert_eq!(panel.row("WR1").problem, Some(problem));
    panel.flex(FlexEvent::Snapshot(snapshot(vec![talking])));
    assert_eq!(panel.row("WR1").problem, None);
}

#[test]
fn a_silent_dynamics_is_shown_until_it_answers_and_everything_goes_on() {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(DynamicsEvent::Silent(true));
    assert_eq!(panel.state.dynamics, DynamicsLink::Silent);
    let _ = panel.done();
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    assert!(panel.calls().contains(&DynamicsCall::Search(case(1))));
    panel.dynamics(DynamicsEvent::Silent(false));
    assert_eq!(panel.state.dynamics, DynamicsLink::Connected);
}
