//! The world that is explored: the stage, with the channels between the panel and either side. What goes into them
//! stands in [`wires`](super::wires), what can happen in [`steps`](super::steps).
//!
//! A call or a command reaches its side as it is sent, and is answered in its own time. That loses nothing: what
//! happens over there between sending and arriving might as well have happened before the sending, since the panel
//! hears of it later in either case.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use simulation::dynamics::records::{Columns, Records};
use simulation::dynamics::{self as host, Dynamics, Organization};
use simulation::stage::{Scheduler, Stage};
use store::saved::SavedState;
use store::state::Poll;
use store::{DynamicsEvent, Entity, Event, FlexEvent, Guid, Record, State, Ticket, Timer, update};

use super::canon::Numbers;
use super::setting::{Left, Setting};
use super::step::{Fault, Reload, Step};

/// The world at a moment.
#[derive(Clone)]
pub struct World {
    pub setting: Rc<Setting>,
    stage: Stage,
    pub channels: Channels,
    pub left: Left,
    pub history: History,
    /// The number of the panel's last request.
    pub(super) last_ticket: Ticket,
    /// What the last step did.
    pub turn: Turn,
}

/// What is on its way to the panel.
#[derive(Clone, Default)]
pub struct Channels {
    /// Events of Dynamics, first in, first out; `None` until the panel listens.
    pub dynamics: Option<VecDeque<DynamicsEvent>>,
    /// What the bridge script has posted, first in, first out; `None` until it has its port.
    pub flex: Option<VecDeque<FlexEvent>>,
    /// Answers to calls, and time-outs: each on its own way.
    pub answers: Vec<(Ticket, Event)>,
    /// The panel's clocks.
    pub clocks: Vec<Timer>,
    /// The clocks of Dynamics: tabs that have been asked for.
    pub tabs: Vec<host::Timer>,
    /// Flex has been asked for a call, whose reservation is on its way.
    pub calls_out: bool,
}

impl Channels {
    /// Both sides are up, no message is on its way and no tab is coming.
    pub fn are_silent(&self) -> bool {
        self.dynamics.as_ref().is_some_and(VecDeque::is_empty)
            && self.flex.as_ref().is_some_and(VecDeque::is_empty)
            && self.answers.is_empty()
            && self.tabs.is_empty()
            && !self.calls_out
    }
}

/// What has happened, as far as an invariant depends on it.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct History {
    /// The records that the agent has asked for, and how often.
    pub asked: BTreeMap<Record, u8>,
    /// The records whose form the panel has opened by itself, since a search had opened nothing in its whole time.
    pub by_form: BTreeSet<Record>,
    /// The agent has gone to a tab, or closed one.
    pub moved: bool,
    /// The agent has docked or minimized the panel.
    pub set_mode: bool,
    /// How often the agent has clicked a phone field.
    pub clicks: u8,
    /// How many calls Flex has begun for the panel.
    pub calls: u8,
}

/// What the last step did.
#[derive(Clone, Default)]
pub struct Turn {
    /// How many effects the store had, its clocks aside.
    pub effects: u8,
    /// The calls and commands so far with what can go wrong with each, and which of them does.
    pub(super) calls: Vec<[Fault; 4]>,
    pub(super) fault: Option<(u8, Fault)>,
    /// What the store was told.
    pub told: Vec<Event>,
    /// The invariant that the step itself broke.
    pub broken: Option<&'static str>,
}

impl World {
    /// The world before anything has happened.
    pub fn new(setting: Setting) -> Self {
        let mut records = Records::default();
        for number in setting.customers.iter().collect::<BTreeSet<_>>() {
            let columns = Columns::from([("title", format!("Case {number}"))]);
            records.write(record(*number), columns);
        }
        records.write(
            contact(),
            Columns::from([(PHONE, "+14155550132".to_owned())]),
        );
        let asleep = setting.asleep;
        let mut world = Self {
            stage: Stage::new(setting.settings.clone(), dynamics(&setting, records)),
            channels: Channels::default(),
            left: Left {
                customers: 0,
                budget: setting.budget,
            },
            history: History::default(),
            last_ticket: Ticket::default(),
            turn: Turn::default(),
            setting: Rc::new(setting),
        };
        if !asleep {
            world.dynamics_is_up();
            world.flex_is_up();
            while let Some(step) = world.steps().into_iter().find(Step::is_message) {
                world = world.after(step);
            }
        }
        world
    }

