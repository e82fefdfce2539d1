//! The people in the drawer: who gets in touch, what the Studio flow makes of it, and how they fare.

use serde_json::{Value, json};

use crate::demo::cloud::{Offer, Reservation, ToDesktop};
use crate::simulation::dynamics::Records;
use crate::simulation::people::{PEOPLE, Person, TaskAttributes, studio_flow};

/// Somebody who can get in touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A contact of the organization.
    Known(&'static Person),
    /// Somebody whom nobody knows: no contact, no Case.
    Stranger,
    /// Once more about the Case of the last caller.
    SameCase,
    /// A flow that made no Case: the task names a contact only.
    ContactOnly,
    /// A flow that never filled its template: the task's `incidentId` is no GUID.
    MalformedId,
    /// A name with markup in it.
    Markup,
}

/// Everybody, in the order of the drawer.
pub fn everybody() -> impl Iterator<Item = Who> {
    PEOPLE.iter().map(Who::Known).chain([
        Who::Stranger,
        Who::SameCase,
        Who::ContactOnly,
        Who::MalformedId,
        Who::Markup,
    ])
}

impl Who {
    /// The key, for pages and tests.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Known(person) => person.key,
            Self::Stranger => "stranger",
            Self::SameCase => "same-case",
            Self::ContactOnly => "contact-only",
            Self::MalformedId => "malformed-id",
            Self::Markup => "markup",
        }
    }

    /// The name in the drawer.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Known(person) => person.name,
            Self::Stranger => "A stranger",
            Self::SameCase => "The same again",
            Self::ContactOnly => "Contact without a Case",
            Self::MalformedId => "A broken flow",
            Self::Markup => "<b>Bobby</b> & \"Sons\"",
        }
    }

    /// What it is about.
    #[must_use]
    pub fn concern(self) -> &'static str {
        match self {
            Self::Known(person) => person.concern,
            Self::Stranger => "No contact has this number",
            Self::SameCase => "About the last Case, once more",
            Self::ContactOnly => "The flow found a contact only",
            Self::MalformedId => "incidentId is no GUID",
            Self::Markup => "Markup in the name",
        }
    }

    /// The number from which they get in touch, in E.164.
    fn number(self) -> &'static str {
        let [first, .., last] = &PEOPLE;
        match self {
            Self::Known(person) => person.number,
            Self::Stranger | Self::MalformedId => "+15005550006",
            Self::SameCase | Self::Markup => first.number,
            Self::ContactOnly => last.number,
        }
    }
}

/// What a customer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Calls.
    Call,
    /// Sends a text message.
    Text,
    /// Opens a chat.
    Chat,
    /// Hangs up, leaves the chat, gives up while waiting.
    Leave,
}

impl Act {
    fn channel(self) -> Option<&'static str> {
        match self {
            Self::Call => Some("voice"),
            Self::Text => Some("sms"),
            Self::Chat => Some("chat"),
            Self::Leave => None,
        }
    }
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Flex has not answered yet.
    Routing,
    /// The agent has not answered yet.
    Waiting,
    /// The agent and the customer talk.
    Talking,
    /// The agent has put the customer on hold.
    OnHold,
    /// Over; the agent wraps up.
    Over,
}

impl Stage {
    /// Its code and its words.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Routing => ("routing", "In the queue"),
            Self::Waiting => ("waiting", "Waiting for the agent"),
            Self::Talking => ("talking", "With the agent"),
            Self::OnHold => ("on-hold", "On hold"),
            Self::Over => ("over", "Over; agent wraps up"),
        }
    }

    fn of(reservation: &Reservation) -> Self {
        match reservation.status.as_str() {
            "pending" => Self::Waiting,
            "wrapping" => Self::Over,
            _ if reservation.on_hold => Self::OnHold,
            _ => Self::Talking,
        }
    }
}

/// A conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    /// Whose.
    pub who: Who,
    /// Where it stands.
    pub stage: Stage,
    /// The task that was routed for it.
    pub offer: Offer,
}

/// All conversations of the moment; each customer has one at most.
#[derive(Default)]
pub struct Customers {
    conversations: Vec<Conversation>,
    last_flow: TaskAttributes,
    routed: u32,
}

impl Customers {
    /// The conversation of this customer.
    #[must_use]
    pub fn of(&self, who: Who) -> Option<&Conversation> {
        self.conversations.iter().find(|it| it.who == who)
    }

    /// A customer does something; what Flex hears of it.
    pub fn act(&mut self, who: Who, act: Act, records: &mut Records) -> Option<ToDesktop> {
        match (act.channel(), self.of(who)) {
            (Some(channel), None) => Some(self.get_in_touch(who, channel, records)),
            (None, Some(conversation)) => {
                let number = conversation.offer.number;
                if conversation.stage == Stage::Routing {
                    self.conversations.retain(|it| it.who != who);
                }
                Some(ToDesktop::CustomerLeaves { number })
            }
            _ => None,
        }
    }

    /// What Flex, just loaded, has to be told: everybody who is still there is offered again.
    pub fn offer_again(&mut self) -> Vec<ToDesktop> {
        self.conversations.retain(|it| it.stage != Stage::Over);
        let offers = self.conversations.iter_mut().map(|it| {
            it.stage = Stage::Routing;
            ToDesktop::Offer(it.offer.clone())
        });
        offers.collect()
    }

