//! The wires of the world: what the panel does reaches Dynamics and Flex, and what they say reaches the panel. The
//! adapters are played here with everything of theirs that is pure: plans, decoders, protocol.

use flex_cif_panel::phone::read_with;
use functions::phone::Libphonenumber;
use serde_json::Value;
use simulation::bridge::Reaction;
use simulation::flex::{self, Input as FlexInput};
use simulation::host_wire::Reply;
use simulation::{dynamics as host, library};
use store::problem::{CallProblem, CommandProblem};
use store::{
    DynamicsCall, DynamicsEvent, Effect, Event, FlexEvent, Millis, RequestId, patience, update,
};
use wire::bridge::{Message, ToFlex, decode as decode_message};
use wire::cif::decode::{self, Raw};
use wire::cif::events::HostEvent;
use wire::cif::payload::{Invocation, Plan, plan};

use super::{Call, Happening, Look, Part, World};
use crate::day::told;
use crate::fault::{Fault, LATE, refusal_of, replies};

impl World {
    pub fn tell(&mut self, event: Event) {
        let now = Millis(self.now);
        self.log.note(store::Happened::Event(&event), now);
        for effect in update(&mut self.panel, event) {
            self.log.note(store::Happened::Effect(&effect), now);
            self.perform(effect);
        }
        self.has_told.extend(told(self));
    }

