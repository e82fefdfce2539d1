//! The real store between the simulated Dynamics and the simulated Flex, with a clock that jumps from one event to
//! the next. The adapters are played here with everything of theirs that is pure: plans, decoders, protocol.

use std::collections::BTreeMap;

use flex_cif_panel::dynamics::decode::{self, Raw};
use flex_cif_panel::dynamics::events::HostEvent;
use flex_cif_panel::dynamics::payload::{Expected, Invocation, Plan, plan};
use flex_cif_panel::flex::protocol::{Message, ToFlex, decode as decode_message};
use flex_cif_panel::simulation::bridge::{AgentDesktop, Happened};
use flex_cif_panel::simulation::dynamics::{self as host, AgentAct as HostAct, Dynamics, Trouble};
use flex_cif_panel::simulation::flex::{self, Input as FlexInput};
use flex_cif_panel::simulation::library;
use flex_cif_panel::simulation::people::{self, PEOPLE, Person};
use flex_cif_panel::simulation::wire::Reply;
use flex_cif_panel::store::memory::Memory;
use flex_cif_panel::store::problem::{CallProblem, NumberProblem};
use flex_cif_panel::store::state::{RecordTab, Task};
use flex_cif_panel::store::{
    AgentAct, DynamicsCall, DynamicsEvent, Effect, Event, FlexEvent, Millis, Record, RequestId,
    Settings, State, patience, update,
};
use serde_json::{Value, json};

pub struct World {
    pub panel: State,
    pub dynamics: Dynamics,
    pub desktop: AgentDesktop,
    /// What went over either wire, in order: `dynamics setmode 1`, `flex SelectTask WR…`.
    pub journal: Vec<String>,
    /// What the panel would know after a reload.
    pub kept: Memory,
    settings: Settings,
    now: u64,
    agenda: Vec<(u64, u64, Happening)>,
    planned: u64,
    pending: BTreeMap<String, Call>,
    looks: BTreeMap<RequestId, Look>,
    correlations: u32,
}

enum Happening {
    Store(Event),
    Dynamics(host::Input),
    Flex(FlexInput),
    /// A call has had its time.
    GiveUp(String),
}

struct Call {
    request: RequestId,
    method: &'static str,
    part: Part,
}

#[derive(Clone, Copy)]
enum Part {
    Whole(Expected),
    Session,
    Focused,
    Tabs,
}

#[derive(Default)]
struct Look {
    session: Option<Result<Raw, CallProblem>>,
    focused: Option<Result<Raw, CallProblem>>,
    tabs: Option<Result<Raw, CallProblem>>,
}