    /// Flex tells all its live reservations. One that it had and has no longer is over; one that it has not yet
    /// told is still on its way.
    pub fn hear(&mut self, reservations: &[Reservation]) {
        self.conversations.retain_mut(|conversation| {
            let mine = |it: &&Reservation| it.number == conversation.offer.number;
            match reservations.iter().find(mine) {
                Some(reservation) => {
                    conversation.stage = Stage::of(reservation);
                    true
                }
                None => conversation.stage == Stage::Routing,
            }
        });
    }

    fn get_in_touch(&mut self, who: Who, channel: &str, records: &mut Records) -> ToDesktop {
        self.routed += 1;
        let mut attributes = self.attributes(who, records);
        if let Value::Object(fields) = &mut attributes {
            fields.insert("direction".to_owned(), json!("inbound"));
            fields.insert("from".to_owned(), json!(who.number()));
        }
        let offer = Offer {
            number: self.routed,
            channel: channel.to_owned(),
            attributes,
        };
        self.conversations.push(Conversation {
            who,
            stage: Stage::Routing,
            offer: offer.clone(),
        });
        ToDesktop::Offer(offer)
    }

    fn attributes(&mut self, who: Who, records: &mut Records) -> Value {
        let mut flow = |name| studio_flow(records, who.number(), name, who.concern());
        let attributes = match who {
            Who::Known(_) | Who::Stranger => flow(None),
            Who::SameCase if self.last_flow.incident_id.is_some() => self.last_flow.clone(),
            Who::SameCase => flow(None),
            Who::ContactOnly => TaskAttributes {
                incident_id: None,
                ticket_number: None,
                ..flow(None)
            },
            Who::MalformedId => TaskAttributes {
                incident_id: Some("{{widgets.createCase.parsed.incidentid}}".to_owned()),
                ..flow(Some(who.name()))
            },
            Who::Markup => TaskAttributes {
                name: who.name().to_owned(),
                ..flow(None)
            },
        };
        if matches!(who, Who::Known(_)) {
            self.last_flow = attributes.clone();
        }
        serde_json::to_value(attributes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::people;

    fn offered(message: Option<ToDesktop>) -> Offer {
        match message {
            Some(ToDesktop::Offer(offer)) => offer,
            other => panic!("no offer: {other:?}"),
        }
    }

    fn told(offer: &Offer, status: &str) -> [Reservation; 1] {
        [Reservation {
            number: offer.number,
            status: status.to_owned(),
            on_hold: false,
        }]
    }

    fn ada() -> Who {
        let [ada, ..] = &PEOPLE;
        Who::Known(ada)
    }

    #[test]
    fn a_conversation_lives_as_long_as_its_reservation() {
        let (mut customers, mut records) = (Customers::default(), people::records());
        let offer = offered(customers.act(ada(), Act::Call, &mut records));
        let stage = |customers: &Customers| customers.of(ada()).map(|it| it.stage);
        customers.hear(&[]);
        assert_eq!(stage(&customers), Some(Stage::Routing));
        for (status, expected) in [
            ("pending", Stage::Waiting),
            ("accepted", Stage::Talking),
            ("wrapping", Stage::Over),
        ] {
            customers.hear(&told(&offer, status));
            assert_eq!(stage(&customers), Some(expected));
        }
        customers.hear(&[]);
        assert_eq!(stage(&customers), None);
    }

    #[test]
    fn nobody_gets_in_touch_twice_at_once_and_only_who_is_there_can_leave() {
        let (mut customers, mut records) = (Customers::default(), people::records());
        assert_eq!(customers.act(ada(), Act::Leave, &mut records), None);
        let offer = offered(customers.act(ada(), Act::Chat, &mut records));
        assert_eq!(customers.act(ada(), Act::Call, &mut records), None);
        let leaves = ToDesktop::CustomerLeaves {
            number: offer.number,
        };
        assert_eq!(customers.act(ada(), Act::Leave, &mut records), Some(leaves));
        assert_eq!(customers.of(ada()), None);
    }

    #[test]
    fn who_is_still_there_is_offered_again_to_a_flex_that_reloads() {
        let (mut customers, mut records) = (Customers::default(), people::records());
        let offer = offered(customers.act(ada(), Act::Call, &mut records));
        customers.hear(&told(&offer, "accepted"));
        assert_eq!(customers.offer_again(), [ToDesktop::Offer(offer.clone())]);
        customers.hear(&told(&offer, "wrapping"));
        assert_eq!(customers.offer_again(), []);
    }

    #[test]
    fn the_same_again_is_about_the_case_of_the_last_caller() {
        let (mut customers, mut records) = (Customers::default(), people::records());
        let first = offered(customers.act(ada(), Act::Call, &mut records));
        let again = offered(customers.act(Who::SameCase, Act::Chat, &mut records));
        assert_ne!(first.number, again.number);
        assert_eq!(
            first.attributes.get("incidentId"),
            again.attributes.get("incidentId")
        );
    }

    #[test]
    fn bad_flows_make_bad_attributes() {
        let (mut customers, mut records) = (Customers::default(), people::records());
        let mut of = |who| offered(customers.act(who, Act::Call, &mut records)).attributes;
        let contact_only = of(Who::ContactOnly);
        assert!(
            contact_only.get("incidentId").is_none() && contact_only.get("contactId").is_some()
        );
        assert!(
            of(Who::MalformedId)["incidentId"]
                .as_str()
                .unwrap()
                .contains("{{")
        );
        assert!(of(Who::Stranger).get("contactId").is_none());
        assert_eq!(of(Who::Markup)["name"], Who::Markup.name());
    }
}
