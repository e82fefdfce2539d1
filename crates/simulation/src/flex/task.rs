//! Tasks and activities as Flex shows them to a plugin.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// The sid of the one worker.
const WORKER: &str = "WK00000000000000000000000000000001";

/// A reservation in Flex.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// The reservation's sid.
    pub sid: String,
    /// The task's own sid.
    pub task_sid: String,
    /// `taskChannelUniqueName`.
    pub channel: String,
    /// Its status.
    pub status: Status,
    /// Its attributes.
    pub attributes: Value,
    /// When it was made, in milliseconds since 1970.
    pub created_at: u64,
    /// When its status changed last, in milliseconds since 1970.
    pub updated_at: u64,
    /// How the task reached this worker.
    pub route: Route,
    /// The customer is on hold (calls).
    pub on_hold: bool,
    /// The agent is muted (calls).
    pub muted: bool,
    /// The task was transferred without a consultation.
    pub handed_on: bool,
    /// Flex knows the conference of the call. It learns of it a moment after the call was accepted.
    pub has_conference: bool,
    /// How many people are on the line besides the agent and the customer.
    pub others: u8,
    /// How many messages of the customer the agent has not seen.
    pub unread: u32,
    /// When the customer wrote the first message without an answer, in milliseconds since 1970.
    pub waits_since: Option<u64>,
}

/// How a task reaches a worker.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Route {
    /// From a queue.
    #[default]
    Queue,
    /// The task was made for this worker: `routingTarget`.
    Target,
    /// A colleague transfers it to this worker: `routingTarget` and `incomingTransferObject`.
    Transfer,
}

/// The `status` of an `ITask`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Reserved.
    Pending,
    /// Accepted.
    Accepted,
    /// TaskRouter has paused it. The worker still has it.
    Paused,
    /// In wrap-up.
    Wrapping,
    /// Wrapped up and completed.
    Completed,
    /// The customer has given up.
    Canceled,
}

impl Status {
    /// The name that `ITask` uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Paused => "paused",
            Self::Wrapping => "wrapping",
            Self::Completed => "completed",
            Self::Canceled => "canceled",
        }
    }

    /// `taskStatus`: the status of the task at the same moment.
    fn of_task(self) -> &'static str {
        match self {
            Self::Pending => "reserved",
            Self::Accepted | Self::Paused => "assigned",
            other => other.name(),
        }
    }
}

impl Task {
    /// A new reservation with this number. `now` is in milliseconds since 1970.
    #[must_use]
    pub fn reserved(
        number: u32,
        channel: String,
        attributes: Value,
        route: Route,
        now: u64,
    ) -> Self {
        Self {
            sid: format!("WR{number:032x}"),
            task_sid: format!("WT{number:032x}"),
            channel,
            status: Status::Pending,
            attributes,
            created_at: now,
            updated_at: now,
            route,
            on_hold: false,
            muted: false,
            handed_on: false,
            has_conference: false,
            others: 0,
            unread: 0,
            waits_since: None,
        }
    }

    /// Whether people talk on the phone. Callbacks and voicemails use the channel for calls as well.
    #[must_use]
    pub fn is_call(&self) -> bool {
        self.is_on_voice() && self.text("taskType").is_none()
    }

    pub(super) fn is_on_voice(&self) -> bool {
        self.channel == "voice"
    }

    /// The sid of the agent's call in the conference.
    #[must_use]
    pub fn call_sid(&self) -> String {
        call_sid(&self.sid)
    }

    /// `TaskHelper.getTaskConversationSid`.
    #[must_use]
    pub fn conversation_sid(&self) -> Option<&str> {
        ["conversationSid", "channelSid"]
            .into_iter()
            .find_map(|name| self.text(name))
    }

