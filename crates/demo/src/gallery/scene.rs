//! A scene brings a panel into a state for a picture: it sends events to a real store, and lets both sides answer.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use super::cast;
use super::host::Host;
use store::click::Reading;
use store::event::Snapshot;
use store::problem::CommandProblem;
use store::state::{PanelMode, Task};
use store::windows::{Message, WindowsCall};
use store::{
    AgentAction, DynamicsCall, DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, Settings,
    State, Store, Timer, WindowEvent,
};

/// A store with the world around it.
pub struct Scene {
    store: Store,
    effects: Rc<RefCell<VecDeque<Effect>>>,
    host: Host,
    flex: fn() -> Option<Result<(), CommandProblem>>,
    /// The timers that were set, and those of them that have run out.
    clocks: Vec<Timer>,
    rung: BTreeSet<Timer>,
    said: Vec<Message>,
    /// What a phone field is read as. While this is empty, the field is not read.
    reading: Option<Reading>,
}

impl Scene {
    /// Nothing is connected yet.
    pub fn dark() -> Self {
        let effects = Rc::new(RefCell::new(VecDeque::new()));
        let performed = effects.clone();
        let store = Store::new(State::default(), move |_, effect| {
            performed.borrow_mut().push_back(effect);
        });
        Self {
            store,
            effects,
            host: Host::default(),
            flex: || Some(Ok(())),
            clocks: Vec::new(),
            rung: BTreeSet::new(),
            said: Vec::new(),
            reading: None,
        }
    }

    /// Dynamics is connected, Flex is connected with these tasks, and the panel is docked.
    pub fn with(tasks: impl IntoIterator<Item = Task>) -> Self {
        Self::dark().dynamics_is_up().flex_is_up(tasks).docked()
    }

    /// The same with the first task selected.
    pub fn working_on(tasks: impl IntoIterator<Item = Task>) -> Self {
        let tasks: Vec<Task> = tasks.into_iter().collect();
        let first = tasks.first().map(|task| task.sid.clone());
        Self::with(tasks).flex(FlexEvent::Selected(first))
    }

    /// The store. Its effects go nowhere from now on.
    pub fn store(&self) -> Store {
        self.store.clone()
    }

    /// What this window has said to others, the latest last.
    pub fn said(&self) -> &[Message] {
        &self.said
    }

    /// Dynamics is connected.
    pub fn dynamics_is_up(self) -> Self {
        self.dynamics(DynamicsEvent::Connected(Settings::default()))
    }

    /// Flex is connected and has these tasks.
    pub fn flex_is_up(self, tasks: impl IntoIterator<Item = Task>) -> Self {
        let activities = cast::activities();
        self.flex(FlexEvent::Snapshot(Snapshot {
            tasks: tasks.into_iter().collect(),
            selected: None,
            view: Some("agent-desktop".into()),
            activity: activities.first().cloned(),
            activities: activities.into(),
            reconnecting: false,
        }))
    }

    /// The agent docks the panel.
    pub fn docked(self) -> Self {
        self.dynamics(DynamicsEvent::ModeChanged(PanelMode::Docked))
    }

    /// The agent minimizes the panel.
    pub fn minimized(self) -> Self {
        self.dynamics(DynamicsEvent::ModeChanged(PanelMode::Minimized))
    }

    /// From now on, Dynamics answers some calls differently.
    pub fn but(mut self, instead: fn(&DynamicsCall) -> Option<super::host::Reply>) -> Self {
        self.host.instead = instead;
        self
    }

    /// From now on, Dynamics behaves differently.
    pub fn host(mut self, change: fn(&mut Host)) -> Self {
        change(&mut self.host);
        self
    }

    /// From now on, a phone field is read as this.
    pub fn reads(mut self, reading: impl Into<Reading>) -> Self {
        self.reading = Some(reading.into());
        self
    }

    /// From now on, Flex refuses every command.
    pub fn flex_refusing(mut self) -> Self {
        self.flex = || Some(Err(CommandProblem::Refused("not now".into())));
        self
    }

    /// From now on Flex does not answer.
    pub fn flex_silent(mut self) -> Self {
        self.flex = || None;
        self
    }

    /// Something happens in Dynamics.
    pub fn dynamics(self, event: DynamicsEvent) -> Self {
        self.happens(Event::Dynamics(event))
    }

    /// Something happens in Flex.
    pub fn flex(self, event: FlexEvent) -> Self {
        self.happens(Event::Flex(event))
    }

    /// Something happens to the window.
    pub fn window(self, event: WindowEvent) -> Self {
        self.happens(Event::Window(event))
    }

    /// The agent does something in the panel.
    pub fn agent(self, act: AgentAction) -> Self {
        self.happens(Event::Agent(act))
    }

    /// A task arrives.
    pub fn arrives(self, task: Task) -> Self {
        self.flex(FlexEvent::Task(task))
    }

    /// Timers of this kind run out.
    pub fn time_up(mut self, which: fn(&Timer) -> bool) -> Self {
        let clocks = std::mem::take(&mut self.clocks);
        let due = clocks.into_iter().filter(which);
        for timer in due.collect::<Vec<_>>() {
            self = self.happens(Event::TimeUp(timer));
        }
        self
    }

    fn happens(mut self, event: Event) -> Self {
        self.store.dispatch(event);
        loop {
            let effect = self.effects.borrow_mut().pop_front();
            let Some(effect) = effect else { return self };
            if let Some(answer) = self.answer(effect) {
                self.store.dispatch(answer);
            }
        }
    }

    fn answer(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Dynamics { request, call } => {
                let result = self.host.answer(&call)?;
                Some(Event::Dynamics(DynamicsEvent::Answered { request, result }))
            }
            Effect::Flex { request, command } => {
                let result = (self.flex)()?;
                if result.is_ok() {
                    self.select(&command);
                }
                Some(Event::Flex(FlexEvent::Replied { request, result }))
            }
            // Whether a tab comes up is clear after one look: it is there or never comes.
            Effect::Wait {
                timer: timer @ Timer::LookAgain(_),
                ..
            } => self.rung.insert(timer).then_some(Event::TimeUp(timer)),
            Effect::Wait { timer, .. } => {
                self.clocks.push(timer);
                None
            }
            Effect::Windows(WindowsCall::Say(_, message)) => {
                self.said.push(message);
                None
            }
            Effect::ReadNumber { request, .. } => {
                let result = Ok(self.reading.clone()?);
                Some(Event::NumberRead { request, result })
            }
            Effect::Save(_) | Effect::SaveSearch { .. } | Effect::Windows(_) => None,
        }
    }

    fn select(&self, command: &FlexCommand) {
        if let FlexCommand::SelectTask { sid } = command {
            let event = FlexEvent::Selected(Some(sid.clone()));
            self.store.dispatch(Event::Flex(event));
        }
    }
}
