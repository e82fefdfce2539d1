//! Input that no state expects has a defined outcome, causes no panic, and is counted.

use store::event::Answer;
use store::problem::CommandProblem;
use store::state::{Ending, TaskStatus};
use store::{DynamicsEvent, Effect, FlexEvent, ReservationSid, Settings, Ticket, WindowEvent};
use store::{Event, state::Task};

use crate::panel::{Panel, call, case, snapshot};

fn accepted(sid: &str, number: u32) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..call(sid, number)
    }
}

fn sids(panel: &Panel) -> Vec<&str> {
    panel
        .state
        .tasks
        .iter()
        .map(|task| task.sid.as_str())
        .collect()
}

#[test]
fn a_task_that_ends_before_it_was_created_is_counted_and_changes_nothing() {
    let mut panel = Panel::ready(Settings::default());
    let before = panel.state.clone();
    panel.flex(FlexEvent::TaskEnded {
        sid: "WR1".into(),
        ending: Ending::Completed,
    });
    assert_eq!(panel.state.diagnostics.counters.unknown_tasks, 1);
    assert_eq!(panel.calls(), []);
    assert_eq!(
        (panel.state.tasks, panel.state.mode),
        (before.tasks, before.mode)
    );
}

#[test]
fn the_later_of_two_tasks_that_are_selected_at_once_is_selected() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Snapshot(snapshot(vec![
        accepted("WR1", 1),
        accepted("WR2", 2),
    ])));
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.flex(FlexEvent::Selected(Some("WR2".into())));
    assert_eq!(panel.state.selection.selected, Some("WR2".into()));
}

#[test]
fn a_selection_of_an_unknown_task_selects_none() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Snapshot(snapshot(vec![accepted("WR1", 1)])));
    panel.flex(FlexEvent::Selected(Some("WR9".into())));
    assert_eq!(panel.state.selection.selected, None);
    assert_eq!(sids(&panel), ["WR1"]);
}

#[test]
fn a_task_that_stands_twice_in_a_snapshot_has_one_row() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Snapshot(snapshot(vec![
        accepted("WR1", 1),
        accepted("WR1", 2),
    ])));
    assert_eq!(sids(&panel), ["WR1"]);
}

#[test]
fn unknown_tabs_and_sessions_select_no_task() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Snapshot(snapshot(vec![
        accepted("WR1", 1),
        accepted("WR2", 2),
    ])));
    let selected = panel.state.selection.selected.clone();
    panel.dynamics(DynamicsEvent::SessionSwitched("session-id-77".into()));
    panel.dynamics(DynamicsEvent::PageNavigated(Some(case(99))));
    panel.tell(Event::Window(WindowEvent::FocusMoved));
    panel.answer_all(&Ok(Answer::FocusedTab(Some("tab-id-77".into()))));
    assert_eq!(panel.state.selection.selected, selected);
}

#[test]
fn an_empty_snapshot_ends_all_tasks_and_does_not_minimize() {
    let mut panel = Panel::ready(Settings::default());
    panel.flex(FlexEvent::Snapshot(snapshot(vec![
        accepted("WR1", 1),
        accepted("WR2", 2),
    ])));
    let _ = panel.calls();
    panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
    assert_eq!(sids(&panel), [""; 0]);
    assert_eq!(panel.state.selection.selected, None);
    assert_eq!(panel.calls(), []);
}

#[test]
fn answers_that_nobody_awaits_are_counted() {
    let mut panel = Panel::ready(Settings::default());
    let before = panel.state.diagnostics.counters.stale_answers;
    let request = Ticket(4_711);
    panel.dynamics(DynamicsEvent::Answered {
        request,
        result: Ok(Answer::Done),
    });
    panel.flex(FlexEvent::Replied {
        request,
        result: Err(CommandProblem::TimedOut),
    });
    assert_eq!(panel.state.diagnostics.counters.stale_answers, before + 2);
}

#[test]
fn a_thousand_tasks_are_all_in_the_list_and_open_one_record_at_a_time() {
    let mut panel = Panel::ready(Settings::default());
    let tasks = (0..1_000)
        .map(|number| call(&format!("WR{number}"), number))
        .collect();
    let event = Event::Flex(FlexEvent::Snapshot(snapshot(tasks)));
    let effects = store::update(&mut panel.state, event);
    assert_eq!(panel.state.tasks.len(), 1_000);
    assert_eq!(
        panel.state.selection.selected,
        Some(ReservationSid::from("WR999"))
    );
    let sent = |effect: &&Effect| matches!(effect, Effect::Dynamics { .. } | Effect::Flex { .. });
    assert!(effects.iter().filter(sent).count() <= 4, "{effects:?}");
}
