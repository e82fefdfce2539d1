//! The stage of the native tests: the panel's state between the simulated Dynamics and the simulated Flex. The adapters
//! are played here with everything of theirs that is pure: plans, decoders, protocol.
//!
//! A [`Scheduler`] decides when what is on its way arrives, and what goes wrong. `tests/scenarios` has a clock that jumps
//! to the next event, `tests/model` tries all orders. The stage itself knows only the store's words: the scheduler runs
//! the turns of the store, because each scheduler watches them in its own way.

mod calls;

use std::ops::DerefMut;
use std::rc::Rc;

use serde_json::{Value, json};

use crate::bridge::{AgentDesktop, Reaction};
use crate::dynamics::{self as host, Dynamics};
use crate::flex;
use crate::host_wire::Reply;
use crate::library;
pub use calls::Calls;
use store::click::Reading;
use store::problem::NumberProblem;
use store::saved::SavedState;
use store::{
    DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, Millis, Record, Settings,
    State, Ticket,
};
use wire::bridge::{Message, ToFlex, decode};
use wire::cif::decode::Raw;
use wire::cif::events::HostEvent;
use wire::cif::payload::Invocation;

/// The panel, and what stands on either side of it. A clone shares what has not changed since.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The panel's state.
    pub panel: Rc<State>,
    /// Dynamics.
    pub dynamics: Rc<Dynamics>,
    /// Flex, with the bridge script in it.
    pub desktop: Rc<AgentDesktop>,
    /// The panel's calls to Dynamics that are under way.
    pub calls: Calls,
    /// What the panel has saved for the time after a reload.
    pub saved: Rc<SavedState>,
    /// What the panel has saved about the organization's search.
    pub search_opens_nothing: bool,
}

/// A clock of one of the two sides.
#[derive(Clone, Debug)]
pub enum Clock {
    /// Ends with [`host::Input::TimeUp`].
    Dynamics(host::Timer),
    /// Ends with [`flex::Input::TimeUp`].
    Flex(flex::Timer),
}

impl Stage {
    /// A stage on which nothing has been started.
    #[must_use]
    pub fn new(settings: Settings, dynamics: Dynamics) -> Self {
        Self {
            panel: State::new(settings).into(),
            dynamics: dynamics.into(),
            desktop: Rc::default(),
            calls: Calls::default(),
            saved: Rc::default(),
            search_opens_nothing: false,
        }
    }

    /// The record that Dynamics shows in front.
    #[must_use]
    pub fn in_front(&self) -> Option<Record> {
        self.dynamics
            .sessions()
            .front()
            .focused_tab()?
            .page
            .record()
    }

    /// The records that Dynamics shows in any session, one for each of its tabs.
    pub fn shown_anywhere(&self) -> impl Iterator<Item = Record> {
        let sessions = self.dynamics.sessions().iter();
        let tabs = sessions.flat_map(|session| &session.tabs);
        tabs.filter_map(|tab| tab.page.record())
    }
}

/// The message that gives Flex a command.
#[must_use]
pub fn message(request: Ticket, command: FlexCommand) -> Value {
    let message = Message::Flex(ToFlex::Command { request, command });
    // Serializing can't fail, because all keys are texts.
    serde_json::to_value(message).unwrap_or_default()
}

/// Decides what arrives when, and what goes wrong. The required methods are its decisions; the others are what happens
/// on every stage.
pub trait Scheduler: DerefMut<Target = Stage> {
    /// The time, in milliseconds since 1970.
    fn now(&self) -> u64;

    /// The store handles an event, and the panel [performs](Self::perform) the effects.
    fn tell(&mut self, event: Event);

    /// An event is on its way to the store and takes so many milliseconds.
    fn send(&mut self, millis: u32, event: Event);

    /// One of the two sides waits so many milliseconds.
    fn wait(&mut self, millis: u32, clock: Clock);

    /// The panel calls Dynamics.
    fn call(&mut self, request: Ticket, call: &DynamicsCall);

    /// The panel gives Flex a command.
    fn command(&mut self, request: Ticket, command: FlexCommand);

