//! The agent desktop as the panel sees it: the simulated Flex with a twin of the bridge script in it.
//!
//! The twin does in Rust what `flex-plugin/cif-panel-bridge.js` does in a browser, so that native tests can play the
//! store against Flex. The same golden messages test both. Change both together.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::flex::{Activity, DESKTOP, Event, Flex, Input, OFFLINE, Output, Task, TaskEvent};
use store::state::Line;
use wire::bridge::to_panel::{ActivityFields, Ending, Failure, Status, TaskFields};
use wire::bridge::{Message, ToPanel};

/// How many characters of a text attribute are sent.
const LONGEST_TEXT: usize = 1000;
/// The attributes that are sent.
const ATTRIBUTES: [&str; 14] = [
    "name",
    "contactId",
    "incidentId",
    "ticketNumber",
    "direction",
    "taskType",
    "channelType",
    "customerName",
    "customerAddress",
    "from",
    "outbound_to",
    "flexInteractionChannelSid",
    "recordEntity",
    "recordId",
];
/// The actions that the panel may ask for, and the keys of their payloads that are passed on.
const ACTIONS: [(&str, &[&str]); 12] = [
    ("SelectTask", &["sid"]),
    ("AcceptTask", &["sid"]),
    ("RejectTask", &["sid"]),
    ("WrapupTask", &["sid"]),
    ("CompleteTask", &["sid"]),
    ("HangupCall", &["sid"]),
    ("HoldCall", &["sid"]),
    ("UnholdCall", &["sid"]),
    ("SendDTMFDigits", &["sid", "digits"]),
    ("StartOutboundCall", &["destination", "taskAttributes"]),
    ("NavigateToView", &["viewName"]),
    ("SetActivity", &["activitySid"]),
];

/// The activity that Flex's own menus leave out.
const RESERVED: &str = "Reserved";
/// Flex performs these on the call that this browser has, whichever task they name.
const TO_THE_LINE: [&str; 2] = ["HangupCall", "SendDTMFDigits"];

/// Flex with the bridge script in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AgentDesktop {
    /// Flex. Change it only through [`AgentDesktop::happen`], so that the panel hears of it.
    pub flex: Flex,
    connected: bool,
    told: BTreeMap<String, TaskFields>,
    selected: Option<String>,
}

/// What an input leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reaction {
    /// What Flex put out.
    pub outputs: Vec<Output>,
    /// What the bridge posted on its port, in order. Nothing before [`AgentDesktop::connect`].
    pub messages: Vec<Value>,
}

impl AgentDesktop {
    /// The page is reloaded. The worker and the reservations live in the cloud and stay; everything else begins anew.
    pub fn reload(&mut self) {
        let mut flex = Flex::resumed(self.flex.tasks().to_vec(), self.flex.made());
        flex.activity = self.flex.activity.clone();
        *self = Self {
            flex,
            ..Self::default()
        };
    }

    /// The port between Flex and the panel is lost: nothing crosses it in either direction.
    pub fn disconnect(&mut self) {
        self.connected = false;
    }

    /// The bridge script gets its port and posts its snapshot.
    pub fn connect(&mut self, now: u64) -> Reaction {
        self.connected = true;
        let mut reaction = Reaction::default();
        self.tell_snapshot(now, &mut reaction);
        reaction
    }

    fn tell_snapshot(&mut self, now: u64, reaction: &mut Reaction) {
        let mut tasks: Vec<TaskFields> = self
            .flex
            .tasks()
            .iter()
            .filter_map(|task| self.fields(task, now))
            .collect();
        tasks.sort_by_key(|task| std::cmp::Reverse(task.age));
        self.told = tasks.iter().map(ageless).collect();
        self.selected = self.flex.selected.clone();
        reaction.post(ToPanel::Snapshot {
            tasks,
            selected: self.selected.clone(),
            view: Some(self.flex.view.clone()),
            activity: Some(chosen_activity(&self.flex.activity)),
            activities: self
                .flex
                .activities
                .iter()
                .filter(|one| one.name != RESERVED)
                .map(chosen_activity)
                .collect(),
            connected: self.flex.connected,
        });
    }

