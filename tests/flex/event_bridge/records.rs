//! What TaskRouter keeps of a worker: reservations with their tasks, activities.

/// The worker.
pub const WORKER: &str = "WK00000000000000000000000000000001";

/// An activity of the workspace.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    pub sid: &'static str,
    pub name: &'static str,
    pub available: bool,
}

/// The activities of the workspace; a worker begins with the second.
pub const ACTIVITIES: [Activity; 3] = [
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
];

/// `reservation_status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Pending,
    Accepted,
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
            Self::Accepted => "assigned",
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
            Self::Accepted => "reservation.accepted",
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
        !matches!(self, Self::Pending | Self::Accepted | Self::Wrapping)
    }

    /// TaskRouter lets one follow the other.
    pub fn leads_to(self, next: Self) -> bool {
        match self {
            Self::Pending => !matches!(next, Self::Pending | Self::Wrapping | Self::Completed),
            Self::Accepted => matches!(next, Self::Wrapping | Self::Completed),
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
    /// It was made for a call of the worker's own.
    pub outbound: bool,
    /// In seconds since 1970.
    pub created: u64,
    pub version: u32,
}
