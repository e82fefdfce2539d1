//! What one row of the task list shows, taken from the state. A row renders again only when this changes.

use std::rc::Rc;

use yew::{AttrValue, Properties};

use store::state::{RecordTab, Task, TaskRow};
use store::{Entity, Problem, Record, ReservationSid, State, foreign_in_front};

/// One row of the task list.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Row {
    /// The task.
    pub task: Rc<TaskRow>,
    /// The task is the selected one.
    pub selected: bool,
    /// How the task's record stands.
    pub record: RecordStanding,
    /// A command for the task is on its way to Flex.
    pub busy: bool,
    /// Flex is connected and accepts commands.
    pub commanded: bool,
    /// The agent works on this task, but the record of another customer is in front.
    pub foreign: Option<Foreign>,
    /// The extension to send or to enter, once the call is connected.
    pub extension: Option<Rc<str>>,
    /// The row is the tab stop of the list.
    pub tab_stop: bool,
}

/// A record in front that does not belong to the selected task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Its kind.
    pub entity: Entity,
    /// Its customer. Empty if no live task has this record.
    pub customer: AttrValue,
}

/// How the record of a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordStanding {
    /// There is nothing to say or to do: the task has no record, or a tab shows it.
    Settled,
    /// The record is being opened, or waits for its turn.
    Opening,
    /// No tab shows the record. The row may offer `Open`, and shows the problem if there was one.
    NoTab(Option<Problem>),
    /// The record is open in a session of another application.
    OutOfReach,
}

impl RecordStanding {
    fn of(state: &State, record: Record) -> Self {
        let (tabs, is_open) = (&state.tabs, state.dynamics.is_open());
        match tabs.records.get(&record) {
            Some(RecordTab::Bound(_)) => Self::Settled,
            Some(RecordTab::OutOfReach) => Self::OutOfReach,
            Some(RecordTab::Failed { problem, .. }) => Self::NoTab(Some(problem.clone())),
            None if tabs.opening_of(record).is_some() => Self::Opening,
            None if tabs.is_queued(record) && is_open => Self::Opening,
            None if !is_open || state.windows.have_open(record) => Self::Settled,
            None => Self::NoTab(None),
        }
    }
}

/// The tasks from top to bottom: first the calls that wait to be accepted, then all other tasks that wait, then the
/// rest. Within a group, the order of arrival counts. So what the agent has to answer is in sight, however many tasks
/// there are.
pub fn in_order(state: &State) -> impl Iterator<Item = &Rc<TaskRow>> {
    let group = |task: &Task| match (task.is_waiting(), task.is_call()) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => 2,
    };
    (0..=2).flat_map(move |wanted| state.tasks.iter().filter(move |task| group(task) == wanted))
}

/// All rows, in the order of the list.
#[must_use]
pub fn rows(state: &State) -> Vec<Row> {
    let foreign = foreign(state);
    in_order(state)
        .map(|task| Row {
            task: task.clone(),
            selected: state.selection.selected.as_ref() == Some(&task.sid),
            record: task.record.map_or(RecordStanding::Settled, |record| {
                RecordStanding::of(state, record)
            }),
            busy: state
                .flex
                .commands
                .values()
                .any(|command| command.sid == task.sid),
            commanded: state.flex.link.is_open(),
            foreign: foreign
                .clone()
                .filter(|_| state.selection.selected.as_ref() == Some(&task.sid)),
            extension: state.extension(task).cloned(),
            tab_stop: false,
        })
        .collect()
}

fn foreign(state: &State) -> Option<Foreign> {
    let record = foreign_in_front(state)?;
    let task = state.selected_task()?;
    let standing = task.record.map(|record| RecordStanding::of(state, record));
    let theirs = state.tasks.iter().find(|task| task.record == Some(record));
    let customer = theirs.map_or_else(AttrValue::default, |theirs| theirs.customer.clone().into());
    // Two conversations with one customer.
    let same = !customer.is_empty() && *customer == *task.customer;
    let is_foreign = standing != Some(RecordStanding::Opening) && !same;
    is_foreign.then_some(Foreign {
        entity: record.entity,
        customer,
    })
}

/// What the list knows of a row. The list renders again only when this changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The task's reservation.
    pub sid: ReservationSid,
    /// The task waits to be accepted.
    pub waiting: bool,
    /// The task is the selected one.
    pub selected: bool,
}

impl From<&Row> for Listed {
    fn from(row: &Row) -> Self {
        Self {
            sid: row.task.sid.clone(),
            waiting: row.task.is_waiting(),
            selected: row.selected,
        }
    }
}

