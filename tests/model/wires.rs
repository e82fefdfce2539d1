//! The adapters, played with everything of theirs that is pure: plans, decoders, protocol.

use std::rc::Rc;

use serde_json::json;
use simulation::bridge::Reaction;
use simulation::dynamics as host;
use simulation::flex::{Input as FlexInput, Output as FlexOutput, Timer as FlexTimer};
use simulation::library;
use store::event::Answer;
use store::problem::{CallProblem, CommandProblem};
use store::state::Way;
use store::{
    DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, Millis, Record, Ticket,
};
use wire::bridge::{Message, ToFlex, decode as decode_message};
use wire::cif::decode::{self, Raw};
use wire::cif::events::HostEvent;
use wire::cif::payload::{Expected, Invocation, Plan, plan};

use super::step::Fault;
use super::world::World;

/// There is no clock in this world.
const NOW: u64 = 1_700_000_000_000;

impl World {
    /// The library has loaded and the host has proved itself.
    pub fn start_dynamics(&mut self) {
        self.channels.dynamics = Some(Default::default());
        for event in HostEvent::ALL {
            let listen = Invocation::new("addHandler", vec![json!(event.name())]);
            let _ = self.send(&listen, "handler");
        }
        let settings = self.setting.settings.clone();
        self.tell(Event::Dynamics(DynamicsEvent::Connected(settings)));
    }

    /// The bridge script has shaken hands.
    pub fn start_flex(&mut self) {
        self.channels.flex = Some(Default::default());
        let happened = Rc::make_mut(&mut self.desktop).connect(NOW);
        self.post(happened);
    }

    /// Something happens in Flex.
    pub fn in_flex(&mut self, input: FlexInput) {
        let happened = Rc::make_mut(&mut self.desktop).happen(input, NOW);
        self.post(happened);
    }

    /// The agent's side of a call comes up, and Flex learns of its conference, at once.
    fn let_calls_come_up(&mut self, outputs: &[FlexOutput]) {
        for output in outputs {
            if let FlexOutput::Wait { timer, .. } = output
                && matches!(timer, FlexTimer::Leg { .. } | FlexTimer::Conference { .. })
            {
                self.in_flex(FlexInput::TimeUp(timer.clone()));
            }
        }
    }

    /// Something happens in Dynamics.
    pub fn in_dynamics(&mut self, input: host::Input) {
        let _ = self.step_dynamics(input);
    }