    pub(super) fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Dynamics { request, call } => self.call(request, &call),
            Effect::Flex { request, command } => {
                let message = Message::Flex(ToFlex::Command { request, command });
                let message = serde_json::to_value(message).expect("messages are JSON");
                let action = message
                    .get("action")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let sid = message.pointer("/payload/sid").and_then(Value::as_str);
                let number = message
                    .pointer("/payload/destination")
                    .and_then(Value::as_str);
                let what = sid.or(number).unwrap_or_default();
                self.journal
                    .push(format!("flex {action} {what}").trim_end().to_owned());
                let _ = self.commands.insert(request);
                self.plan(patience::FLEX_COMMAND, Happening::NoReply(request));
                match self.broken_by(action) {
                    Some(Fault::Lost) => {}
                    Some(fault) if fault.rejection().is_some() => {
                        self.plan(0, Happening::FromFlex(refusal_of(request)));
                    }
                    Some(Fault::DoneLate) => {
                        self.plan(patience::FLEX_COMMAND + LATE, Happening::ToFlex(message));
                    }
                    _ => self.command(&message),
                }
            }
            Effect::ReadNumber { request, text } => {
                let event = Event::NumberRead {
                    request,
                    result: read_with(&Libphonenumber, &text, None),
                };
                self.plan(0, Happening::Store(event.into()));
            }
            Effect::Remember(memory) => self.kept = (*memory).clone(),
            Effect::RememberSearch { opens_nothing } => self.search_opens_nothing = opens_nothing,
            // This window is the only one of the agent.
            Effect::Windows(_) => {}
            Effect::Wait { timer, millis } => {
                self.plan(millis, Happening::Store(Event::TimeUp(timer).into()));
            }
        }
    }

    fn call(&mut self, request: RequestId, call: &DynamicsCall) {
        let millis = match call {
            DynamicsCall::OpenBySearch(_) | DynamicsCall::OpenForm(_) => patience::OPENING,
            _ => patience::DYNAMICS_CALL,
        };
        match plan(call) {
            Plan::One(invocation, expected) => {
                self.invoke(request, &invocation, Part::Whole(expected), millis);
            }
            Plan::Unawaited(invocation) => self.send_unawaited(&invocation),
            Plan::Look {
                session,
                focused,
                tabs,
            } => {
                let _ = self.looks.insert(request, Look::default());
                self.invoke(request, &tabs, Part::Tabs, patience::TABS_GRACE);
                self.invoke(request, &session, Part::Session, millis);
                self.invoke(request, &focused, Part::Focused, millis);
            }
        }
    }

    /// A call whose promise nobody awaits.
    fn send_unawaited(&mut self, invocation: &Invocation) {
        let Ok(message) = library::request(invocation, "unawaited") else {
            panic!("the library has no {}", invocation.method)
        };
        self.journal
            .push(format!("dynamics {}", message.message_type));
        let fault = self.broken_by(&message.message_type);
        if fault.is_none_or(Fault::is_done) {
            self.give_dynamics(host::Input::Request(message));
        }
    }

    fn invoke(&mut self, request: RequestId, invocation: &Invocation, part: Part, millis: u32) {
        self.correlations += 1;
        let correlation = self.correlations.to_string();
        let Ok(message) = library::request(invocation, &correlation) else {
            panic!("the library has no {}", invocation.method)
        };
        let fault = self.broken_by(&message.message_type);
        let first = ["value", "tabId", "entityName"]
            .into_iter()
            .find_map(|key| message.message_data.get(key))
            .map(|value| {
                value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned)
            });
        let what = first.unwrap_or_default();
        self.journal.push(
            format!("dynamics {} {what}", message.message_type)
                .trim_end()
                .to_owned(),
        );
        let method = invocation.method;
        let _ = self.pending.insert(
            correlation.clone(),
            Call {
                request,
                method,
                part,
                fault,
            },
        );
        let patience = library::patience(method).map_or(millis, |library| library.min(millis));
        self.plan(patience, Happening::GiveUp(correlation.clone()));
        let message = host::Input::Request(message);
        match (fault, fault.and_then(Fault::rejection)) {
            (_, Some(raw)) => self.settle(&correlation, Err(decode::refusal(raw))),
            (Some(Fault::Lost), _) => {}
            (Some(Fault::DoneLate), _) => {
                self.plan(patience + LATE, Happening::Dynamics(message));
            }
            _ => self.give_dynamics(message),
        }
    }

    /// The library gives a call up, or we do; a form that comes up later is still told.
    pub(super) fn give_up(&mut self, correlation: &str) {
        let Some(call) = self.pending.get(correlation) else {
            return;
        };
        let (method, request) = (call.method, call.request);
        if library::patience(method).is_some() {
            self.settle(correlation, Err(decode::refusal(library::given_up(method))));
        } else {
            let result = Err(CallProblem::TimedOut);
            let event = DynamicsEvent::Answered { request, result };
            self.tell(Event::Dynamics(event));
        }
    }

    pub(super) fn give_dynamics(&mut self, input: host::Input) {
        for output in self.dynamics.step(input) {
            match output {
                host::Output::Reply(reply) => self.reply(reply),
                host::Output::Event(event) => {
                    let known = HostEvent::ALL
                        .into_iter()
                        .find(|known| known.name() == event.message_type);
                    let told = known.and_then(|known| known.decode(Raw::Text(event.message_data)));
                    if let Some(told) = told {
                        if let Some(page) = self.page.note(&told) {
                            let clicked = DynamicsEvent::ClickedOnPage(page);
                            self.plan(0, Happening::Store(Event::Dynamics(clicked).into()));
                        }
                        self.plan(0, Happening::Store(Event::Dynamics(told).into()));
                    }
                }
                host::Output::Wait { timer, millis } => {
                    self.plan(millis, Happening::Dynamics(host::Input::TimeUp(timer)));
                }
            }
        }
    }

    /// The host's reply is on its way; a call may have a fault that changes it.
    fn reply(&mut self, mut reply: Reply) {
        let call = self.pending.get(&reply.message_correlation_id);
        match call.and_then(|call| call.fault) {
            Some(Fault::Unanswered) => {}
            Some(Fault::AnsweredLate) => {
                self.plan(patience::OPENING + LATE, Happening::Reply(reply));
            }
            fault => {
                fault.into_iter().for_each(|fault| fault.spoil(&mut reply));
                self.take_reply(&reply);
            }
        }
    }

    pub(super) fn take_reply(&mut self, reply: &Reply) {
        let correlation = &reply.message_correlation_id;
        let Some(call) = self.pending.get(correlation) else {
            return;
        };
        if let Some(settled) = library::settle(call.method, reply) {
            self.settle(correlation, settled.map_err(decode::refusal));
        }
    }

    fn settle(&mut self, correlation: &str, result: Result<Raw, CallProblem>) {
        let Some(call) = self.pending.remove(correlation) else {
            return;
        };
        let request = call.request;
        let answer = match call.part {
            Part::Whole(expected) => result.and_then(|raw| decode::answer(expected, raw)),
            part => {
                let look = self.looks.entry(request).or_default();
                match part {
                    Part::Session => look.session = Some(result),
                    Part::Focused => look.focused = Some(result),
                    _ => look.tabs = Some(result),
                }
                if look.session.is_none() || look.focused.is_none() || look.tabs.is_none() {
                    return;
                }
                let look = self.looks.remove(&request).unwrap_or_default();
                let gone = || Err(CallProblem::TimedOut);
                decode::look(
                    look.session.unwrap_or_else(gone),
                    look.focused.unwrap_or_else(gone),
                    look.tabs.unwrap_or_else(gone),
                )
            }
        };
        let event = DynamicsEvent::Answered {
            request,
            result: answer,
        };
        self.plan(0, Happening::Store(Event::Dynamics(event).into()));
    }

    pub fn give_flex(&mut self, input: FlexInput) {
        let happened = self.desktop.happen(input, self.now);
        self.hear_flex(happened);
    }

    pub(super) fn hear_flex(&mut self, happened: Reaction) {
        for output in happened.outputs {
            if let flex::Output::Wait { timer, millis } = output {
                self.plan(millis, Happening::Flex(FlexInput::TimeUp(timer)));
            }
        }
        for message in happened.messages {
            self.plan(0, Happening::FromFlex(message));
        }
    }

    /// A command reaches Flex; what comes of its reply is up to the fault that the command has, if it has one.
    pub(super) fn command(&mut self, message: &Value) {
        let action = message.get("action").and_then(Value::as_str);
        let broken = self
            .broken
            .as_ref()
            .filter(|broken| Some(broken.what) == action);
        let fault = broken.map(|broken| broken.fault);
        let mut happened = self.desktop.receive(message, self.now);
        let reply = happened.messages.pop();
        self.hear_flex(happened);
        let delay = fault.map_or(0, Fault::delay_of_reply);
        for reply in replies(fault, reply) {
            self.plan(delay, Happening::FromFlex(reply));
        }
    }

    /// A message of Flex. As in the link, the first answer to a command counts.
    pub(super) fn hear(&mut self, message: &Value) {
        let event = decode_message(message, Millis(self.now)).unwrap_or(FlexEvent::Malformed);
        if let FlexEvent::Replied { request, .. } = &event
            && !self.commands.remove(request)
        {
            return;
        }
        self.tell(Event::Flex(event));
    }

    pub(super) fn no_reply(&mut self, request: RequestId) {
        if self.commands.remove(&request) {
            let result = Err(CommandProblem::TimedOut);
            self.tell(Event::Flex(FlexEvent::Replied { request, result }));
        }
    }

    /// The fault that a call of this type, or a command of this action, meets now.
    fn broken_by(&mut self, what: &str) -> Option<Fault> {
        let broken = self.broken.as_mut().filter(|broken| broken.what == what)?;
        broken.met += 1;
        Some(broken.fault)
    }

    fn plan(&mut self, millis: u32, happening: Happening) {
        self.planned += 1;
        self.agenda
            .push((self.now + u64::from(millis), self.planned, happening));
    }
}