/// The tab stop of the list: the row with the focus, else the selected row, else the first row.
#[must_use]
pub fn tab_stop<'a>(
    rows: &'a [Listed],
    focused: Option<&ReservationSid>,
) -> Option<&'a ReservationSid> {
    let mut all = rows.iter();
    let focused = all.find(|row| Some(&row.sid) == focused);
    let stop = focused.or_else(|| rows.iter().find(|row| row.selected));
    stop.or_else(|| rows.first()).map(|row| &row.sid)
}

/// How many tasks there are, and how many of them need the agent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All tasks.
    pub all: usize,
    /// Tasks that wait to be accepted.
    pub waiting: usize,
    /// Tasks with a problem.
    pub troubled: usize,
}

/// Counts the rows.
#[must_use]
pub fn counts(rows: &[Row]) -> Counts {
    let count = |which: fn(&Row) -> bool| rows.iter().filter(|row| which(row)).count();
    Counts {
        all: rows.len(),
        waiting: count(|row| row.task.is_waiting()),
        troubled: count(|row| !row.problems().is_empty()),
    }
}

impl Row {
    /// Whether the row offers `Open`. It does not for a task that waits: its record opens once the agent accepts or
    /// selects it.
    #[must_use]
    pub fn can_open(&self) -> bool {
        match self.record {
            RecordStanding::NoTab(None) => !self.task.is_waiting(),
            RecordStanding::NoTab(Some(_)) | RecordStanding::OutOfReach => true,
            RecordStanding::Settled | RecordStanding::Opening => false,
        }
    }

