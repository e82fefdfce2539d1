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
        budget: Budget { acts: 2, moves: 0, leaves: 1, faults: 0, reloads: 0 },
        asleep: true,
    }
}

#[test]
fn one_task() {
    check(small());
}

#[test]
fn two_tasks() {
    check(Setting { name: "two tasks", customers: &[1, 2], asleep: false, budget: Budget { acts: 2, moves: 0, leaves: 0, faults: 0, reloads: 0 }, ..small() });
}

#[test]
fn one_fault() {
    check(Setting { name: "one fault", customers: &[1], asleep: false, budget: Budget { acts: 2, moves: 0, leaves: 1, faults: 1, reloads: 0 }, ..small() });
}

#[test]
fn moves() {
    check(Setting { name: "moves", customers: &[1], asleep: false, budget: Budget { acts: 2, moves: 2, leaves: 0, faults: 0, reloads: 0 }, ..small() });
}
