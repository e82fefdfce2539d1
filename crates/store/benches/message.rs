//! How long one message of Flex takes in the store, by the number of tasks in the list: a turn without what follows it
//! (the calls have left then), and a turn with publishing, after which the components know the new state.
//!
//! The sizes take turns, so a busy machine slows all of them. It prints one line for each size: tasks, then the median
//! and the 95th percentile of a turn, then both with publishing, in nanoseconds. `benches/parts/store.mjs` reads them.

#![allow(missing_docs)]

use std::hint::black_box;
use std::time::Instant;

use store::state::{Channel, Flex, FlexLink, Task, TaskStatus};
use store::{Event, FlexEvent, State, Store};

const SIZES: [usize; 4] = [1, 12, 200, 2_000];
const ROUNDS: u32 = 2_000;
const DROPPED: u32 = 200;

fn main() {
    let panels = SIZES.map(|size| (size, Panel::new(size, false), Panel::new(size, true)));
    let mut times = SIZES.map(|_| [Vec::new(), Vec::new()]);
    for round in 0..ROUNDS + DROPPED {
        for ((size, turns, publishes), times) in panels.iter().zip(&mut times) {
            let measured = [turns.message(round, *size), publishes.message(round, *size)];
            if round >= DROPPED {
                let [first, second] = times;
                first.push(measured[0]);
                second.push(measured[1]);
            }
        }
    }
    for (size, times) in SIZES.iter().zip(times) {
        let [turn, published] = times.map(quantiles);
        println!(
            "{size} {} {} {} {}",
            turn[0], turn[1], published[0], published[1]
        );
    }
}

/// A store with a list of running chats.
struct Panel(Store);

impl Panel {
    /// With `publishes` the store publishes after each event. Without, somebody else would choose the moment.
    fn new(size: usize, publishes: bool) -> Self {
        let state = State {
            flex: Flex {
                link: FlexLink::Connected,
                ..Flex::default()
            },
            ..State::default()
        };
        let store = Store::new(state, |_, effect| drop(black_box(effect)));
        if !publishes {
            store.publish_by(|| {});
        }
        for number in 0..size {
            store.dispatch(chat(number, 0));
        }
        Self(store)
    }

    /// The time for the message of a task's change.
    fn message(&self, round: u32, size: usize) -> u128 {
        let event = chat(round as usize * 7 % size, 1 + round);
        let begun = Instant::now();
        self.0.dispatch(event);
        begun.elapsed().as_nanos()
    }
}

fn chat(number: usize, unread: u32) -> Event {
    Event::Flex(FlexEvent::Task(Task {
        status: TaskStatus::Accepted,
        customer: "Ada Lovelace".into(),
        unread,
        ..Task::offered(format!("WR{number:06}").as_str(), Channel::Chat)
    }))
}

/// The median and the 95th percentile.
fn quantiles(mut times: Vec<u128>) -> [u128; 2] {
    times.sort_unstable();
    [50, 95].map(|share| {
        let at = times.len().saturating_sub(1) * share / 100;
        times.get(at).copied().unwrap_or_default()
    })
}
