//! What must hold, each with a name. [`AT_REST`] holds whenever nothing is under way, [`ALWAYS`] in every state;
//! [`broken_by`] looks at a turn of the store.

use std::collections::BTreeSet;

use flex_cif_panel::simulation::dynamics::Mode;
use flex_cif_panel::simulation::flex::Status;
use flex_cif_panel::store::state::{FlexLink, PanelMode, RecordTab, TaskStatus};
use flex_cif_panel::store::{DynamicsCall, Effect, State};

use super::world::World;

/// A named invariant.
type Invariant = (&'static str, fn(&World) -> bool);

/// What holds in every state.
const ALWAYS: [Invariant; 1] = [("one tab per record", one_tab_per_record)];

/// What holds when nothing is under way.
const AT_REST: [Invariant; 5] = [
    ("one selection", one_selection),
    ("a row for each reservation", a_row_for_each_reservation),
    ("the selected task's tab is in front", the_selected_tasks_tab_is_in_front),
    ("a live task keeps the panel docked", a_live_task_keeps_the_panel_docked),
    ("every request ends", every_request_ends),
];

/// More effects than this no single turn of the store has.
const EFFECTS_PER_TURN: usize = 8;

/// The first invariant that does not hold in this world.
pub fn broken_in(world: &World) -> Option<&'static str> {
    let at_rest = world.is_at_rest().then_some(AT_REST);
    let all = ALWAYS.into_iter().chain(at_rest.into_iter().flatten());
    all.into_iter()
        .find(|(_, holds)| !holds(world))
        .map(|(name, _)| name)
}

/// The invariant that a turn of the store breaks.
pub fn broken_by(before: &State, after: &State, effects: &[Effect]) -> Option<&'static str> {
    if !minimizes_for_a_reason(before, after, effects) {
        return Some("minimized only by R5 and R9");
    }
    (effects.len() > EFFECTS_PER_TURN).then_some("few effects per turn")
}

/// Selection in Flex = selection in the list. (Flex may name a task that it no longer has: that selects none.)
fn one_selection(world: &World) -> bool {
    let flex = &world.desktop.flex;
    let in_flex = flex.selected.as_deref().filter(|sid| flex.task(sid).is_some());
    in_flex == world.panel.selected.as_ref().map(|sid| sid.as_str())
}

/// The list has a row for each live reservation and none beside, in the reservation's status.
fn a_row_for_each_reservation(world: &World) -> bool {
    let live = world.desktop.flex.tasks().iter().map(|task| {
        let status = match task.status {
            Status::Pending => TaskStatus::Pending,
            Status::Accepted => TaskStatus::Accepted,
            _ => TaskStatus::Wrapping,
        };
        (task.sid.as_str(), status)
    });
    let rows = world.panel.tasks.iter();
    let rows: BTreeSet<_> = rows.map(|task| (task.sid.as_str(), task.status)).collect();
    rows.len() == world.panel.tasks.len() && live.collect::<BTreeSet<_>>() == rows
}

/// The tab in front shows the selected task's record, once it has a tab and as long as the agent has not gone
/// elsewhere in Dynamics: or the row says why not.
fn the_selected_tasks_tab_is_in_front(world: &World) -> bool {
    let panel = &world.panel;
    let Some(task) = panel.selected_task().filter(|_| !world.history.moved) else {
        return true;
    };
    let bound = task.record.filter(|record| matches!(panel.records.get(record), Some(RecordTab::Bound(_))));
    bound.is_none_or(|record| world.in_front() == Some(record) || task.refused.is_some())
}

/// Whoever is waiting or talking sees the panel: docked while a task is live, unless the agent has said otherwise
/// or Dynamics has refused.
fn a_live_task_keeps_the_panel_docked(world: &World) -> bool {
    let healthy = world.left.budget.faults == world.setting.budget.faults;
    let ours = healthy && !world.history.set_mode;
    !ours || world.panel.tasks.is_empty() || world.dynamics.mode() == Mode::Docked
}

/// No record is shown by more tabs than one, and one more for each time that the agent has asked for it.
fn one_tab_per_record(world: &World) -> bool {
    world.shown().all(|record| {
        let asked = world.history.asked.get(&record).copied().unwrap_or_default();
        world.shown().filter(|shown| *shown == record).count() <= 1 + usize::from(asked)
    })
}

/// Nothing waits for an answer, or for its turn.
fn every_request_ends(world: &World) -> bool {
    let panel = &world.panel;
    let opening = |tab: &RecordTab| matches!(tab, RecordTab::Opening(_) | RecordTab::Queued(_));
    panel.selecting.is_none()
        && panel.commands.is_empty()
        && panel.focusing.is_none()
        && panel.mode.asked.is_none()
        && panel.mode.reading.is_none()
        && panel.queue.is_empty()
        && !panel.records.values().any(opening)
}

/// `setMode(0)` is asked for when the last task ends (R5) or when the panel finds its first mode (R9), and at no
/// other time.
fn minimizes_for_a_reason(before: &State, after: &State, effects: &[Effect]) -> bool {
    let minimizes = effects.iter().any(|effect| {
        let Effect::Dynamics { call, .. } = effect else {
            return false;
        };
        *call == DynamicsCall::SetMode(PanelMode::Minimized)
    });
    let last_has_ended = !before.tasks.is_empty();
    let first_mode = !before.mode.settled && after.flex == FlexLink::Connected;
    let owed = before.mode.wanted == Some(PanelMode::Minimized);
    !minimizes || after.tasks.is_empty() && (last_has_ended || first_mode || owed)
}
