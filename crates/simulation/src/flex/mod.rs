//! The simulated Flex as a pure state machine: reservations, selection, views, activities and the Actions framework
//! with its real quirks. An [`Input`] goes into [`Flex::handle`], with the time, and [`Output`]s come out.
//!
//! [`task`] is what a plugin sees of a reservation, [`event`] has the inputs and outputs, `actions` says what each
//! action does, `calls` handles the browser's call and outgoing calls, and `messages` handles conversations. This file
//! has the rest: the cloud, the customers and the timers.

mod actions;
mod calls;
pub mod event;
mod messages;
pub mod task;

use serde_json::{Map, Value, json};

pub use event::{Event, Input, Output, TaskEvent, Timer};
pub use task::{Activity, Route, Status, Task};

/// How long a reservation waits for the agent, in milliseconds.
pub const RESERVATION: u32 = 120_000;
/// From `StartOutboundCall` to the reservation of the call, in milliseconds.
pub const OUTBOUND: u32 = 600;
/// From the reservation of an outbound call to the agent's side of the call, in milliseconds.
pub const LEG: u32 = 500;
/// From the acceptance of a call until Flex knows its conference, in milliseconds.
pub const CONFERENCE: u32 = 400;
/// The view that shows tasks. It is the first view after log-in.
pub const DESKTOP: &str = "agent-desktop";
/// The sid of the account's offline activity (`taskrouter_offline_activity_sid`).
pub const OFFLINE: &str = "WA00000000000000000000000000000000";

/// Flex, with one worker in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flex {
    /// The agent is logged in, and this is the worker's only session.
    pub signed_in: bool,
    /// `flex.view.activeView`.
    pub view: String,
    /// `flex.view.selectedTaskSid`. It may name a task that does not exist.
    pub selected: Option<String>,
    /// The account's activities.
    pub activities: Vec<Activity>,
    /// The worker's activity.
    pub activity: Activity,
    /// Flex is connected to Twilio. While it is not, Flex misses what happens there. It catches up when the connection
    /// is back, without events.
    pub connected: bool,
    /// `flex.phone.activeCall`: the sid of the call in this browser. There is at most one.
    pub active_call: Option<String>,
    /// Calls come to a desk phone (`contact_uri`), so none is ever in the browser.
    pub desk_phone: bool,
    /// A plugin has registered a channel for callbacks and voicemails. Without it, Flex treats them as calls.
    pub callbacks_registered: bool,
    /// Trouble: the next `StartOutboundCall` resolves but places no call.
    pub next_call_fails: bool,
    /// Trouble: TaskRouter refuses every change of activity.
    pub activity_refused: bool,
    /// Trouble: `SetActivity` resolves but changes nothing, as when a plugin has replaced it.
    pub activity_swallowed: bool,
    /// Trouble: a plugin cancels every `SetActivity` before it runs.
    pub activity_held_back: bool,
    tasks: Vec<Task>,
    /// What has happened while there was no connection.
    missed: Vec<Input>,
    outbound: Option<Outbound>,
    reservations: u32,
    /// The current time, in milliseconds since 1970.
    now: u64,
}

/// A call that has been started and has no reservation yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Outbound {
    attributes: Value,
}

impl Default for Flex {
    /// A worker who is logged in and available, without a task.
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
            active_call: None,
            desk_phone: false,
            callbacks_registered: false,
            next_call_fails: false,
            activity_refused: false,
            activity_swallowed: false,
            activity_held_back: false,
            tasks: Vec::new(),
            missed: Vec::new(),
            outbound: None,
            reservations: 0,
            now: 0,
        }
    }
}

impl Flex {
    /// Flex as it loads for a worker who already has these reservations. `made` is how many have been made before.
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

