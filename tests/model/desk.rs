//! Three windows of one agent: their stores, the letters between them, the browser's lock, and what may befall the
//! leader. Letters between two windows arrive in their order, all others in any; the lock tells its windows when it
//! likes; Flex and clocks are slower than both.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::hash::{Hash, Hasher};

use store::event::Snapshot;
use store::state::AutoDock;
use store::state::{Channel, Counters, Dialing, Task};
use store::windows::{Message, Role, WindowId, WindowsCall};
use store::{
    AgentAction, Effect, Event, FlexCommand, FlexEvent, Millis, Settings, State, Timer,
    WindowEvent, update,
};

pub const WINDOWS: usize = 3;
/// The window in which the agent does something.
pub const HERE: usize = 1;

/// How a window stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Life {
    Well,
    /// It does nothing for a while; what it is told waits.
    Stalled,
    /// The browser has frozen it. While it leads it hears nothing.
    Frozen,
    /// It is not there any more.
    Gone,
}

#[derive(Clone)]
pub struct Window {
    pub state: State,
    pub life: Life,
    /// What the lock has to tell it: that it leads, or that it does not.
    news: VecDeque<bool>,
    timers: BTreeSet<Timer>,
    /// Its Flex is on its way.
    awaits_flex: bool,
}

#[derive(Clone)]
pub struct Desk {
    pub windows: Vec<Window>,
    letters: BTreeMap<(usize, usize), VecDeque<Message>>,
    holder: Option<usize>,
    line: VecDeque<usize>,
    pub misfortunes: u8,
    pub acts: Vec<Event>,
    /// How often the act was done in some Flex.
    pub done: u8,
    /// The agent has had what was wanted, or has been told that it is not so.
    pub answered: bool,
}

#[derive(Clone, Copy, Debug)]
pub enum Step {
    Letter(usize, usize),
    Lock(usize),
    FlexUp(usize),
    Ring(usize, Timer),
    Act,
    Befall(usize, Misfortune),
    Recover(usize),
    /// The leader has been silent for too long: this window takes the lock.
    Succeed(usize),
}

#[derive(Clone, Copy, Debug)]
pub enum Misfortune {
    Closed,
    Crashed,
    Frozen,
    Stalled,
}

/// No request has so high a number.
const SALT: u32 = 1_000;

pub fn id(number: usize) -> WindowId {
    WindowId {
        opened: Millis(0),
        salt: SALT + u32::try_from(number).expect("a small number"),
    }
}

impl Desk {
    /// All at rest: the first window leads, with a waiting chat; the others follow.
    pub fn new(act: Event, misfortunes: u8) -> Self {
        let window = Window {
            state: State::new(Settings::default()),
            life: Life::Well,
            news: VecDeque::new(),
            timers: BTreeSet::new(),
            awaits_flex: false,
        };
        let mut desk = Self {
            windows: vec![window; WINDOWS],
            answered: false,
            letters: BTreeMap::new(),
            holder: None,
            line: VecDeque::new(),
            misfortunes: 0,
            acts: Vec::new(),
            done: 0,
        };
        for number in 0..WINDOWS {
            desk.tell(number, Event::Window(WindowEvent::Follows));
            desk.line.push_back(number);
        }
        desk.grant();
        desk.settle();
        desk.acts = vec![act];
        desk.answered = false;
        desk.misfortunes = misfortunes;
        desk
    }

    /// Takes the first step there is until none is left.
    fn settle(&mut self) {
        while let Some(step) = self.forced().first().copied() {
            self.take(step);
        }
    }

    fn window(&mut self, number: usize) -> &mut Window {
        self.windows.get_mut(number).expect("a window")
    }

    fn tell(&mut self, number: usize, event: Event) {
        let window = self.window(number);
        let effects = update(&mut window.state, event);
        window.state.diagnostics.counters = Counters::default();
        let answered = number == HERE && !window.state.notices.is_empty();
        self.answered |= answered;
        for effect in effects {
            self.perform(number, effect);
        }
    }