impl World {
    /// A world in which nothing has been started.
    pub fn asleep(settings: Settings) -> Self {
        Self {
            panel: State::new(settings.clone()),
            dynamics: Dynamics::new(host::Organization::default(), people::records()),
            desktop: AgentDesktop::default(),
            journal: Vec::new(),
            kept: Memory::default(),
            settings,
            now: 1_700_000_000_000,
            agenda: Vec::new(),
            planned: 0,
            pending: BTreeMap::new(),
            looks: BTreeMap::new(),
            correlations: 0,
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

    /// The library has loaded and the host has proved itself.
    pub fn start_dynamics(&mut self) {
        for event in HostEvent::ALL {
            let call = Invocation::new("addHandler", vec![json!(event.name())]);
            let Ok(request) = library::request(&call, "handler") else {
                continue;
            };
            self.give_dynamics(host::Input::Request(request));
        }
        self.tell(Event::Dynamics(DynamicsEvent::Connected(
            self.settings.clone(),
        )));
    }

    /// The bridge script has shaken hands.
    pub fn start_flex(&mut self) {
        let happened = self.desktop.connect(self.now);
        self.hear_flex(happened);
    }

    /// Lets time pass until nothing is left to happen; clocks of the far future (a reservation's) aside.
    pub fn rest(&mut self) {
        self.pass(75_000);
    }

    /// Lets this many milliseconds pass.
    pub fn pass(&mut self, millis: u64) {
        let until = self.now + millis;
        while let Some(next) = self
            .agenda
            .iter()
            .map(|(due, order, _)| (*due, *order))
            .min()
        {
            if next.0 > until {
                break;
            }
            let found = self
                .agenda
                .iter()
                .position(|(due, order, _)| (*due, *order) == next);
            let Some(index) = found else { break };
            let (due, _, happening) = self.agenda.swap_remove(index);
            self.now = due;
            match happening {
                Happening::Store(event) => self.tell(event),
                Happening::Dynamics(input) => self.give_dynamics(input),
                Happening::Flex(input) => self.give_flex(input),
                Happening::GiveUp(correlation) => self.give_up(&correlation),
            }
        }
        self.now = until;
    }

    // The people.

    /// This person gets in touch: the Studio flow, then a reservation. Gives its sid.
    pub fn contacted_by(&mut self, key: &str, channel: &str) -> String {
        let person = person(key);
        let records = self.dynamics.records_mut();
        let attributes = people::studio_flow(records, person.number, None, person.concern);
        let attributes = serde_json::to_value(attributes).expect("attributes are JSON");
        self.offered(channel, attributes)
    }

    /// A task with these attributes is reserved for the agent. Gives its sid.
    pub fn offered(&mut self, channel: &str, attributes: Value) -> String {
        let known = self.desktop.flex.tasks().len();
        self.give_flex(FlexInput::Offer {
            channel: channel.into(),
            attributes,
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
        self.give_flex(input);
    }

    /// The agent's hand in the Flex UI.
    pub fn in_flex(&mut self, action: &str, payload: Value) {
        self.give_flex(FlexInput::Invoke {
            id: 0,
            action: action.into(),
            payload,
        });
    }

    /// The agent's hand in our list.
    pub fn in_list(&mut self, act: AgentAct) {
        self.tell(Event::Agent(act));
    }

    /// The agent's hand in Dynamics.
    pub fn in_dynamics(&mut self, act: HostAct) {
        self.give_dynamics(host::Input::Agent(act));
    }

    /// The agent moves to the tab that shows this record.
    pub fn go_to(&mut self, record: Record) {
        let tabs = self.dynamics.sessions().front().tabs.iter();
        let shows = tabs.filter(|tab| tab.page == host::Page::Record(record));
        let tab = shows.map(|tab| tab.id.clone()).next();
        self.in_dynamics(HostAct::FocusTab(tab.expect("a tab shows the record")));
    }

    pub fn trouble(&mut self, trouble: Trouble) {
        self.give_dynamics(host::Input::Trouble(trouble));
    }

    /// From arrival to conversation, in Flex.
    pub fn accepted(&mut self, key: &str, channel: &str) -> String {
        let sid = self.contacted_by(key, channel);
        self.rest();
        self.in_flex("AcceptTask", json!({"sid": sid}));
        self.rest();
        sid
    }

    // Reloads.

    /// The panel's page is loaded anew, and Flex in it; Dynamics goes on.
    pub fn reload_panel(&mut self) {
        let kept = self.kept.clone();
        self.load_panel(kept);
    }

    /// The whole window is loaded anew: Dynamics, the panel, Flex.
    pub fn reload_window(&mut self) {
        let records = self.dynamics.records().clone();
        self.dynamics = Dynamics::new(host::Organization::default(), records);
        self.agenda
            .retain(|(_, _, happening)| !matches!(happening, Happening::Dynamics(_)));
        let kept = self.kept.clone().of_an_earlier_dynamics();
        self.load_panel(kept);
    }

    /// Flex alone is loaded anew.
    pub fn reload_flex(&mut self) {
        self.desktop.reload();
        self.tell(Event::Flex(FlexEvent::Loading));
        self.start_flex();
    }

    fn load_panel(&mut self, kept: Memory) {
        self.panel = State::new(self.settings.clone());
        self.pending.clear();
        self.looks.clear();
        self.agenda
            .retain(|(_, _, happening)| !matches!(happening, Happening::Store(_)));
        self.tell(Event::Recalled(kept));
        self.desktop.reload();
        self.start_dynamics();
        self.start_flex();
    }

    // What an agent sees.

    pub fn row(&self, sid: &str) -> &Task {
        self.panel
            .task(&sid.into())
            .unwrap_or_else(|| panic!("no row {sid}"))
    }

    pub fn rows(&self) -> Vec<&str> {
        self.panel
            .tasks
            .iter()
            .map(|task| task.sid.as_str())
            .collect()
    }

    pub fn selected(&self) -> Option<&str> {
        self.panel.selected.as_ref().map(|sid| sid.as_str())
    }

    pub fn selected_in_flex(&self) -> Option<&str> {
        self.desktop.flex.selected.as_deref()
    }

    /// The record that Dynamics shows in front.
    pub fn in_front(&self) -> Option<Record> {
        match self.dynamics.sessions().front().focused_tab()?.page {
            host::Page::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The records that Dynamics shows in the session in front, in the order of its tabs.
    pub fn shown(&self) -> Vec<Record> {
        let tabs = self.dynamics.sessions().front().tabs.iter();
        tabs.filter_map(|tab| match tab.page {
            host::Page::Record(record) => Some(record),
            _ => None,
        })
        .collect()
    }

    pub fn record_of(&self, sid: &str) -> Record {
        self.row(sid).record.expect("the task names a record")
    }

    pub fn mode(&self) -> host::Mode {
        self.dynamics.mode()
    }

    /// The code of what is wrong with a task's record.
    pub fn wrong_with(&self, sid: &str) -> Option<&'static str> {
        match self.panel.records.get(&self.record_of(sid)) {
            Some(RecordTab::Failed { problem, .. }) => Some(problem.code()),
            _ => None,
        }
    }

    pub fn notices(&self) -> Vec<&'static str> {
        self.panel
            .notices
            .iter()
            .map(|notice| notice.problem.code())
            .collect()
    }

    /// The entries of the journal that begin like this.
    pub fn sent(&self, beginning: &str) -> Vec<&str> {
        let matching = self
            .journal
            .iter()
            .filter(|line| line.starts_with(beginning));
        matching.map(String::as_str).collect()
    }

    // The wires.

    fn tell(&mut self, event: Event) {
        for effect in update(&mut self.panel, event) {
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: Effect) {
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
                let happened = self.desktop.receive(&message, self.now);
                self.hear_flex(happened);
            }
            Effect::ReadNumber { request, text } => {
                let event = Event::NumberRead {
                    request,
                    result: read(&text),
                };
                self.plan(0, Happening::Store(event));
            }
            Effect::Remember(memory) => self.kept = (*memory).clone(),
            Effect::Wait { timer, millis } => {
                self.plan(millis, Happening::Store(Event::TimeUp(timer)));
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
        self.give_dynamics(host::Input::Request(message));
    }

    fn invoke(&mut self, request: RequestId, invocation: &Invocation, part: Part, millis: u32) {
        self.correlations += 1;
        let correlation = self.correlations.to_string();
        let Ok(message) = library::request(invocation, &correlation) else {
            panic!("the library has no {}", invocation.method)
        };
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
            },
        );
        let millis = library::patience(method).map_or(millis, |library| library.min(millis));
        self.plan(millis, Happening::GiveUp(correlation));
        self.give_dynamics(host::Input::Request(message));
    }

    /// The library gives a call up, or we do; a form that comes up later is still told.
    fn give_up(&mut self, correlation: &str) {
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

    fn give_dynamics(&mut self, input: host::Input) {
        for output in self.dynamics.step(input) {
            match output {
                host::Output::Reply(reply) => self.take_reply(&reply),
                host::Output::Event(event) => {
                    let known = HostEvent::ALL
                        .into_iter()
                        .find(|known| known.name() == event.message_type);
                    let told = known.and_then(|known| known.decode(Raw::Text(event.message_data)));
                    if let Some(told) = told {
                        self.plan(0, Happening::Store(Event::Dynamics(told)));
                    }
                }
                host::Output::Wait { timer, millis } => {
                    self.plan(millis, Happening::Dynamics(host::Input::TimeUp(timer)));
                }
            }
        }
    }

    fn take_reply(&mut self, reply: &Reply) {
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
        self.plan(0, Happening::Store(Event::Dynamics(event)));
    }

    fn give_flex(&mut self, input: FlexInput) {
        let happened = self.desktop.happen(input, self.now);
        self.hear_flex(happened);
    }

    fn hear_flex(&mut self, happened: Happened) {
        for output in happened.outputs {
            if let flex::Output::Wait { timer, millis } = output {
                self.plan(millis, Happening::Flex(FlexInput::TimeUp(timer)));
            }
        }
        for message in happened.messages {
            let event = decode_message(&message, Millis(self.now)).unwrap_or(FlexEvent::Malformed);
            self.plan(0, Happening::Store(Event::Flex(event)));
        }
    }

    fn plan(&mut self, millis: u32, happening: Happening) {
        self.planned += 1;
        self.agenda
            .push((self.now + u64::from(millis), self.planned, happening));
    }
}

pub fn person(key: &str) -> &'static Person {
    PEOPLE
        .iter()
        .find(|person| person.key == key)
        .unwrap_or_else(|| panic!("nobody is {key}"))
}

/// Enough of the rules for phone numbers for these tests: international ones are taken as they are.
fn read(text: &str) -> Result<std::rc::Rc<str>, NumberProblem> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match (text.trim_start().starts_with('+'), digits.is_empty()) {
        (_, true) => Err(NumberProblem::NotANumber),
        (true, false) => Ok(format!("+{digits}").into()),
        (false, false) => Err(NumberProblem::NoCountry),
    }
}
