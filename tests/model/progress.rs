//! What a graph of all states tells that no single state does: that everything comes to rest, and how much an act
//! costs until then.

use super::explorer::{Cause, Found};

/// How the world comes to rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// After anything that people do the store has at most so many effects until rest, or until the next look at
    /// an opening's tab.
    Rests { effects: u32 },
    /// Messages go round and round without anybody's act; the trace leads to such a state.
    Endless { state: u32 },
}

/// Follows all messages to their ends.
pub fn progress<S: Copy>(found: &Found<S>) -> Progress {
    let count = found.states();
    let of_messages = |edge: &&(u32, u32, super::explorer::Pace)| edge.2.cause == Cause::Message;
    // Backwards from the states in which no message is on its way: the longest way to such a state.
    let mut open = vec![0_u32; count];
    let mut into: Vec<Vec<(u32, u8)>> = vec![Vec::new(); count];
    for (from, to, pace) in found.edges.iter().filter(of_messages) {
        open[*from as usize] += 1;
        into[*to as usize].push((*from, pace.effects));
    }
    let mut cost = vec![0_u32; count];
    let mut done: Vec<u32> = (0..count as u32)
        .filter(|state| open[*state as usize] == 0)
        .collect();
    let at_rest: Vec<bool> = open.iter().map(|messages| *messages == 0).collect();
    let mut seen = 0;
    while let Some(state) = done.pop() {
        seen += 1;
        for (from, effects) in &into[state as usize] {
            let from = *from as usize;
            cost[from] = cost[from].max(cost[state as usize] + u32::from(*effects));
            open[from] -= 1;
            if open[from] == 0 {
                done.push(from as u32);
            }
        }
    }
    if seen < count {
        let state = open
            .iter()
            .position(|messages| *messages > 0)
            .unwrap_or_default();
        return Progress::Endless {
            state: state as u32,
        };
    }
    let acts = found
        .edges
        .iter()
        .filter(|(from, _, pace)| pace.cause == Cause::People && at_rest[*from as usize]);
    let effects = acts
        .map(|(_, to, pace)| u32::from(pace.effects) + cost[*to as usize])
        .max();
    Progress::Rests {
        effects: effects.unwrap_or_default(),
    }
}
