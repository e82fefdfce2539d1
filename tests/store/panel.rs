//! A store without a world. Tests dispatch events to it and see its effects.

use std::fmt::Debug;
use std::mem::discriminant;

use store::event::{Answer, Snapshot};
use store::problem::{CallProblem, CommandProblem};
use store::settings::OpenWith;
use store::state::{
    Activity, Channel, ClickToAct, Ending, FocusedSession, PanelMode, RecordTab, Stage, TabsView,
    Task, TaskRow, TaskStatus,
};
use store::{
    AgentAction, DynamicsCall, DynamicsEvent, Effect, Entity, Event, FlexCommand, FlexEvent, Guid,
    Record, ReservationSid, Settings, State, Ticket, Timer, WindowsCall, update,
};

#[derive(Clone)]
pub struct Panel {
    pub state: State,
    pub effects: Vec<Effect>,
}

impl Panel {
    /// A panel to which neither Dynamics nor Flex is connected yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            state: State::new(settings),
            effects: Vec::new(),
        }
    }

    /// A panel to which both sides are connected, without a task. The panel has minimized itself.
    pub fn ready(settings: Settings) -> Self {
        let mut panel = Self::new(settings);
        panel.connect_dynamics();
        panel.flex(FlexEvent::Snapshot(snapshot(vec![])));
        panel.answer_all(&Ok(Answer::Done));
        panel
    }

    pub fn tell(&mut self, event: Event) {
        self.effects.extend(update(&mut self.state, event));
    }

    pub fn dynamics(&mut self, event: DynamicsEvent) {
        self.tell(Event::Dynamics(event));
    }

    pub fn flex(&mut self, event: FlexEvent) {
        self.tell(Event::Flex(event));
    }

    pub fn agent(&mut self, act: AgentAction) {
        self.tell(Event::Agent(act));
    }

    pub fn connect_dynamics(&mut self) {
        self.dynamics(DynamicsEvent::Connected(self.state.settings.clone()));
        self.answer(&DynamicsCall::GetMode, Ok(Answer::Mode(PanelMode::Hidden)));
    }

    /// The effects since the last look, without timers and saves.
    pub fn done(&mut self) -> Vec<Effect> {
        self.effects.retain(|effect| {
            !matches!(
                effect,
                Effect::Wait { .. } | Effect::Save(_) | Effect::SaveSearch { .. }
            )
        });
        std::mem::take(&mut self.effects)
    }

    /// The effects among the windows since the last look.
    pub fn among_windows(&mut self) -> Vec<WindowsCall> {
        let among_windows = |effect: &mut Effect| matches!(effect, Effect::Windows(_));
        let taken = self.effects.extract_if(.., among_windows);
        let calls = taken.map(|effect| match effect {
            Effect::Windows(call) => Some(call),
            _ => None,
        });
        calls.flatten().collect()
    }

    /// The calls to Dynamics since the last look.
    pub fn calls(&mut self) -> Vec<DynamicsCall> {
        let calls = self.done().into_iter().map(|effect| match effect {
            Effect::Dynamics { call, .. } => Some(call),
            _ => None,
        });
        calls.flatten().collect()
    }

    /// The commands to Flex since the last look.
    pub fn commands(&mut self) -> Vec<FlexCommand> {
        let commands = self.done().into_iter().map(|effect| match effect {
            Effect::Flex { command, .. } => Some(command),
            _ => None,
        });
        commands.flatten().collect()
    }

    /// What the last such effect since the last look is about.
    fn last<T>(&self, what: &dyn Debug, such: impl Fn(&Effect) -> Option<T>) -> T {
        let found = self.effects.iter().rev().find_map(such);
        found.unwrap_or_else(|| panic!("no {what:?}: {:?}", self.effects))
    }

    /// The request of the last call of this kind since the last look.
    pub fn request_of(&self, call: &DynamicsCall) -> Ticket {
        self.last(call, |effect| match effect {
            Effect::Dynamics { request, call: of } if of == call => Some(*request),
            _ => None,
        })
    }

    /// The request of the last reading of a number since the last look.
    pub fn request_of_number(&self) -> Ticket {
        self.last(&"reading", |effect| match effect {
            Effect::ReadNumber { request, .. } => Some(*request),
            _ => None,
        })
    }

    pub fn answer(&mut self, call: &DynamicsCall, result: Result<Answer, CallProblem>) {
        let request = self.request_of(call);
        self.answer_request(request, result);
    }

    pub fn answer_request(&mut self, request: Ticket, result: Result<Answer, CallProblem>) {
        self.dynamics(DynamicsEvent::Answered { request, result });
    }

    pub fn reply(&mut self, command: &FlexCommand, result: Result<(), CommandProblem>) {
        let request = self.last(command, |effect| match effect {
            Effect::Flex {
                request,
                command: of,
            } if of == command => Some(*request),
            _ => None,
        });
        self.flex(FlexEvent::Replied { request, result });
    }

    /// Answers every call and the calls that follow from it, and forgets the effects.
    pub fn answer_all(&mut self, result: &Result<Answer, CallProblem>) {
        loop {
            let done = self.done();
            if done.is_empty() {
                return;
            }
            for effect in done {
                match effect {
                    Effect::Dynamics { request, .. } => {
                        self.answer_request(request, result.clone());
                    }
                    Effect::Flex { request, .. } => {
                        let result = Ok(());
                        self.flex(FlexEvent::Replied { request, result });
                    }
                    _ => {}
                }
            }
        }
    }

    /// The last timer of this kind since the last look runs out.
    pub fn timer(&mut self, kind: fn(Ticket) -> Timer) {
        let timer = kind(Ticket::default());
        let timer = self.last(&timer, |effect| match effect {
            Effect::Wait { timer: of, .. } if discriminant(of) == discriminant(&timer) => Some(*of),
            _ => None,
        });
        self.tell(Event::TimeUp(timer));
    }

    /// The open call of a record whose tab is awaited. The timers of the opening have the same number.
    pub fn opening_of(&self, record: Record) -> Ticket {
        let opening = self.state.tabs.opening_of(record);
        match opening.map(|opening| &opening.stage) {
            Some(Stage::AwaitingTab { request, .. }) => *request,
            other => panic!("not watching: {other:?}"),
        }
    }

    /// The records that wait for their turn to be opened.
    pub fn queue(&self) -> Vec<Record> {
        let queue = self.state.tabs.queue.iter();
        queue.map(|(record, _)| *record).collect()
    }

    /// Takes this record from its search to its tab.
    pub fn open(&mut self, record: Record, tab: &str, others: &[&str]) {
        self.answer(&DynamicsCall::Search(record), Ok(Answer::Found(1)));
        self.answer(
            &DynamicsCall::ReadTabs,
            Ok(tabs_view(others.last().copied(), others)),
        );
        self.answer(&DynamicsCall::OpenBySearch(record), Ok(Answer::Done));
        self.timer(Timer::LookAgain);
        let now: Vec<&str> = others.iter().copied().chain([tab]).collect();
        self.answer(&DynamicsCall::ReadTabs, Ok(tabs_view(Some(tab), &now)));
        assert!(matches!(
            self.state.tabs.records.get(&record),
            Some(RecordTab::Bound(_))
        ));
    }

    /// A task that is accepted and selected on both sides, with its record in this tab.
    pub fn with_active(&mut self, task: Task, tab: &str, others: &[&str]) {
        let (sid, record) = (task.sid.clone(), task.record);
        self.flex(FlexEvent::Task(task.clone()));
        self.flex(FlexEvent::Selected(Some(sid.clone())));
        let select = FlexCommand::SelectTask { sid };
        if self
            .has_done(|effect| matches!(effect, Effect::Flex { command, .. } if *command == select))
        {
            self.reply(&select, Ok(()));
        }
        if let Some(record) = record {
            self.open(record, tab, others);
        }
        self.flex(FlexEvent::Task(Task {
            status: TaskStatus::Accepted,
            ..task
        }));
        self.answer_all(&Ok(Answer::Done));
    }

    /// True if such an effect has happened since the last look.
    pub fn has_done(&self, such: impl Fn(&Effect) -> bool) -> bool {
        self.effects.iter().any(such)
    }

    pub fn selected(&self) -> Option<&str> {
        let selected = self.state.selection.selected.as_ref();
        selected.map(ReservationSid::as_str)
    }

    pub fn row(&self, sid: &str) -> &TaskRow {
        let found = self.state.task(&sid.into());
        found.unwrap_or_else(|| panic!("no row {sid}"))
    }

    pub fn told(&self) -> Vec<&'static str> {
        let notices = self.state.notices.iter();
        notices.map(|notice| notice.problem.code()).collect()
    }
}

