//! The simulated Flex: reservations, selection, views, activities and the Actions framework with its real quirks,
//! as a pure state machine. An [`Input`] goes into [`Flex::handle`], [`Output`]s come out; the moment comes in too.
//!
//! [`task`] is what a plugin sees of a reservation, [`event`] the vocabulary, `actions` what each action does.
//! Here is the rest: the cloud, the customers and the clocks.

mod actions;
pub mod event;
pub mod task;

use serde_json::{Value, json};

pub use event::{Event, Input, Output, TaskEvent, Timer};
pub use task::{Activity, Status, Task};

/// How long a reservation waits for the agent, in milliseconds.
pub const RESERVATION: u32 = 120_000;
/// From `StartOutboundCall` to the call's reservation, in milliseconds.
pub const OUTBOUND: u32 = 600;
/// The view on which tasks are shown; the first one after log-in.
pub const DESKTOP: &str = "agent-desktop";
/// The sid of the account's offline activity (`taskrouter_offline_activity_sid`).
pub const OFFLINE: &str = "WA00000000000000000000000000000000";

/// Flex, with one worker in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flex {
    /// The agent has logged in, and this session is the worker's only one.
    pub signed_in: bool,
    /// `flex.view.activeView`.
    pub view: String,
    /// `flex.view.selectedTaskSid`; may name a task that is not there.
    pub selected: Option<String>,
    /// What the worker can do.
    pub activities: Vec<Activity>,
    /// What the worker does.
    pub activity: Activity,
    /// Flex is connected to Twilio. While it is not, whatever happens there reaches Flex when it is again, and no event
    /// tells of it.
    pub connected: bool,
    /// Trouble: the next `StartOutboundCall` resolves and places no call.
    pub next_call_fails: bool,
    tasks: Vec<Task>,
    /// What has happened while there was no connection.
    missed: Vec<Input>,
    outbound: Option<Outbound>,
    reservations: u32,
}

/// A call that has been started and has no reservation yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Outbound {
    attributes: Value,
}

impl Default for Flex {
    /// A worker who has logged in and is available, without a task.
    fn default() -> Self {
        let activity = |sid: &str, name: &str, available| Activity {
            sid: sid.into(),
            name: name.into(),
            available,
        };
        let available = activity("WA00000000000000000000000000000001", "Available", true);
        Self {
            signed_in: true,
            view: DESKTOP.into(),
            selected: None,
            activities: vec![
                activity(OFFLINE, "Offline", false),
                available.clone(),
                activity("WA00000000000000000000000000000002", "Break", false),
            ],
            activity: available,
            connected: true,
            next_call_fails: false,
            tasks: Vec::new(),
            missed: Vec::new(),
            outbound: None,
            reservations: 0,
        }
    }
}

impl Flex {
    /// Flex as it loads for a worker who has these reservations already; `made` have been made before.
    #[must_use]
    pub fn resumed(tasks: Vec<Task>, made: u32) -> Self {
        Self {
            tasks,
            reservations: made,
            ..Self::default()
        }
    }

    /// How many reservations have been made so far.
    #[must_use]
    pub fn made(&self) -> u32 {
        self.reservations
    }