    /// The problems of the row, the most urgent first.
    #[must_use]
    pub fn problems(&self) -> Vec<&Problem> {
        let record = match &self.record {
            RecordStanding::NoTab(problem) => problem.as_ref(),
            _ => None,
        };
        [
            self.task.problem.as_ref(),
            self.task.malformed.as_ref(),
            record,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::state::{
        Channel, DynamicsLink, LastFocus, Opening, Origin, Selection, Stage, Tabs, TaskStatus, Way,
    };
    use store::{Guid, Tab, Ticket};

    fn case() -> Record {
        Record {
            entity: Entity::Case,
            id: Guid::parse("2c5b1f9e-6a0d-4c0e-9a39-5f0f3a1d7e11").unwrap(),
        }
    }

    fn task(sid: &str, status: TaskStatus) -> Task {
        Task {
            status,
            record: Some(case()),
            ..Task::offered(sid, Channel::Call)
        }
    }

    fn connected(tasks: impl IntoIterator<Item = impl Into<TaskRow>>) -> State {
        State {
            dynamics: DynamicsLink::Connected,
            tasks: tasks.into_iter().map(|task| Rc::new(task.into())).collect(),
            ..State::default()
        }
    }

    #[test]
    fn a_row_offers_open_if_no_tab_shows_its_record() {
        let tab = Tab {
            session: None,
            id: "tab-1".into(),
        };
        let searching = Stage::Searching { request: Ticket(1) };
        let failed = RecordTab::Failed {
            problem: Problem::RecordNotFound(case()),
            late: None,
        };
        let opening = Opening {
            record: case(),
            way: Way::Search,
            stage: searching,
        };
        let settled = |shown| Tabs {
            records: [(case(), shown)].into(),
            ..Tabs::default()
        };
        let queued = Tabs {
            queue: [(case(), Way::Search)].into(),
            ..Tabs::default()
        };
        let opening = Tabs {
            opening: Some(opening),
            ..Tabs::default()
        };
        for (tabs, can_open) in [
            (Tabs::default(), true),
            (queued, false),
            (opening, false),
            (settled(RecordTab::Bound(tab)), false),
            (settled(RecordTab::OutOfReach), true),
            (settled(failed), true),
        ] {
            let state = State {
                tabs: tabs.clone(),
                ..connected([task("WR1", TaskStatus::Accepted)])
            };
            let offered: Vec<bool> = rows(&state).iter().map(Row::can_open).collect();
            assert_eq!(offered, [can_open], "{tabs:?}");
        }
    }

    #[test]
    fn no_row_offers_open_before_dynamics_is_connected() {
        let state = State {
            dynamics: DynamicsLink::Waiting,
            ..connected([task("WR1", TaskStatus::Accepted)])
        };
        assert!(rows(&state).iter().all(|row| !row.can_open()));
    }

    #[test]
    fn the_tab_stop_is_the_focused_row_else_the_selected_one_else_the_first() {
        for (focused, selected, expected) in [
            (None, None, Some("WR1")),
            (None, Some("WR2"), Some("WR2")),
            (Some("WR3"), Some("WR2"), Some("WR3")),
            (Some("WR9"), Some("WR2"), Some("WR2")),
        ] {
            let state = State {
                selection: Selection {
                    selected: selected.map(Into::into),
                    ..Selection::default()
                },
                ..connected(["WR1", "WR2", "WR3"].map(|sid| task(sid, TaskStatus::Accepted)))
            };
            let rows: Vec<Listed> = rows(&state).iter().map(Into::into).collect();
            let stop = tab_stop(&rows, focused.map(Into::into).as_ref());
            assert_eq!(stop.map(ReservationSid::as_str), expected);
        }
        assert_eq!(tab_stop(&[], None), None);
    }

    #[test]
    fn waiting_calls_come_first_then_other_waiting_tasks_then_the_rest_by_arrival() {
        let ringing_out = Task {
            origin: Origin::Dialled,
            ..task("WR5", TaskStatus::Pending)
        };
        let chat = |sid, status| Task {
            status,
            ..Task::offered(sid, Channel::Chat)
        };
        let state = connected([
            task("WR1", TaskStatus::Accepted),
            chat("WR2", TaskStatus::Pending),
            task("WR3", TaskStatus::Wrapping),
            task("WR4", TaskStatus::Pending),
            ringing_out,
            chat("WR6", TaskStatus::Pending),
            task("WR7", TaskStatus::Pending),
        ]);
        let order: Vec<_> = in_order(&state).map(|task| task.sid.as_str()).collect();
        assert_eq!(order, ["WR4", "WR7", "WR2", "WR6", "WR1", "WR3", "WR5"]);
    }

    #[test]
    fn a_row_names_the_other_customer_whose_record_is_in_front() {
        let theirs = case();
        let tab = Tab {
            session: None,
            id: "tab-1".into(),
        };
        let known = Task {
            customer: "Ada".into(),
            ..task("WR1", TaskStatus::Accepted)
        };
        let stranger = |status| Task {
            record: None,
            ..task("WR2", status)
        };
        let foreign = |customer: &str| {
            Some(Foreign {
                entity: Entity::Case,
                customer: customer.to_owned().into(),
            })
        };
        let ended = Task {
            record: None,
            ..known.clone()
        };
        let nameless = Task {
            customer: "".into(),
            ..known.clone()
        };
        for (other, status, selected, expected) in [
            (&known, TaskStatus::Accepted, "WR2", foreign("Ada")),
            (&nameless, TaskStatus::Accepted, "WR2", foreign("")),
            (&known, TaskStatus::Wrapping, "WR2", foreign("Ada")),
            (&ended, TaskStatus::Accepted, "WR2", foreign("")),
            (&known, TaskStatus::Pending, "WR2", None),
            (&known, TaskStatus::Accepted, "WR1", None),
        ] {
            let state = State {
                selection: Selection {
                    selected: Some(selected.into()),
                    ..Selection::default()
                },
                tabs: Tabs {
                    records: [(theirs, RecordTab::Bound(tab.clone()))].into(),
                    last_focus: LastFocus::At(tab.clone()),
                    ..Tabs::default()
                },
                ..connected([other.clone(), stranger(status)])
            };
            let shown: Vec<_> = rows(&state)
                .into_iter()
                .filter_map(|row| row.foreign)
                .collect();
            assert_eq!(
                shown,
                expected.clone().into_iter().collect::<Vec<_>>(),
                "{status:?} {selected}"
            );
            let dialled = |task: &Rc<TaskRow>| {
                let origin = Origin::Dialled;
                let task = Task {
                    origin,
                    ..task.task.clone()
                };
                task.into()
            };
            let called = State {
                tasks: state.tasks.iter().map(dialled).collect(),
                ..state.clone()
            };
            assert!(rows(&called).iter().all(|row| row.foreign.is_none()));
            let of_one = |task: &Rc<TaskRow>| {
                let customer = "Ada".into();
                let task = Task {
                    customer,
                    ..task.task.clone()
                };
                task.into()
            };
            let again = State {
                tasks: state.tasks.iter().map(of_one).collect(),
                ..state.clone()
            };
            assert!(rows(&again).iter().all(|row| {
                row.foreign
                    .as_ref()
                    .is_none_or(|foreign| foreign.customer.is_empty())
            }));
            let mut elsewhere = state;
            elsewhere.tabs.last_focus = LastFocus::Moved;
            assert!(rows(&elsewhere).iter().all(|row| row.foreign.is_none()));
        }
    }

    #[test]
    fn waiting_tasks_and_tasks_with_problems_are_counted() {
        let troubled = Task {
            malformed: Some(Problem::AttributesUnreadable),
            ..task("WR3", TaskStatus::Wrapping)
        };
        let troubled = TaskRow {
            problem: Some(Problem::CallLive),
            ..troubled.into()
        };
        let state = connected([
            task("WR1", TaskStatus::Pending).into(),
            task("WR2", TaskStatus::Accepted).into(),
            troubled,
        ]);
        let expected = Counts {
            all: 3,
            waiting: 1,
            troubled: 1,
        };
        assert_eq!(counts(&rows(&state)), expected);
    }
}
