//! The people in the drawer: what the Studio flow does when one of them gets in touch, and what happens to them.

use serde_json::{Value, json};

use super::who::Who;
use crate::cloud::{Offer, ToDesktop, Worker};
use simulation::dynamics::Records;
use simulation::flex::{Status, Task};
use simulation::studio::{TaskAttributes, studio_flow};

/// What a customer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Calls.
    Call,
    /// Sends a text message.
    Text,
    /// Opens a chat.
    Chat,
    /// Hangs up, leaves the chat, or gives up while waiting.
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

/// The stage of a conversation.
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
    /// The conversation is over, and the agent is wrapping up.
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

    /// The stage of a task in Flex.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        match task.status {
            Status::Pending => Self::Waiting,
            Status::Paused => Self::OnHold,
            Status::Accepted if task.on_hold => Self::OnHold,
            Status::Accepted => Self::Talking,
            Status::Wrapping | Status::Completed | Status::Canceled => Self::Over,
        }
    }
}

/// A conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    /// The customer.
    pub who: Who,
    /// Where it stands.
    pub stage: Stage,
    /// The task that was routed for it.
    pub offer: Offer,
}

/// All current conversations. Each customer has at most one.
#[derive(Default)]
pub struct Customers {
    conversations: Vec<Conversation>,
    worker: Worker,
    last_flow: TaskAttributes,
    routed: u32,
}

impl Customers {
    /// The conversation of this customer.
    #[must_use]
    pub fn of(&self, who: Who) -> Option<&Conversation> {
        self.conversations.iter().find(|it| it.who == who)
    }

    /// A customer does something. Returns what Flex is told.
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

    /// What a newly loaded Flex has to be told: what the worker has, then which tasks are still in the queue.
    #[must_use]
    pub fn present(&self) -> Vec<ToDesktop> {
        let queued = self
            .conversations
            .iter()
            .filter(|it| it.stage == Stage::Routing);
        let offers = queued.map(|it| ToDesktop::Offer(it.offer.clone()));
        std::iter::once(ToDesktop::Present(self.worker.clone()))
            .chain(offers)
            .collect()
    }

    /// Takes over what Flex reports about the worker. A conversation is over if its reservation was there and is gone.
    /// If its reservation was never there, it is still on its way.
    pub fn hear(&mut self, worker: Worker) {
        self.worker = worker;
        let reservations = &self.worker.reservations;
        self.conversations.retain_mut(|conversation| {
            let number = Some(conversation.offer.number);
            match reservations.iter().find(|it| it.number == number) {
                Some(reservation) => {
                    conversation.stage = Stage::of(&reservation.task);
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
            let more = match who {
                Who::Preview => [("direction", "outbound"), ("outbound_to", who.number())],
                _ => [("direction", "inbound"), ("from", who.number())],
            };
            let kind = (who == Who::Callback).then_some(("taskType", "callback"));
            let more = more.into_iter().chain(kind);
            fields.extend(more.map(|(name, value)| (name.to_owned(), json!(value))));
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
            Who::Known(_) | Who::Stranger | Who::Callback | Who::Preview => flow(None),
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
    use crate::cloud::Reservation;
    use simulation::flex::Route;
    use simulation::people::{self, PEOPLE};

    fn offered(message: Option<ToDesktop>) -> Offer {
        match message {
            Some(ToDesktop::Offer(offer)) => offer,
            other => panic!("no offer: {other:?}"),
        }
    }

    fn worker(offer: &Offer, status: Status) -> Worker {
        let (channel, attributes) = (offer.channel.clone(), offer.attributes.clone());
        let task = Task {
            status,
            ..Task::reserved(1, channel, attributes, Route::Queue, 0)
        };
        Worker {
            reservations: vec![Reservation {
                number: Some(offer.number),
                task,
            }],
            made: 1,
        }
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
        customers.hear(Worker::default());
        assert_eq!(stage(&customers), Some(Stage::Routing));
        for (status, expected) in [
            (Status::Pending, Stage::Waiting),
            (Status::Accepted, Stage::Talking),
            (Status::Wrapping, Stage::Over),
        ] {
            customers.hear(worker(&offer, status));
            assert_eq!(stage(&customers), Some(expected));
        }
        customers.hear(Worker::default());
        assert_eq!(stage(&customers), None);
    }

    #[test]
    fn each_customer_has_one_conversation_at_a_time_and_can_leave_only_that() {
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
    fn a_reloaded_flex_gets_its_reservations_back_and_the_queue() {
        let (mut customers, mut records) = (Customers::default(), people::records());
        let offer = offered(customers.act(ada(), Act::Call, &mut records));
        let had = worker(&offer, Status::Accepted);
        customers.hear(had.clone());
        let queued = offered(customers.act(Who::Stranger, Act::Chat, &mut records));
        let present = [ToDesktop::Present(had), ToDesktop::Offer(queued)];
        assert_eq!(customers.present(), present);
    }

    #[test]
    fn the_entry_for_the_same_case_is_about_the_case_of_the_last_caller() {
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
