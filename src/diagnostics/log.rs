//! Keeps the last events and effects as values. They are put into words only when somebody opens the page for support.
//!
//! While a task is live, the panel asks Dynamics every second or two which tab is in front. A hostile page may send
//! messages as fast as it likes. The log calls both *noise*: it would push everything else out. So the log coalesces
//! noise: it keeps equal items once, with a count.

use std::collections::VecDeque;
use std::mem::discriminant;

use store::event::Answer;
use store::{
    DynamicsCall, DynamicsEvent, Effect, Event, FlexEvent, Millis, Timer, Traced, WindowEvent,
};

/// How many entries the log keeps. Older ones are dropped.
pub const CAPACITY: usize = 500;
/// How many of the last entries are searched for an item like a new item of noise.
const NOISE: usize = 16;

/// An event or an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// The store received this event.
    Event(Event),
    /// The store asked for this effect.
    Effect(Effect),
}

/// An event or an effect, with its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number. The first entry after the page was loaded has number 1.
    pub number: u64,
    /// When it happened first.
    pub at: Millis,
    /// When it happened last.
    pub until: Millis,
    /// How often it happened. Only noise has more than 1.
    pub times: u32,
    /// What happened, as of the last time.
    pub item: Item,
}

/// The log.
#[derive(Debug, Default)]
pub struct Log {
    entries: VecDeque<Entry>,
    noted: u64,
    changes: u64,
}

impl Log {
    /// Adds what happens at this moment.
    pub fn note(&mut self, happened: Traced<'_>, at: Millis) {
        self.changes = self.changes.wrapping_add(1);
        let item = match happened {
            Traced::Event(event) => Item::Event(event.clone()),
            Traced::Effect(effect) => Item::Effect(effect.clone()),
        };
        if is_noise(&item) {
            let lately = self.entries.iter_mut().rev().take(NOISE);
            let mut noise = lately.take_while(|entry| is_noise(&entry.item));
            if let Some(same) = noise.find(|entry| are_alike(&entry.item, &item)) {
                same.item = item;
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
            item,
        });
    }

    /// The entries, oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// How many older entries have been dropped.
    #[must_use]
    pub fn forgotten(&self) -> u64 {
        let kept = u64::try_from(self.entries.len()).unwrap_or(u64::MAX);
        self.noted.saturating_sub(kept)
    }

    /// A number that is different after each change.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }
}

/// Is true for what repeats by itself, and for what a hostile page can repeat.
fn is_noise(item: &Item) -> bool {
    match item {
        Item::Effect(Effect::Wait { timer, .. }) | Item::Event(Event::TimeUp(timer)) => {
            matches!(timer, Timer::Poll(_) | Timer::LookAgain(_))
        }
        Item::Effect(Effect::Dynamics { call, .. }) => {
            matches!(call, DynamicsCall::GetFocusedTab | DynamicsCall::ReadTabs)
        }
        Item::Event(Event::Dynamics(DynamicsEvent::Answered { result, .. })) => {
            matches!(result, Ok(Answer::FocusedTab(_) | Answer::Tabs(_)))
        }
        Item::Event(Event::Dynamics(event)) => *event == DynamicsEvent::AskedAgain,
        Item::Event(Event::Flex(event)) => matches!(
            event,
            FlexEvent::Late | FlexEvent::Malformed | FlexEvent::Foreign
        ),
        Item::Event(Event::Window(event)) => {
            matches!(event, WindowEvent::Malformed | WindowEvent::FocusMoved)
        }
        Item::Event(_) | Item::Effect(_) => false,
    }
}

