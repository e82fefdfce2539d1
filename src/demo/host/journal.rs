//! The journal: every message between panel, Dynamics and Flex, in order, as it crossed the wire. Those of the
//! bridge script are heard of a little later than they were said: each finds its place by its moment.

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
    at: f64,
    number: u32,
    from: Side,
    to: Side,
    kind: String,
    message: String,
}

/// The journal. All moments are in milliseconds since 1970.
#[derive(Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
    written: u32,
    /// What the requests that await their reply are called.
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

    /// Dynamics has answered; a reply is called like its request.
    pub fn reply(&mut self, at: f64, reply: &Reply) {
        let kind = self.asked.remove(&reply.message_correlation_id);
        let kind = kind.unwrap_or_else(|| "reply".to_owned());
        self.write(at, Side::Dynamics, Side::Panel, kind, reply);
    }

    /// Dynamics has told of something.
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

    /// The bridge script has said or heard something. A command is called by its action.
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

    /// The journal on the page. Which messages are shown, and whether wholly, is for `styles/journal.css` to see.
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
    use crate::simulation::wire::Outcome;

    #[test]
    fn a_reply_is_called_like_its_request_and_a_command_by_its_action() {
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
    fn what_is_heard_of_late_stands_where_it_was_said() {
        let mut journal = Journal::default();
        for (at, kind) in [(1.0, "task"), (3.0, "selected"), (2.0, "reply")] {
            journal.bridge(at, Side::Flex, Side::Panel, &json!({ "type": kind }));
        }
        let kinds: Vec<_> = journal.entries.iter().map(|it| it.kind.as_str()).collect();
        assert_eq!(kinds, ["task", "reply", "selected"]);
    }

    #[test]
    fn the_oldest_messages_are_forgotten() {
        let mut journal = Journal::default();
        for _ in 0..KEPT + 3 {
            journal.bridge(1.0, Side::Flex, Side::Panel, &json!({}));
        }
        assert_eq!(journal.entries.len(), KEPT);
        assert_eq!(journal.entries.front().map(|it| it.number), Some(4));
    }
}