    /// What the panel reads in a phone field.
    ///
    /// # Errors
    /// Why the text can't be dialled.
    fn read(&self, text: &str) -> Result<Reading, NumberProblem>;

    /// Dynamics replies to a call.
    fn reply(&mut self, reply: Reply) {
        self.take_reply(&reply);
    }

    /// The reply of Dynamics reaches the panel.
    fn take_reply(&mut self, reply: &Reply) {
        let answer = self.calls.reply(reply);
        self.answer(answer);
    }

    /// The answer to a call is on its way, if there is one.
    fn answer(&mut self, answer: Option<Event>) {
        if let Some(answer) = answer {
            self.send(0, answer);
        }
    }

    /// The panel performs an effect.
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Dynamics { request, call } => self.call(request, &call),
            Effect::Flex { request, command } => self.command(request, command),
            Effect::ReadNumber { request, text } => {
                let result = self.read(&text);
                self.send(0, Event::NumberRead { request, result });
            }
            Effect::Save(saved) => self.saved = saved,
            Effect::SaveSearch { opens_nothing } => self.search_opens_nothing = opens_nothing,
            // This window is the agent's only one.
            Effect::Windows(_) => {}
            Effect::Wait { timer, millis } => self.send(millis, Event::TimeUp(timer)),
        }
    }

    /// Something happens in Dynamics.
    fn step_dynamics(&mut self, input: host::Input) {
        for output in Rc::make_mut(&mut self.dynamics).step(input) {
            match output {
                host::Output::Reply(reply) => self.reply(reply),
                host::Output::Event(event) => {
                    let mut known = HostEvent::ALL.into_iter();
                    let known = known.find(|known| known.name() == event.message_type);
                    let told = known.and_then(|known| known.decode(Raw::Text(event.message_data)));
                    if let Some(told) = told {
                        self.send(0, Event::Dynamics(told));
                    }
                }
                host::Output::Wait { timer, millis } => {
                    self.wait(millis, Clock::Dynamics(timer));
                }
            }
        }
    }

    /// Something happens in Flex.
    fn step_flex(&mut self, input: flex::Input) {
        let now = self.now();
        let reaction = Rc::make_mut(&mut self.desktop).happen(input, now);
        self.react(reaction);
    }

    /// What Flex and the bridge script do is on its way.
    fn react(&mut self, reaction: Reaction) {
        for message in &reaction.messages {
            self.post(0, message);
        }
        for output in reaction.outputs {
            if let flex::Output::Wait { timer, millis } = output {
                self.wait(millis, Clock::Flex(timer));
            }
        }
    }

    /// A message of the bridge script is on its way.
    fn post(&mut self, millis: u32, message: &Value) {
        let event = decode(message, Millis(self.now())).unwrap_or(FlexEvent::Malformed);
        self.send(millis, Event::Flex(event));
    }

    /// The library has loaded and the host has proved itself.
    fn start_dynamics(&mut self) {
        for event in HostEvent::ALL {
            let listen = Invocation::new("addHandler", vec![json!(event.name())]);
            if let Ok(request) = library::request(&listen, "handler") {
                self.step_dynamics(host::Input::Request(request));
            }
        }
        let settings = self.panel.settings.clone();
        self.tell(Event::Dynamics(DynamicsEvent::Connected(settings)));
    }

    /// The bridge script has shaken hands.
    fn start_flex(&mut self) {
        let now = self.now();
        let reaction = Rc::make_mut(&mut self.desktop).connect(now);
        self.react(reaction);
    }

    /// The panel's page is loaded anew, and Flex in it. Neither side has been started.
    fn load_panel(&mut self, saved: SavedState) {
        Rc::make_mut(&mut self.desktop).reload();
        self.panel = State::new(self.panel.settings.clone()).into();
        self.calls = Calls::default();
        self.tell(Event::Restored(saved));
        if self.search_opens_nothing {
            self.tell(Event::Dynamics(DynamicsEvent::SearchOpensNothing));
        }
    }
}
