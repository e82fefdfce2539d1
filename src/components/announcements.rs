//! What a screen reader announces: the difference between two states of the store, as [`Announcement`]s.
//!
//! Nothing else in the panel is a live region, so nothing is announced twice. Each thing is announced once, when it
//! happens: each task that arrives or ends, each change of a task, each error. What was there before the panel started
//! is not announced.

use std::rc::Rc;

use super::row::{Foreign, RecordStanding, Row};
use super::view::View;
use store::activity::Activity;
use store::click::Choice;
use store::state::{Dialing, DynamicsLink, FlexLink, Task, TaskRow};
use store::windows::Role;
use store::{Problem, State, WindowId};

/// Something that a screen reader announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// A task has arrived and waits for the agent.
    Arrived(Rc<TaskRow>),
    /// The status of a task has changed: it is accepted, on hold, muted or in wrap-up.
    Changed(Rc<TaskRow>),
    /// A customer has written a message while the agent works on another task.
    Unread(Rc<TaskRow>),
    /// The record of a task is open.
    Ready(Rc<TaskRow>),
    /// A task is no longer in the list.
    Gone(Rc<TaskRow>),
    /// A problem with a task.
    Troubled(Rc<TaskRow>, Problem),
    /// The agent works on this task, but the record of another customer is in front.
    Foreign(Rc<TaskRow>, Foreign),
    /// The record of a task is open in a session of another application.
    OutOfReach(Rc<TaskRow>),
    /// A problem that the agent has to know about.
    Told(Problem),
    /// The link to Dynamics has changed.
    Dynamics(DynamicsLink),
    /// The link to Flex has changed.
    Flex(FlexLink),
    /// Flex has given the worker another activity.
    Activity(Rc<Activity>),
    /// The panel dials a number.
    Dialling(Dialing),
    /// A phone field holds several numbers.
    Choice(Rc<Choice>),
    /// This other window has Flex now.
    Following(WindowId),
    /// This browser has no locks or no channel, so the windows can't know of each other.
    Alone,
    /// More has happened than can be said one by one.
    Several {
        /// How many tasks have arrived.
        arrived: usize,
        /// How much else has happened.
        others: usize,
    },
}

impl Announcement {
    /// Whether the announcement interrupts what the screen reader says. Only failures do; everything else waits for its
    /// turn.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        match self {
            Self::Troubled(..) | Self::Told(_) => true,
            Self::Dynamics(link) => matches!(link, DynamicsLink::Failed(_)),
            Self::Flex(link) => match link {
                FlexLink::SignedOut
                | FlexLink::Replaced
                | FlexLink::OtherVersion { .. }
                | FlexLink::Unfit { .. } => true,
                FlexLink::Loading
                | FlexLink::NotAnswering
                | FlexLink::Connected
                | FlexLink::Reconnecting => false,
            },
            _ => false,
        }
    }
}

/// What to announce when the view `after` follows the view `before`, in this order.
#[must_use]
pub fn announcements(before: &View, after: &View) -> Vec<Announcement> {
    let mut all = of_links(before, after);
    // A text that is still being read may turn out to be no number.
    let calls = |dialing: &Dialing| {
        matches!(
            dialing,
            Dialing::Starting { .. } | Dialing::AwaitingTask { .. }
        )
    };
    if calls(&after.calls.dialing) && !calls(&before.calls.dialing) {
        all.push(Announcement::Dialling(after.calls.dialing.clone()));
    }
    let choice = after
        .calls
        .choice
        .iter()
        .filter(|now| before.calls.choice.as_ref() != Some(*now));
    all.extend(choice.map(|choice| Announcement::Choice(choice.clone())));
    all.extend(of_tasks(before, after));
    let is_new = |id| before.notices.iter().all(|known| known.id != id);
    let notices = after.notices.iter().filter(|notice| is_new(notice.id));
    all.extend(notices.map(|notice| Announcement::Told(notice.problem.clone())));
    all
}

fn of_links(before: &State, after: &State) -> Vec<Announcement> {
    let role = (before.windows.role() != after.windows.role()).then_some(after.windows.role());
    let activity = after.flex.activity.clone().filter(|now| {
        // The browser's own list announces what the agent chooses in it.
        let by_flex = before.flex.asked_activity.is_none();
        let other = before
            .flex
            .activity
            .as_ref()
            .map(|then| then.sid != now.sid);
        by_flex && other == Some(true)
    });
    [
        (before.dynamics != after.dynamics).then(|| Announcement::Dynamics(after.dynamics.clone())),
        (before.flex.link != after.flex.link).then(|| Announcement::Flex(after.flex.link.clone())),
        activity.map(Announcement::Activity),
        match role {
            Some(Role::Follower(Some(leader))) => Some(Announcement::Following(leader)),
            Some(Role::Standalone) => Some(Announcement::Alone),
            _ => None,
        },
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_tasks(before: &View, after: &View) -> Vec<Announcement> {
    let gone = before.rows.iter();
    let gone = gone.filter(|row| after.row(&row.task.sid).is_none());
    let gone = gone.map(|row| Announcement::Gone(row.task.clone()));
    let stay = after.rows.iter();
    gone.chain(stay.flat_map(|row| match before.row(&row.task.sid) {
        Some(earlier) => of_row(earlier, row),
        None => of_new_row(row, before.flex.link.is_open()),
    }))
    .collect()
}

fn of_row(before: &Row, after: &Row) -> Vec<Announcement> {
    let task = &after.task;
    let stand = |task: &Task| {
        (
            task.status,
            task.on_hold == Some(true),
            task.muted == Some(true),
        )
    };
    let changed = stand(&before.task) != stand(task);
    let ready = task.ready && !before.task.ready;
    let mut all = Vec::new();
    if changed {
        all.push(Announcement::Changed(task.clone()));
    }
    if task.unread > before.task.unread && !after.selected {
        all.push(Announcement::Unread(task.clone()));
    }
    if ready {
        all.push(Announcement::Ready(task.clone()));
    }
    all.extend(of_troubles(Some(before), after));
    all
}

/// The announcements of a task that is new in the list. `at_work` says that Flex was connected before the task came, so
/// the task is really new.
fn of_new_row(row: &Row, at_work: bool) -> Vec<Announcement> {
    let task = &row.task;
    let news = if task.is_waiting() {
        Some(Announcement::Arrived(task.clone()))
    } else {
        at_work.then(|| Announcement::Changed(task.clone()))
    };
    news.into_iter().chain(of_troubles(None, row)).collect()
}

fn of_troubles(before: Option<&Row>, after: &Row) -> Vec<Announcement> {
    let known = before.map(Row::problems).unwrap_or_default();
    let new = after
        .problems()
        .into_iter()
        .filter(|one| !known.contains(one));
    let mut all: Vec<Announcement> = new
        .map(|problem| Announcement::Troubled(after.task.clone(), problem.clone()))
        .collect();
    let foreign = after.foreign.clone();
    let known = before.and_then(|row| row.foreign.clone());
    if let Some(foreign) = foreign.filter(|now| known.as_ref() != Some(now)) {
        all.push(Announcement::Foreign(after.task.clone(), foreign));
    }
    let out_of_reach = |row: &Row| row.record == RecordStanding::OutOfReach;
    if out_of_reach(after) && !before.is_some_and(out_of_reach) {
        all.push(Announcement::OutOfReach(after.task.clone()));
    }
    all
}
