//! The journal: every message between panel, Dynamics and Flex, in order, as it crossed the wire.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;
use serde_json::Value;
use yew::{Html, html};

use crate::simulation::wire::{HostEvent, Reply, Request};

/// As many of the newest messages are kept.
const KEPT: usize = 500;

/// Whoever says or hears something.
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
    number: u32,
    from: Side,
    to: Side,
    kind: String,
    message: String,
}

/// The journal.
#[derive(Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    written: u32,
    /// What the requests that await their reply are called.
    asked: HashMap<String, String>,
}

impl Journal {
    /// The panel has called Dynamics.
    pub fn request(&mut self, request: &Request) {
        let kind = request.message_type.clone();
        self.asked
            .insert(request.message_correlation_id.clone(), kind.clone());
        self.write(Side::Panel, Side::Dynamics, kind, request);
    }

    /// Dynamics has answered; a reply is called like its request.
    pub fn reply(&mut self, reply: &Reply) {
        let kind = self.asked.remove(&reply.message_correlation_id);
        let kind = kind.unwrap_or_else(|| "reply".to_owned());
        self.write(Side::Dynamics, Side::Panel, kind, reply);
    }

    /// Dynamics has told of something.
    pub fn event(&mut self, event: &HostEvent) {
        let kind = event.message_type.clone();
        self.asked
            .insert(event.message_correlation_id.clone(), kind.clone());
        self.write(Side::Dynamics, Side::Panel, kind, event);
    }

    /// The panel's handler has answered an event.
    pub fn handled(&mut self, answer: &Reply) {
        let kind = self.asked.remove(&answer.message_correlation_id);
        let kind = kind.unwrap_or_else(|| "reply".to_owned());
        self.write(Side::Panel, Side::Dynamics, kind, answer);
    }

    /// The bridge script has said or heard something. A command is called by its action.
    pub fn bridge(&mut self, from: Side, to: Side, message: &Value) {
        let name = ["action", "type", "cifPanel"]
            .iter()
            .find_map(|key| message.get(key)?.as_str());
        self.write(from, to, name.unwrap_or_default().to_owned(), message);
    }

    fn write(&mut self, from: Side, to: Side, kind: String, message: &impl Serialize) {
        self.written += 1;
        self.entries.push_back(Entry {
            number: self.written,
            from,
            to,
            kind,
            message: serde_json::to_string(message).unwrap_or_default(),
        });
        if self.entries.len() > KEPT {
            self.entries.pop_front();
        }
    }

    /// The journal on the page.
    pub fn view(&self) -> Html {
        let rows = self.entries.iter().map(|entry| {
            html! {
                <li key={entry.number} data-from={entry.from.name()} data-to={entry.to.name()}
                    data-type={entry.kind.clone()} title={entry.message.clone()}>
                    { &entry.message }
                </li>
            }
        });
        html! {
            <details class="journal" open=true>
                <summary>
                    { "Journal" }<span class="muted">{ "every message on the wire, in order" }</span>
                    <span class="count">{ self.written }</span>
                </summary>
                <div class="scroll"><ol data-journal="">{ for rows }</ol></div>
            </details>
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;
    use crate::simulation::wire::Outcome;

    #[test]
    fn a_reply_is_called_like_its_request_and_a_command_by_its_action() {
        let mut journal = Journal::default();
        journal.request(&Request {
            message_type: "getmode".to_owned(),
            message_data: Map::new(),
            message_correlation_id: "1".to_owned(),
        });
        journal.reply(&Reply {
            message_outcome: Outcome::Success,
            message_data: Map::new(),
            message_correlation_id: "1".to_owned(),
        });
        let command = json!({"type": "command", "action": "SelectTask"});
        journal.bridge(Side::Panel, Side::Flex, &command);
        journal.bridge(Side::Flex, Side::Panel, &json!({"type": "reply"}));
        let kinds: Vec<_> = journal.entries.iter().map(|it| it.kind.as_str()).collect();
        assert_eq!(kinds, ["getmode", "getmode", "SelectTask", "reply"]);
    }

    #[test]
    fn the_oldest_messages_are_forgotten() {
        let mut journal = Journal::default();
        for _ in 0..KEPT + 3 {
            journal.bridge(Side::Flex, Side::Panel, &json!({}));
        }
        assert_eq!(journal.entries.len(), KEPT);
        assert_eq!(journal.entries.front().map(|it| it.number), Some(4));
    }
}
