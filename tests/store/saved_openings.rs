//! The records that open after a reload are those that were not opened before. None opens twice.

use store::event::{Answer, Snapshot};
use store::saved::RestoringTabs;
use store::saved::SavedState;
use store::settings::PopOn;
use store::state::{PanelMode, Task, TaskStatus};
use store::{AgentAction, DynamicsCall, DynamicsEvent, Event, FlexEvent, Settings};

use crate::panel::{Panel, call, case, chat, snapshot, tabs_view};

fn accepted(task: Task) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..task
    }
}

/// The page after its reload, with this saved state. Dynamics shows these tabs.
fn reloaded(memory: SavedState, settings: Settings, tabs: &[&str]) -> Panel {
    let mut panel = Panel::new(settings);
    panel.tell(Event::Restored(memory));
    panel.connect_dynamics();
    if matches!(panel.state.saved.restoring.tabs, RestoringTabs::Reading(..)) {
        panel.answer(
            &DynamicsCall::ReadTabs,
            Ok(tabs_view(tabs.last().copied(), tabs)),
        );
    }
    let _ = panel.done();
    panel
}

fn after(before: &Panel, tabs: &[&str]) -> Panel {
    let settings = before.state.settings.clone();
    reloaded(before.state.saved.last.clone(), settings, tabs)
}

/// The whole window is reloaded, so Dynamics has forgotten its tabs.
fn after_all(before: &Panel) -> Panel {
    let memory = before.state.saved.last.clone().of_an_earlier_dynamics();
    reloaded(memory, before.state.settings.clone(), &["home"])
}

fn flex_tells(panel: &mut Panel, tasks: Vec<Task>) {
    panel.flex(FlexEvent::Snapshot(snapshot(tasks)));
}

fn searches(panel: &mut Panel) -> Vec<DynamicsCall> {
    let mut calls = panel.calls();
    calls.retain(|call| {
        matches!(
            call,
            DynamicsCall::Search(_) | DynamicsCall::OpenForm(_) | DynamicsCall::OpenBySearch(_)
        )
    });
    calls
}

#[test]
fn a_task_that_was_accepted_before_its_record_was_opened_has_it_opened_after_the_reload() {
    for status in [TaskStatus::Accepted, TaskStatus::Wrapping] {
        let mut before = Panel::ready(Settings::default());
        before.flex(FlexEvent::Task(call("WR1", 1)));
        before.flex(FlexEvent::Task(accepted(call("WR1", 1))));
        let mut panel = after(&before, &["home"]);
        let task = Task {
            status,
            ..call("WR1", 1)
        };
        flex_tells(&mut panel, vec![task]);
        assert_eq!(searches(&mut panel), [DynamicsCall::Search(case(1))]);
    }
}

#[test]
fn a_record_that_waited_for_its_turn_is_opened_after_the_reload() {
    let mut before = Panel::ready(Settings::default());
    before.with_active(chat("WR1", 1), "tab-1", &["home"]);
    before.flex(FlexEvent::Task(chat("WR2", 2)));
    before.flex(FlexEvent::Task(chat("WR3", 3)));
    let tabs = ["home", "tab-1"];
    let mut panel = after(&before, &tabs);
    let accepted_since = accepted(chat("WR3", 3));
    let tasks = vec![accepted(chat("WR1", 1)), chat("WR2", 2), accepted_since];
    flex_tells(&mut panel, tasks);
    // The record of the task that the agent has accepted meanwhile comes first.
    panel.open(case(3), "tab-3", &tabs);
    panel.open(case(2), "tab-2", &["home", "tab-1", "tab-3"]);
}

#[test]
fn a_record_that_the_agent_has_asked_for_again_is_opened_after_the_reload() {
    let mut before = Panel::ready(Settings::default());
    before.with_active(call("WR1", 1), "tab-1", &["home"]);
    before.agent(AgentAction::Open("WR1".into()));
    let mut panel = after(&before, &["home", "tab-1"]);
    flex_tells(&mut panel, vec![accepted(call("WR1", 1))]);
    assert_eq!(searches(&mut panel), [DynamicsCall::Search(case(1))]);
}

