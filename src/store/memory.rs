//! What outlives a reload of the panel: which tab shows which record, which one was coming up, for which reservations
//! a record has been opened, which task was selected, and that the panel has found its mode.
//!
//! Flex's snapshot is the truth about tasks; this adds what Flex can't know. A binding is believed when its tab is
//! still there. The memory of an earlier life of Dynamics has no bindings: tab ids start anew with it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::event::Answer;
use super::problem::CallProblem;
use super::state::{Opening, RecordTab, Sight, Stage};
use super::update::Effects;
use super::{DynamicsCall, Effect, Record, RequestId, ReservationSid, State, Tab, watching};

/// What outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Memory {
    /// The tabs of records.
    pub bindings: Vec<(Record, Tab)>,
    /// The record whose tab was awaited, and what was there before it.
    pub watching: Option<(Record, Sight)>,
    /// The live reservations whose record has been opened.
    pub popped: BTreeSet<ReservationSid>,
    /// The selected task.
    pub selected: Option<ReservationSid>,
    /// The panel has found its mode in this life of Dynamics: an empty snapshot no longer minimizes it.
    pub settled: bool,
}

impl Memory {
    /// What is left of it when Dynamics itself has been reloaded.
    #[must_use]
    pub fn of_an_earlier_dynamics(self) -> Self {
        Self {
            bindings: Vec::new(),
            watching: None,
            settled: false,
            ..self
        }
    }

    fn of(state: &State) -> Self {
        let bound = state
            .records
            .iter()
            .filter_map(|(record, shown)| match shown {
                RecordTab::Bound(tab) => Some((*record, tab.clone())),
                _ => None,
            });
        Self {
            bindings: bound
                .chain(state.recalled.bindings.iter().cloned())
                .collect(),
            watching: watched(state).or(state.recalled.watching.clone()),
            popped: state.popped.clone(),
            selected: state.selected.clone().or(state.recalled.selected.clone()),
            settled: state.mode.settled,
        }
    }
}

/// The record whose tab is awaited; failing that, one that may yet come up though its time is over.
fn watched(state: &State) -> Option<(Record, Sight)> {
    let awaited = state
        .records
        .iter()
        .find_map(|(record, shown)| match shown {
            RecordTab::Opening(Opening {
                stage: Stage::Watching { before, .. },
                ..
            }) => Some((*record, before.clone())),
            _ => None,
        });
    let late = || {
        state
            .records
            .iter()
            .find_map(|(record, shown)| match shown {
                RecordTab::Failed {
                    late: Some((_, before)),
                    ..
                } => Some((*record, before.clone())),
                _ => None,
            })
    };
    awaited.or_else(late)
}

/// What of the memory still has to prove itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Recalled {
    /// Bindings: until Dynamics has shown its tabs, nothing is opened.
    pub bindings: Vec<(Record, Tab)>,
    /// The record whose tab was awaited.
    pub watching: Option<(Record, Sight)>,
    /// The look that will show them.
    pub look: Option<RequestId>,
    /// The selection: until Flex has told its tasks.
    pub selected: Option<ReservationSid>,
}

impl Recalled {
    /// Dynamics has not shown its tabs yet.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        !self.bindings.is_empty() || self.watching.is_some()
    }
}

/// The page has been loaded anew, and this is what it knew before.
pub(super) fn recall(state: &mut State, memory: Memory) {
    state.remembered = memory.clone();
    state.popped = memory.popped;
    state.mode.settled |= memory.settled;
    state.recalled.bindings = memory.bindings;
    state.recalled.watching = memory.watching;
    state.recalled.selected = memory.selected;
}

/// Dynamics is there: are the tabs?
pub(super) fn connected(state: &mut State, effects: &mut Effects) {
    if state.recalled.is_awaited() {
        state.recalled.look = Some(state.call(DynamicsCall::Look, effects));
    }
}

/// Takes the look for the recalled tabs; false if the request is another.
pub(super) fn answered(
    state: &mut State,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
    effects: &mut Effects,
) -> bool {
    if state.recalled.look != Some(request) {
        return false;
    }
    state.recalled.look = None;
    let sight = super::records::sight(state, result);
    for (record, tab) in std::mem::take(&mut state.recalled.bindings) {
        if !is_gone(&tab, &sight) {
            state.queue.retain(|queued| *queued != record);
            let _ = state.records.insert(record, RecordTab::Bound(tab));
        }
    }
    if let Some((record, before)) = state.recalled.watching.take() {
        state.queue.retain(|queued| *queued != record);
        watching::resume(state, record, before, effects);
    }
    true
}

/// A tab is gone when its session is in front, lists its tabs, and it is not among them. Of another session nothing
/// can be asked; a tab that is gone there is found out when it is to be focused.
fn is_gone(tab: &Tab, sight: &Sight) -> bool {
    let in_front = sight.session.ours() == tab.session.as_ref();
    let listed = sight.tabs.as_ref();
    in_front && listed.is_some_and(|tabs| !tabs.contains(&tab.id))
}

/// At the end of each turn: what has changed of the memory is written.
pub(super) fn keep(state: &mut State, effects: &mut Effects) {
    let memory = Memory::of(state);
    if memory != state.remembered {
        state.remembered = memory.clone();
        effects.push(Effect::Remember(memory.into()));
    }
}
