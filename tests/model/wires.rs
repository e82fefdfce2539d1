//! What is on its way goes into its channel, and what the panel asks for may go wrong.

use std::rc::Rc;

use serde_json::json;
use simulation::dynamics as host;
use simulation::flex::{Input as FlexInput, Timer as FlexTimer};
use simulation::stage::{Clock, Scheduler, message};
use store::click::Reading;
use store::event::Answer;
use store::problem::{CallProblem, CommandProblem, NumberProblem};
use store::state::Way;
use store::{DynamicsCall, DynamicsEvent, Event, FlexCommand, FlexEvent, Record, Ticket, update};
use wire::cif::decode::{self, Raw};
use wire::cif::payload::{Plan, plan};

use super::step::Fault;
use super::turn::{Before, broken_by, counted};
use super::world::World;

/// There is no clock in this world.
const NOW: u64 = 1_700_000_000_000;

impl Scheduler for World {
    fn now(&self) -> u64 {
        NOW
    }

    fn tell(&mut self, event: Event) {
        let before = Before::of(&self.panel);
        self.turn.told.push(event.clone());
        let last_ticket = self.last_ticket;
        let panel = Rc::make_mut(&mut self.panel);
        panel.requests.last = last_ticket;
        let effects = update(panel, event);
        let last_ticket = std::mem::take(&mut panel.requests.last);
        panel.diagnostics.counters = Default::default();
        self.last_ticket = last_ticket;
        if let Some(name) = broken_by(&before, &self.panel, &effects) {
            self.turn.broken = Some(name);
        }
        self.turn.effects += counted(&effects);
        for effect in effects {
            self.perform(effect);
        }
    }

    fn send(&mut self, _: u32, event: Event) {
        let channels = &mut self.channels;
        match event {
            Event::TimeUp(clock) => channels.clocks.push(clock),
            Event::Dynamics(DynamicsEvent::Answered { request, .. })
            | Event::NumberRead { request, .. } => channels.answers.push((request, event)),
            Event::Dynamics(told) => {
                if let Some(channel) = &mut channels.dynamics {
                    channel.push_back(told);
                }
            }
            Event::Flex(message) => {
                if let Some(channel) = &mut channels.flex {
                    channel.push_back(message);
                }
            }
            Event::Agent(_) | Event::Window(_) | Event::Restored(_) => {}
        }
    }

    fn wait(&mut self, _: u32, clock: Clock) {
        match clock {
            Clock::Dynamics(timer) => self.channels.tabs.push(timer),
            Clock::Flex(FlexTimer::Outbound) => {
                self.channels.calls_out = true;
                self.history.calls += 1;
            }
            // The agent's side of a call comes up, and Flex learns of its conference, at once.
            Clock::Flex(timer @ (FlexTimer::Leg { .. } | FlexTimer::Conference { .. })) => {
                self.step_flex(FlexInput::TimeUp(timer));
            }
            // No customer waits until the time of the reservation is over.
            Clock::Flex(FlexTimer::Reservation { .. }) => {}
        }
    }

    fn call(&mut self, request: Ticket, call: &DynamicsCall) {
        let fault = self.next_fault(Fault::OF_CALLS);
        let by_form = match call {
            DynamicsCall::OpenForm(record) => Some(*record),
            _ => None,
        };
        let by_itself = by_form.filter(|record| !self.was_asked_for(*record));
        self.history.by_form.extend(by_itself);
        if !matches!(fault, Some(Fault::Refused | Fault::Lost)) {
            for (_, message) in self.calls.send(request, call, 0) {
                self.step_dynamics(host::Input::Request(message));
            }
        }
        let Some(fault) = fault else { return };
        let answers = &mut self.channels.answers;
        let answered = answers.pop_if(|(of, _)| *of == request).is_some();
        // A tab that comes up after the time-out is still told.
        let opens = by_form.is_some() || matches!(call, DynamicsCall::OpenBySearch(_));
        let result = match fault {
            Fault::Refused => Err(CallProblem::Refused("no".into())),
            Fault::Nonsense if answered => nonsense(call),
            Fault::Unanswered if answered || opens => Err(CallProblem::TimedOut),
            Fault::Lost => Err(CallProblem::TimedOut),
            _ => return,
        };
        let event = Event::Dynamics(DynamicsEvent::Answered { request, result });
        answers.push((request, event));
    }

    fn command(&mut self, request: Ticket, command: FlexCommand) {
        let fault = self.next_fault(Fault::OF_COMMANDS);
        let Some(channel) = &mut self.channels.flex else {
            let event = failed(request, CommandProblem::NotConnected);
            return self.channels.answers.push((request, Event::Flex(event)));
        };
        if fault == Some(Fault::Refused) {
            return channel.push_back(failed(request, CommandProblem::Refused("no".into())));
        }
        if fault != Some(Fault::Lost) {
            let message = message(request, command);
            let reaction = Rc::make_mut(&mut self.desktop).receive(&message, NOW);
            self.react(reaction);
        }
        if let (Some(channel), Some(fault)) = (&mut self.channels.flex, fault) {
            let replies = |event: &FlexEvent| matches!(event, FlexEvent::Replied { request: of, .. } if *of == request);
            let reply = channel.iter().find(|event| replies(event)).cloned();
            match fault {
                Fault::Twice => channel.extend(reply),
                _ => channel.retain(|event| !replies(event)),
            }
            let event = failed(request, CommandProblem::TimedOut);
            self.channels.answers.push((request, Event::Flex(event)));
        }
    }

    fn read(&self, text: &str) -> Result<Reading, NumberProblem> {
        Ok(text.into())
    }
}

impl World {
    fn next_fault(&mut self, faults: [Fault; 4]) -> Option<Fault> {
        let number = self.turn.calls.len();
        self.turn.calls.push(faults);
        let fault = self
            .turn
            .fault
            .filter(|(faulty, _)| usize::from(*faulty) == number);
        fault.map(|(_, fault)| fault)
    }

    /// The form that is being opened is what the agent has asked for.
    fn was_asked_for(&self, record: Record) -> bool {
        let opening = self.panel.tabs.opening_of(record);
        opening.is_some_and(|opening| opening.way == Way::Asked)
    }

    /// A message of the bridge script arrives. With the script's last word the port is closed.
    pub(super) fn hear_flex(&mut self, event: FlexEvent) {
        if event == FlexEvent::Loading {
            self.channels.flex = None;
        }
        self.tell(Event::Flex(event));
    }
}

fn failed(request: Ticket, why: CommandProblem) -> FlexEvent {
    let result = Err(why);
    FlexEvent::Replied { request, result }
}

/// What the adapter makes of an answer without sense.
fn nonsense(call: &DynamicsCall) -> Result<Answer, CallProblem> {
    let raw = || Raw::Json(json!({"sense": null}));
    match plan(call) {
        Plan::ReadTabs { .. } => decode::look(Ok(raw()), Ok(raw()), Ok(raw())),
        Plan::Unawaited(_) => Ok(Answer::Done),
        Plan::One(_, expected) => decode::answer(expected, raw()),
    }
}
