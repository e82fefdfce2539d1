//! The key under which a world is known: equal for worlds that differ in nothing that can ever matter.
//!
//! Left out, besides clocks and numbers: the words that only the agent reads (notices, why something was refused,
//! that a record is ready), what is written for the time after a reload (it follows from the rest of the state), and
//! the order in which tasks were selected, where no two of them share a record.

use std::hash::Hasher;
use std::rc::Rc;

use store::State;
use store::awaited::Awaited;
use store::problem::{CallProblem, Problem};
use store::state::RecordTab;

use super::canon::Canon;
use super::world::{World, number};

/// Stands for all words that the store does not read itself.
const WORDS: Problem = Problem::TabNotFocused(CallProblem::TimedOut);

impl World {
    /// The key of this world.
    pub fn canonical_key(&self) -> u64 {
        let mut canon = Canon::default();
        canon.requests(&self.what_matters());
        canon.requests(&self.channels.flex);
        canon.requests(&self.channels.dynamics);
        let mut answers: Vec<_> = self.channels.answers.iter().collect();
        answers.sort_by_key(|(request, _)| canon.place(request.0));
        canon.requests(&answers);
        let mut clocks = self.channels.clocks.clone();
        clocks.sort_by_key(|clock| canon.place(number(*clock).0));
        canon.requests(&clocks);
        let calls: Vec<_> = self.calls.requests().collect();
        canon.requests(&calls);
        canon.counters(&*self.dynamics);
        canon.counters(&*self.desktop);
        canon.counters(&self.search_opens_nothing);
        canon.counters(&self.left);
        canon.counters(&self.history);
        canon.finish()
    }

    /// The panel without what no rule of the store and no invariant reads.
    fn what_matters(&self) -> State {
        let mut panel = State::clone(&self.panel);
        panel.notices.clear();
        panel.saved.last = Default::default();
        // Who awaits which answer follows from what each mechanism waits for: an answer that nobody waits for is stale.
        panel
            .requests
            .awaited
            .retain(|_, awaited| matches!(awaited, Awaited::ClickedPage(_)));
        for task in &mut panel.tasks {
            if task.ready || task.problem.is_some() {
                let task = Rc::make_mut(task);
                task.ready = false;
                if let Some(why) = task
                    .problem
                    .as_mut()
                    .filter(|why| **why != Problem::SessionBehind)
                {
                    *why = WORDS;
                }
            }
        }
        for shown in panel.tabs.records.values_mut() {
            match shown {
                // What waits for room opens when there is some.
                RecordTab::Failed { problem, .. } if *problem != Problem::SessionFull => {
                    *problem = WORDS;
                }
                _ => {}
            }
        }
        let customers = self.setting.customers;
        let alone = |number: &u8| customers.iter().filter(|other| *other == number).count() == 1;
        if customers.iter().all(alone) {
            panel.selection.recent.clear();
        }
        panel
    }
}
