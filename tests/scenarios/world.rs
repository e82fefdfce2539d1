//! The stage with a clock that jumps from one event to the next.

mod reloads;
mod wires;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use flex_cif_panel::diagnostics::log::Log;
use serde_json::{Value, json};
use simulation::dynamics::{self as host, AgentAction as HostAct, Dynamics, Trouble};
use simulation::flex::{Input as FlexInput, Route};
use simulation::host_wire::Reply;
use simulation::people::{self, PEOPLE, Person};
use simulation::stage::Stage;
use simulation::studio::studio_flow;
use store::state::{RecordTab, TaskRow};
use store::{AgentAction, Event, Record, Settings, Ticket};
use wire::cif::page::Page;

pub use simulation::stage::Scheduler;

use crate::fault::{Broken, Fault};

pub struct World {
    stage: Stage,
    /// What went over either wire, in order: `dynamics setmode 1`, `flex SelectTask WR…`.
    pub journal: Vec<String>,
    /// What has gone through the store.
    pub log: Log,
    /// What the agent has been told to be wrong, ever.
    pub has_told: BTreeSet<&'static str>,
    /// What goes wrong from now on.
    pub broken: Option<Broken>,
    /// What happens at one of the moments from now on: after so many happenings.
    pub at_moment: Option<(u64, Happen)>,
    /// How many happenings there have been.
    pub moment: u64,
    /// What the clock says, in milliseconds since 1970.
    pub now: u64,
    agenda: Vec<(u64, u64, Happening)>,
    planned: u64,
    /// How many methods of the library have been called.
    called: u32,
    /// What goes wrong with them.
    faults: BTreeMap<u32, Fault>,
    /// Commands that Flex has not answered.
    commands: BTreeSet<Ticket>,
    /// The page that the host has gone to last.
    page: Page,
}

/// Something that happens to a world.
pub type Happen = fn(&mut World);

enum Happening {
    Store(Box<Event>),
    Dynamics(host::Input),
    Flex(FlexInput),
    /// A call has had its time.
    GiveUp(u32),
    /// A reply of the host that comes late.
    Reply(Reply),
    /// A command has had its time.
    NoReply(Ticket),
    /// A message reaches Flex.
    ToFlex(Value),
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

impl World {
    /// A world in which nothing has been started.
    pub fn asleep(settings: Settings) -> Self {
        let dynamics = Dynamics::new(host::Organization::default(), people::records());
        Self {
            stage: Stage::new(settings, dynamics),
            journal: Vec::new(),
            log: Log::default(),
            has_told: BTreeSet::new(),
            broken: None,
            at_moment: None,
            moment: 0,
            now: 1_700_000_000_000,
            agenda: Vec::new(),
            planned: 0,
            called: 0,
            faults: BTreeMap::new(),
            commands: BTreeSet::new(),
            page: Page::default(),
        }
    }

    /// Both sides up, everything at rest.
    pub fn with(settings: Settings) -> Self {
        let mut world = Self::asleep(settings);
        world.start_dynamics();
        world.start_flex();
        world.rest();
        world
    }

    pub fn new() -> Self {
        Self::with(Settings::default())
    }

    /// Lets time pass until nothing is left to happen; clocks of the far future (a reservation's) aside.
    pub fn rest(&mut self) {
        self.pass(75_000);
    }

    /// Lets this many milliseconds pass.
    pub fn pass(&mut self, millis: u64) {
        let until = self.now + millis;
        self.come_to_a_moment();
        loop {
            let due = self.agenda.iter().enumerate();
            let due = due.filter(|(_, (due, ..))| *due <= until);
            let next = due.min_by_key(|(_, (due, order, _))| (*due, *order));
            let Some((index, _)) = next else { break };
            let (due, _, happening) = self.agenda.swap_remove(index);
            self.now = due;
            match happening {
                Happening::Store(event) => self.arrive(*event),
                Happening::Dynamics(input) => self.step_dynamics(input),
                Happening::Flex(input) => self.step_flex(input),
                Happening::GiveUp(number) => self.give_up(number),
                Happening::Reply(reply) => self.take_reply(&reply),
                Happening::NoReply(request) => self.no_reply(request),
                Happening::ToFlex(message) => self.reach_flex(&message),
            }
            self.come_to_a_moment();
        }
        self.now = self.now.max(until);
    }

    /// Between two happenings.
    fn come_to_a_moment(&mut self) {
        let now = self.moment;
        self.moment += 1;
        if let Some((_, happen)) = self.at_moment.take_if(|(moment, _)| *moment == now) {
            happen(self);
        }
    }

    // The people.

    /// This person gets in touch: the Studio flow, then a reservation. Gives its sid.
    pub fn contacted_by(&mut self, key: &str, channel: &str) -> String {
        let person = person(key);
        let records = Rc::make_mut(&mut self.dynamics).records_mut();
        let attributes = studio_flow(records, person.number, None, person.concern);
        let attributes = serde_json::to_value(attributes).expect("attributes are JSON");
        self.offered(channel, attributes)
    }

