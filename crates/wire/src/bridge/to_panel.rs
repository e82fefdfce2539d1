//! The messages from the bridge script to the panel on the port.
//!
//! The script forwards chosen fields and judges nothing, with two exceptions that keep the messages small. It sends
//! only live tasks (status `pending`, `accepted`, `wrapping` or `paused`). And it cuts attributes: it sends a string of
//! at most 1,000 characters, a number or a boolean as it is, and a list or an object empty, except `customers` with its
//! `phone`. So the panel still sees that an attribute has a wrong type, and an attribute of a megabyte becomes a
//! kilobyte.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use store::state::Line;

/// A message from the bridge script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ToPanel {
    /// All that Flex has now. It is the first message on every port.
    Snapshot {
        /// The live tasks, the oldest first.
        tasks: Vec<TaskFields>,
        /// The sid of the selected reservation.
        selected: Option<String>,
        /// The name of the view that Flex shows.
        view: Option<String>,
        /// The worker's activity.
        activity: Option<ActivityFields>,
        /// The account's activities, in Flex's order. Empty until Flex has them.
        #[serde(default)]
        activities: Vec<ActivityFields>,
        /// Flex is connected to Twilio, so the rest is current.
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
        /// How it ended.
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
        /// The new activity.
        activity: ActivityFields,
    },
    /// The account's activities have changed.
    Activities {
        /// The new list.
        activities: Vec<ActivityFields>,
    },
    /// Flex has lost its connection to Twilio. When the connection is back, a snapshot follows.
    Reconnecting,
    /// The script can't work in this Flex. This is then the only message on its port.
    Unfit {
        /// What this Flex lacks, in the names of Flex's API.
        lacks: Vec<String>,
    },
    /// The agent has signed out of Flex.
    SignedOut,
    /// Flex has ended this session because of a newer one.
    SessionInvalidated,
    /// The page is being left or reloaded. It is the last message on a port.
    Leaving,
    /// The answer to a command.
    Reply {
        /// The command's number.
        request: u32,
        /// What went wrong, if anything did.
        error: Option<Failure>,
    },
    /// The script could not read a message of the panel.
    Error(Failure),
    /// A type that this version of the panel does not know.
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
    /// Its status.
    pub status: Status,
    /// `taskChannelUniqueName`.
    pub channel: String,
    /// `channelType`. Empty if Flex has none.
    #[serde(default)]
    pub channel_type: String,
    /// How long ago the task was made, in whole seconds. 0 if Flex has no such number.
    pub age: u64,
    /// The chosen attributes that the task has. `null` if its attributes are no object.
    pub attributes: Value,
    /// Whether the customer is on hold. `null` if the task has no hold.
    pub on_hold: Option<bool>,
    /// Whether the agent is muted. `null` if the task has no mute.
    pub muted: Option<bool>,
    /// `TaskHelper.isCallTask`: Flex treats the task as a phone call.
    #[serde(default)]
    pub call: Option<bool>,
    /// Whether the call in this browser is the task's call. Flex compares in the same way: the sid of its call
    /// (`phone.activeCall.parameters.CallSid`) and the sid of this worker's participant in the task's conference.
    #[serde(default)]
    pub line: Option<Line>,
    /// `conference.liveParticipantCount`. `null` if there is no conference.
    #[serde(default)]
    pub participants: Option<u32>,
    /// The task is routed to one worker (`routingTarget`).
    #[serde(default)]
    pub targeted: bool,
    /// Another worker transfers it to this one (`incomingTransferObject`).
    #[serde(default)]
    pub transfer: bool,
    /// The task's channel has the capability `Wrapup`.
    #[serde(default)]
    pub wrapup: Option<bool>,
    /// How many messages of its conversation are unread. `null` if there is no conversation.
    #[serde(default)]
    pub unread: Option<u32>,
    /// When the customer wrote the first message without an answer, in milliseconds since 1970.
    #[serde(default)]
    pub unanswered: Option<u64>,
    /// When its current stage began: the last change of its status (`dateUpdated`), or its hold. In milliseconds since
    /// 1970.
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
    /// Paused by the agent (e-mails). The agent still has it.
    Paused,
    /// In wrap-up.
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
    /// `taskCompleted` of a task that was transferred without a consultation (`outgoingTransferObject.mode` is `COLD`).
    Transferred,
}

/// An activity that the worker has or could have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityFields {
    /// Its sid. Empty if Flex has none; then it can't be chosen.
    #[serde(default)]
    pub sid: String,
    /// Its name.
    pub name: String,
    /// Tasks are routed to a worker with this activity.
    pub available: bool,
    /// It is the account's offline activity.
    pub offline: bool,
}

/// What went wrong on the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// `unknown-task`, `unknown-action`, `not-its-call`, `refused`; `unknown-type`, `malformed`.
    pub code: String,
    /// The words of Flex or of the script, cut to 500 characters.
    pub message: String,
}
