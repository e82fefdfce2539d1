//! A task as the panel knows it: a Flex reservation, and what is under way for it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::ids::{Millis, Record, RequestId, ReservationSid};
use super::problem::Problem;

/// A Flex reservation. It is in the list while it is live: pending, accepted or wrapping.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// Its key.
    pub sid: ReservationSid,
    /// Where in its life it is.
    pub status: TaskStatus,
    /// Who began it.
    pub direction: Direction,
    /// By which channel.
    pub channel: Channel,
    /// The customer's name as the task's attributes give it; empty if they give none.
    pub customer: Rc<str>,
    /// The number of the Case (`ticketNumber`).
    pub case_number: Option<Rc<str>>,
    /// What it is about: the Case, else the Contact, else nothing.
    pub record: Option<Record>,
    /// Attributes that could not be used.
    pub malformed: Option<Problem>,
    /// What Flex or Dynamics refused to do for it, until the next try.
    pub refused: Option<Problem>,
    /// When the task was made: the moment its snapshot came, less its `age`.
    pub began: Millis,
    /// On hold; `None` where Flex has no such thing.
    pub on_hold: Option<bool>,
    /// Muted; `None` where Flex has no such thing.
    pub muted: Option<bool>,
    /// Its record has come up and the agent has not looked at the task since.
    pub ready: bool,
}

/// The life of a reservation, as long as it is live (ITask `status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TaskStatus {
    /// Reserved for the agent, who has not answered.
    Pending,
    /// Accepted: the agent and the customer talk.
    Accepted,
    /// The conversation is over, the agent wraps up.
    Wrapping,
}

/// How a reservation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// Ended and wrapped up.
    Completed,
    /// The agent declined.
    Rejected,
    /// The agent did not answer in time.
    TimedOut,
    /// The customer gave up.
    Canceled,
    /// Taken back; somebody else accepted it.
    Rescinded,
    /// Handed to somebody else.
    Transferred,
}

/// Who began the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// The customer.
    Inbound,
    /// The agent.
    Outbound,
}

/// By which channel (`taskChannelUniqueName`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Channel {
    /// A phone call.
    Voice,
    /// A web chat.
    Chat,
    /// A text message.
    Sms,
    /// Any other; Flex's own name for it.
    Other(Rc<str>),
}

/// A `SelectTask` of ours that Flex has not answered. Until it has, what Flex says of its selection is noted and
/// not acted upon: an older click must not undo a younger one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Selecting {
    /// The command.
    pub request: RequestId,
    /// What it selects.
    pub sid: ReservationSid,
    /// Where Flex ends up, its tab is shown; not when the agent's own move in Dynamics has caused this (R4).
    pub shows: bool,
    /// Flex has told this selection: whatever it tells after that is the agent's.
    pub echoed: bool,
    /// A task that has come by itself is selected in our list since: when Flex answers it is asked for that one.
    pub overtaken: bool,
}

/// A command for a task, on its way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskCommand {
    /// For which task.
    pub sid: ReservationSid,
    /// Which action.
    pub action: &'static str,
}