    /// Something happens in Flex.
    pub fn happen(&mut self, input: Input, now: u64) -> Reaction {
        let mut reaction = Reaction::default();
        if matches!(input, Input::LogIn) {
            // The page is reloaded, and the script with it.
            self.connected = false;
        }
        let over = !self.flex.signed_in;
        let outputs = self.flex.handle(input, now);
        if self.connected && !over {
            for output in &outputs {
                self.hear(output, now, &mut reaction);
            }
            // The script says nothing after the end of the session.
            if self.flex.signed_in {
                self.look_at_store(now, &mut reaction);
            }
        }
        reaction.outputs = outputs;
        reaction
    }

    /// A message of the panel arrives on the port.
    pub fn receive(&mut self, message: &Value, now: u64) -> Reaction {
        let mut reaction = Reaction::default();
        if !self.connected {
            return reaction;
        }
        let kind = match message.get("to").and_then(Value::as_str) {
            Some("flex") => message.get("type").and_then(Value::as_str),
            _ => None,
        };
        let number = message.get("request").and_then(Value::as_u64);
        match (kind, number.map(u32::try_from)) {
            (Some("error"), _) => {}
            (Some("command"), Some(Ok(request))) => {
                let error = self.obey(message, now, &mut reaction).err();
                reaction.post(ToPanel::Reply { request, error });
            }
            (Some("command"), _) => {
                let why = failure("malformed", "a command needs a number");
                reaction.post(ToPanel::Error(why));
            }
            _ => {
                let why = failure("unknown-type", "the bridge knows no such message");
                reaction.post(ToPanel::Error(why));
            }
        }
        reaction
    }

    fn obey(&mut self, message: &Value, now: u64, reaction: &mut Reaction) -> Result<(), Failure> {
        for (action, payload) in self.invocations(message)? {
            let invoke = Input::Invoke {
                id: 0,
                action,
                payload,
            };
            let next = self.happen(invoke, now);
            let refusal = next.outputs.iter().find_map(|output| match output {
                Output::Settled { result, .. } => result.clone().err(),
                _ => None,
            });
            reaction.outputs.extend(next.outputs);
            reaction.messages.extend(next.messages);
            if let Some(words) = refusal {
                return Err(failure("refused", &words));
            }
        }
        Ok(())
    }

    /// The actions that carry out a command, in order.
    fn invocations(&self, message: &Value) -> Result<Vec<(String, Value)>, Failure> {
        let action = message.get("action").and_then(Value::as_str);
        let (action, keys) = ACTIONS
            .into_iter()
            .find(|(name, _)| Some(*name) == action)
            .ok_or_else(|| failure("unknown-action", "the bridge takes no such action"))?;
        let payload = message.get("payload").unwrap_or(&Value::Null);
        let sid = payload.get("sid").and_then(Value::as_str);
        let task = sid.and_then(|sid| self.flex.task(sid));
        if keys.contains(&"sid") && task.is_none() {
            return Err(failure("unknown-task", "Flex has no such task"));
        }
        if TO_THE_LINE.contains(&action) && task.is_none_or(|task| self.line(task) != Line::Own) {
            let words = "the call in this browser is not this task's";
            return Err(failure("not-its-call", words));
        }
        let mut invocations = Vec::new();
        if action == "SelectTask" && self.flex.view != DESKTOP {
            let to_desktop = serde_json::json!({"viewName": DESKTOP});
            invocations.push(("NavigateToView".into(), to_desktop));
        }
        invocations.push((action.into(), chosen(payload, keys, Value::clone)));
        Ok(invocations)
    }

    /// Handles what `manager.events` emits and the `after…` listeners receive.
    fn hear(&mut self, output: &Output, now: u64, reaction: &mut Reaction) {
        match output {
            Output::Event(Event::Task(event, task)) => match ending(*event, task) {
                Some(ending) => {
                    let _ = self.told.remove(&task.sid);
                    reaction.post(ToPanel::TaskEnded {
                        sid: task.sid.clone(),
                        ending,
                    });
                }
                None => self.tell(task, now, reaction),
            },
            Output::Event(Event::View(name)) => reaction.post(ToPanel::View { name: name.clone() }),
            Output::Event(Event::Activity(_)) => reaction.post(ToPanel::Activity {
                activity: chosen_activity(&self.flex.activity),
            }),
            Output::Event(Event::Connection(true)) => self.tell_snapshot(now, reaction),
            Output::Event(Event::Connection(false)) => reaction.post(ToPanel::Reconnecting),
            Output::Event(Event::SessionInvalidated) => reaction.post(ToPanel::SessionInvalidated),
            Output::After("afterLogout") => reaction.post(ToPanel::SignedOut),
            _ => {}
        }
    }