/// Is true for two items that are equal but for the numbers of their requests.
fn are_alike(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (
            Item::Effect(Effect::Wait { timer, millis }),
            Item::Effect(Effect::Wait {
                timer: t,
                millis: m,
            }),
        ) => (discriminant(timer), millis) == (discriminant(t), m),
        (Item::Event(Event::TimeUp(timer)), Item::Event(Event::TimeUp(t))) => {
            discriminant(timer) == discriminant(t)
        }
        (
            Item::Effect(Effect::Dynamics { call, .. }),
            Item::Effect(Effect::Dynamics { call: c, .. }),
        ) => call == c,
        (
            Item::Event(Event::Dynamics(DynamicsEvent::Answered { result, .. })),
            Item::Event(Event::Dynamics(DynamicsEvent::Answered { result: r, .. })),
        ) => result == r,
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::{AgentAction, TabId, Ticket};

    fn log_of(happened: &[Item]) -> Log {
        let mut log = Log::default();
        for (item, at) in happened.iter().zip(0..) {
            let happened = match item {
                Item::Event(event) => Traced::Event(event),
                Item::Effect(effect) => Traced::Effect(effect),
            };
            log.note(happened, Millis(at));
        }
        log
    }

    fn act(number: u32) -> Item {
        Item::Event(Event::Agent(AgentAction::Dismiss(Ticket(number))))
    }

    /// The four items of one poll that finds this tab in front.
    fn poll(number: u32, tab: &str) -> [Item; 4] {
        let request = Ticket(number);
        let timer = Timer::Poll(request);
        let call = DynamicsCall::GetFocusedTab;
        let result = Ok(Answer::FocusedTab(Some(TabId::from(tab))));
        [
            Item::Effect(Effect::Dynamics { request, call }),
            Item::Event(Event::Dynamics(DynamicsEvent::Answered { request, result })),
            Item::Effect(Effect::Wait {
                timer,
                millis: 1_000,
            }),
            Item::Event(Event::TimeUp(timer)),
        ]
    }

    fn numbers(log: &Log) -> Vec<(u64, u32)> {
        log.entries()
            .map(|entry| (entry.number, entry.times))
            .collect()
    }

    #[test]
    fn the_log_keeps_the_youngest_entries() {
        let all: Vec<Item> = (1..=503).map(act).collect();
        let log = log_of(&all);
        assert_eq!(log.entries().count(), CAPACITY);
        assert_eq!(log.entries().next().map(|entry| entry.number), Some(4));
        assert_eq!(log.forgotten(), 3);
        let last = log.entries().next_back().map(|entry| entry.item.clone());
        assert_eq!(last, Some(act(503)));
    }

    #[test]
    fn polls_that_find_nothing_new_share_four_entries() {
        let polls: Vec<Item> = (1..200).flat_map(|number| poll(number, "tab-1")).collect();
        let log = log_of(&polls);
        assert_eq!(numbers(&log), [(1, 199), (2, 199), (3, 199), (4, 199)]);
        let last = log.entries().next_back().expect("an entry");
        assert_eq!((last.at, last.until), (Millis(3), Millis(795)));
        assert_eq!(last.item, poll(199, "tab-1")[3]);
    }

    #[test]
    fn a_poll_that_finds_another_tab_gets_its_own_entry() {
        let found = ["tab-1", "tab-1", "tab-2"];
        let polls: Vec<Item> = found
            .into_iter()
            .zip(1..)
            .flat_map(|(tab, number)| poll(number, tab))
            .collect();
        let log = log_of(&polls);
        assert_eq!(numbers(&log), [(1, 3), (2, 2), (3, 3), (4, 3), (5, 1)]);
    }

    #[test]
    fn noise_after_another_item_gets_a_new_entry() {
        let malformed = || Item::Event(Event::Flex(FlexEvent::Malformed));
        let log = log_of(&[malformed(), malformed(), act(1), malformed()]);
        assert_eq!(numbers(&log), [(1, 2), (2, 1), (3, 1)]);
    }

    #[test]
    fn two_equal_acts_of_the_agent_get_two_entries() {
        assert_eq!(numbers(&log_of(&[act(1), act(1)])), [(1, 1), (2, 1)]);
    }

    #[test]
    fn a_repeated_item_changes_the_number_of_changes() {
        let malformed = Item::Event(Event::Flex(FlexEvent::Malformed));
        let once = log_of(std::slice::from_ref(&malformed));
        let twice = log_of(&[malformed.clone(), malformed]);
        assert_ne!(once.changes(), twice.changes());
    }
}