    /// The reservations that the worker has, in order of arrival. One that has ended is gone.
    #[must_use]
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// The reservation with this sid.
    #[must_use]
    pub fn task(&self, sid: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.sid == sid)
    }

    /// What `manager.store.getState().flex` shows, except that `worker.tasks` and
    /// `worker.activities` are lists here and `Map`s by sid there.
    #[must_use]
    pub fn state(&self, now: u64) -> Value {
        let tasks: Vec<Value> = self.tasks.iter().map(|task| task.as_itask(now)).collect();
        let activities: Vec<Value> = self.activities.iter().map(Activity::as_json).collect();
        json!({
            "worker": {"tasks": tasks, "activity": self.activity.as_json(), "activities": activities},
            "view": {"activeView": self.view, "selectedTaskSid": self.selected},
        })
    }

    /// Lets something happen. `now` in milliseconds since 1970.
    pub fn handle(&mut self, input: Input, now: u64) -> Vec<Output> {
        if !self.connected && input.comes_from_the_cloud() {
            self.missed.push(input);
            return Vec::new();
        }
        match input {
            Input::Connection(connected) => self.connection(connected, now),
            Input::Offer {
                channel,
                attributes,
            } => self.offer(channel, attributes, now),
            Input::CustomerLeft { sid } => match self.task(&sid).map(|task| task.status) {
                Some(Status::Pending) => {
                    self.end(&sid, Some(Status::Canceled), TaskEvent::Canceled)
                }
                Some(Status::Accepted) => self.advance(&sid, Status::Wrapping, TaskEvent::Wrapup),
                _ => Vec::new(),
            },
            Input::Rescind { sid } if self.is(&sid, Status::Pending) => {
                self.end(&sid, None, TaskEvent::Rescinded)
            }
            Input::TimeUp(Timer::Reservation { sid }) if self.is(&sid, Status::Pending) => {
                self.end(&sid, None, TaskEvent::Timeout)
            }
            Input::Rescind { .. } | Input::TimeUp(Timer::Reservation { .. }) => Vec::new(),
            Input::TimeUp(Timer::Outbound) => self.call_out(now),
            Input::Invoke {
                id,
                action,
                payload,
            } => {
                let (mut outputs, result) = match self.invoke(&action, &payload) {
                    Ok(outputs) => (outputs, Ok(())),
                    Err(words) => (Vec::new(), Err(words)),
                };
                outputs.push(Output::Settled { id, result });
                outputs
            }
            Input::LogIn => self.log_in(),
            Input::OpenedElsewhere => {
                self.signed_in = false;
                vec![Output::Event(Event::SessionInvalidated)]
            }
        }
    }

    /// The connection is lost, or is back: then Flex finds what it has missed, and no event tells of that.
    fn connection(&mut self, connected: bool, now: u64) -> Vec<Output> {
        if self.connected == connected {
            return Vec::new();
        }
        self.connected = connected;
        for missed in std::mem::take(&mut self.missed) {
            let _ = self.handle(missed, now);
        }
        vec![Output::Event(Event::Connection(connected))]
    }

    fn is(&self, sid: &str, status: Status) -> bool {
        self.task(sid).is_some_and(|task| task.status == status)
    }

    fn offer(&mut self, channel: String, attributes: Value, now: u64) -> Vec<Output> {
        if !self.signed_in || !self.connected || !self.activity.available {
            return vec![Output::NotReserved];
        }
        let task = self.reserve(channel, attributes, now);
        vec![
            Output::Event(Event::Task(TaskEvent::Received, task.clone())),
            Output::Wait {
                timer: Timer::Reservation { sid: task.sid },
                millis: RESERVATION,
            },
        ]
    }

    /// The call that `StartOutboundCall` has placed: reserved, accepted by itself and selected.
    fn call_out(&mut self, now: u64) -> Vec<Output> {
        let Some(Outbound { attributes }) = self.outbound.take() else {
            return Vec::new();
        };
        let task = self.reserve("voice".into(), attributes, now);
        self.selected = Some(task.sid.clone());
        let sid = task.sid.clone();
        let mut outputs = vec![Output::Event(Event::Task(TaskEvent::Received, task))];
        outputs.extend(self.advance(&sid, Status::Accepted, TaskEvent::Accepted));
        outputs
    }

    fn reserve(&mut self, channel: String, attributes: Value, now: u64) -> Task {
        self.reservations = self.reservations.wrapping_add(1);
        let number = self.reservations;
        let task = Task {
            sid: format!("WR{number:032x}"),
            task_sid: format!("WT{number:032x}"),
            channel,
            status: Status::Pending,
            attributes,
            created_at: now,
            on_hold: false,
            muted: false,
            handed_on: false,
        };
        self.tasks.push(task.clone());
        task
    }

    /// Changes a task; `taskUpdated` comes first, then the event of the change, if it has one.
    fn change(
        &mut self,
        sid: &str,
        event: Option<TaskEvent>,
        change: impl FnOnce(&mut Task),
    ) -> Vec<Output> {
        let Some(task) = self.tasks.iter_mut().find(|task| task.sid == sid) else {
            return Vec::new();
        };
        change(task);
        [Some(TaskEvent::Updated), event]
            .into_iter()
            .flatten()
            .map(|event| Output::Event(Event::Task(event, task.clone())))
            .collect()
    }

    fn advance(&mut self, sid: &str, status: Status, event: TaskEvent) -> Vec<Output> {
        self.change(sid, Some(event), |task| task.status = status)
    }

    /// Ends a reservation: it leaves the worker, and the selection with it.
    fn end(&mut self, sid: &str, status: Option<Status>, event: TaskEvent) -> Vec<Output> {
        let outputs = self.change(sid, Some(event), |task| {
            task.status = status.unwrap_or(task.status);
        });
        self.tasks.retain(|task| task.sid != sid);
        if self.selected.as_deref() == Some(sid) {
            self.selected = None;
        }
        outputs
    }

    fn log_in(&mut self) -> Vec<Output> {
        self.signed_in = true;
        self.view = DESKTOP.into();
        self.selected = None;
        vec![Output::Event(Event::View(self.view.clone()))]
    }
}
