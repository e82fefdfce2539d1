//! The last events and effects, as values: nothing is put in words before somebody looks.
//!
//! While a task is live the panel glances at Dynamics every second or two, and a hostile page may send messages as fast
//! as it likes. Such a *murmur* would wash out all the rest: of a murmur that goes on, each thing is kept once and
//! counted.

use std::collections::VecDeque;
use std::mem::discriminant;

use crate::store::event::Answer;
use crate::store::{
    DynamicsCall, DynamicsEvent, Effect, Event, FlexEvent, Happened, Millis, Timer, WindowEvent,
};

/// How many entries are kept: the youngest.
pub const CAPACITY: usize = 500;
/// How far a murmur is looked through for the same thing.
const MURMUR: usize = 16;

/// An event or an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The store was told this.
    Event(Event),
    /// The store had this done.
    Effect(Effect),
}

/// An event or an effect, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1 on since the page was loaded.
    pub number: u64,
    /// When it happened first.
    pub at: Millis,
    /// When it happened last.
    pub until: Millis,
    /// How often; more than once in a murmur only.
    pub times: u32,
    /// What happened, the last time.
    pub what: What,
}

/// The log.
#[derive(Debug, Default)]
pub struct Log {
    entries: VecDeque<Entry>,
    noted: u64,
    changes: u64,
}

impl Log {
    /// Notes what happens at this moment.
    pub fn note(&mut self, happened: Happened<'_>, at: Millis) {
        self.changes = self.changes.wrapping_add(1);
        let what = match happened {
            Happened::Event(event) => What::Event(event.clone()),
            Happened::Effect(effect) => What::Effect(effect.clone()),
        };
        if is_murmur(&what) {
            let lately = self.entries.iter_mut().rev().take(MURMUR);
            let mut murmur = lately.take_while(|entry| is_murmur(&entry.what));
            if let Some(same) = murmur.find(|entry| are_alike(&entry.what, &what)) {
                same.what = what;
                same.until = at;
                same.times = same.times.saturating_add(1);
                return;
            }
        }
        if self.entries.len() == CAPACITY {
            let _ = self.entries.pop_front();
        }
        self.noted = self.noted.wrapping_add(1);
        self.entries.push_back(Entry {
            number: self.noted,
            at,
            until: at,
            times: 1,
            what,
        });
    }

    /// The entries, oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// How many older ones there were.
    #[must_use]
    pub fn forgotten(&self) -> u64 {
        let kept = u64::try_from(self.entries.len()).unwrap_or(u64::MAX);
        self.noted.saturating_sub(kept)
    }

    /// Another number after each change.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }
}

/// It happens over and over without anybody's doing, or at the will of a stranger.
fn is_murmur(what: &What) -> bool {
    match what {
        What::Effect(Effect::Wait { timer, .. }) | What::Event(Event::TimeUp(timer)) => {
            matches!(timer, Timer::Glance(_) | Timer::LookAgain(_))
        }
        What::Effect(Effect::Dynamics { call, .. }) => {
            matches!(call, DynamicsCall::GetFocusedTab | DynamicsCall::Look)
        }
        What::Event(Event::Dynamics(DynamicsEvent::Answered { result, .. })) => {
            matches!(result, Ok(Answer::FocusedTab(_) | Answer::Looked(_)))
        }
        What::Event(Event::Dynamics(event)) => *event == DynamicsEvent::AskedAgain,
        What::Event(Event::Flex(event)) => matches!(
            event,
            FlexEvent::Late | FlexEvent::Malformed | FlexEvent::Foreign
        ),
        What::Event(Event::Window(event)) => {
            matches!(event, WindowEvent::Malformed | WindowEvent::FocusMoved)
        }
        What::Event(_) | What::Effect(_) => false,
    }
}

