//! From the bridge script to the panel, as it looks on the port.
//!
//! The script forwards chosen fields and judges nothing, with two exceptions that keep the port light: only live
//! tasks are told (status `pending`, `accepted`, `wrapping` or `paused`), and of an attribute only what can be of
//! use crosses: a string cut to 1,000 characters, a number, a boolean; a list or an object crosses empty, except that
//! `customers` crosses with its `phone`. So an attribute of a wrong type is still seen to be one, and one of a megabyte
//! weighs a kilobyte.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::store::state::Line;

/// What the bridge script says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ToPanel {
    /// All that Flex has at this moment: the first message on every port.
    Snapshot {
        /// The live tasks, oldest first.
        tasks: Vec<TaskFields>,
        /// The sid of the selected reservation.
        selected: Option<String>,
        /// The name of the view that Flex shows.
        view: Option<String>,
        /// What the worker is doing.
        activity: Option<ActivityFields>,
        /// The account's activities, in Flex's order; none where Flex has not told them yet.
        #[serde(default)]
        activities: Vec<ActivityFields>,
        /// Flex is connected to Twilio: this is what there is now.
        #[serde(default = "yes")]
        connected: bool,
    },
    /// A live task is new, or one of its fields has changed.
    Task {
        /// The task.
        task: TaskFields,
    },
    /// A reservation has ended.
    TaskEnded {
        /// Its sid.
        sid: String,
        /// How.
        ending: Ending,
    },
    /// The selection has changed.
    Selected {
        /// The sid of the selected reservation.
        sid: Option<String>,
    },
    /// Flex shows another view.
    View {
        /// Its name.
        name: String,
    },
    /// The worker's activity has changed.
    Activity {
        /// What it is now.
        activity: ActivityFields,
    },
    /// The account's activities have changed.
    Activities {
        /// What they are now.
        activities: Vec<ActivityFields>,
    },
    /// Flex has lost its connection to Twilio. When it is back, a snapshot follows.
    Reconnecting,
    /// The script can't work in this Flex: the only message on its port.
    Unfit {
        /// What this Flex lacks, in the names of its API.
        lacks: Vec<String>,
    },
    /// The agent has signed out of Flex.
    SignedOut,
    /// Flex has ended this session in favour of a younger one.
    SessionInvalidated,
    /// The page is being left, or reloaded: the last message on a port.
    Leaving,
    /// The answer to a command.
    Reply {
        /// The command's number.
        request: u32,
        /// What went wrong, if anything.
        error: Option<Failure>,
    },
    /// The script could not read a message of the panel.
    Error(Failure),
    /// A type that this version does not know.
    #[serde(other)]
    Unknown,
}

fn yes() -> bool {
    true
}

/// A live task: chosen fields of Flex's `ITask`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskFields {
    /// The reservation's sid.
    pub sid: String,
    /// Where in its life it is.
    pub status: Status,
    /// `taskChannelUniqueName`.
    pub channel: String,
    /// `channelType`; empty where Flex tells none.
    #[serde(default)]
    pub channel_type: String,
    /// How long ago the task was made, in whole seconds; 0 where Flex tells no such number.
    pub age: u64,
    /// The chosen attributes that are there; `null` where the task's attributes are no object.
    pub attributes: Value,
    /// The customer is on hold; `null` where Flex has no such thing.
    pub on_hold: Option<bool>,
    /// The agent is muted; `null` where Flex has no such thing.
    pub muted: Option<bool>,
    /// `TaskHelper.isCallTask`: Flex takes it for a phone call.
    #[serde(default)]
    pub call: Option<bool>,
    /// Whose call this browser has, seen from this task. Flex compares in the same way: the sid of its call
    /// (`phone.activeCall.parameters.CallSid`) and that of this worker's participant in the task's conference.
    #[serde(default)]
    pub line: Option<Line>,
    /// `conference.liveParticipantCount`; `null` where there is no conference.
    #[serde(default)]
    pub participants: Option<u32>,
    /// It is routed to one worker (`routingTarget`).
    #[serde(default)]
    pub targeted: bool,
    /// Another worker hands it to this one (`incomingTransferObject`).
    #[serde(default)]
    pub transfer: bool,
    /// The task's channel has the capability `Wrapup`.
    #[serde(default)]
    pub wrapup: Option<bool>,
    /// How many messages of its conversation the agent has not read; `null` where there is no conversation.
    #[serde(default)]
    pub unread: Option<u32>,
    /// When the customer wrote the first message that nobody has answered, in milliseconds since 1970.
    #[serde(default)]
    pub unanswered: Option<u64>,
    /// When its stage began: its last change of status (`dateUpdated`), or its hold; in milliseconds since 1970.
    #[serde(default)]
    pub since: Option<u64>,
}

/// The live statuses of `ITask`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Reserved for the agent.
    Pending,
    /// Accepted.
    Accepted,
    /// Put aside by the agent (e-mails), and still the agent's.
    Paused,
    /// Being wrapped up.
    Wrapping,
}

/// How a reservation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ending {
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
    /// `taskCompleted` of a task that was handed to somebody else without a consultation
    /// (`outgoingTransferObject.mode` is `COLD`).
    Transferred,
}

/// An activity: what the worker is doing, or could.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityFields {
    /// Its sid; empty where Flex tells none: it can't be chosen then.
    #[serde(default)]
    pub sid: String,
    /// Its name.
    pub name: String,
    /// Tasks are routed to the worker.
    pub available: bool,
    /// It is the account's offline activity.
    pub offline: bool,
}

/// What went wrong on the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// `unknown-task`, `unknown-action`, `not-its-call`, `refused`; `unknown-type`, `malformed`.
    pub code: String,
    /// Words of Flex or of the script, cut to 500 characters.
    pub message: String,
}