/// The settings with which records open by search alone.
pub fn by_search() -> Settings {
    Settings {
        open_with: OpenWith::Search,
        ..Settings::default()
    }
}

pub fn case(number: u32) -> Record {
    let id = Guid::parse(&format!("00000000-0000-4000-8000-{number:012}"));
    Record {
        entity: Entity::Case,
        id: id.expect("a GUID"),
    }
}

/// A pending inbound call about this Case.
pub fn call(sid: &str, about: u32) -> Task {
    Task {
        customer: "Ada Lovelace".into(),
        case_number: Some("CAS-1".into()),
        record: Some(case(about)),
        on_hold: Some(false),
        muted: Some(false),
        ..Task::offered(sid, Channel::Call)
    }
}

pub fn chat(sid: &str, about: u32) -> Task {
    Task {
        channel: Channel::Chat,
        call: false,
        ..call(sid, about)
    }
}

pub fn ended(sid: &str, ending: Ending) -> FlexEvent {
    FlexEvent::TaskEnded {
        sid: sid.into(),
        ending,
    }
}

pub fn snapshot(tasks: Vec<Task>) -> Snapshot {
    let activity = Activity {
        sid: "WA1".into(),
        name: "Available".into(),
        available: true,
        offline: false,
    };
    Snapshot {
        tasks,
        selected: None,
        view: Some("agent-desktop".into()),
        activities: [activity.clone()].into(),
        activity: Some(activity),
        reconnecting: false,
    }
}

/// The answer to a look that shows these tabs in the home session.
pub fn tabs_view(focused: Option<&str>, tabs: &[&str]) -> Answer {
    let tabs = tabs.iter().map(|id| (*id).into());
    Answer::Tabs(TabsView {
        session: FocusedSession::Ours("session-id-0".into()),
        focused: focused.map(Into::into),
        tabs: Some(tabs.collect()),
    })
}

pub fn click(value: &str) -> DynamicsEvent {
    DynamicsEvent::ClickToAct(
        ClickToAct {
            value: value.into(),
            title: Some("Ada Lovelace".into()),
            entity: Some("contact".into()),
            id: Guid::parse("00000000-0000-4000-8000-000000000099"),
        }
        .into(),
    )
}
