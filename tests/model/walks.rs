//! Walks at random, hundreds of steps from the start, through worlds in which everything can happen again and again:
//! far deeper than all orders of so much can be tried. Each step is checked as in an exploration.

use proptest::collection::vec;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

use super::explorer::World as _;
use super::report::{seconds, story};
use super::setting::{Budget, Setting};
use super::step::Step;
use super::world::World;
use super::{ANYTHING, per_task};

/// How many steps a walk has at most.
const STEPS: usize = 500;

/// A world in which everything can happen, to a dozen customers who call about three records.
fn busy() -> Setting {
    Setting {
        customers: &[1, 2, 1, 3, 3, 2, 1, 2, 3, 1, 3, 2],
        budget: Budget {
            acts: 60,
            moves: 20,
            switches: 10,
            others: 3,
            clicks: 4,
            losses: 3,
            leaves: 6,
            faults: 6,
            slow: 0,
            reloads: 4,
        },
        reloads_of: ANYTHING,
        ..Setting::default()
    }
}

/// The step that a number chooses; one in eight goes wrong where it can.
fn chosen(world: &World, number: u16) -> Step {
    let steps = world.steps();
    let number = usize::from(number);
    let step = steps[number % steps.len()];
    let ills = match number / 256 % 8 {
        0 => world.ills(step, &world.after(step)),
        _ => Vec::new(),
    };
    match ills.len() {
        0 => step,
        count => ills[number / 2048 % count],
    }
}

/// The steps of a walk, and the invariant that the last one breaks.
fn walk(setting: &Setting, numbers: &[u16]) -> (Vec<Step>, Option<&'static str>) {
    let mut world = World::new(setting.clone());
    let mut steps = Vec::new();
    for number in numbers {
        if world.steps().is_empty() {
            break;
        }
        let step = chosen(&world, *number);
        steps.push(step);
        world = world.after(step);
        let broken = world.broken();
        if broken.is_some() {
            return (steps, broken);
        }
    }
    (steps, None)
}

/// A walk of those of the steps that are possible, and the invariant that the last one breaks.
fn retraced(setting: &Setting, steps: &[Step]) -> (Vec<Step>, Option<&'static str>) {
    let mut world = World::new(setting.clone());
    let mut taken = Vec::new();
    for step in steps {
        if world.can(*step) {
            taken.push(*step);
            world = world.after(*step);
            let broken = world.broken();
            if broken.is_some() {
                return (taken, broken);
            }
        }
    }
    (taken, None)
}

/// Leaves out what the breaking of this invariant does not need: long pieces first, single steps last. (Numbers can
/// not be made smaller to the same end: another number is another step, and all that follow are others.)
fn shortened(setting: &Setting, mut steps: Vec<Step>, broken: Option<&'static str>) -> Vec<Step> {
    let mut piece = steps.len() / 2;
    while piece > 0 {
        let before = steps.len();
        let mut from = 0;
        while from < steps.len() {
            let mut fewer = steps.clone();
            let _ = fewer.drain(from..(from + piece).min(fewer.len()));
            match retraced(setting, &fewer) {
                (taken, still) if still == broken => steps = taken,
                _ => from += piece,
            }
        }
        if steps.len() == before {
            piece /= 2;
        }
    }
    steps
}

/// Tries walks, the same ones each time; panics with the shortest that it can make of one that breaks an invariant.
fn try_walks(name: &str, setting: Setting) {
    let cases = 2 * seconds() as u32;
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases,
            failure_persistence: None,
            max_shrink_iters: 0,
            ..Config::default()
        },
        proptest::test_runner::TestRng::deterministic_rng(Default::default()),
    );
    let total = std::cell::Cell::new(0);
    let longest = std::cell::Cell::new(0);
    let outcome = runner.run(&vec(0..=u16::MAX, STEPS / 2..=STEPS), |numbers| {
        let (steps, broken) = walk(&setting, &numbers);
        total.set(total.get() + steps.len());
        longest.set(longest.get().max(steps.len()));
        match broken {
            Some(name) => Err(TestCaseError::fail(name)),
            None => Ok(()),
        }
    });
    match outcome {
        Ok(()) => println!(
            "{name}: {cases} walks of up to {} steps, {} in all",
            longest.get(),
            total.get()
        ),
        Err(TestError::Fail(_, numbers)) => {
            let (steps, broken) = walk(&setting, &numbers);
            let steps = shortened(&setting, steps, broken);
            panic!("{}", story(broken.unwrap_or_default(), &setting, &steps));
        }
        Err(aborted) => panic!("{aborted}"),
    }
}

#[test]
fn walks_in_one_session() {
    try_walks("walks_in_one_session", busy());
}

#[test]
fn walks_in_sessions_per_customer() {
    let setting = Setting {
        settings: per_task(),
        ..busy()
    };
    try_walks("walks_in_sessions_per_customer", setting);
}
