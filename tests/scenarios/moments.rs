//! The use cases, loaded anew at every moment: after each message, each answer and each clock something is reloaded,
//! and the rest of the use case goes on. After each step the agent sees what would be there without it.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use simulation::dynamics::Mode;

use crate::day::{TabsView, sight};
use crate::faults::{assert_nothing_hangs, assert_nothing_piles_up};
use crate::use_cases::{USE_CASES, UseCase};
use crate::world::{Scheduler, World};

/// What is loaded anew, and how.
type Reload = (&'static str, fn(&mut World));

const RELOADS: [Reload; 6] = [
    ("the panel", World::reload_panel),
    ("the panel, and Dynamics answers late", |world| {
        world.load_panel_alone();
        world.start_flex();
        world.pass(3_000);
        world.start_dynamics();
    }),
    ("the panel, and Flex answers late", |world| {
        world.load_panel_alone();
        world.start_dynamics();
        world.pass(3_000);
        world.start_flex();
    }),
    ("Flex", World::reload_flex),
    ("Flex, and the panel while that comes up", |world| {
        world.reload_flex();
        world.at_moment = Some((world.moment + 1, World::reload_panel));
    }),
    (WINDOW, World::reload_window),
];

const WINDOW: &str = "the whole window";

/// How long after a step the agent does the next one, in milliseconds. Slow clocks end in the last one's.
const STEP: u64 = 5_000;

/// The use case without a reload: what the agent sees after each step, if the world comes to rest in this one.
fn undisturbed(case: &UseCase, rests_in: usize) -> (Vec<TabsView>, World) {
    let mut world = World::with((case.settings)());
    world.moment = 0;
    let steps = case.steps.iter().enumerate();
    let sights = steps.map(|(number, step)| {
        step(&mut world);
        world.pass(STEP);
        if number == rests_in {
            world.rest();
        }
        sight(&world)
    });
    (sights.collect(), world)
}

fn openings(world: &World) -> usize {
    world.sent("dynamics searchandopenrecords").len() + world.sent("dynamics openform").len()
}

/// What came of a reload at a moment.
enum Outcome {
    /// After each step the agent sees what would be there without it.
    Same,
    /// An act of the agent's of which no page had heard yet when its page went: it has not happened.
    Unheard,
    /// The agent is told what has not come about, and goes on from there.
    Told(&'static str),
    Wrong(String),
}

/// A call that was being placed when Flex went, or was to be placed before it was back; a tab that came up in the
/// moment in which nobody heard where Dynamics navigates.
const TOLD: [&str; 3] = ["dial.no-task", "dial.flex", "record.not-shown"];

/// How many moments an act takes to be heard of: a poll.
const UNHEARD: u64 = 4;

/// Plays the use case with this reload at this moment.
fn disturbed(
    case: &UseCase,
    hoped: &[(Vec<TabsView>, World)],
    (what, reload): Reload,
    moment: u64,
) -> Outcome {
    let mut world = World::with((case.settings)());
    world.moment = 0;
    world.at_moment = Some((moment, reload));
    let seen: fn(&TabsView) -> TabsView = if what == WINDOW {
        without_tabs
    } else {
        TabsView::clone
    };
    let mut rested = None;
    for (number, step) in case.steps.iter().enumerate() {
        let start = world.moment;
        step(&mut world);
        world.pass(STEP);
        if world.at_moment.is_some() {
            continue;
        }
        let case = format!("{}: {what} at moment {moment}, step {number}", case.name);
        let reloaded_now = rested.is_none();
        let rests_in = *rested.get_or_insert_with(|| {
            world.rest();
            number
        });
        assert_nothing_hangs(&world, &case);
        assert_nothing_piles_up(&world, &case);
        let (sights, _) = &hoped[rests_in];
        let (now, mut wanted) = (seen(&sight(&world)), seen(&sights[number]));
        if what == WINDOW && reloaded_now && !wanted.rows.is_empty() {
            // In a new Dynamics, a live task docks the panel.
            wanted.mode = Mode::Docked;
        }
        if now == wanted {
            continue;
        }
        let before = number.checked_sub(1).map(|before| seen(&sights[before]));
        let nothing = before.as_ref() == Some(&now);
        if reloaded_now && nothing && moment.saturating_sub(start) < UNHEARD {
            return Outcome::Unheard;
        }
        return match TOLD.into_iter().find(|code| world.has_told.contains(code)) {
            Some(code) => Outcome::Told(code),
            None => Outcome::Wrong(format!("{case}: {now:#?}, not {wanted:#?}")),
        };
    }
    let case = format!("{}: {what} at moment {moment}", case.name);
    let live: BTreeSet<_> = world.rows().into_iter().map(str::to_owned).collect();
    let in_flex = world
        .desktop
        .flex
        .tasks()
        .iter()
        .map(|task| task.sid.clone());
    assert_eq!(live, in_flex.collect(), "{case}: rows and reservations");
    let shown = world.shown_anywhere();
    let records: BTreeSet<_> = shown.collect();
    let tabs = world.shown_anywhere().count();
    assert_eq!(records.len(), tabs, "{case}: a record has two tabs");
    let not_again = |step: usize| openings(&world) <= openings(&hoped[step].1);
    assert!(
        what == WINDOW || rested.is_none_or(not_again),
        "{case}: opened again"
    );
    Outcome::Same
}

/// After a reload of Dynamics itself its tabs are gone; where there is no task the mode does not matter.
fn without_tabs(sight: &TabsView) -> TabsView {
    let idle = sight.rows.is_empty();
    TabsView {
        shown: BTreeSet::new(),
        in_front: None,
        mode: if idle { Mode::Minimized } else { sight.mode },
        ..sight.clone()
    }
}

/// All moments of one use case.
fn play(case: &UseCase) -> Vec<Outcome> {
    let steps = 0..case.steps.len();
    let hoped: Vec<_> = steps.map(|rests_in| undisturbed(case, rests_in)).collect();
    let (_, without_rest) = undisturbed(case, usize::MAX);
    // The last steps' clocks run on when nothing more is told.
    let moments = 0..without_rest.moment;
    let outcomes = RELOADS.into_iter().flat_map(|reload| {
        let hoped = &hoped;
        let moments = moments.clone();
        moments.map(move |moment| disturbed(case, hoped, reload, moment))
    });
    outcomes.collect()
}

#[test]
fn at_every_moment_of_every_use_case_something_is_loaded_anew_and_nothing_is_lost() {
    let next = AtomicUsize::new(0);
    let all = || {
        let cases = std::iter::from_fn(|| USE_CASES.get(next.fetch_add(1, Ordering::Relaxed)));
        cases.flat_map(play).collect::<Vec<_>>()
    };
    let played = thread::scope(|scope| {
        let other = scope.spawn(all);
        let mut played = all();
        played.extend(other.join().expect("the other half"));
        played
    });
    let count =
        |such: &dyn Fn(&Outcome) -> bool| played.iter().filter(|outcome| such(outcome)).count();
    println!(
        "{} use cases, {} reloads, {} moments: {} acts unheard",
        USE_CASES.len(),
        RELOADS.len(),
        played.len(),
        count(&|outcome| matches!(outcome, Outcome::Unheard)),
    );
    for code in TOLD {
        let told = count(&|outcome| matches!(outcome, Outcome::Told(told) if *told == code));
        println!("{code} told {told} times");
    }
    let wrong: Vec<_> = played
        .iter()
        .filter_map(|outcome| match outcome {
            Outcome::Wrong(why) => Some(why.as_str()),
            _ => None,
        })
        .collect();
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}
