//! What TaskRouter keeps of a worker: reservations with their tasks, and activities.

use serde_json::Value;

/// The worker.
pub const WORKER: &str = "WK00000000000000000000000000000001";

/// An activity of the workspace.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    pub sid: &'static str,
    pub name: &'static str,
    pub available: bool,
}

/// The activities of the workspace. A worker starts with the second one. Only TaskRouter itself sets the last one.
pub const ACTIVITIES: [Activity; 4] = [
    Activity {
        sid: "WA00000000000000000000000000000000",
        name: "Offline",
        available: false,
    },
    Activity {
        sid: "WA00000000000000000000000000000001",
        name: "Available",
        available: true,
    },
    Activity {
        sid: "WA00000000000000000000000000000002",
        name: "Break",
        available: false,
    },
    Activity {
        sid: "WA00000000000000000000000000000003",
        name: "Reserved",
        available: false,
    },
];

/// How a task reaches the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// From a queue.
    Queue,
    /// The task was made for this worker: `routing_target`.
    Target,
    /// A colleague transfers it to this worker: `routing_target` and `task_transfer`.
    Transfer,
}

/// `reservation_status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Pending,
    Accepted,
    Paused,
    Wrapping,
    Completed,
    Rejected,
    Timeout,
    Canceled,
    Rescinded,
}

impl Status {
    /// The name that TaskRouter uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Paused => "paused",
            Self::Wrapping => "wrapping",
            Self::Completed => "completed",
            Self::Rejected => "rejected",
            Self::Timeout => "timeout",
            Self::Canceled => "canceled",
            Self::Rescinded => "rescinded",
        }
    }

    /// `assignment_status`: the status of the task at the same moment. The task waits again if the worker did not take
    /// it.
    pub fn of_task(self) -> &'static str {
        match self {
            Self::Pending => "reserved",
            Self::Accepted | Self::Paused => "assigned",
            Self::Wrapping => "wrapping",
            Self::Completed => "completed",
            Self::Canceled => "canceled",
            Self::Rejected | Self::Timeout | Self::Rescinded => "pending",
        }
    }

    /// The event of this status.
    pub fn event(self) -> &'static str {
        match self {
            Self::Pending => "reservation.created",
            // The SDK has no event for a pause.
            Self::Accepted | Self::Paused => "reservation.accepted",
            Self::Wrapping => "reservation.wrapup",
            Self::Completed => "reservation.completed",
            Self::Rejected => "reservation.rejected",
            Self::Timeout => "reservation.timeout",
            Self::Canceled => "reservation.canceled",
            Self::Rescinded => "reservation.rescinded",
        }
    }

    /// Whether the worker no longer has it.
    pub fn is_over(self) -> bool {
        !matches!(
            self,
            Self::Pending | Self::Accepted | Self::Paused | Self::Wrapping
        )
    }

    /// Whether TaskRouter allows this change.
    pub fn leads_to(self, next: Self) -> bool {
        match self {
            Self::Pending => !matches!(
                next,
                Self::Pending | Self::Paused | Self::Wrapping | Self::Completed
            ),
            Self::Accepted => matches!(next, Self::Paused | Self::Wrapping | Self::Completed),
            Self::Paused => matches!(next, Self::Accepted | Self::Wrapping | Self::Completed),
            Self::Wrapping => next == Self::Completed,
            _ => false,
        }
    }
}

/// A reservation with its task.
#[derive(Clone, Debug)]
pub struct Reservation {
    pub sid: String,
    pub task_sid: String,
    pub channel: String,
    /// A text. It is JSON, unless the flow has made a mistake.
    pub attributes: String,
    pub status: Status,
    pub route: Route,
    /// It is an outgoing call that was placed and rings at the customer.
    pub rings: bool,
    /// In seconds since 1970.
    pub created: u64,
    pub version: u32,
}

impl Reservation {
    /// The sid of the worker's call, if the task is a call.
    pub fn call_sid(&self) -> String {
        call_sid(&self.sid)
    }

    /// `TaskHelper.isInitialOutboundAttemptTask`, for a task on the channel for calls.
    pub fn is_own_call(&self) -> bool {
        let attributes: Value = serde_json::from_str(&self.attributes).unwrap_or_default();
        self.channel == "voice"
            && self.route == Route::Target
            && self.status == Status::Pending
            && attributes["direction"] == "outbound"
    }
}

/// The sid of the worker's call in the conference of this reservation.
pub fn call_sid(reservation: &str) -> String {
    format!("CA{}", reservation.get(2..).unwrap_or_default())
}