    /// A task with these attributes is reserved for the agent. Gives its sid.
    pub fn offered(&mut self, channel: &str, attributes: Value) -> String {
        let known = self.desktop.flex.tasks().len();
        self.step_flex(FlexInput::Offer {
            channel: channel.into(),
            attributes,
            route: Route::Queue,
        });
        let task = self.desktop.flex.tasks().get(known);
        task.map(|task| task.sid.clone())
            .expect("Flex reserves the task")
    }

    pub fn customer_leaves(&mut self, sid: &str) {
        self.in_cloud(FlexInput::CustomerLeft { sid: sid.into() });
    }

    /// Twilio's cloud does something.
    pub fn in_cloud(&mut self, input: FlexInput) {
        self.step_flex(input);
    }

    /// The agent's hand in the Flex UI.
    pub fn in_flex(&mut self, action: &str, payload: Value) {
        self.step_flex(FlexInput::Invoke {
            id: 0,
            action: action.into(),
            payload,
        });
    }

    /// Flex loses its connection to Twilio, or has it again, and the panel has heard of it.
    pub fn flex_is_connected(&mut self, connected: bool) {
        self.step_flex(FlexInput::Connection(connected));
        self.pass(1_000);
    }

    /// The agent's hand in our list.
    pub fn in_list(&mut self, act: AgentAction) {
        self.tell(Event::Agent(act));
    }

    /// The agent's hand in Dynamics.
    pub fn in_dynamics(&mut self, act: HostAct) {
        self.step_dynamics(host::Input::Agent(act));
    }

    /// The agent moves to the tab that shows this record.
    pub fn go_to(&mut self, record: Record) {
        let tabs = self.dynamics.sessions().front().tabs.iter();
        let shows = tabs.filter(|tab| tab.page == host::Page::Record(record));
        let tab = shows.map(|tab| tab.id.clone()).next();
        self.in_dynamics(HostAct::FocusTab(tab.expect("a tab shows the record")));
    }

    pub fn trouble(&mut self, trouble: Trouble) {
        self.step_dynamics(host::Input::Trouble(trouble));
    }

    /// From arrival to conversation, in Flex.
    pub fn accepted(&mut self, key: &str, channel: &str) -> String {
        let sid = self.contacted_by(key, channel);
        self.rest();
        self.in_flex("AcceptTask", json!({"sid": sid}));
        self.rest();
        sid
    }

    // What an agent sees.

    pub fn row(&self, sid: &str) -> &TaskRow {
        self.panel
            .task(&sid.into())
            .unwrap_or_else(|| panic!("no row {sid}"))
    }

    pub fn rows(&self) -> Vec<&str> {
        let tasks = self.panel.tasks.iter();
        tasks.map(|task| task.sid.as_str()).collect()
    }

    pub fn selected(&self) -> Option<&str> {
        let selected = self.panel.selection.selected.as_ref();
        selected.map(|sid| sid.as_str())
    }

    pub fn selected_in_flex(&self) -> Option<&str> {
        self.desktop.flex.selected.as_deref()
    }

    /// The records that Dynamics shows in the session in front, in the order of its tabs.
    pub fn shown(&self) -> Vec<Record> {
        let tabs = self.dynamics.sessions().front().tabs.iter();
        tabs.filter_map(|tab| tab.page.record()).collect()
    }

    pub fn record_of(&self, sid: &str) -> Record {
        self.row(sid).record.expect("the task names a record")
    }

    pub fn mode(&self) -> host::Mode {
        self.dynamics.mode()
    }

    /// The code of what is wrong with a task's record.
    pub fn wrong_with(&self, sid: &str) -> Option<&'static str> {
        match self.panel.tabs.records.get(&self.record_of(sid)) {
            Some(RecordTab::Failed { problem, .. }) => Some(problem.code()),
            _ => None,
        }
    }

    /// The name of the activity that the header shows.
    pub fn activity(&self) -> &str {
        let activity = self.panel.shown_activity();
        activity.map_or("", |activity| &activity.name)
    }

    pub fn notices(&self) -> Vec<&'static str> {
        let notices = self.panel.notices.iter();
        notices.map(|notice| notice.problem.code()).collect()
    }

    /// The entries of the journal that begin like this.
    pub fn sent(&self, beginning: &str) -> Vec<&str> {
        let journal = self.journal.iter().map(String::as_str);
        journal.filter(|line| line.starts_with(beginning)).collect()
    }
}

pub fn person(key: &str) -> &'static Person {
    PEOPLE
        .iter()
        .find(|person| person.key == key)
        .unwrap_or_else(|| panic!("nobody is {key}"))
}
