//! What can go wrong with a call of the client library, or with a command to Flex, as [`World`](crate::world::World)
//! makes it happen.

use serde_json::{Value, json};
use simulation::host_wire::{Outcome, Reply};
use store::{Ticket, timeouts};
use wire::cif::decode::Raw;

/// How much later than anybody's patience a late answer comes, in milliseconds.
pub const LATE: u32 = 2_000;

/// A call or a command in which something goes wrong, and how often it has been met.
#[derive(Clone, Debug)]
pub struct Broken {
    /// The type of a message to Dynamics, or the action of a command to Flex.
    pub what: &'static str,
    pub fault: Fault,
    pub met: usize,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Rejected with a string; nothing is done.
    Refused,
    /// Rejected with a `Map`; nothing is done.
    RefusedWithMap,
    /// Thrown; nothing is done.
    Thrown,
    /// Done, and answered with nonsense.
    Nonsense,
    /// Done, and answered without a value.
    NoValue,
    /// Done, and never answered.
    Unanswered,
    /// Neither done nor answered.
    Lost,
    /// Done at once, answered when nobody waits any more.
    AnsweredLate,
    /// Done and answered when nobody waits any more.
    DoneLate,
    /// Done, and answered twice.
    Twice,
}

impl Fault {
    pub const ALL: [Self; 10] = [
        Self::Refused,
        Self::RefusedWithMap,
        Self::Thrown,
        Self::Nonsense,
        Self::NoValue,
        Self::Unanswered,
        Self::Lost,
        Self::AnsweredLate,
        Self::DoneLate,
        Self::Twice,
    ];

    /// What a call rejects with, or throws.
    pub fn rejection(self) -> Option<Raw> {
        match self {
            Self::Refused => Some(Raw::Text("Access denied".to_owned())),
            Self::RefusedWithMap => Some(Raw::Json(json!({"message": "Access denied"}))),
            Self::Thrown => Some(Raw::Json(json!({"message": "focus is not a function"}))),
            _ => None,
        }
    }

    /// Changes the host's reply.
    pub fn spoil(self, reply: &mut Reply) {
        if reply.message_outcome == Outcome::Failure {
            return;
        }
        match self {
            Self::Nonsense => {
                let nonsense = json!({"nonsense": [null, -1, {"": {}}]});
                let _ = reply.message_data.insert("value".to_owned(), nonsense);
            }
            Self::NoValue => {
                let _ = reply.message_data.remove("value");
            }
            _ => {}
        }
    }

    /// How long Flex's reply to a command is on its way, in milliseconds.
    pub fn delay_of_reply(self) -> u32 {
        match self {
            Self::AnsweredLate => timeouts::FLEX_COMMAND + LATE,
            _ => 0,
        }
    }
}

/// What becomes of Flex's reply to a command.
pub fn replies(fault: Option<Fault>, reply: Option<Value>) -> Vec<Value> {
    let mut replies: Vec<Value> = reply.into_iter().collect();
    match fault {
        Some(Fault::Unanswered) => replies.clear(),
        Some(Fault::Twice) => replies.extend_from_within(..),
        Some(Fault::Nonsense) => {
            for reply in &mut replies {
                reply["request"] = json!("seven");
            }
        }
        Some(Fault::NoValue) => {
            for reply in &mut replies {
                reply
                    .as_object_mut()
                    .and_then(|reply| reply.remove("error"));
            }
        }
        _ => {}
    }
    replies
}

/// Flex refuses a command.
pub fn refusal_of(request: Ticket) -> Value {
    json!({
        "to": "panel", "type": "reply", "request": request,
        "error": {"code": "refused", "message": "Access denied"},
    })
}