    /// The conversation as `flex.chat.conversations` has it. Moments are numbers here and `Date`s there. Flex loads a
    /// conversation when its task is accepted.
    #[must_use]
    pub fn conversation(&self) -> Option<Value> {
        self.conversation_sid()?;
        if !matches!(self.status, Status::Accepted | Status::Wrapping) {
            return None;
        }
        let message = |index: u32, mine: bool, at: u64| json!({"index": index, "isFromMe": mine, "source": {"index": index, "dateCreated": at}});
        let mut messages = vec![message(0, true, self.created_at)];
        messages.extend(self.waits_since.map(|since| message(1, false, since)));
        let unread: Vec<Value> = (1..=self.unread)
            .map(|index| message(index, false, self.waits_since.unwrap_or(self.created_at)))
            .collect();
        Some(json!({"messages": messages, "unreadMessages": unread}))
    }

    pub(super) fn is_outbound(&self) -> bool {
        self.text("direction") == Some("outbound")
    }

    pub(super) fn channel_type(&self) -> &str {
        self.text("channelType").unwrap_or(&self.channel)
    }

    /// An attribute that is a text and not empty.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let text = self.attributes.get(name)?.as_str()?;
        (!text.is_empty()).then_some(text)
    }

    /// The fields of `ITask`. `now` in milliseconds since 1970.
    #[must_use]
    pub fn as_itask(&self, now: u64) -> Value {
        json!({
            "sid": self.sid,
            "taskSid": self.task_sid,
            "status": self.status.name(),
            "taskStatus": self.status.of_task(),
            "attributes": self.attributes,
            "taskChannelUniqueName": self.channel,
            "channelType": self.channel_type(),
            "age": now.saturating_sub(self.created_at) / 1000,
            "dateUpdated": self.updated_at,
            "priority": 0,
            "queueName": "Everyone",
            "workflowName": "Assign to Anyone",
            "workerSid": WORKER,
            "routingTarget": (self.route != Route::Queue).then_some(WORKER),
            "conference": self.conference(),
            "incomingTransferObject": (self.route == Route::Transfer)
                .then(|| json!({"mode": "WARM", "type": "WORKER"})),
            "outgoingTransferObject": self.handed_on.then(|| json!({"mode": "COLD"})),
        })
    }

    fn conference(&self) -> Option<Value> {
        if !self.has_conference || self.status != Status::Accepted {
            return None;
        }
        let participant = |kind: &str, mine: bool, muted: bool, held: bool, call: String| {
            json!({"participantType": kind, "isCurrentWorker": mine, "status": "joined", "connecting": false,
                "muted": muted, "onHold": held, "callSid": call})
        };
        let other = |number: u8| format!("{}-{number}", self.call_sid());
        let mut participants = vec![
            participant("worker", true, self.muted, false, self.call_sid()),
            participant("customer", false, false, self.on_hold, other(0)),
        ];
        participants.extend(
            (1..=self.others)
                .map(|number| participant("external", false, false, false, other(number))),
        );
        let live = participants.len();
        Some(
            json!({"participants": participants, "liveParticipantCount": live, "liveWorkerCount": 1}),
        )
    }
}

/// The sid of the agent's call in the conference of this reservation's task.
pub(super) fn call_sid(reservation: &str) -> String {
    format!("CA{}", reservation.get(2..).unwrap_or_default())
}

/// The attributes of an outbound call: those that the caller gives, and those that Flex adds.
pub(super) fn outbound_attributes(destination: &str, given: &Value) -> Value {
    let mut attributes: Map<String, Value> = given.as_object().cloned().unwrap_or_default();
    attributes.insert("direction".into(), json!("outbound"));
    attributes.insert("outbound_to".into(), json!(destination));
    Value::Object(attributes)
}

/// An activity of the account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Activity {
    /// Its sid.
    pub sid: String,
    /// Its name.
    pub name: String,
    /// Tasks are routed to a worker with this activity.
    pub available: bool,
}

impl Activity {
    /// The activity as Flex's state has it.
    #[must_use]
    pub fn as_json(&self) -> Value {
        json!({"sid": self.sid, "name": self.name, "available": self.available})
    }
}
