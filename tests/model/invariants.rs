//! What must hold, each with a name. [`AT_REST`] holds whenever nothing is under way, [`ALWAYS`] in every state.
//! [`turn`](super::turn) looks at a turn of the store.

use std::collections::BTreeSet;

use simulation::dynamics::{Mode, Session};
use simulation::flex::Status;
use store::Record;
use store::state::{Dialing, ModeProgress, RecordTab, TaskStatus};

use super::world::{World, contact};

/// A named invariant.
type Invariant = (&'static str, fn(&World) -> bool);

/// What holds in every state.
const ALWAYS: [Invariant; 3] = [
    ("one call per click", one_call_per_click),
    ("one tab per record", one_tab_per_record),
    ("a bound tab shows its record", a_bound_tab_shows_its_record),
];

/// What holds when nothing is under way.
const AT_REST: [Invariant; 5] = [
    ("one selection", one_selection),
    ("a row for each reservation", a_row_for_each_reservation),
    ("one focus", one_focus),
    (
        "a live task keeps the panel docked",
        a_live_task_keeps_the_panel_docked,
    ),
    ("every request ends", every_request_ends),
];

/// The first invariant that does not hold in this world.
pub fn broken_in(world: &World) -> Option<&'static str> {
    let at_rest = world.is_at_rest().then_some(AT_REST);
    let all = ALWAYS.into_iter().chain(at_rest.into_iter().flatten());
    all.into_iter()
        .find(|(_, holds)| !holds(world))
        .map(|(name, _)| name)
}

/// Selection in Flex = selection in the list. (Flex may name a task that it no longer has: that selects none.)
fn one_selection(world: &World) -> bool {
    let flex = &world.desktop.flex;
    let in_flex = flex
        .selected
        .as_deref()
        .filter(|sid| flex.task(sid).is_some());
    in_flex
        == world
            .panel
            .selection
            .selected
            .as_ref()
            .map(|sid| sid.as_str())
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

/// The tab in front belongs to the selected task, once the panel has had the time to look. If it belongs to none,
/// the agent has gone there by hand, or a row says what went wrong: that the selected task's tab did not come up or
/// could not be focused, that the record which is in front did not come up in time, or that Flex refused to select.
fn one_focus(world: &World) -> bool {
    let world = world.a_moment_later();
    let panel = &world.panel;
    let bound: BTreeSet<_> = panel
        .tasks
        .iter()
        .filter_map(|task| task.record)
        .filter(|record| matches!(panel.tabs.records.get(record), Some(RecordTab::Bound(_))))
        .collect();
    let in_front = world.in_front().filter(|record| bound.contains(record));
    let Some(task) = panel.selected_task() else {
        let refused = panel.tasks.iter().any(|task| task.problem.is_some());
        return in_front.is_none() || bound.len() < 2 || refused;
    };
    let failed = |record: Option<Record>| {
        let shown = record.and_then(|record| panel.tabs.records.get(&record));
        matches!(
            shown,
            Some(RecordTab::Failed { .. } | RecordTab::OutOfReach)
        )
    };
    let told = task.problem.is_some();
    match in_front {
        // A call that the agent has dialled is about no record: the tabs stay as they are.
        Some(_) if bound.len() > 1 && task.record.is_some() => {
            in_front == task.record || told || failed(task.record)
        }
        Some(_) => true,
        None => {
            let has_tab = task.record.is_some_and(|record| bound.contains(&record));
            !has_tab || told || failed(world.in_front()) || world.history.moved
        }
    }
}

/// Whoever is waiting or talking sees the panel: docked while a task is live, unless the agent has said otherwise
/// or Dynamics has refused, as it does while another provider's session is in front.
fn a_live_task_keeps_the_panel_docked(world: &World) -> bool {
    let healthy = world.left.budget.faults == world.setting.budget.faults;
    let alone = world.left.budget.others == world.setting.budget.others;
    let ours = healthy && alone && !world.history.set_mode;
    !ours || world.panel.tasks.is_empty() || world.dynamics.mode() == Mode::Docked
}

/// No record is shown by more tabs than one, and one more for each time that the agent has asked for it. The panel uses
/// the form by itself once the whole time of a search is over: where Dynamics is so slow that the search's tab comes even
/// after that, there are two.
fn one_tab_per_record(world: &World) -> bool {
    world.shown_anywhere().all(|record| {
        let asked = world
            .history
            .asked
            .get(&record)
            .copied()
            .unwrap_or_default();
        let too_slow = world.left.budget.slow < world.setting.budget.slow;
        let twice = too_slow && world.history.by_form.contains(&record);
        let most = 1 + usize::from(asked) + usize::from(twice);
        let tabs = world
            .shown_anywhere()
            .filter(|shown| *shown == record)
            .count();
        record == contact() || tabs <= most
    })
}

/// Flex begins no call without a click.
fn one_call_per_click(world: &World) -> bool {
    world.history.calls <= world.history.clicks
}

/// A tab that a record is bound to shows that record, unless it is gone. (Where the host has not told the session,
/// the tab is looked for in all of them.)
fn a_bound_tab_shows_its_record(world: &World) -> bool {
    let sessions = world.dynamics.sessions();
    world.panel.tabs.records.iter().all(|(record, bound)| {
        let RecordTab::Bound(bound) = bound else {
            return true;
        };
        let here = |session: &&Session| bound.session.as_ref().is_none_or(|id| session.id == *id);
        let tabs = sessions
            .iter()
            .filter(here)
            .flat_map(|session| &session.tabs);
        let mut shown = tabs
            .filter(|tab| tab.id == bound.id)
            .map(|tab| tab.page.record())
            .peekable();
        shown.peek().is_none() || shown.any(|shown| shown == Some(*record))
    })
}

/// Nothing waits for an answer, or for its turn.
fn every_request_ends(world: &World) -> bool {
    let panel = &world.panel;
    panel.flex.selecting.is_none()
        && panel.flex.commands.is_empty()
        && panel.tabs.focusing.is_none()
        && !panel
            .mode
            .requests
            .iter()
            .any(|order| order.progress == ModeProgress::Pending)
        && panel.mode.reading.is_none()
        && panel.tabs.queue.is_empty()
        && panel.calls.dialing == Dialing::Idle
        && panel.tabs.opening.is_none()
}
