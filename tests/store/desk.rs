//! The windows of one agent: their stores, the browser's lock, and the channel between them.

use store::event::Answer;
use store::state::RecordTab;
use store::windows::{Message, Role, WindowId, WindowsCall};
use store::{
    AgentAction, Event, FlexCommand, FlexEvent, Millis, Settings, Tab, Timer, WindowEvent,
};

use crate::panel::{Panel, case};

/// The agent's windows, and the lock and the channel between them.
pub struct Desk {
    pub windows: Vec<Panel>,
    /// Windows that no longer hear or say anything.
    pub gone: Vec<usize>,
}

impl Desk {
    /// The first window leads and has Flex; the others follow. Each stands in a Dynamics that answers.
    pub fn of(windows: usize) -> Self {
        let leader = Panel::ready(Settings::default());
        let mut desk = Self {
            windows: vec![leader],
            gone: Vec::new(),
        };
        for _ in 1..windows {
            let mut follower = Panel::new(Settings::default());
            follower.tell(Event::Window(WindowEvent::Follows));
            follower.connect_dynamics();
            desk.windows.push(follower);
            desk.talk();
        }
        for follower in desk.windows.iter_mut().skip(1) {
            follower.answer_all(&Ok(Answer::Done));
        }
        desk
    }

    pub fn of_two() -> Self {
        Self::of(2)
    }

    pub fn window(&mut self, number: usize) -> &mut Panel {
        self.windows.get_mut(number).expect("a window")
    }

    /// Delivers the messages between the windows until there are none left.
    pub fn talk(&mut self) {
        loop {
            let mut calls = Vec::new();
            for (number, window) in self.windows.iter_mut().enumerate() {
                calls.extend(window.among_windows().into_iter().map(|it| (number, it)));
            }
            calls.retain(|(number, _)| !self.gone.contains(number));
            if calls.is_empty() {
                return;
            }
            for (from, call) in calls {
                match call {
                    WindowsCall::Say(to, message) => self.deliver(from, to, &message),
                    WindowsCall::Take => self.give_lock(from),
                    WindowsCall::Lead | WindowsCall::Follow => {}
                }
            }
        }
    }

    pub fn deliver(&mut self, from: usize, to: Option<WindowId>, message: &Message) {
        for (number, window) in self.windows.iter_mut().enumerate() {
            let meant = to.is_none_or(|to| to == id(number));
            if number != from && meant && !self.gone.contains(&number) {
                window.tell(Event::Window(WindowEvent::Heard(
                    id(from),
                    travelled(message),
                )));
            }
        }
    }

    /// Gives the lock to this window and takes it from the one that has it.
    pub fn give_lock(&mut self, to: usize) {
        for (number, window) in self.windows.iter_mut().enumerate() {
            let leads = window.state.windows.role() == Role::Leader;
            if number != to && leads && !self.gone.contains(&number) {
                window.tell(Event::Window(WindowEvent::Follows));
            }
        }
        self.window(to).tell(Event::Window(WindowEvent::Leads));
        self.talk();
    }

    pub fn flex(&mut self, event: FlexEvent) {
        self.window(0).flex(event);
        self.talk();
    }

    pub fn agent(&mut self, window: usize, act: AgentAction) {
        self.window(window).agent(act);
        self.talk();
    }

    pub fn roles(&self) -> Vec<Role> {
        let windows = self.windows.iter();
        windows.map(|window| window.state.windows.role()).collect()
    }

    /// A window sends a message that comes from its page, not from its store.
    pub fn says(&mut self, window: usize, message: &Message) {
        self.deliver(window, None, message);
        self.talk();
    }

    /// One second passes for every act in this window's outbox.
    pub fn outbox_waits(&mut self, window: usize) {
        let window = self.window(window);
        for (entry, _) in window.state.windows.outbox.clone() {
            window.tell(Event::TimeUp(Timer::Outbox(entry)));
        }
        self.talk();
    }

    /// How often each window has sent this command to Flex.
    pub fn given(&mut self, command: &FlexCommand) -> Vec<usize> {
        let windows = self.windows.iter_mut();
        let count = |window: &mut Panel| {
            let given = window.commands();
            given.iter().filter(|given| *given == command).count()
        };
        windows.map(count).collect()
    }

    pub fn show_in_follower(&mut self, about: u32, tab: &str) {
        let tab = Tab {
            session: None,
            id: tab.into(),
        };
        let follower = self.window(1);
        let records = &mut follower.state.tabs.records;
        let _ = records.insert(case(about), RecordTab::Bound(tab));
        follower.tell(Event::Window(WindowEvent::FocusMoved));
        self.talk();
    }
}

pub fn id(number: usize) -> WindowId {
    WindowId {
        opened: Millis(0),
        salt: u32::try_from(number).expect("a small number"),
    }
}

/// The message after its way through the channel.
fn travelled(message: &Message) -> Message {
    let text = serde_json::to_string(message).expect("it can be written");
    serde_json::from_str(&text).expect("it can be read")
}