    fn perform(&mut self, number: usize, effect: Effect) {
        match effect {
            Effect::Windows(WindowsCall::Say(to, message)) => self.post(number, to, &message),
            Effect::Windows(WindowsCall::Take) => self.steal(number),
            Effect::Windows(WindowsCall::Lead) => {
                self.window(number).awaits_flex = true;
                self.answered |= number == HERE && self.acts.is_empty();
            }
            Effect::Windows(WindowsCall::Follow) => self.window(number).awaits_flex = false,
            Effect::ReadNumber { request, .. } => {
                let result = Ok("+14255550100".into());
                self.tell(number, Event::NumberRead { request, result });
            }
            Effect::Flex { command, .. } if is_the_act(&command) => {
                self.done += 1;
                self.answered = true;
            }
            Effect::Wait {
                timer: timer @ (Timer::Outbox(_) | Timer::OutboundTask(_)),
                ..
            } => {
                let _ = self.window(number).timers.insert(timer);
            }
            _ => {}
        }
    }

    fn post(&mut self, from: usize, to: Option<WindowId>, message: &Message) {
        for number in 0..WINDOWS {
            let meant = to.is_none_or(|to| to == id(number));
            if number != from && meant && self.windows[number].life != Life::Gone {
                let letters = self.letters.entry((from, number)).or_default();
                letters.push_back(message.clone());
            }
        }
    }

    fn grant(&mut self) {
        if self.holder.is_none() {
            self.holder = self.line.pop_front();
            if let Some(holder) = self.holder {
                self.window(holder).news.push_back(true);
            }
        }
    }

    fn steal(&mut self, thief: usize) {
        if let Some(holder) = self.holder.replace(thief) {
            self.window(holder).news.push_back(false);
        }
        self.line.retain(|waiting| *waiting != thief);
        self.window(thief).news.push_back(true);
    }

    /// What happens by itself, sooner or later.
    pub fn forced(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for (from, to) in self.letters.keys() {
            if self.windows[*to].life != Life::Stalled {
                steps.push(Step::Letter(*from, *to));
            }
        }
        let windows = || self.windows.iter().enumerate();
        for (number, window) in windows().filter(|(_, window)| window.life == Life::Well) {
            if !window.news.is_empty() {
                steps.push(Step::Lock(number));
            }
        }
        // Letters are quick; Flex and clocks are slow.
        if steps.is_empty() {
            let well = windows().filter(|(_, window)| window.life == Life::Well);
            for (number, window) in well {
                if window.awaits_flex {
                    steps.push(Step::FlexUp(number));
                }
                let timers = window.timers.iter();
                steps.extend(timers.map(|timer| Step::Ring(number, *timer)));
            }
        }
        for (number, window) in windows() {
            if matches!(window.life, Life::Stalled | Life::Frozen) {
                steps.push(Step::Recover(number));
            }
        }
        steps
    }

