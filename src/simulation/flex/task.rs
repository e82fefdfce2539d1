//! Tasks and activities as Flex shows them to a plugin.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A reservation in Flex's hands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// The reservation's sid.
    pub sid: String,
    /// The task's own sid.
    pub task_sid: String,
    /// `taskChannelUniqueName`.
    pub channel: String,
    /// Where in its life it is.
    pub status: Status,
    /// Its attributes.
    pub attributes: Value,
    /// When it was made, in milliseconds since 1970.
    pub created_at: u64,
    /// The customer is on hold (calls).
    pub on_hold: bool,
    /// The agent is muted (calls).
    pub muted: bool,
    /// Handed to somebody else without a consultation.
    pub handed_on: bool,
}

/// ITask `status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Reserved.
    Pending,
    /// Accepted.
    Accepted,
    /// In wrap-up.
    Wrapping,
    /// Over and wrapped up.
    Completed,
    /// Given up by the customer.
    Canceled,
}

impl Status {
    /// As `ITask` spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Wrapping => "wrapping",
            Self::Completed => "completed",
            Self::Canceled => "canceled",
        }
    }

    /// `taskStatus`: the same moment seen from the task.
    fn of_task(self) -> &'static str {
        match self {
            Self::Pending => "reserved",
            Self::Accepted => "assigned",
            other => other.name(),
        }
    }
}

impl Task {
    /// Whether it is a phone call.
    #[must_use]
    pub fn is_call(&self) -> bool {
        self.channel == "voice"
    }

    /// The fields of `ITask`. `now` in milliseconds since 1970.
    #[must_use]
    pub fn as_itask(&self, now: u64) -> Value {
        let conference = (self.is_call() && self.status == Status::Accepted).then(|| {
            json!({"participants": [
                {"participantType": "worker", "isCurrentWorker": true, "status": "joined",
                    "muted": self.muted, "onHold": false},
                {"participantType": "customer", "isCurrentWorker": false, "status": "joined",
                    "muted": false, "onHold": self.on_hold},
            ]})
        });
        json!({
            "sid": self.sid,
            "taskSid": self.task_sid,
            "status": self.status.name(),
            "taskStatus": self.status.of_task(),
            "attributes": self.attributes,
            "taskChannelUniqueName": self.channel,
            "channelType": if self.channel == "chat" { "web" } else { &self.channel },
            "age": now.saturating_sub(self.created_at) / 1000,
            "priority": 0,
            "queueName": "Everyone",
            "workflowName": "Assign to Anyone",
            "conference": conference,
            "outgoingTransferObject": self.handed_on.then(|| json!({"mode": "COLD"})),
        })
    }
}

/// The attributes of an outbound call: the caller's own, and those that Flex adds.
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
    /// Tasks are routed to a worker in it.
    pub available: bool,
}

impl Activity {
    /// As Flex's state holds it.
    #[must_use]
    pub fn as_json(&self) -> Value {
        json!({"sid": self.sid, "name": self.name, "available": self.available})
    }
}
