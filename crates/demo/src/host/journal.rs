//! The journal: every message between panel, Dynamics and Flex, in order, as it crossed the wire. Messages of the
//! bridge script become known a little late; each is put in its place by its time.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;
use serde_json::Value;
use yew::{Html, html};

use simulation::host_wire::{HostEvent, Reply, Request};

/// How many messages are kept. Older ones are dropped.
const KEPT: usize = 500;

/// Who sends or receives something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The panel.
    Panel,
    /// The host of CIF.
    Dynamics,
    /// The bridge script in Flex.
    Flex,
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::Dynamics => "dynamics",
            Self::Flex => "flex",
        }
    }
}

struct Entry {
    at: f64,
    number: u32,
    from: Side,
    to: Side,
    kind: String,
    message: String,
}

/// The journal. All times are in milliseconds since 1970.
#[derive(Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    written: u32,
    /// The names of the requests that have no reply yet.
    asked: HashMap<String, String>,
}

impl Journal {
    /// The panel has called Dynamics.
    pub fn request(&mut self, at: f64, request: &Request) {
        let kind = request.message_type.clone();
        self.asked
            .insert(request.message_correlation_id.clone(), kind.clone());
        self.write(at, Side::Panel, Side::Dynamics, kind, request);
    }

    /// Dynamics has answered. A reply has the name of its request.
    pub fn reply(&mut self, at: f64, reply: &Reply) {
        let kind = self.asked.remove(&reply.message_correlation_id);
        let kind = kind.unwrap_or_else(|| "reply".to_owned());
        self.write(at, Side::Dynamics, Side::Panel, kind, reply);
    }

    /// Dynamics has sent an event.
    pub fn event(&mut self, at: f64, event: &HostEvent) {
        let kind = event.message_type.clone();
        self.asked
            .insert(event.message_correlation_id.clone(), kind.clone());
        self.write(at, Side::Dynamics, Side::Panel, kind, event);
    }

    /// The panel's handler has answered an event.
    pub fn handled(&mut self, at: f64, answer: &Reply) {
        let kind = self.asked.remove(&answer.message_correlation_id);
        let kind = kind.unwrap_or_else(|| "reply".to_owned());
        self.write(at, Side::Panel, Side::Dynamics, kind, answer);
    }

    /// The bridge script has sent or received something. A command has the name of its action.
    pub fn bridge(&mut self, at: f64, from: Side, to: Side, message: &Value) {
        let name = ["action", "type", "cifPanel"]
            .iter()
            .find_map(|key| message.get(key)?.as_str());
        self.write(at, from, to, name.unwrap_or_default().to_owned(), message);
    }

    fn write(&mut self, at: f64, from: Side, to: Side, kind: String, message: &impl Serialize) {
        self.written += 1;
        let place = self.entries.partition_point(|entry| entry.at <= at);
        let entry = Entry {
            at,
            number: self.written,
            from,
            to,
            kind,
            message: serde_json::to_string(message).unwrap_or_default(),
        };
        self.entries.insert(place, entry);
        if self.entries.len() > KEPT {
            self.entries.pop_front();
        }
    }

    /// The journal on the page. `styles/journal.css` decides which messages are shown, and how much of them.
    pub fn view(&self) -> Html {
        let rows = self.entries.iter().map(|entry| {
            html! {
                <li key={entry.number} data-from={entry.from.name()} data-to={entry.to.name()}
                    data-type={entry.kind.clone()}>
                    <span title={entry.message.clone()}>{ &entry.message }</span>
                </li>
            }
        });
        html! {
            <section class="journal" aria-label="Journal of the demo"><details>
                <summary>
                    <strong>{ "Journal" }</strong>
                    <span class="muted">{ "for the curious: what the panel, Dynamics and Flex say to each other, word for word" }</span>
                    <span class="count">{ self.written }</span>
                </summary>
                <div class="tools">
                    <label>
                        { "Show " }
                        <select data-shown="">
                            <option value="all" selected=true>{ "all messages" }</option>
                            <option value="dynamics">{ "those of Dynamics" }</option>
                            <option value="flex">{ "those of Flex" }</option>
                        </select>
                    </label>
                    <label><input type="checkbox" data-whole="" />{ "Whole messages" }</label>
                </div>
                <div class="scroll" tabindex="0" role="group" aria-label="Messages">
                    <ol data-journal="">{ for rows }</ol>
                    if self.entries.is_empty() { <p class="muted">{ "Nothing has been said yet." }</p> }
                </div>
            </details></section>
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;
    use simulation::host_wire::Outcome;

    #[test]
    fn a_reply_has_the_name_of_its_request_and_a_command_the_name_of_its_action() {
        let mut journal = Journal::default();
        journal.request(
            1.0,
            &Request {
                message_type: "getmode".to_owned(),
                message_data: Map::new(),
                message_correlation_id: "1".to_owned(),
            },
        );
        journal.reply(
            2.0,
            &Reply {
                message_outcome: Outcome::Success,
                message_data: Map::new(),
                message_correlation_id: "1".to_owned(),
            },
        );
        let command = json!({"type": "command", "action": "SelectTask"});
        journal.bridge(3.0, Side::Panel, Side::Flex, &command);
        journal.bridge(4.0, Side::Flex, Side::Panel, &json!({"type": "reply"}));
        let kinds: Vec<_> = journal.entries.iter().map(|it| it.kind.as_str()).collect();
        assert_eq!(kinds, ["getmode", "getmode", "SelectTask", "reply"]);
    }

    #[test]
    fn a_message_that_becomes_known_late_is_put_in_its_place() {
        let mut journal = Journal::default();
        for (at, kind) in [(1.0, "task"), (3.0, "selected"), (2.0, "reply")] {
            journal.bridge(at, Side::Flex, Side::Panel, &json!({ "type": kind }));
        }
        let kinds: Vec<_> = journal.entries.iter().map(|it| it.kind.as_str()).collect();
        assert_eq!(kinds, ["task", "reply", "selected"]);
    }

    #[test]
    fn the_oldest_messages_are_dropped() {
        let mut journal = Journal::default();
        for _ in 0..KEPT + 3 {
            journal.bridge(1.0, Side::Flex, Side::Panel, &json!({}));
        }
        assert_eq!(journal.entries.len(), KEPT);
        assert_eq!(journal.entries.front().map(|it| it.number), Some(4));
    }
}