    /// And what may happen.
    pub fn possible(&self) -> Vec<Step> {
        let mut steps = self.forced();
        let quiet = !steps
            .iter()
            .any(|step| matches!(step, Step::Letter(..) | Step::Lock(_)));
        if !self.acts.is_empty() {
            steps.push(Step::Act);
        }
        let is_silent = |number: usize| self.windows[number].life != Life::Well;
        if quiet && self.holder.is_some_and(is_silent) {
            let heirs = (0..WINDOWS).filter(|number| !is_silent(*number));
            steps.extend(heirs.map(Step::Succeed));
        }
        if self.misfortunes > 0 {
            let leaders = (0..WINDOWS).filter(|number| {
                let window = &self.windows[*number];
                window.life == Life::Well && window.state.windows.role() == Role::Leader
            });
            use Misfortune::{Closed, Crashed, Frozen, Stalled};
            for leader in leaders {
                let all = [Closed, Crashed, Frozen, Stalled];
                steps.extend(all.map(|misfortune| Step::Befall(leader, misfortune)));
            }
        }
        steps
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Letter(from, to) => self.deliver(from, to),
            Step::Lock(number) => match self.window(number).news.pop_front() {
                Some(true) => self.tell(number, Event::Window(WindowEvent::Leads)),
                _ => {
                    self.tell(number, Event::Window(WindowEvent::Follows));
                    self.line.push_back(number);
                    self.grant();
                }
            },
            Step::FlexUp(number) => {
                self.window(number).awaits_flex = false;
                let snapshot = Snapshot {
                    tasks: vec![chat()],
                    ..Snapshot::default()
                };
                self.tell(number, Event::Flex(FlexEvent::Snapshot(snapshot)));
            }
            Step::Ring(number, timer) => {
                let _ = self.window(number).timers.remove(&timer);
                self.tell(number, Event::TimeUp(timer));
            }
            Step::Act => {
                let leads = self.windows[HERE].state.windows.role() == Role::Leader;
                if let Some(act) = self.acts.pop() {
                    self.answered |= leads && act == Event::Agent(AgentAction::WorkHere);
                    self.tell(HERE, act);
                }
            }
            Step::Befall(number, misfortune) => self.befall(number, misfortune),
            Step::Recover(number) => {
                let was = std::mem::replace(&mut self.window(number).life, Life::Well);
                if was == Life::Frozen && self.windows[number].state.windows.role() == Role::Leader
                {
                    self.post(number, None, &Message::Leading);
                }
            }
            Step::Succeed(number) => self.steal(number),
        }
    }

    fn deliver(&mut self, from: usize, to: usize) {
        let Some(letters) = self.letters.get_mut(&(from, to)) else {
            return;
        };
        let letter = letters.pop_front();
        if letters.is_empty() {
            let _ = self.letters.remove(&(from, to));
        }
        let window = self.window(to);
        let deaf = match window.life {
            Life::Frozen => window.state.windows.role() == Role::Leader,
            life => life == Life::Gone,
        };
        if let Some(letter) = letter.filter(|_| !deaf) {
            let heard = WindowEvent::Heard(id(from), letter);
            self.tell(to, Event::Window(heard));
        }
    }

    fn befall(&mut self, number: usize, misfortune: Misfortune) {
        self.misfortunes -= 1;
        match misfortune {
            Misfortune::Stalled => self.window(number).life = Life::Stalled,
            Misfortune::Frozen => {
                self.window(number).life = Life::Frozen;
                self.post(number, None, &Message::Leaving);
            }
            Misfortune::Crashed => self.end(number),
            Misfortune::Closed => {
                self.post(number, None, &Message::Leaving);
                self.end(number);
            }
        }
    }

    fn end(&mut self, number: usize) {
        let window = self.window(number);
        window.life = Life::Gone;
        window.news.clear();
        window.timers.clear();
        window.awaits_flex = false;
        self.letters.retain(|(_, to), _| *to != number);
        self.line.retain(|waiting| *waiting != number);
        let _ = self.holder.take_if(|holder| *holder == number);
        self.grant();
    }
}

/// What can matter: neither counters nor the numbers of notices and requests.
impl Hash for Window {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let State {
            windows,
            tasks,
            selection,
            flex,
            calls,
            notices,
            mode,
            ..
        } = &self.state;
        let told: Vec<_> = notices.iter().map(|notice| &notice.problem).collect();
        (windows, tasks, &selection.selected, &flex.link).hash(hasher);
        (
            calls.dialing == Dialing::Idle,
            told,
            mode.auto_dock == AutoDock::Yes,
        )
            .hash(hasher);
        (self.life, &self.news, &self.timers, self.awaits_flex).hash(hasher);
    }
}

impl Hash for Desk {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        (&self.windows, &self.letters, self.holder, &self.line).hash(hasher);
        (self.misfortunes, self.acts.len(), self.done, self.answered).hash(hasher);
    }
}

fn is_the_act(command: &FlexCommand) -> bool {
    matches!(
        command,
        FlexCommand::AcceptTask { .. } | FlexCommand::StartOutboundCall { .. }
    )
}

/// A chat that waits to be accepted.
fn chat() -> Task {
    Task {
        customer: "Ada Lovelace".into(),
        ..Task::offered("WR1", Channel::Chat)
    }
}
