//! Makes a task out of the fields that the bridge script sends, whatever a flow has written into its attributes.
//!
//! A task with bad attributes is still a task: it can be worked, and says what is wrong with it.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::decode::cut;
use super::to_panel::{Status, TaskFields};
use crate::store::state::{Channel, Direction, Task, TaskStatus};
use crate::store::{Entity, Guid, Millis, Problem, Record};

/// The longest customer's name that is kept, in characters.
const CUSTOMER: usize = 200;
/// The longest case number, channel name or bad id that is kept, in characters.
const SHORT: usize = 100;

/// The task as it stands at `now`.
pub(super) fn read(fields: TaskFields, now: Millis) -> Task {
    let attributes = Attributes::of(&fields.attributes);
    let (record, malformed_id) = attributes.record();
    Task {
        sid: fields.sid.as_str().into(),
        status: match fields.status {
            Status::Pending => TaskStatus::Pending,
            Status::Accepted | Status::Paused => TaskStatus::Accepted,
            Status::Wrapping => TaskStatus::Wrapping,
        },
        direction: match attributes.get("direction").and_then(Value::as_str) {
            Some("outbound") => Direction::Outbound,
            _ => Direction::Inbound,
        },
        channel: read_channel(&fields.channel),
        customer: attributes.text("name", CUSTOMER).unwrap_or_default(),
        case_number: attributes.text("ticketNumber", SHORT),
        record,
        malformed: malformed_id
            .or_else(|| (!attributes.readable()).then_some(Problem::AttributesUnreadable)),
        refused: None,
        began: Millis(now.0.saturating_sub(fields.age.saturating_mul(1000))),
        on_hold: fields.on_hold,
        muted: fields.muted,
        ready: false,
    }
}

fn read_channel(name: &str) -> Channel {
    match name {
        "voice" => Channel::Voice,
        "chat" | "web" => Channel::Chat,
        "sms" => Channel::Sms,
        other => Channel::Other(cut(other, SHORT).into()),
    }
}

/// The attributes of a task; `None` where they are no object.
struct Attributes<'a>(Option<&'a Map<String, Value>>);

impl<'a> Attributes<'a> {
    fn of(attributes: &'a Value) -> Self {
        Self(attributes.as_object())
    }

    /// An attribute that says something: neither missing nor `null` nor empty.
    fn get(&self, name: &str) -> Option<&'a Value> {
        self.0?.get(name).filter(|value| match value {
            Value::Null => false,
            Value::String(text) => !text.trim().is_empty(),
            _ => true,
        })
    }

    /// The attributes are an object, and those that are shown as text can be.
    fn readable(&self) -> bool {
        self.0.is_some()
            && ["name", "ticketNumber"]
                .iter()
                .filter_map(|name| self.get(name))
                .all(|value| value.is_string() || value.is_number())
    }

    /// An attribute on one line, cut short.
    fn text(&self, name: &str, characters: usize) -> Option<Rc<str>> {
        let text = match self.get(name)? {
            Value::String(text) => text.trim().replace(char::is_control, " "),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some(cut(&text, characters).into())
    }

    /// The Case, else the Contact; and the first id that is none.
    fn record(&self) -> (Option<Record>, Option<Problem>) {
        let case = self.id("incidentId", Entity::Case);
        let contact = self.id("contactId", Entity::Contact);
        let malformed = [&case, &contact]
            .into_iter()
            .find_map(|id| id.as_ref().err().cloned());
        let record = [case, contact].into_iter().find_map(|id| id.ok().flatten());
        (record, malformed)
    }

    fn id(&self, attribute: &'static str, entity: Entity) -> Result<Option<Record>, Problem> {
        let Some(value) = self.get(attribute) else {
            return Ok(None);
        };
        match value.as_str().and_then(Guid::parse) {
            Some(id) => Ok(Some(Record { entity, id })),
            None => Err(Problem::MalformedId {
                attribute,
                value: match value {
                    Value::String(text) => cut(text.trim(), SHORT).into(),
                    other => cut(&other.to_string(), SHORT).into(),
                },
            }),
        }
    }
}
