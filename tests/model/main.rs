//! The model check: every order in which messages, answers, clocks, people and faults can come, around the real
//! store. Start with [`world`] (what there is), [`steps`] (what can happen), [`invariants`] (what must hold).
//!
//! `tools/test model` explores the small settings completely and the largest one as deep as a minute allows;
//! `make check-model` gives that one longer, and tries whether the check notices broken rules.
#![cfg(all(not(target_arch = "wasm32"), feature = "demo"))]
#![allow(clippy::panic, clippy::expect_used)]

mod canon;
mod explorer;
mod happen;
mod invariants;
mod progress;
mod steps;
mod traces;
mod wires;
mod world;

use std::fmt::Write;
use std::time::Duration;

use explorer::{Found, Limit, explore};
use progress::{Progress, progress};
use steps::Step;
use world::{Budget, Setting, World};

/// More effects than this no act has until everything rests, looks for a tab aside.
const EFFECTS_PER_ACT: u32 = 10;

/// Explores a setting completely.
fn check(name: &str, setting: Setting) {
    let limit = Limit {
        time: Duration::from_secs(900),
        states: 2_500_000,
    };
    let found = search(name, &setting, limit);
    assert!(found.complete, "{name} is not complete");
    match progress(&found) {
        Progress::Rests { effects } => {
            println!("    at most {effects} effects per act");
            assert!(effects <= EFFECTS_PER_ACT, "{effects} effects of one act");
        }
        Progress::Endless { state } => {
            panic!("{}", story("endless", &setting, &found.trace(state)))
        }
    }
}

/// Explores a setting; panics with the shortest trace that breaks an invariant.
fn search(name: &str, setting: &Setting, limit: Limit) -> Found<Step> {
    let found = explore(World::new(setting.clone()), limit);
    println!(
        "{name}: {}: {} distinct states, depth {}, {:.0} s",
        if found.complete {
            "complete"
        } else {
            "cut off"
        },
        found.states(),
        found.depth,
        found.took.as_secs_f32(),
    );
    if let Some((invariant, state)) = found.broken {
        panic!("{}", story(invariant, setting, &found.trace(state)));
    }
    found
}

/// A trace, as a test to be pasted into `traces.rs`, with what the store was told.
fn story(invariant: &str, setting: &Setting, steps: &[Step]) -> String {
    let name = invariant.replace(' ', "_");
    let Budget {
        acts,
        moves,
        leaves,
        faults,
        slow,
        reloads,
    } = setting.budget;
    let mut text = format!(
        "broken: {invariant}\n\n#[test]\nfn {name}() {{\n    let setting = Setting {{\n        \
         customers: &{:?},\n        asleep: {},\n        budget: Budget {{ acts: {acts}, moves: {moves}, \
         leaves: {leaves}, faults: {faults}, slow: {slow}, reloads: {reloads} }},\n        \
         ..Setting::default()\n    }};\n    replay(setting, &[\n",
        setting.customers, setting.asleep,
    );
    let mut world = World::new(setting.clone());
    for step in steps {
        world = world.after(*step);
        let _ = writeln!(text, "        {step:?},");
        for event in &world.turn.told {
            let _ = writeln!(text, "        // {event:?}");
        }
    }
    let _ = writeln!(text, "    ]);\n}}\n\nThe panel then: {:#?}", world.panel);
    text
}

/// The tests of settings: the customers by their records, and how often what may happen.
macro_rules! explored_completely {
    ($($name:ident: $customers:expr, { $($budget:ident: $times:expr),* };)*) => {
        $(#[test]
        fn $name() {
            let budget = Budget { $($budget: $times,)* ..Budget::default() };
            let customers = &$customers;
            check(stringify!($name), Setting { customers, budget, ..Setting::default() });
        })*
    };
}

explored_completely! {
    one_task: [1], {acts: 3, leaves: 1};
    one_task_with_a_fault_and_a_slow_dynamics: [1], {acts: 1, faults: 1, slow: 1};
    one_task_with_a_fault_and_a_reload: [1], {acts: 1, faults: 1, reloads: 1};
    two_tasks: [1, 2], {acts: 1};
    two_tasks_with_a_move_in_dynamics: [1, 2], {moves: 1};
    two_tasks_with_a_fault: [1, 2], {faults: 1};
    two_tasks_with_a_reload: [1, 2], {reloads: 1};
    two_tasks_of_one_record: [1, 1], {acts: 1, leaves: 1};
    two_tasks_of_one_record_with_a_fault: [1, 1], {faults: 1};
}

/// Dynamics and Flex come up in either order, customers meanwhile.
#[test]
fn one_task_from_the_start() {
    let budget = Budget {
        acts: 1,
        leaves: 1,
        ..Budget::default()
    };
    let asleep = true;
    check(
        "one_task_from_the_start",
        Setting {
            asleep,
            budget,
            ..Setting::default()
        },
    );
}

/// Breadth first as deep as `MODEL_SECONDS` allow.
#[test]
fn three_tasks_as_deep_as_time_allows() {
    let seconds = std::env::var("MODEL_SECONDS").ok();
    let seconds = seconds.and_then(|text| text.parse().ok()).unwrap_or(60);
    let setting = Setting {
        customers: &[1, 2, 1],
        budget: Budget {
            acts: 2,
            moves: 1,
            leaves: 1,
            faults: 1,
            slow: 0,
            reloads: 1,
        },
        ..Setting::default()
    };
    let limit = Limit {
        time: Duration::from_secs(seconds),
        states: 2_500_000,
    };
    let found = search("three_tasks_as_deep_as_time_allows", &setting, limit);
    assert!(seconds < 600 || found.states() > 1_000_000);
}
