//! What is printed of an exploration: how much there was, and the trace that breaks an invariant.

use std::fmt::Write;
use std::time::Duration;

use super::explorer::{Found, Limit, explore};
use super::progress::{Progress, progress};
use super::setting::Setting;
use super::step::Step;
use super::world::World;

/// More effects than this no act has until everything rests, looks for a tab aside. A session takes three of them, the
/// form that is used after a search one.
const EFFECTS_PER_ACT: u32 = 13;

/// How long the largest setting may be explored.
pub fn seconds() -> u64 {
    let seconds = std::env::var("MODEL_SECONDS").ok();
    seconds.and_then(|text| text.parse().ok()).unwrap_or(20)
}

/// Explores a setting completely.
pub fn check(name: &str, setting: Setting) {
    let limit = Limit {
        time: Duration::from_secs(900),
        states: 6_000_000,
        kept: usize::MAX,
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
pub fn search(name: &str, setting: &Setting, limit: Limit) -> Found<Step> {
    let found = explore(World::new(setting.clone()), limit);
    let (states, took) = (found.states(), found.took.as_secs());
    let (whole, depth) = (found.whole, found.depth);
    if found.complete {
        println!("{name}: complete: {states} distinct states, depth {depth}, {took} s");
    } else {
        println!(
            "{name}: {states} distinct states, all to depth {whole}, some to {depth}, {took} s"
        );
    }
    if let Some((invariant, state)) = found.broken {
        panic!("{}", story(invariant, setting, &found.trace(state)));
    }
    found
}

/// A trace, as a test to be pasted into `traces.rs`, with what the store was told.
pub fn story(invariant: &str, setting: &Setting, steps: &[Step]) -> String {
    let name = invariant.replace(' ', "_");
    let Setting {
        settings,
        customers,
        channel,
        budget,
        asleep,
        reloads_of,
        search_opens,
        tabs,
    } = setting;
    let mut text = format!(
        "broken: {invariant}\n\n#[test]\nfn {name}() {{\n    let setting = Setting {{\n        \
         settings: Settings {{ arrival: Arrival::{:?}, sessions: {:?}, ..Settings::default() }},\n        \
         customers: &{customers:?},\n        channel: {channel:?},\n        \
         budget: {budget:?},\n        asleep: {asleep},\n        \
         reloads_of: &{reloads_of:?},\n        search_opens: {search_opens},\n        \
         tabs: {tabs},\n    }};\n    replay(setting, &[\n",
        settings.arrival, settings.sessions,
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
