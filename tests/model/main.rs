//! The model check: every order in which messages, answers, clocks, people and faults can come, around the real
//! store. Start with [`world`] (what there is), [`steps`] (what can happen), [`invariants`] (what must hold).
#![cfg(all(not(target_arch = "wasm32"), feature = "demo"))]
#![allow(clippy::panic, clippy::expect_used)]

mod canon;
mod explorer;
mod invariants;
mod progress;
mod steps;
mod wires;
mod world;

use std::time::Duration;

use explorer::{Limit, explore};
use progress::{Progress, progress};
use steps::Step;
use world::{Budget, Setting, World};

fn check(setting: Setting) {
    let limit = Limit { time: Duration::from_secs(120), states: 3_000_000 };
    let found = explore(World::new(setting), limit);
    println!(
        "{}: {}: {} distinct states, depth {}, {:.1} s, {} edges",
        setting.name,
        if found.complete { "complete" } else { "incomplete" },
        found.states(),
        found.depth,
        found.took.as_secs_f32(),
        found.edges.len(),
    );
    if let Some((name, state)) = found.broken {
        panic!("{name}\n{}", story(setting, &found.trace(state)));
    }
    if found.complete {
        match progress(&found) {
            Progress::Rests { effects } => println!("  at most {effects} effects per act"),
            Progress::Endless { state } => panic!("endless\n{}", story(setting, &found.trace(state))),
        }
    }
}

fn story(setting: Setting, steps: &[Step]) -> String {
    use std::fmt::Write;
    let mut text = String::new();
    let mut world = World::new(setting);
    for step in steps {
        world = world.after(*step);
        writeln!(text, "    {step:?},").unwrap();
        for event in &world.turn.told {
            let event = format!("{event:?}");
            writeln!(text, "        // {}", event).unwrap();
        }
    }
    writeln!(text, "selected {:?} flex {:?}", world.panel.selected, world.desktop.flex.selected).unwrap();
    writeln!(text, "panel {:?}", world.panel).unwrap();
    text
}

fn small() -> Setting {
    Setting {
        name: "small",
        settings: Default::default(),
        customers: &[1],
        budget: Budget::default(),
        asleep: false,
    }
}

macro_rules! settings {
    ($($name:ident: $customers:expr, { $($budget:ident: $times:expr),* };)*) => {
        $(#[test]
        fn $name() {
            let budget = Budget { $($budget: $times,)* ..Budget::default() };
            check(Setting { name: stringify!($name), customers: $customers, budget, ..small() });
        })*
    };
}

#[test]
fn start() {
    check(Setting { name: "start", asleep: true, budget: Budget { acts: 1, leaves: 1, ..Budget::default() }, ..small() });
}

settings! {
    one: &[1], {acts: 3, leaves: 1};
    one_slow_fault: &[1], {acts: 1, faults: 1, slow: 1};
    one_reload: &[1], {acts: 1, faults: 1, reloads: 1};
    two: &[1, 2], {acts: 1, leaves: 1};
    two_moves: &[1, 2], {acts: 1, moves: 1};
    two_fault: &[1, 2], {faults: 1};
    two_reload: &[1, 2], {reloads: 1};
    same: &[1, 1], {acts: 1, leaves: 1};
    same_fault: &[1, 1], {acts: 1, faults: 1};
}