/// They differ in nothing but the numbers of their requests.
fn are_alike(one: &What, other: &What) -> bool {
    match (one, other) {
        (
            What::Effect(Effect::Wait { timer, millis }),
            What::Effect(Effect::Wait {
                timer: t,
                millis: m,
            }),
        ) => (discriminant(timer), millis) == (discriminant(t), m),
        (What::Event(Event::TimeUp(timer)), What::Event(Event::TimeUp(t))) => {
            discriminant(timer) == discriminant(t)
        }
        (
            What::Effect(Effect::Dynamics { call, .. }),
            What::Effect(Effect::Dynamics { call: c, .. }),
        ) => call == c,
        (
            What::Event(Event::Dynamics(DynamicsEvent::Answered { result, .. })),
            What::Event(Event::Dynamics(DynamicsEvent::Answered { result: r, .. })),
        ) => result == r,
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{AgentAct, RequestId, TabId};

    fn log_of(happened: &[What]) -> Log {
        let mut log = Log::default();
        for (what, at) in happened.iter().zip(0..) {
            let happened = match what {
                What::Event(event) => Happened::Event(event),
                What::Effect(effect) => Happened::Effect(effect),
            };
            log.note(happened, Millis(at));
        }
        log
    }

    fn act(number: u32) -> What {
        What::Event(Event::Agent(AgentAct::Dismiss(RequestId(number))))
    }

    /// The four things of a glance that finds this tab in front.
    fn glance(number: u32, tab: &str) -> [What; 4] {
        let request = RequestId(number);
        let timer = Timer::Glance(request);
        let call = DynamicsCall::GetFocusedTab;
        let result = Ok(Answer::FocusedTab(Some(TabId::from(tab))));
        [
            What::Effect(Effect::Dynamics { request, call }),
            What::Event(Event::Dynamics(DynamicsEvent::Answered { request, result })),
            What::Effect(Effect::Wait {
                timer,
                millis: 1_000,
            }),
            What::Event(Event::TimeUp(timer)),
        ]
    }

    fn numbers(log: &Log) -> Vec<(u64, u32)> {
        log.entries()
            .map(|entry| (entry.number, entry.times))
            .collect()
    }

    #[test]
    fn the_youngest_are_kept() {
        let all: Vec<What> = (1..=503).map(act).collect();
        let log = log_of(&all);
        assert_eq!(log.entries().count(), CAPACITY);
        assert_eq!(log.entries().next().map(|entry| entry.number), Some(4));
        assert_eq!(log.forgotten(), 3);
        let last = log.entries().next_back().map(|entry| entry.what.clone());
        assert_eq!(last, Some(act(503)));
    }

    #[test]
    fn glances_that_find_nothing_new_take_no_room() {
        let glances: Vec<What> = (1..200)
            .flat_map(|number| glance(number, "tab-1"))
            .collect();
        let log = log_of(&glances);
        assert_eq!(numbers(&log), [(1, 199), (2, 199), (3, 199), (4, 199)]);
        let last = log.entries().next_back().expect("an entry");
        assert_eq!((last.at, last.until), (Millis(3), Millis(795)));
        assert_eq!(last.what, glance(199, "tab-1")[3]);
    }

    #[test]
    fn a_glance_that_finds_something_new_is_seen() {
        let found = ["tab-1", "tab-1", "tab-2"];
        let glances: Vec<What> = found
            .into_iter()
            .zip(1..)
            .flat_map(|(tab, number)| glance(number, tab))
            .collect();
        let log = log_of(&glances);
        assert_eq!(numbers(&log), [(1, 3), (2, 2), (3, 3), (4, 3), (5, 1)]);
    }

    #[test]
    fn what_has_happened_ends_a_murmur() {
        let malformed = || What::Event(Event::Flex(FlexEvent::Malformed));
        let log = log_of(&[malformed(), malformed(), act(1), malformed()]);
        assert_eq!(numbers(&log), [(1, 2), (2, 1), (3, 1)]);
    }

    #[test]
    fn what_the_agent_does_twice_is_told_twice() {
        assert_eq!(numbers(&log_of(&[act(1), act(1)])), [(1, 1), (2, 1)]);
    }

    #[test]
    fn every_change_is_noticed() {
        let malformed = What::Event(Event::Flex(FlexEvent::Malformed));
        let once = log_of(std::slice::from_ref(&malformed));
        let twice = log_of(&[malformed.clone(), malformed]);
        assert_ne!(once.changes(), twice.changes());
    }
}
