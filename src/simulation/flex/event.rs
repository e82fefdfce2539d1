//! What can happen to the simulated Flex, and what comes of it.

use serde_json::{Value, json};

use super::task::{Activity, Route, Task};

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// Twilio's cloud reserves a task for the agent, if the agent is available.
    Offer {
        /// `taskChannelUniqueName`: `voice`, `chat`, `sms` …
        channel: String,
        /// The task's attributes, as a flow has written them; usually an object.
        attributes: Value,
        /// How it comes to the agent.
        route: Route,
    },
    /// The customer answers a call of the agent's own, which has been ringing.
    CustomerAnswers {
        /// The reservation.
        sid: String,
    },
    /// The customer gives up, hangs up, does not answer a call or leaves the chat.
    CustomerLeft {
        /// The reservation.
        sid: String,
    },
    /// The customer writes.
    CustomerWrites {
        /// The reservation.
        sid: String,
    },
    /// The agent answers what the customer has written.
    AgentWrites {
        /// The reservation.
        sid: String,
    },
    /// Others join a call, or leave it.
    OthersOnLine {
        /// The reservation.
        sid: String,
        /// How many there are besides the agent and the customer.
        count: u8,
    },
    /// TaskRouter puts an accepted task aside (true), or lets it go on.
    Paused {
        /// The reservation.
        sid: String,
        /// Which of the two.
        paused: bool,
    },
    /// Somebody else sets the worker's activity: a supervisor, a plugin.
    ActivitySet {
        /// The activity.
        sid: String,
    },
    /// The cloud takes a waiting reservation back.
    Rescind {
        /// The reservation.
        sid: String,
    },
    /// An action is invoked: by a plugin, or by the agent's hand in the Flex UI, which goes the same way.
    Invoke {
        /// [`Output::Settled`] carries the same.
        id: u32,
        /// The action's name.
        action: String,
        /// Its payload.
        payload: Value,
    },
    /// Flex loses its connection to Twilio (false), or has it again.
    Connection(bool),
    /// The agent logs in; the page and its plugins load anew.
    LogIn,
    /// The same worker has opened Flex elsewhere.
    OpenedElsewhere,
    /// A timer has run out. One that is no longer of interest rings in vain.
    TimeUp(Timer),
}

/// What comes of it, in order. After all of them the store's subscribers are told, as after a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// `manager.events` emits.
    Event(Event),
    /// An `after…` listener is called: `afterLogout`.
    After(&'static str),
    /// An action's promise settles; an error carries its message.
    Settled {
        /// The invocation's.
        id: u32,
        /// How.
        result: Result<(), String>,
    },
    /// Ring with [`Input::TimeUp`] after this time.
    Wait {
        /// Which.
        timer: Timer,
        /// In milliseconds.
        millis: u32,
    },
    /// The call in this browser gets these keys, whichever call it is.
    Digits {
        /// The call's sid.
        call: String,
        /// The keys.
        digits: String,
    },
    /// No reservation is made: the agent is not available. The offer can be made again.
    NotReserved,
}

/// The clocks of Flex.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// A reservation has had its time.
    Reservation {
        /// Which.
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

/// What `manager.events` tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// Of a task, as it is at that moment.
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
    /// It happens at Twilio: without a connection, Flex does not hear of it. (An offer is made again.)
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

    /// The first argument of its listeners. `now` in milliseconds since 1970.
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