    pub(super) fn dynamics_is_up(&mut self) {
        self.channels.dynamics = Some(VecDeque::new());
        self.start_dynamics();
    }

    pub(super) fn flex_is_up(&mut self) {
        self.channels.flex = Some(VecDeque::new());
        self.start_flex();
    }

    /// Something is loaded anew; what was on its way to it is gone.
    pub fn reload(&mut self, what: Reload) {
        if what == Reload::Flex {
            return self.flex_leaves();
        }
        let tabs = std::mem::take(&mut self.channels.tabs);
        self.channels = Channels::default();
        let mut saved = SavedState::clone(&self.saved);
        if what == Reload::Window {
            let records = self.dynamics.records().clone();
            self.dynamics = dynamics(&self.setting, records).into();
            self.history = History::default();
            saved = saved.of_an_earlier_dynamics();
        } else {
            self.channels.tabs = tabs;
        }
        self.load_panel(saved);
    }

    /// Flex leaves its page: what it has posted still arrives, and its last word.
    fn flex_leaves(&mut self) {
        Rc::make_mut(&mut self.desktop).reload();
        self.channels.calls_out = false;
        if let Some(channel) = &mut self.channels.flex {
            channel.push_back(FlexEvent::Loading);
        }
    }

    /// Puts away what comes for nobody: answers and clocks of requests that the store has forgotten. That they
    /// change nothing is tried, not believed.
    pub(super) fn put_away(&mut self) {
        let mut mechanisms = State::clone(&self.panel);
        mechanisms.requests.awaited.clear();
        let awaited = Numbers::of(&mechanisms);
        let idle = |request: Ticket, event: &Event| {
            let mut panel = State::clone(&self.panel);
            panel.requests.last = self.last_ticket;
            awaited.place(request.0).is_none() && {
                let effects = update(&mut panel, event.clone());
                panel.requests.last = Ticket::default();
                panel.diagnostics.counters = Default::default();
                panel
                    .requests
                    .awaited
                    .clone_from(&self.panel.requests.awaited);
                effects.is_empty() && panel == *self.panel
            }
        };
        let mut answers = self.channels.answers.clone();
        answers.retain(|(request, event)| !idle(*request, event));
        let mut clocks = self.channels.clocks.clone();
        clocks.retain(|clock| !idle(number(*clock), &Event::TimeUp(*clock)));
        self.channels.answers = answers;
        self.channels.clocks = clocks;
    }

    /// Nothing is under way but the next poll for good measure, and Flex is connected.
    pub fn is_at_rest(&self) -> bool {
        let clocks = &self.channels.clocks;
        self.channels.are_silent()
            && self.desktop.flex.connected
            && clocks.iter().all(|clock| matches!(clock, Timer::Poll(_)))
            && matches!(self.panel.tabs.poll, Poll::Off | Poll::Backoff { .. })
    }
}

impl Deref for World {
    type Target = Stage;

    fn deref(&self) -> &Stage {
        &self.stage
    }
}

impl DerefMut for World {
    fn deref_mut(&mut self) -> &mut Stage {
        &mut self.stage
    }
}

/// Dynamics as the agent has it when the panel comes up.
fn dynamics(setting: &Setting, records: Records) -> Dynamics {
    let organization = Organization {
        search_opens: setting.search_opens,
        ..Organization::default()
    };
    let mut dynamics = Dynamics::new(organization, records);
    for _ in 0..setting.tabs {
        let by_hand = host::AgentAction::OpenRecord(contact());
        let _ = dynamics.step(host::Input::Agent(by_hand));
    }
    dynamics
}

/// The request that a clock belongs to.
pub fn number(clock: Timer) -> Ticket {
    let (Timer::LookAgain(request)
    | Timer::Opening(request)
    | Timer::OutboundTask(request)
    | Timer::Poll(request)
    | Timer::RemoteFocus(request)
    | Timer::Outbox(request)
    | Timer::Line(request)
    | Timer::Activity(request)) = clock;
    request
}

/// The column of the contact's phone number.
pub const PHONE: &str = "telephone1";

/// Whose number the agent clicks.
pub fn contact() -> Record {
    Record {
        entity: Entity::Contact,
        ..record(0xff)
    }
}

/// A record of this world.
pub fn record(number: u8) -> Record {
    let id = format!("00000000-0000-4000-8000-0000000000{number:02x}");
    Record {
        entity: Entity::Case,
        id: Guid::parse(&id).expect("a GUID"),
    }
}