#[test]
fn a_record_that_is_opened_on_acceptance_waits_for_it_after_a_reload_too() {
    let settings = Settings {
        pop_on: PopOn::Accepted,
        ..Settings::default()
    };
    let mut before = Panel::ready(settings);
    before.flex(FlexEvent::Task(call("WR1", 1)));
    let mut panel = after(&before, &["home"]);
    flex_tells(&mut panel, vec![call("WR1", 1)]);
    assert_eq!(searches(&mut panel), []);
    panel.flex(FlexEvent::Task(accepted(call("WR1", 1))));
    assert_eq!(searches(&mut panel), [DynamicsCall::Search(case(1))]);
}

#[test]
fn a_task_that_shares_an_open_record_does_not_open_it_after_a_reload_of_the_window() {
    let mut before = Panel::ready(Settings::default());
    before.with_active(call("WR1", 1), "tab-1", &["home"]);
    before.flex(FlexEvent::Task(chat("WR2", 1)));
    before.answer_all(&Ok(Answer::Done));
    let mut panel = after_all(&before);
    flex_tells(&mut panel, vec![accepted(call("WR1", 1)), chat("WR2", 1)]);
    assert_eq!(searches(&mut panel), []);
}

#[test]
fn a_record_that_was_opened_before_is_not_opened_after_a_reload_of_the_window() {
    let mut before = Panel::ready(Settings::default());
    before.with_active(call("WR1", 1), "tab-1", &["home"]);
    let mut panel = after_all(&before);
    flex_tells(&mut panel, vec![accepted(call("WR1", 1))]);
    assert_eq!(searches(&mut panel), []);
}

#[test]
fn a_task_that_is_accepted_while_flex_is_away_has_its_record_opened() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Loading);
    flex_tells(&mut panel, vec![accepted(call("WR1", 1))]);
    assert_eq!(searches(&mut panel), [DynamicsCall::Search(case(1))]);
}

#[test]
fn a_task_that_was_live_before_the_reload_is_not_new_after_it() {
    let plain = |sid| Task {
        record: None,
        ..chat(sid, 1)
    };
    let mut before = Panel::ready(Settings::default());
    before.flex(FlexEvent::Task(plain("WR1")));
    before.flex(FlexEvent::Task(plain("WR2")));
    before.answer_all(&Ok(Answer::Done));
    before.agent(AgentAction::Select("WR1".into()));
    before.answer_all(&Ok(Answer::Done));
    let mut panel = after(&before, &["home"]);
    flex_tells(&mut panel, vec![plain("WR1"), plain("WR2")]);
    assert_eq!(panel.selected(), Some("WR1"));

    let mut with_a_newcomer = after(&before, &["home"]);
    let tasks = ["WR1", "WR2", "WR3"].map(plain).into();
    flex_tells(&mut with_a_newcomer, tasks);
    assert_eq!(with_a_newcomer.selected(), Some("WR3"));
}

#[test]
fn a_selection_that_flex_has_kept_over_the_reload_moves_no_tab() {
    let mut before = Panel::ready(Settings::default());
    before.with_active(call("WR1", 1), "tab-1", &["home"]);
    let mut panel = after(&before, &["home", "tab-1"]);
    panel.flex(FlexEvent::Snapshot(Snapshot {
        selected: Some("WR1".into()),
        ..snapshot(vec![accepted(call("WR1", 1))])
    }));
    assert_eq!(panel.selected(), Some("WR1"));
    let moves = [DynamicsCall::GetFocusedTab];
    assert!(!panel.calls().iter().any(|call| moves.contains(call)));
    assert_eq!(panel.commands(), []);
}

#[test]
fn a_panel_that_the_agent_has_minimized_while_somebody_waits_stays_so_over_a_reload() {
    let dock = DynamicsCall::SetMode(PanelMode::Docked);
    let mut before = Panel::ready(Settings::default());
    before.flex(FlexEvent::Task(call("WR1", 1)));
    before.dynamics(DynamicsEvent::ModeChanged(PanelMode::Docked));
    before.dynamics(DynamicsEvent::ModeChanged(PanelMode::Minimized));
    let mut panel = after(&before, &["home"]);
    panel.dynamics(DynamicsEvent::ModeChanged(PanelMode::Minimized));
    flex_tells(&mut panel, vec![call("WR1", 1)]);
    assert!(!panel.calls().contains(&dock));
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    assert!(panel.calls().contains(&dock), "for a newcomer it docks");
}