    /// Compares Flex's store with what was sent, as the script's subscriber does. It finds the selection too,
    /// whether the agent or a command made it.
    fn look_at_store(&mut self, now: u64, reaction: &mut Reaction) {
        for task in self.flex.tasks().to_vec() {
            if self.told.contains_key(&task.sid) {
                self.tell(&task, now, reaction);
            }
        }
        if self.selected != self.flex.selected {
            self.selected = self.flex.selected.clone();
            reaction.post(ToPanel::Selected {
                sid: self.selected.clone(),
            });
        }
    }

    /// The fields of a live task. `None` for a task that is not live.
    fn fields(&self, task: &Task, now: u64) -> Option<TaskFields> {
        let call = self.flex.is_call_task(task);
        let line = call.then(|| self.line(task));
        let around = Around {
            call,
            wrapup: self.flex.has_wrap_up(task),
            line: line.unwrap_or(Line::None),
            conversation: task.conversation(),
        };
        let fields = chosen_fields(&task.as_itask(now), &around)?;
        Some(self.dated(fields, now))
    }

    /// The fields with the moment at which the task's stage began. Flex keeps no date for a hold or its end, so these
    /// begin when the bridge sees them.
    fn dated(&self, fields: TaskFields, now: u64) -> TaskFields {
        let held = |task: &TaskFields| task.on_hold == Some(true);
        let before = self.told.get(&fields.sid);
        let since = match before.filter(|before| before.status == fields.status) {
            None => fields.since,
            Some(before) if held(before) == held(&fields) => before.since,
            Some(_) => Some(now),
        };
        TaskFields { since, ..fields }
    }

    /// Whether the call in this browser is the task's call.
    fn line(&self, task: &Task) -> Line {
        let leg = |task: &Task| task.has_conference.then(|| task.call_sid());
        let Some(call) = &self.flex.active_call else {
            return Line::None;
        };
        let legs: Vec<Option<String>> = self.flex.tasks().iter().map(leg).collect();
        line_of(call, leg(task).as_ref(), self.flex.rings(task), &legs)
    }

    /// Sends a live task unless nothing of it has changed.
    fn tell(&mut self, task: &Task, now: u64, reaction: &mut Reaction) {
        let Some(fields) = self.fields(task, now) else {
            return;
        };
        let (sid, news) = ageless(&fields);
        if self.told.get(&sid) != Some(&news) {
            let _ = self.told.insert(sid, news);
            reaction.post(ToPanel::Task { task: fields });
        }
    }
}

impl Reaction {
    fn post(&mut self, message: ToPanel) {
        // Serializing can't fail, because all keys are texts.
        self.messages
            .extend(serde_json::to_value(Message::Panel(message)).ok());
    }
}

/// The fields without the age, because a change of the age alone is not sent.
fn ageless(fields: &TaskFields) -> (String, TaskFields) {
    let mut news = fields.clone();
    news.age = 0;
    (fields.sid.clone(), news)
}

fn failure(code: &str, words: &str) -> Failure {
    Failure {
        code: code.into(),
        message: words.into(),
    }
}

fn ending(event: TaskEvent, task: &Task) -> Option<Ending> {
    Some(match event {
        TaskEvent::Completed if task.handed_on => Ending::Transferred,
        TaskEvent::Completed => Ending::Completed,
        TaskEvent::Rejected => Ending::Rejected,
        TaskEvent::Timeout => Ending::Timeout,
        TaskEvent::Canceled => Ending::Canceled,
        TaskEvent::Rescinded => Ending::Rescinded,
        TaskEvent::Received | TaskEvent::Updated | TaskEvent::Accepted | TaskEvent::Wrapup => {
            return None;
        }
    })
}

fn chosen_activity(activity: &Activity) -> ActivityFields {
    ActivityFields {
        sid: activity.sid.clone(),
        name: activity.name.clone(),
        available: activity.available,
        offline: activity.sid == OFFLINE,
    }
}

