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
    let mut into: Vec<_> = found.edges.iter().filter(of_messages).collect();
    into.sort_unstable_by_key(|(_, to, _)| *to);
    for (from, ..) in &into {
        open[*from as usize] += 1;
    }
    let mut cost = vec![0_u32; count];
    let mut done: Vec<u32> = (0..count as u32)
        .filter(|state| open[*state as usize] == 0)
        .collect();
    let mut seen = 0;
    while let Some(state) = done.pop() {
        seen += 1;
        let begin = into.partition_point(|(_, to, _)| *to < state);
        for (from, _, pace) in into[begin..].iter().take_while(|(_, to, _)| *to == state) {
            let from = *from as usize;
            cost[from] = cost[from].max(cost[state as usize] + u32::from(pace.effects));
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
        .filter(|(.., pace)| pace.cause == Cause::People);
    let effects = acts
        .map(|(_, to, pace)| u32::from(pace.effects) + cost[*to as usize])
        .max();
    Progress::Rests {
        effects: effects.unwrap_or_default(),
    }
}
