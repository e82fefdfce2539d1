//! Makes a task from the fields that the bridge script sends. A Studio flow may have written anything into the
//! attributes.
//!
//! A task with bad attributes is still a task: the agent can work on it, and its row says what is wrong. The rules for
//! origins, names and channels are those of Flex itself (`TaskHelper` and the templates of its task channels).

use std::rc::Rc;

use serde_json::{Map, Value};

use super::to_panel::{Status, TaskFields};
use crate::cut::cut;
use store::state::{Channel, Origin, Task, TaskStatus};
use store::{Entity, Guid, Millis, Problem, Record};

/// How many characters of a customer's name are kept.
const CUSTOMER: usize = 200;
/// How many characters of a case number, an address, a channel name or a bad id are kept.
const SHORT: usize = 100;
/// A call with more live participants than this is a group call (`TaskHelper.isGroupCall`).
const PAIR: u32 = 2;

/// The task as it is at the time `now`.
pub(super) fn read(fields: TaskFields, now: Millis) -> Task {
    let attributes = Attributes::of(&fields.attributes);
    let (record, malformed_id) = attributes.record();
    let channel = read_channel(&fields, &attributes);
    // A bridge that does not send this field is older than the field. In its time, every task of this channel was a
    // call.
    let call = fields.call.unwrap_or(fields.channel == VOICE);
    let began = now.0.saturating_sub(fields.age.saturating_mul(1000));
    Task {
        sid: fields.sid.as_str().into(),
        status: match fields.status {
            Status::Pending => TaskStatus::Pending,
            Status::Accepted => TaskStatus::Accepted,
            Status::Paused => TaskStatus::Paused,
            Status::Wrapping => TaskStatus::Wrapping,
        },
        origin: read_origin(&fields, &attributes, call, &channel),
        customer: attributes.customer(&channel).unwrap_or_default(),
        address: attributes.address(&channel),
        channel,
        call,
        line: fields.line,
        group: fields.participants.is_some_and(|live| live > PAIR),
        wrapup: fields.wrapup != Some(false),
        case_number: attributes.text("ticketNumber", SHORT),
        record,
        malformed: malformed_id
            .or_else(|| (!attributes.readable()).then_some(Problem::AttributesUnreadable)),
        began: Millis(began),
        // Twilio's clock may be ahead of this computer's. A bridge that does not send this field is older than the
        // field.
        since: Millis(fields.since.unwrap_or(began).clamp(began, now.0)),
        on_hold: fields.on_hold,
        muted: fields.muted,
        unread: fields.unread.unwrap_or_default(),
        unanswered: fields.unanswered.map(|since| Millis(since.min(now.0))),
    }
}

/// Flex itself accepts what its worker has started: an outbound task that is routed to this worker alone, if it is a
/// call, a conversation of Flex's own or an e-mail. All other tasks wait for the worker, whatever their direction says:
/// for example a number that a dialler previews, or a call that a colleague transfers.
fn read_origin(
    fields: &TaskFields,
    attributes: &Attributes<'_>,
    call: bool,
    channel: &Channel,
) -> Origin {
    if !attributes.is_outbound() || !fields.targeted || fields.transfer {
        return Origin::Offered;
    }
    let written =
        *channel == Channel::Email || attributes.get("flexInteractionChannelSid").is_some();
    match (call, written) {
        (true, _) => Origin::Dialled,
        (false, true) => Origin::Begun,
        (false, false) => Origin::Offered,
    }
}

/// TaskRouter's channel for calls.
const VOICE: &str = "voice";

/// The channel: from `taskType`, which the flow sets, else from the channel type, else from TaskRouter's channel.
fn read_channel(fields: &TaskFields, attributes: &Attributes<'_>) -> Channel {
    let kind = attributes.text("taskType", SHORT);
    match kind.as_deref().map(str::to_lowercase).as_deref() {
        Some("callback") => return Channel::Callback,
        Some("voicemail") => return Channel::Voicemail,
        _ => {}
    }
    let named = attributes.text("channelType", SHORT);
    let types = [named.as_deref().unwrap_or_default(), &fields.channel_type];
    let known = types.into_iter().find_map(channel_of_type);
    known.unwrap_or_else(|| match fields.channel.as_str() {
        VOICE if fields.call != Some(false) => Channel::Call,
        "chat" => Channel::Chat,
        other => channel_of_type(other).unwrap_or_else(|| Channel::Other(cut(other, SHORT).into())),
    })
}