    pub(super) fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Wait { timer, .. } => return self.channels.clocks.push(timer),
            Effect::Save(memory) => return self.memory = memory,
            Effect::SaveSearch { opens_nothing } => {
                return self.search_opens_nothing = opens_nothing;
            }
            Effect::Dynamics { request, call } => {
                let fault = self.next_fault(Fault::OF_CALLS);
                self.call(request, &call, fault);
            }
            Effect::Flex { request, command } => {
                let fault = self.next_fault(Fault::OF_COMMANDS);
                self.command(request, command, fault);
            }
            Effect::ReadNumber { request, text } => {
                let result = Ok((&*text).into());
                let read = Event::NumberRead { request, result };
                self.channels.answers.push((request, read));
            }
            // This world has one window.
            Effect::Windows(_) => {}
        }
        self.turn.effects += 1;
    }

    fn next_fault(&mut self, faults: [Fault; 4]) -> Option<Fault> {
        let number = self.turn.calls.len();
        self.turn.calls.push(faults);
        let fault = self
            .turn
            .fault
            .filter(|(faulty, _)| usize::from(*faulty) == number);
        fault.map(|(_, fault)| fault)
    }

    fn call(&mut self, request: Ticket, call: &DynamicsCall, fault: Option<Fault>) {
        let opens = matches!(
            call,
            DynamicsCall::OpenBySearch(_) | DynamicsCall::OpenForm(_)
        );
        if let DynamicsCall::OpenForm(record) = call
            && !self.was_asked_for(*record)
        {
            let _ = self.history.by_form.insert(*record);
        }
        let result = match fault {
            Some(Fault::Refused) => Some(Err(CallProblem::Refused("no".into()))),
            Some(Fault::Lost) => Some(Err(CallProblem::TimedOut)),
            Some(Fault::Unanswered) => {
                let answered = self.carry_out(request, call);
                // A form that comes up after the time-out is still told.
                if answered.is_some() || opens {
                    Some(Err(CallProblem::TimedOut))
                } else {
                    None
                }
            }
            Some(Fault::Nonsense) => {
                let answer = self.carry_out(request, call);
                answer.map(|_| nonsense(call))
            }
            Some(Fault::Twice) | None => self.carry_out(request, call),
        };
        if let Some(result) = result {
            self.answer(request, result);
        }
    }

    /// The form that is being opened is what the agent has asked for.
    fn was_asked_for(&self, record: Record) -> bool {
        let opening = self.panel.tabs.opening_of(record);
        opening.is_some_and(|opening| opening.way == Way::Asked)
    }

    fn answer(&mut self, request: Ticket, result: Result<Answer, CallProblem>) {
        let event = Event::Dynamics(DynamicsEvent::Answered { request, result });
        self.channels.answers.push((request, event));
    }

    /// `None` where the answer comes later: a form is answered when it is up.
    fn carry_out(
        &mut self,
        request: Ticket,
        call: &DynamicsCall,
    ) -> Option<Result<Answer, CallProblem>> {
        let silent = || Err(CallProblem::TimedOut);
        match plan(call) {
            Plan::ReadTabs {
                session,
                focused,
                tabs,
            } => {
                let tabs = self.send(&tabs, "").unwrap_or_else(silent);
                let session = self.send(&session, "").unwrap_or_else(silent);
                let focused = self.send(&focused, "").unwrap_or_else(silent);
                Some(decode::look(session, focused, tabs))
            }
            Plan::Unawaited(invocation) => {
                let _ = self.send(&invocation, "");
                None
            }
            Plan::One(form, _) if matches!(call, DynamicsCall::OpenForm(_)) => {
                let used = &self.channels.forms;
                let slot = (0..).find(|slot| used.iter().all(|(used, _)| used != slot))?;
                self.channels.forms.push((slot, request));
                let result = self.send(&form, &slot.to_string())?;
                self.channels.forms.retain(|(_, form)| *form != request);
                Some(result.and_then(|raw| decode::answer(Expected::Nothing, raw)))
            }
            Plan::One(invocation, expected) => {
                let result = self.send(&invocation, "").unwrap_or_else(silent);
                Some(result.and_then(|raw| decode::answer(expected, raw)))
            }
        }
    }

    /// Sends a call; `None` where it is not answered at once.
    fn send(
        &mut self,
        invocation: &Invocation,
        correlation: &str,
    ) -> Option<Result<Raw, CallProblem>> {
        let message = library::request(invocation, correlation).ok()?;
        let reply = self.step_dynamics(host::Input::Request(message))?;
        library::settle(invocation.method, &reply).map(|settled| settled.map_err(decode::refusal))
    }

    /// Dynamics does something; its answer to the request, if that is what came.
    fn step_dynamics(&mut self, input: host::Input) -> Option<simulation::host_wire::Reply> {
        let requested = matches!(input, host::Input::Request(_));
        let mut answer = None;
        for output in Rc::make_mut(&mut self.dynamics).step(input) {
            match output {
                host::Output::Reply(reply) if requested => answer = Some(reply),
                host::Output::Reply(reply) => self.form_is_up(&reply),
                host::Output::Event(event) => {
                    let known = HostEvent::ALL
                        .into_iter()
                        .find(|known| known.name() == event.message_type);
                    let told = known.and_then(|known| known.decode(Raw::Text(event.message_data)));
                    let channel = self.channels.dynamics.as_mut();
                    if let (Some(channel), Some(told)) = (channel, told) {
                        channel.push_back(told);
                    }
                }
                host::Output::Wait { timer, .. } => self.channels.tabs.push(timer),
            }
        }
        answer
    }

    fn form_is_up(&mut self, reply: &simulation::host_wire::Reply) {
        let slot = reply.message_correlation_id.parse().ok();
        let forms = &mut self.channels.forms;
        let Some(place) = forms.iter().position(|(form, _)| Some(*form) == slot) else {
            return;
        };
        let (_, request) = forms.remove(place);
        if let Some(settled) = library::settle("openForm", reply) {
            let result = settled.map_err(decode::refusal);
            self.answer(
                request,
                result.and_then(|raw| decode::answer(Expected::Nothing, raw)),
            );
        }
    }

    fn command(&mut self, request: Ticket, command: FlexCommand, fault: Option<Fault>) {
        let Some(channel) = &mut self.channels.flex else {
            let event = failed(request, CommandProblem::NotConnected);
            return self.channels.answers.push((request, Event::Flex(event)));
        };
        if fault == Some(Fault::Refused) {
            return channel.push_back(failed(request, CommandProblem::Refused("no".into())));
        }
        if fault != Some(Fault::Lost) {
            let message = Message::Flex(ToFlex::Command { request, command });
            let message = serde_json::to_value(message).expect("messages are JSON");
            let happened = Rc::make_mut(&mut self.desktop).receive(&message, NOW);
            self.note_a_call(&happened);
            self.post(happened);
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

    fn note_a_call(&mut self, happened: &Reaction) {
        let begins = |output: &FlexOutput| {
            matches!(
                output,
                FlexOutput::Wait {
                    timer: FlexTimer::Outbound,
                    ..
                }
            )
        };
        if happened.outputs.iter().any(begins) {
            self.channels.calls_out = true;
            self.history.calls += 1;
        }
    }

    /// Flex leaves its page: what it has posted still arrives, and its last word.
    pub(super) fn flex_leaves(&mut self) {
        if let Some(channel) = &mut self.channels.flex {
            channel.push_back(FlexEvent::Loading);
        }
    }

    /// A message of the bridge script arrives. With the script's last word the port is closed.
    pub(super) fn hear_flex(&mut self, event: FlexEvent) {
        if event == FlexEvent::Loading {
            self.channels.flex = None;
        }
        self.tell(Event::Flex(event));
    }

    fn post(&mut self, happened: Reaction) {
        if let Some(channel) = &mut self.channels.flex {
            let decoded = happened.messages.iter().map(|message| {
                decode_message(message, Millis(NOW)).unwrap_or(FlexEvent::Malformed)
            });
            channel.extend(decoded);
        }
        self.let_calls_come_up(&happened.outputs);
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
