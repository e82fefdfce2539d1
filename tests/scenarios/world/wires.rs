//! The wires of the world: what is on its way arrives in its time, and what goes wrong with a call or a command.

use std::rc::Rc;

use flex_cif_panel::phone::read_with;
use functions::phone::Libphonenumber;
use serde_json::Value;
use simulation::flex::Input as FlexInput;
use simulation::host_wire::{Reply, Request};
use simulation::stage::{Clock, Scheduler, message};
use simulation::{dynamics as host, library};
use store::click::Reading;
use store::problem::{CallProblem, CommandProblem, NumberProblem};
use store::{
    DynamicsCall, DynamicsEvent, Event, FlexCommand, FlexEvent, Millis, Ticket, Traced, timeouts,
    update,
};
use wire::cif::decode;

use super::{Happening, World};
use crate::day::told;
use crate::fault::{Fault, LATE, refusal_of, replies};

impl Scheduler for World {
    fn now(&self) -> u64 {
        self.now
    }

    fn tell(&mut self, event: Event) {
        let now = Millis(self.now);
        self.log.note(Traced::Event(&event), now);
        for effect in update(Rc::make_mut(&mut self.panel), event) {
            self.log.note(Traced::Effect(&effect), now);
            self.perform(effect);
        }
        self.has_told.extend(told(self));
    }

    fn send(&mut self, millis: u32, event: Event) {
        if let Event::Dynamics(told) = &event
            && let Some(page) = self.page.note(told)
        {
            let clicked = Event::Dynamics(DynamicsEvent::ClickedOnPage(page));
            self.plan(millis, Happening::Store(clicked.into()));
        }
        self.plan(millis, Happening::Store(event.into()));
    }

    fn wait(&mut self, millis: u32, clock: Clock) {
        let time_up = match clock {
            Clock::Dynamics(timer) => Happening::Dynamics(host::Input::TimeUp(timer)),
            Clock::Flex(timer) => Happening::Flex(FlexInput::TimeUp(timer)),
        };
        self.plan(millis, time_up);
    }

    fn call(&mut self, request: Ticket, call: &DynamicsCall) {
        let called = self.called;
        for (method, message) in self.calls.send(request, call, called) {
            self.called += 1;
            self.invoke(method, message);
        }
    }

    fn command(&mut self, request: Ticket, command: FlexCommand) {
        let message = message(request, command);
        let text = |path| message.pointer(path).and_then(Value::as_str);
        let action = text("/action").unwrap_or_default();
        let what = text("/payload/sid").or(text("/payload/destination"));
        let line = format!("flex {action} {}", what.unwrap_or_default());
        self.journal.push(line.trim_end().to_owned());
        let _ = self.commands.insert(request);
        self.plan(timeouts::FLEX_COMMAND, Happening::NoReply(request));
        match self.broken_by(action) {
            Some(Fault::Lost) => {}
            Some(fault) if fault.rejection().is_some() => self.post(0, &refusal_of(request)),
            Some(Fault::DoneLate) => {
                let late = timeouts::FLEX_COMMAND + LATE;
                self.plan(late, Happening::ToFlex(message));
            }
            _ => self.reach_flex(&message),
        }
    }

    fn read(&self, text: &str) -> Result<Reading, NumberProblem> {
        read_with(&Libphonenumber, text, None)
    }

    /// A call may have a fault that changes its reply.
    fn reply(&mut self, mut reply: Reply) {
        let number: Option<u32> = reply.message_correlation_id.parse().ok();
        match number.and_then(|number| self.faults.get(&number).copied()) {
            Some(Fault::Unanswered) => {}
            Some(Fault::AnsweredLate) => {
                self.plan(timeouts::OPENING + LATE, Happening::Reply(reply));
            }
            fault => {
                fault.into_iter().for_each(|fault| fault.spoil(&mut reply));
                self.take_reply(&reply);
            }
        }
    }
}

impl World {
    fn invoke(&mut self, method: &'static str, message: Request) {
        let (kind, data) = (&message.message_type, &message.message_data);
        let keys = ["value", "tabId", "entityName"].into_iter();
        let what = keys.filter_map(|key| data.get(key)).next();
        let what = what.map(|value| {
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        });
        let line = format!("dynamics {kind} {}", what.unwrap_or_default());
        self.journal.push(line.trim_end().to_owned());
        let ours = match kind.as_str() {
            "searchandopenrecords" | "openform" => timeouts::OPENING,
            "getTabsByTagOrName" => timeouts::TABS_GRACE,
            _ => timeouts::DYNAMICS_CALL,
        };
        let patience = library::patience(method).map_or(ours, |library| library.min(ours));
        let number = message.message_correlation_id.parse().unwrap_or_default();
        let fault = self.broken_by(kind);
        self.faults.extend(fault.map(|fault| (number, fault)));
        if self.calls.awaited(number).is_some() {
            self.plan(patience, Happening::GiveUp(number));
        }
        let input = host::Input::Request(message);
        match (fault, fault.and_then(Fault::rejection)) {
            (_, Some(raw)) => {
                let answer = self.calls.settle(number, Err(decode::refusal(raw)));
                self.answer(answer);
            }
            (Some(Fault::Lost), _) => {}
            (Some(Fault::DoneLate), _) => self.plan(patience + LATE, Happening::Dynamics(input)),
            _ => self.step_dynamics(input),
        }
    }

    /// The library gives a call up, or we do; a form that comes up later is still told.
    pub(super) fn give_up(&mut self, number: u32) {
        let Some((request, method)) = self.calls.awaited(number) else {
            return;
        };
        if library::patience(method).is_some() {
            let given_up = decode::refusal(library::given_up(method));
            let answer = self.calls.settle(number, Err(given_up));
            self.answer(answer);
        } else {
            let result = Err(CallProblem::TimedOut);
            let event = DynamicsEvent::Answered { request, result };
            self.tell(Event::Dynamics(event));
        }
    }

    /// A command reaches Flex; what comes of its reply is up to the fault that the command has, if it has one.
    pub(super) fn reach_flex(&mut self, message: &Value) {
        let action = message.get("action").and_then(Value::as_str);
        let broken = self.broken.as_ref();
        let broken = broken.filter(|broken| Some(broken.what) == action);
        let fault = broken.map(|broken| broken.fault);
        let now = self.now;
        let mut reaction = Rc::make_mut(&mut self.desktop).receive(message, now);
        let reply = reaction.messages.pop();
        self.react(reaction);
        let delay = fault.map_or(0, Fault::delay_of_reply);
        for reply in replies(fault, reply) {
            self.post(delay, &reply);
        }
    }

    /// An event reaches the store. As in the link, the first answer to a command counts.
    pub(super) fn arrive(&mut self, event: Event) {
        let counts = match &event {
            Event::Flex(FlexEvent::Replied { request, .. }) => self.commands.remove(request),
            _ => true,
        };
        if counts {
            self.tell(event);
        }
    }

    pub(super) fn no_reply(&mut self, request: Ticket) {
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
        let due = self.now + u64::from(millis);
        self.agenda.push((due, self.planned, happening));
    }
}