/// The channel types of Twilio's conversations.
fn channel_of_type(name: &str) -> Option<Channel> {
    Some(match name.to_lowercase().as_str() {
        "web" => Channel::Chat,
        "sms" => Channel::Sms,
        "whatsapp" => Channel::WhatsApp,
        "messenger" | "facebook" => Channel::Messenger,
        "instagram" => Channel::Instagram,
        "gbm" | "google-business" => Channel::GoogleBusiness,
        "apple" => Channel::AppleMessages,
        "rcs" => Channel::Rcs,
        "email" => Channel::Email,
        _ => return None,
    })
}

/// The attributes of a task. `None` if they are no object.
struct Attributes<'a>(Option<&'a Map<String, Value>>);

impl<'a> Attributes<'a> {
    fn of(attributes: &'a Value) -> Self {
        Self(attributes.as_object())
    }

    /// An attribute with a value: not missing, not `null` and not empty.
    fn get(&self, name: &str) -> Option<&'a Value> {
        self.0?.get(name).filter(|value| match value {
            Value::Null => false,
            Value::String(text) => !text.trim().is_empty(),
            _ => true,
        })
    }

    fn is_outbound(&self) -> bool {
        self.get("direction").and_then(Value::as_str) == Some("outbound")
    }

    /// The customer's name. Flex shows the same name.
    fn customer(&self, channel: &Channel) -> Option<Rc<str>> {
        let name = self.text("name", CUSTOMER);
        // For a call or a message that the agent has started, `customerName` is the agent's own.
        let second = !self.is_outbound() || *channel == Channel::Email;
        name.or_else(|| self.text("customerName", CUSTOMER).filter(|_| second))
    }

    /// Where the customer can be reached. For a call or a message that the agent has started, `from` is the agent's
    /// own.
    fn address(&self, channel: &Channel) -> Option<Rc<str>> {
        let first = |names: &[&str]| names.iter().find_map(|name| self.text(name, SHORT));
        if *channel == Channel::Email {
            first(&["customerAddress"])
        } else if self.is_outbound() {
            first(&["outbound_to", "customerAddress"])
        } else {
            first(&["from", "customerAddress"]).or_else(|| {
                let customers = Self(self.get("customers")?.as_object());
                customers.text("phone", SHORT)
            })
        }
    }

    /// Whether the attributes are an object, and the values that the panel shows are texts or numbers.
    fn readable(&self) -> bool {
        self.0.is_some()
            && ["name", "ticketNumber"]
                .iter()
                .filter_map(|name| self.get(name))
                .all(|value| value.is_string() || value.is_number())
    }

    /// An attribute on one line, cut to this many characters.
    fn text(&self, name: &str, characters: usize) -> Option<Rc<str>> {
        let text = match self.get(name)? {
            Value::String(text) => text.trim().replace(char::is_control, " "),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some(cut(&text, characters).into())
    }

    /// The record of the task: the Case, else the Contact, else the record from which the agent dialled. And the first
    /// id that is no GUID.
    fn record(&self) -> (Option<Record>, Option<Problem>) {
        let case = self.id(Entity::Case);
        let contact = self.id(Entity::Contact);
        let malformed = [&case, &contact]
            .into_iter()
            .find_map(|id| id.as_ref().err().cloned());
        let record = [case, contact].into_iter().find_map(|id| id.ok().flatten());
        (record.or_else(|| self.dialled_from()), malformed)
    }

    /// The record from whose page the agent has dialled (`DialAttributes`).
    fn dialled_from(&self) -> Option<Record> {
        let of = |name| self.get(name).and_then(Value::as_str);
        Some(Record {
            entity: Entity::from_logical_name(of("recordEntity")?)?,
            id: Guid::parse(of("recordId")?)?,
        })
    }

    fn id(&self, entity: Entity) -> Result<Option<Record>, Problem> {
        let Some(value) = self.get(entity.attribute()) else {
            return Ok(None);
        };
        match value.as_str().and_then(Guid::parse) {
            Some(id) => Ok(Some(Record { entity, id })),
            None => Err(Problem::MalformedId {
                entity,
                value: match value {
                    Value::String(text) => cut(text.trim(), SHORT).into(),
                    other => cut(&other.to_string(), SHORT).into(),
                },
            }),
        }
    }
}