/// What Flex knows about a task outside the task itself.
struct Around {
    /// `TaskHelper.isCallTask`.
    call: bool,
    /// The task's channel has the capability `Wrapup`.
    wrapup: bool,
    line: Line,
    /// The state of the task's conversation.
    conversation: Option<Value>,
}

/// Whether the call in this browser is the task's call. An outgoing call that still rings has no leg in a conference.
/// Then the browser's call is its own, unless it is a leg of another task.
fn line_of(call: &String, leg: Option<&String>, rings: bool, legs: &[Option<String>]) -> Line {
    let is_anothers = || legs.iter().any(|leg| leg.as_ref() == Some(call));
    if leg == Some(call) || rings && !is_anothers() {
        Line::Own
    } else {
        Line::Other
    }
}

/// The fields of an `ITask` that are sent. `None` for a task that is not live.
fn chosen_fields(itask: &Value, around: &Around) -> Option<TaskFields> {
    let attributes = itask.get("attributes").unwrap_or(&Value::Null);
    let status: Status = serde_json::from_value(itask.get("status")?.clone()).ok()?;
    let participants = itask.pointer("/conference/participants");
    let participant = |kind: &str, flag: &str| {
        let all = participants?.as_array()?;
        let one = all.iter().find(|one| {
            one["participantType"] == kind && (kind == "customer" || one["isCurrentWorker"] == true)
        })?;
        one.get(flag)?.as_bool()
    };
    let text = |name: &str| itask[name].as_str().unwrap_or_default().to_owned();
    let live = itask.pointer("/conference/liveParticipantCount");
    let (unread, unanswered) = conversation_fields(around.conversation.as_ref());
    Some(TaskFields {
        sid: itask.get("sid")?.as_str()?.into(),
        status,
        channel: text("taskChannelUniqueName"),
        channel_type: text("channelType"),
        age: itask.get("age").and_then(Value::as_u64).unwrap_or_default(),
        attributes: chosen_attributes(attributes),
        on_hold: participant("customer", "onHold"),
        muted: participant("worker", "muted"),
        call: Some(around.call),
        line: Some(around.line),
        participants: live
            .and_then(Value::as_u64)
            .and_then(|live| live.try_into().ok()),
        targeted: itask["routingTarget"].is_string(),
        transfer: itask["incomingTransferObject"].is_object(),
        wrapup: Some(around.wrapup),
        unread,
        unanswered,
        since: itask["dateUpdated"].as_u64(),
    })
}

fn chosen_attributes(attributes: &Value) -> Value {
    if !attributes.is_object() {
        return Value::Null;
    }
    let mut told = chosen(attributes, &ATTRIBUTES, light);
    if attributes["customers"].is_object() {
        told["customers"] = chosen(&attributes["customers"], &["phone"], light);
    }
    told
}

/// How many messages are unread, and when the first message after the agent's last one was written. Moments are numbers
/// here.
fn conversation_fields(conversation: Option<&Value>) -> (Option<u32>, Option<u64>) {
    let list = |name: &str| conversation?.get(name)?.as_array();
    let (Some(unread), Some(messages)) = (list("unreadMessages"), list("messages")) else {
        return (None, None);
    };
    let by_agent = |message: &Value| message["isFromMe"] == true;
    let open = messages
        .iter()
        .rev()
        .take_while(|message| !by_agent(message));
    let since = open
        .last()
        .and_then(|first| first["source"]["dateCreated"].as_u64());
    (unread.len().try_into().ok(), since)
}

/// The named fields that an object has.
fn chosen(from: &Value, names: &[&str], each: impl Fn(&Value) -> Value) -> Value {
    let fields: Map<String, Value> = names
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), each(from.get(name)?))))
        .collect();
    Value::Object(fields)
}

/// A value that is small enough to send: texts are cut, lists and objects emptied.
fn light(value: &Value) -> Value {
    match value {
        Value::String(text) => text.chars().take(LONGEST_TEXT).collect::<String>().into(),
        Value::Array(_) => Value::Array(Vec::new()),
        Value::Object(_) => Value::Object(Map::new()),
        other => other.clone(),
    }
}

#[cfg(test)]
#[path = "bridge_tests.rs"]
mod tests;
