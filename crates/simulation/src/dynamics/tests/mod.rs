//! What is known about the host, as tests of the simulated one.

mod library;
mod opening;
mod panel;
mod sessions;

use serde_json::{Value, json};

use super::sessions::SESSIONS;
use super::*;
use crate::host_wire::{Outcome, Reply};
use crate::people::{self, PEOPLE};
use store::ids::{Entity, Guid, Record, SessionId, TabId};

/// A Dynamics, and what it has sent since the last look.
struct World {
    dynamics: Dynamics,
    waiting: Vec<(Timer, u32)>,
    events: Vec<(String, Value)>,
    replies: Vec<(String, Reply)>,
    case: Record,
}

impl World {
    fn new() -> Self {
        Self::of(Organization::default())
    }

    fn of(organization: Organization) -> Self {
        let mut records = people::records();
        let [ada, ..] = PEOPLE;
        let id = Guid::parse("0ca5e000-0000-4000-8000-000000000001").unwrap();
        let case = records
            .create_case(id, ada.record().unwrap().id, ada.concern, "")
            .unwrap();
        let mut world = Self {
            dynamics: Dynamics::new(organization, records),
            waiting: Vec::new(),
            events: Vec::new(),
            replies: Vec::new(),
            case,
        };
        for event in [
            "onmodechanged",
            "onpagenavigate",
            "onclicktoact",
            "onSessionSwitched",
        ] {
            world.call("addGenericHandler", json!({ "eventType": event }));
        }
        world
    }

    fn step(&mut self, input: Input) {
        for output in self.dynamics.step(input) {
            match output {
                Output::Reply(reply) => {
                    self.replies
                        .push((reply.message_correlation_id.clone(), reply));
                }
                Output::Event(event) => {
                    let data = serde_json::from_str(&event.message_data).unwrap();
                    self.events.push((event.message_type, data));
                }
                Output::Wait { timer, millis } => self.waiting.push((timer, millis)),
            }
        }
    }

    /// Makes a call and takes its reply, if there is one yet.
    fn call(&mut self, message_type: &str, data: Value) -> Option<(Outcome, Value)> {
        self.step(Input::Request(Request {
            message_type: message_type.to_owned(),
            message_data: data.as_object().cloned().unwrap_or_default(),
            message_correlation_id: message_type.to_owned(),
        }));
        self.reply(message_type)
    }

    fn reply(&mut self, id: &str) -> Option<(Outcome, Value)> {
        let place = self.replies.iter().position(|(of, _)| of == id)?;
        let (_, reply) = self.replies.remove(place);
        Some((reply.message_outcome, Value::Object(reply.message_data)))
    }

    fn value(&mut self, message_type: &str, data: Value) -> Value {
        let (outcome, data) = self.call(message_type, data).unwrap();
        assert_eq!(outcome, Outcome::Success);
        data["value"].clone()
    }

    fn refusal(&mut self, message_type: &str, data: Value) -> Value {
        let (outcome, data) = self.call(message_type, data).unwrap();
        assert_eq!(outcome, Outcome::Failure);
        data
    }

    fn act(&mut self, act: AgentAction) {
        self.step(Input::Agent(act));
    }

    /// Lets all timers run out, and returns how long that took.
    fn pass_time(&mut self) -> u32 {
        let mut passed = 0;
        while let Some((timer, millis)) = self.waiting.pop() {
            passed += millis;
            self.step(Input::TimeUp(timer));
        }
        passed
    }

    fn query(&self) -> Value {
        let query = format!("?$select=title&$filter=incidentid%20eq%20{}", self.case.id);
        json!({ "entityName": "incident", "queryParameters": query })
    }

    fn form(&self) -> Value {
        let options = json!({ "entityName": "incident", "entityId": self.case.id.to_string() });
        json!({ "entityFormOptions": options.to_string(), "entityFormParameters": "{}" })
    }

    fn pages(&self) -> Vec<Page> {
        self.dynamics
            .sessions()
            .front()
            .tabs
            .iter()
            .map(|tab| tab.page)
            .collect()
    }

    fn other_session(&mut self, owner: Owner, panel: Option<Mode>) -> SessionId {
        self.act(AgentAction::OpenSession {
            owner,
            title: "Chat".to_owned(),
            panel,
        });
        self.dynamics.sessions().front().id.clone()
    }
}

fn home() -> SessionId {
    SessionId::from("session-id-0")
}
