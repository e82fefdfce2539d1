//! The agent's windows, in all orders of what passes between them: the agent does one thing in a follower, and the
//! leader is closed, crashes, is frozen or stalls at any moment, and goes on at any later one.

use std::hash::Hasher;
use std::rc::Rc;
use std::time::Duration;

use store::state::ClickToAct;
use store::windows::Role;
use store::{AgentAction, DynamicsEvent, Event, State};

use super::canon::Canon;
use super::desk::{Desk, HERE, Life, Step, WINDOWS, Window, id};
use super::explorer::{Cause, Limit, Pace, World, explore};

impl World for Desk {
    type Step = Step;

    fn successors(&self) -> Vec<(Step, Self)> {
        let after = |step: Step| {
            let mut desk = self.clone();
            desk.take(step);
            (step, desk)
        };
        self.possible().into_iter().map(after).collect()
    }

    fn key(&self) -> u64 {
        let mut canon = Canon::default();
        let ids: Vec<_> = (0..WINDOWS).map(id).collect();
        canon.requests(&ids);
        canon.requests(self);
        canon.finish()
    }

    fn broken(&self) -> Option<&'static str> {
        if self.done > 1 {
            return Some("nothing is done twice");
        }
        let rests = self.forced().is_empty();
        let all = INVARIANTS.iter().filter(|_| rests);
        all.filter(|(_, holds)| !holds(self))
            .map(|(name, _)| *name)
            .next()
    }

    fn settle(&mut self) {}

    fn pace(&self, _: Step) -> Pace {
        Pace {
            effects: 0,
            cause: Cause::People,
        }
    }
}

type Invariant = (&'static str, fn(&Desk) -> bool);

/// What holds at rest.
const INVARIANTS: [Invariant; 4] = [
    ("an act is done or told", |desk| {
        let here = desk.windows.get(HERE);
        let is_there = here.is_some_and(|window| window.life == Life::Well);
        !is_there || !desk.acts.is_empty() || desk.answered
    }),
    ("no act is under way", |desk| {
        let mut there = desk.windows.iter();
        there.all(|window| window.state.windows.outbox.is_empty() || window.life == Life::Gone)
    }),
    ("one window leads", |desk| leaders(desk).count() == 1),
    ("the others show its list", |desk| {
        let Some(leader) = leaders(desk).next() else {
            return false;
        };
        well(desk).all(|(number, window)| number == leader.0 || follows(number, window, leader))
    }),
];

fn well(desk: &Desk) -> impl Iterator<Item = (usize, &Window)> {
    let windows = desk.windows.iter().enumerate();
    windows.filter(|(_, window)| window.life == Life::Well)
}

fn leaders(desk: &Desk) -> impl Iterator<Item = (usize, &Window)> {
    well(desk).filter(|(_, window)| window.state.windows.role() == Role::Leader)
}

/// Both know of each other, and the follower's list is the leader's.
fn follows(number: usize, window: &Window, (leader, leading): (usize, &Window)) -> bool {
    let list = |state: &State| {
        (
            state.tasks.clone(),
            state.selection.selected.clone(),
            state.flex.link.clone(),
        )
    };
    window.state.windows.role() == Role::Follower(Some(id(leader)))
        && list(&window.state) == list(&leading.state)
        && leading
            .state
            .windows
            .leader()
            .is_some_and(|leader| leader.followers.contains_key(&id(number)))
}

/// Explores all orders; panics with a shortest trace that breaks an invariant.
fn check(name: &str, act: Event, misfortunes: u8) {
    let limit = Limit {
        time: Duration::from_secs(900),
        states: 6_000_000,
        kept: 6_000_000,
    };
    let found = explore(Desk::new(act, misfortunes), limit);
    let (states, depth, took) = (found.states(), found.depth, found.took.as_secs());
    if let Some((invariant, state)) = found.broken {
        panic!("broken: {invariant}: {:#?}", found.trace(state));
    }
    assert!(found.complete, "{name} is not complete");
    println!("three_windows_{name}: complete: {states} distinct states, depth {depth}, {took} s");
}

#[test]
fn three_windows_with_an_acceptance() {
    check(
        "with_an_acceptance",
        Event::Agent(AgentAction::Accept("WR1".into())),
        1,
    );
}

#[test]
#[ignore = "minutes"]
fn three_windows_with_a_click_on_a_number() {
    let click = ClickToAct {
        value: "+14255550100".into(),
        title: None,
        entity: None,
        id: None,
    };
    let click = DynamicsEvent::ClickToAct(Rc::new(click));
    check("with_a_click_on_a_number", Event::Dynamics(click), 1);
}

/// Nothing befalls the leader: it goes by itself.
#[test]
fn three_windows_with_work_here() {
    check("with_work_here", Event::Agent(AgentAction::WorkHere), 0);
}
