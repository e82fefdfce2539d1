//! What TaskRouter keeps of a worker: reservations with their tasks, activities.

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

/// The activities of the workspace; a worker begins with the second. The last is one that TaskRouter itself sets.
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

/// How a task comes to the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Out of a queue.
    Queue,
    /// It was made for this worker: `routing_target`.
    Target,
    /// A colleague hands it to this worker: `routing_target` and `task_transfer`.
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
    /// As TaskRouter spells it.
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

    /// `assignment_status`: the same moment seen from the task, which waits again where the worker did not take it.
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

    /// The event that tells of it.
    pub fn event(self) -> &'static str {
        match self {
            Self::Pending => "reservation.created",
            // The SDK knows no event of its own for a pause.
            Self::Accepted | Self::Paused => "reservation.accepted",
            Self::Wrapping => "reservation.wrapup",
            Self::Completed => "reservation.completed",
            Self::Rejected => "reservation.rejected",
            Self::Timeout => "reservation.timeout",
            Self::Canceled => "reservation.canceled",
            Self::Rescinded => "reservation.rescinded",
        }
    }

    /// The worker has it no longer.
    pub fn is_over(self) -> bool {
        !matches!(
            self,
            Self::Pending | Self::Accepted | Self::Paused | Self::Wrapping
        )
    }

    /// TaskRouter lets one follow the other.
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
    /// A text, of JSON if the flow has made no mistake.
    pub attributes: String,
    pub status: Status,
    pub route: Route,
    /// It is a call of the worker's own that has been placed, and rings at the customer.
    pub rings: bool,
    /// In seconds since 1970.
    pub created: u64,
    pub version: u32,
}

impl Reservation {
    /// The sid of the worker's call, if it is one.
    pub fn call_sid(&self) -> String {
        call_sid(&self.sid)
    }

    /// `TaskHelper.isInitialOutboundAttemptTask`, for a channel of its own that nobody has registered.
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
