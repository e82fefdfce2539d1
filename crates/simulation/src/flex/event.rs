//! The inputs and outputs of the simulated Flex.

use serde_json::{Value, json};

use super::task::{Activity, Route, Task};

/// Something that can happen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// Twilio's cloud reserves a task for the agent, if the agent is available.
    Offer {
        /// `taskChannelUniqueName`: `voice`, `chat`, `sms` …
        channel: String,
        /// The task's attributes, as a flow has written them. Usually an object.
        attributes: Value,
        /// How the task reaches the agent.
        route: Route,
    },
    /// The customer answers an outgoing call that rings.
    CustomerAnswers {
        /// The reservation.
        sid: String,
    },
    /// The customer hangs up, gives up, does not answer a call, or leaves the chat.
    CustomerLeft {
        /// The reservation.
        sid: String,
    },
    /// The customer writes a message.
    CustomerWrites {
        /// The reservation.
        sid: String,
    },
    /// The agent answers the customer's message.
    AgentWrites {
        /// The reservation.
        sid: String,
    },
    /// Other people join a call or leave it.
    OthersOnLine {
        /// The reservation.
        sid: String,
        /// How many people there are besides the agent and the customer.
        count: u8,
    },
    /// TaskRouter pauses an accepted task, or resumes it.
    Paused {
        /// The reservation.
        sid: String,
        /// True to pause, false to resume.
        paused: bool,
    },
    /// A supervisor or a plugin sets the worker's activity.
    ActivitySet {
        /// The activity.
        sid: String,
    },
    /// The cloud rescinds a waiting reservation.
    Rescind {
        /// The reservation.
        sid: String,
    },
    /// An action is invoked, by a plugin or by the agent in the Flex UI.
    Invoke {
        /// The id that [`Output::Settled`] repeats.
        id: u32,
        /// The action's name.
        action: String,
        /// Its payload.
        payload: Value,
    },
    /// Flex loses its connection to Twilio (false), or gets it back (true).
    Connection(bool),
    /// The agent logs in. The page and its plugins load anew.
    LogIn,
    /// The same worker has opened Flex in another place.
    OpenedElsewhere,
    /// A timer has run out. If it no longer matters, nothing happens.
    TimeUp(Timer),
}

/// What Flex puts out, in order. After all outputs, the subscribers of the store are called, as after a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// `manager.events` emits an event.
    Event(Event),
    /// An `after…` listener is called: `afterLogout`.
    After(&'static str),
    /// The promise of an action settles. An error carries its message.
    Settled {
        /// The id of the invocation.
        id: u32,
        /// Its result.
        result: Result<(), String>,
    },
    /// A timer starts. It ends with [`Input::TimeUp`].
    Wait {
        /// The timer.
        timer: Timer,
        /// Its time in milliseconds.
        millis: u32,
    },
    /// The call in this browser gets these digits, whichever call it is.
    Digits {
        /// The call's sid.
        call: String,
        /// The digits.
        digits: String,
    },
    /// No reservation is made, because the agent is not available. The offer can be made again.
    NotReserved,
}

/// The timers of Flex.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// The time of a reservation is up.
    Reservation {
        /// The reservation.
        sid: String,
    },
    /// The outbound call that was started gets its reservation.
    Outbound,
    /// The agent's side of an outbound call comes up.
    Leg {
        /// The reservation.
        sid: String,
    },
    /// Flex learns of the conference of a call.
    Conference {
        /// The reservation.
        sid: String,
    },
}

/// An event of `manager.events`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// An event of a task, with the task as it is then.
    Task(TaskEvent, Task),
    /// `workerActivityUpdated`.
    Activity(Activity),
    /// `selectedViewChanged`.
    View(String),
    /// `connectionStateChanged`.
    Connection(bool),
    /// `sessionInvalidated`.
    SessionInvalidated,
}

impl Input {
    /// Whether the input happens at Twilio. Without a connection, Flex does not hear of it. (An offer is repeated.)
    pub(super) fn comes_from_the_cloud(&self) -> bool {
        !matches!(
            self,
            Self::Offer { .. }
                | Self::Invoke { .. }
                | Self::Connection(_)
                | Self::LogIn
                | Self::OpenedElsewhere
        )
    }
}

impl Event {
    /// Its name in `manager.events`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Task(event, _) => event.name(),
            Self::Activity(_) => "workerActivityUpdated",
            Self::View(_) => "selectedViewChanged",
            Self::Connection(_) => "connectionStateChanged",
            Self::SessionInvalidated => "sessionInvalidated",
        }
    }

    /// The first argument of the event's listeners. `now` is in milliseconds since 1970.
    #[must_use]
    pub fn argument(&self, now: u64) -> Value {
        match self {
            Self::Task(_, task) => task.as_itask(now),
            Self::Activity(activity) => activity.as_json(),
            Self::View(name) => json!(name),
            Self::Connection(connected) => {
                json!(if *connected {
                    "connected"
                } else {
                    "notConnected"
                })
            }
            Self::SessionInvalidated => Value::Null,
        }
    }
}

/// The events of a task. `Updated` comes first at every change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskEvent {
    /// `taskReceived`.
    Received,
    /// `taskUpdated`.
    Updated,
    /// `taskAccepted`.
    Accepted,
    /// `taskWrapup`.
    Wrapup,
    /// `taskCompleted`.
    Completed,
    /// `taskRejected`.
    Rejected,
    /// `taskTimeout`.
    Timeout,
    /// `taskCanceled`.
    Canceled,
    /// `taskRescinded`.
    Rescinded,
}

impl TaskEvent {
    /// Its name in `manager.events`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Received => "taskReceived",
            Self::Updated => "taskUpdated",
            Self::Accepted => "taskAccepted",
            Self::Wrapup => "taskWrapup",
            Self::Completed => "taskCompleted",
            Self::Rejected => "taskRejected",
            Self::Timeout => "taskTimeout",
            Self::Canceled => "taskCanceled",
            Self::Rescinded => "taskRescinded",
        }
    }
}
