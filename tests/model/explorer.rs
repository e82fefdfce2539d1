//! A breadth-first explorer: all states that can be reached, each once, the nearest first; so the first trace that
//! breaks an invariant is a shortest one.
//!
//! A state is known by its 64-bit key. Among a million states two share a key with a chance below 1 in 10⁷.
//! (Ready-made explorers want states that threads can share; the store's are cheap to clone because they are not.)

use std::collections::HashMap;
use std::time::{Duration, Instant};

/// A world to explore.
pub trait World: Clone {
    /// What can happen in it.
    type Step: Copy;
    /// All that can happen now, with what comes of it.
    fn successors(&self) -> Vec<(Self::Step, Self)>;
    /// Equal for states that are the same.
    fn key(&self) -> u64;
    /// The name of an invariant that does not hold.
    fn broken(&self) -> Option<&'static str>;
    /// Forgets what only the last step was judged by.
    fn settle(&mut self);
    /// What the last step did to the rest of the world, for [`super::progress`].
    fn pace(&self, step: Self::Step) -> Pace;
}

/// What a step is for [`super::progress`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How many effects of the store it had.
    pub effects: u8,
    /// What made it.
    pub cause: Cause,
}

/// What makes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// People, or something that breaks.
    People,
    /// A clock that is set anew until something comes up.
    Clock,
    /// A message that is on its way.
    Message,
}

/// Where to stop.
#[derive(Clone, Copy)]
pub struct Limit {
    pub time: Duration,
    pub states: usize,
    /// So many states of a layer are gone on from; those beyond are looked at and left: what memory allows.
    pub kept: usize,
}

/// What has been found.
pub struct Found<S> {
    /// Every state's predecessor, and the step that led from it.
    origins: Vec<(u32, Option<S>)>,
    /// The steps that [`super::progress`] follows: those of messages, and those of people where none is on its way:
    /// from, to, how. Only where all states are kept: else the graph has an open end.
    pub edges: Vec<(u32, u32, Pace)>,
    /// How many steps the farthest state is away.
    pub depth: usize,
    /// All states that are no more steps away than this have been found.
    pub whole: usize,
    pub complete: bool,
    /// The invariant that does not hold, and in which state.
    pub broken: Option<(&'static str, u32)>,
    pub took: Duration,
}

impl<S: Copy> Found<S> {
    /// How many distinct states.
    pub fn states(&self) -> usize {
        self.origins.len()
    }

    /// The steps that lead to a state.
    pub fn trace(&self, mut state: u32) -> Vec<S> {
        let mut steps = Vec::new();
        while let Some((before, Some(step))) = self.origins.get(state as usize).copied() {
            steps.push(step);
            state = before;
        }
        steps.reverse();
        steps
    }
}

/// Explores breadth first until all is known, something is broken, or the limit is reached.
pub fn explore<W: World>(start: W, limit: Limit) -> Found<W::Step> {
    let began = Instant::now();
    let mut known = HashMap::from([(start.key(), 0)]);
    let mut found = Found {
        origins: vec![(0, None)],
        edges: Vec::new(),
        depth: 0,
        whole: 0,
        complete: false,
        broken: start.broken().map(|name| (name, 0)),
        took: Duration::ZERO,
    };
    let mut layer = vec![(0, start)];
    let mut cut = false;
    'layers: while found.broken.is_none() {
        let mut next = Vec::new();
        for (from, world) in layer {
            let successors = world.successors();
            let pace = |(step, world): &(W::Step, W)| world.pace(*step);
            let rests = successors
                .iter()
                .all(|next| pace(next).cause != Cause::Message);
            for (step, mut world) in successors {
                let new = found.origins.len() as u32;
                let to = *known.entry(world.key()).or_insert(new);
                let pace = world.pace(step);
                let followed = pace.cause == Cause::Message || rests && pace.cause == Cause::People;
                if followed && limit.kept == usize::MAX {
                    found.edges.push((from, to, pace));
                }
                if to < new {
                    continue;
                }
                found.origins.push((from, Some(step)));
                if let Some(name) = world.broken() {
                    found.broken = Some((name, to));
                    break 'layers;
                }
                if next.len() < limit.kept {
                    world.settle();
                    next.push((to, world));
                }
            }
            if began.elapsed() > limit.time || found.states() > limit.states {
                break 'layers;
            }
        }
        if next.is_empty() {
            found.complete = !cut;
            break;
        }
        found.depth += 1;
        if !cut {
            found.whole = found.depth;
        }
        cut |= next.len() == limit.kept;
        layer = next;
    }
    found.took = began.elapsed();
    found
}