    /// The worker's reservations in order of arrival. A reservation that has ended is removed.
    #[must_use]
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// The reservation with this sid.
    #[must_use]
    pub fn task(&self, sid: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.sid == sid)
    }

    /// The state as `manager.store.getState().flex` has it, except that `worker.tasks` and `worker.activities` are
    /// lists here and `Map`s by sid there.
    #[must_use]
    pub fn state(&self, now: u64) -> Value {
        let tasks: Vec<Value> = self.tasks.iter().map(|task| task.as_itask(now)).collect();
        let activities: Vec<Value> = self.activities.iter().map(Activity::as_json).collect();
        let conversations: Map<String, Value> = self
            .tasks
            .iter()
            .filter_map(|task| Some((task.conversation_sid()?.to_owned(), task.conversation()?)))
            .collect();
        let call = |sid| json!({"parameters": {"CallSid": sid}});
        json!({
            "worker": {"tasks": tasks, "activity": self.activity.as_json(), "activities": activities},
            "view": {"activeView": self.view, "selectedTaskSid": self.selected},
            "phone": {"activeCall": self.active_call.as_ref().map(call)},
            "chat": {"conversations": conversations},
        })
    }

    /// Handles an input. `now` is in milliseconds since 1970.
    pub fn handle(&mut self, input: Input, now: u64) -> Vec<Output> {
        self.now = now;
        if !self.connected && input.comes_from_the_cloud() {
            self.missed.push(input);
            return Vec::new();
        }
        match input {
            Input::Connection(connected) => self.connection(connected, now),
            Input::Offer {
                channel,
                attributes,
                route,
            } => self.offer(channel, attributes, route, now),
            Input::CustomerAnswers { sid } => self.customer_answers(&sid),
            Input::CustomerLeft { sid } => self.customer_left(&sid),
            Input::CustomerWrites { sid } => self.customer_writes(&sid, now),
            Input::AgentWrites { sid } => {
                self.alter(&sid, |task| task.waits_since = None);
                Vec::new()
            }
            Input::OthersOnLine { sid, count } => {
                self.alter(&sid, |task| task.others = count);
                Vec::new()
            }
            Input::Paused { sid, paused } => self.pause(&sid, paused),
            Input::ActivitySet { sid } => self.become_active(|one| one.sid == sid),
            Input::Rescind { sid } if self.is(&sid, Status::Pending) => {
                self.end(&sid, None, TaskEvent::Rescinded)
            }
            Input::TimeUp(Timer::Reservation { sid }) if self.is(&sid, Status::Pending) => {
                self.end(&sid, None, TaskEvent::Timeout)
            }
            Input::Rescind { .. } | Input::TimeUp(Timer::Reservation { .. }) => Vec::new(),
            Input::TimeUp(Timer::Outbound) => self.call_out(now),
            Input::TimeUp(Timer::Leg { sid }) => self.leg_is_up(&sid),
            Input::TimeUp(Timer::Conference { sid }) => {
                self.alter(&sid, |task| {
                    task.has_conference = task.status == Status::Accepted
                });
                Vec::new()
            }
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

    fn pause(&mut self, sid: &str, paused: bool) -> Vec<Output> {
        let (from, to) = if paused {
            (Status::Accepted, Status::Paused)
        } else {
            (Status::Paused, Status::Accepted)
        };
        if self.is(sid, from) {
            self.change(sid, None, |task| task.status = to)
        } else {
            Vec::new()
        }
    }

    /// The connection is lost or comes back. When it comes back, Flex catches up on what it has missed, without events.
    fn connection(&mut self, connected: bool, now: u64) -> Vec<Output> {
        if self.connected == connected {
            return Vec::new();
        }
        self.connected = connected;
        let mut outputs = Vec::new();
        for missed in std::mem::take(&mut self.missed) {
            outputs.extend(self.handle(missed, now));
        }
        outputs.retain(|output| matches!(output, Output::Wait { .. }));
        outputs.push(Output::Event(Event::Connection(connected)));
        outputs
    }

    fn is(&self, sid: &str, status: Status) -> bool {
        self.task(sid).is_some_and(|task| task.status == status)
    }

    fn offer(&mut self, channel: String, attributes: Value, route: Route, now: u64) -> Vec<Output> {
        if !self.signed_in || !self.connected || !self.activity.available {
            return vec![Output::NotReserved];
        }
        self.reserve(channel, attributes, route, now)
    }

    /// Makes a reservation. If the task was made for this agent, Flex accepts and selects it by itself.
    fn reserve(
        &mut self,
        channel: String,
        attributes: Value,
        route: Route,
        now: u64,
    ) -> Vec<Output> {
        self.reservations = self.reservations.wrapping_add(1);
        let task = Task::reserved(self.reservations, channel, attributes, route, now);
        let sid = task.sid.clone();
        let (rings, own) = (self.rings(&task), task.is_message_of_the_agents_own());
        self.tasks.push(task.clone());
        let mut outputs = vec![Output::Event(Event::Task(TaskEvent::Received, task))];
        if rings || own {
            self.selected = Some(sid.clone());
        }
        outputs.extend(match (rings, own) {
            (true, _) => vec![Output::Wait {
                timer: Timer::Leg { sid },
                millis: LEG,
            }],
            (false, true) => self.advance(&sid, Status::Accepted, TaskEvent::Accepted),
            (false, false) => vec![Output::Wait {
                timer: Timer::Reservation { sid },
                millis: RESERVATION,
            }],
        });
        outputs
    }

    /// Changes a task in the store without an event.
    fn alter(&mut self, sid: &str, change: impl FnOnce(&mut Task)) {
        let task = self.tasks.iter_mut().find(|task| task.sid == sid);
        if let Some(task) = task {
            change(task);
        }
    }

    /// Changes a task. `taskUpdated` comes first, then the event of the change, if it has one.
    fn change(
        &mut self,
        sid: &str,
        event: Option<TaskEvent>,
        change: impl FnOnce(&mut Task),
    ) -> Vec<Output> {
        let Some(task) = self.tasks.iter_mut().find(|task| task.sid == sid) else {
            return Vec::new();
        };
        let status = task.status;
        change(task);
        if task.status != status {
            task.updated_at = self.now;
        }
        [Some(TaskEvent::Updated), event]
            .into_iter()
            .flatten()
            .map(|event| Output::Event(Event::Task(event, task.clone())))
            .collect()
    }

    fn advance(&mut self, sid: &str, status: Status, event: TaskEvent) -> Vec<Output> {
        self.change(sid, Some(event), |task| task.status = status)
    }

    /// Ends a reservation: it leaves the worker, and is no longer selected.
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

    /// The page is reloaded, and has no call.
    fn log_in(&mut self) -> Vec<Output> {
        self.signed_in = true;
        self.active_call = None;
        self.view = DESKTOP.into();
        self.selected = None;
        vec![Output::Event(Event::View(self.view.clone()))]
    }
}
