//! Takes Flex's snapshot, which comes whenever Flex has connected. The snapshot is the truth about tasks. What the
//! panel could not see, it concludes from how the tasks stood before ([`Baseline`]).

use crate::mechanisms::turn::Turn;
use crate::mechanisms::{dialing, flex_link, mode, tasks};
use crate::words::click::Dialing;
use crate::words::event::Snapshot;
use crate::words::ids::ReservationSid;
use crate::words::saved::Baseline;
use crate::words::sorted::Set;
use crate::words::state::State;
use crate::words::task::{Ending, Origin, Task, TaskStatus};
use crate::{restore, rules};

/// Takes the snapshot: its tasks become the list. The selection in the snapshot may be out of date.
pub(crate) fn take(turn: &mut Turn<'_>, snapshot: Snapshot) {
    flex_link::connect(turn, snapshot.reconnecting);
    turn.flex.view.name = snapshot.view;
    turn.flex.activity = snapshot.activity.map(Into::into);
    turn.flex.activities = snapshot.activities;
    let told: Set<_> = snapshot.tasks.iter().map(|task| task.sid.clone()).collect();
    let mut new = list(turn, snapshot.tasks);
    let baseline = std::mem::replace(&mut turn.saved.restoring.baseline, Baseline::Live);
    end_those_gone(turn, &told, &baseline);
    let accepted = new
        .iter()
        .rfind(|sid| is_taken(turn, sid, &baseline))
        .cloned();
    select(turn, snapshot.selected, accepted.clone(), &told);
    dialing::resume(turn, &baseline);
    for sid in &new {
        rules::come(turn, sid, &baseline);
    }
    if let Some(sid) = accepted {
        turn.mode.keep_dock();
        rules::take_up(turn, sid);
    }
    // Of several new tasks only the latest is selected.
    new.retain(|sid| rules::is_waiting(turn, sid));
    let latest = new.iter().rev().find(|sid| !baseline.has_seen(sid));
    if let Some(sid) = latest.or(new.last()) {
        rules::attend(turn, sid, &baseline);
    }
}

/// Puts the tasks into the list. Returns those that are new there.
fn list(turn: &mut Turn<'_>, told: Vec<Task>) -> Vec<ReservationSid> {
    let mut new = Vec::new();
    for task in told {
        let sid = task.sid.clone();
        match tasks::put(turn, task) {
            tasks::Change::New => new.push(sid),
            change => rules::task_changed(turn, sid, &change),
        }
    }
    new
}

/// Ends the tasks of the list that Flex has no more, and those that were live before a reload and are gone.
fn end_those_gone(turn: &mut Turn<'_>, told: &Set<ReservationSid>, baseline: &Baseline) {
    let gone = turn.tasks.iter().filter(|task| !told.contains(&task.sid));
    let gone: Vec<_> = gone.map(|task| (task.sid.clone(), task.status)).collect();
    for (sid, status) in &gone {
        rules::task_ended(turn, sid, unseen_ending(*status));
    }
    turn.saved.popped.retain(|sid| told.contains(sid));
    for (_, status) in baseline.statuses().filter(|(sid, _)| !told.contains(*sid)) {
        mode::task_ended(turn, unseen_ending(status));
    }
}

/// The ending of a task that was gone when Flex came back. A task in wrap-up can only have been completed. How any
/// other task has ended nobody knows, so it is no reason to minimize.
fn unseen_ending(status: TaskStatus) -> Ending {
    match status {
        TaskStatus::Wrapping => Ending::Completed,
        _ => Ending::Rescinded,
    }
}

/// True if the agent has turned to this new task: it waited before a reload and is accepted now, or the agent has
/// dialled or begun it.
fn is_taken(state: &State, sid: &ReservationSid, baseline: &Baseline) -> bool {
    let Some(task) = state.task(sid) else {
        return false;
    };
    match task.origin {
        Origin::Offered => {
            task.status == TaskStatus::Accepted && baseline.status(sid) == Some(TaskStatus::Pending)
        }
        // Flex selects such a task by itself, and may not have reported that yet.
        Origin::Dialled | Origin::Begun => {
            let awaited =
                state.calls.dialing != Dialing::Idle || state.saved.restoring.dialed.is_some();
            let nothing =
                state.selection.selected.is_none() && state.saved.restoring.selected.is_none();
            task.origin == Origin::Dialled && awaited || baseline.has_seen(sid) && nothing
        }
    }
}

/// Takes the snapshot's selection. Flex may lose its selection with a reload, or keep an old one after a reload of the
/// panel. Neither is a move of the agent.
fn select(
    turn: &mut Turn<'_>,
    in_flex: Option<ReservationSid>,
    accepted: Option<ReservationSid>,
    told: &Set<ReservationSid>,
) {
    let restoring = turn.saved.restoring.selected.take();
    if turn.flex.selecting.is_some() {
        return rules::flex_selected(turn, in_flex);
    }
    let same = in_flex.is_none() || in_flex == restoring;
    let ours = accepted.or(turn.selection.selected.clone()).or(restoring);
    turn.flex.selected = in_flex;
    match ours {
        Some(ours) if same && told.contains(&ours) => restore::resume(turn, ours),
        _ => rules::follow_flex(turn),
    }
}
