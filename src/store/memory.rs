//! What outlives a reload of the panel: which tab shows which record, which one was coming up and which was in front,
//! for which reservations a record has been opened, which task was selected, how each stood, what was being dialled,
//! and that the panel has found its mode.
//!
//! Flex's snapshot is the truth about tasks; this adds what Flex can't know: among it, what the panel has not seen
//! happen. A binding is believed when its tab is
//! still there. The memory of an earlier life of Dynamics has no bindings: tab ids start anew with it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::event::Answer;
use super::problem::{CallProblem, Problem};
use super::state::{Front, Late, Opening, RecordTab, Sight, Signs, Stage, TaskStatus};
use super::update::Effects;
use super::{
    DynamicsCall, Effect, Record, RequestId, ReservationSid, State, Tab, dialing, focus, records,
    selection, watching,
};

/// What outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Memory {
    /// What is true of this life of Dynamics alone.
    pub tabs: Tabs,
    /// The host tells where openings go.
    pub tells_navigation: bool,
    /// The live reservations whose record has been opened.
    pub popped: BTreeSet<ReservationSid>,
    /// The selected task.
    pub selected: Option<ReservationSid>,
    /// How the live tasks stood.
    pub statuses: BTreeMap<ReservationSid, TaskStatus>,
    /// The number that was being dialled.
    pub dialing: Option<Rc<str>>,
    /// The panel has found its mode in this life of Dynamics: an empty snapshot no longer minimizes it.
    pub settled: bool,
    /// An arrival has docked the panel in this life of Dynamics, and the agent has not touched it since.
    pub docked_by_arrival: bool,
}

/// Records and their tabs, as far as a reload of the panel leaves them alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Tabs {
    /// The tabs of records.
    pub bindings: Vec<(Record, Tab)>,
    /// The record whose tab is awaited.
    pub watching: Option<(Record, Signs)>,
    /// The records whose time is over, and whose tabs may still come up.
    pub late: Vec<(Record, Signs)>,
    /// A tab is about to come to the front: in the end, the selected task's.
    pub bringing: bool,
    /// The tab in front, as it was last seen.
    pub front: Option<Tab>,
}

impl Memory {
    /// What is left of it when Dynamics itself has been reloaded.
    #[must_use]
    pub fn of_an_earlier_dynamics(self) -> Self {
        Self {
            tabs: Tabs::default(),
            settled: false,
            docked_by_arrival: false,
            ..self
        }
    }

    fn of(state: &State) -> Self {
        let recalled = &state.recalled;
        Self {
            tabs: recalled.tabs.clone().unwrap_or_else(|| Tabs::of(state)),
            tells_navigation: state.tells_navigation,
            popped: state.popped.clone(),
            selected: state.selected.clone().or(recalled.selected.clone()),
            statuses: match recalled.statuses.clone() {
                known if !known.is_empty() => known,
                _ => statuses(state),
            },
            dialing: state.dialing.number().cloned(),
            settled: state.mode.settled,
            docked_by_arrival: state.mode.docked_by_arrival,
        }
    }
}

fn statuses(state: &State) -> BTreeMap<ReservationSid, TaskStatus> {
    let tasks = state.tasks.iter();
    tasks.map(|task| (task.sid.clone(), task.status)).collect()
}

impl Tabs {
    /// The records that had tabs, or were about to.
    pub(super) fn records(&self) -> impl Iterator<Item = Record> {
        let bound = self.bindings.iter().map(|(record, _)| *record);
        bound.chain(self.watching.iter().map(|(record, _)| *record))
    }

    fn of(state: &State) -> Self {
        let mut tabs = Self {
            bringing: state.focusing.is_some() || is_asked_for(state),
            front: match &state.front {
                Front::At(tab) => Some(tab.clone()),
                Front::Unknown | Front::Left => None,
            },
            ..Self::default()
        };
        for (record, shown) in &state.records {
            match shown {
                RecordTab::Bound(tab) => tabs.bindings.push((*record, tab.clone())),
                RecordTab::Opening(Opening {
                    stage: Stage::Watching { signs, .. },
                    ..
                }) => tabs.watching = Some((*record, signs.clone())),
                RecordTab::Failed {
                    late: Some(late), ..
                } => tabs.late.push((*record, late.signs.clone())),
                _ => {}
            }
        }
        tabs
    }
}

/// The selected task's record is to be opened, and its open call is not yet out.
fn is_asked_for(state: &State) -> bool {
    let record = state.selected_task().and_then(|task| task.record);
    let tab = record.and_then(|record| state.records.get(&record));
    match tab {
        Some(RecordTab::Queued(_)) => true,
        Some(RecordTab::Opening(opening)) => !matches!(opening.stage, Stage::Watching { .. }),
        _ => false,
    }
}

/// What of the memory still has to prove itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Recalled {
    /// Until Dynamics has shown its tabs nothing is opened.
    pub tabs: Option<Tabs>,
    /// The look that will show them.
    pub look: Option<RequestId>,
    /// The selection: until Flex has told its tasks.
    pub selected: Option<ReservationSid>,
    /// How the tasks stood: until then, too.
    pub statuses: BTreeMap<ReservationSid, TaskStatus>,
    /// Its tab was about to come to the front, or another has come up before it since.
    pub bringing: bool,
}

/// The page has been loaded anew, and this is what it knew before.
pub(super) fn recall(state: &mut State, memory: Memory, effects: &mut Effects) {
    state.remembered = memory.clone();
    state.popped = memory.popped;
    state.mode.settled |= memory.settled;
    state.tells_navigation |= memory.tells_navigation;
    state.mode.docked_by_arrival |= memory.docked_by_arrival;
    state.recalled.selected = memory.selected;
    state.recalled.statuses = memory.statuses;
    if let Some(number) = memory.dialing {
        dialing::await_task(state, number, effects);
    }
    if let Some(tab) = memory.tabs.front.clone() {
        state.front = Front::At(tab);
    }
    state.recalled.bringing = memory.tabs.bringing;
    state.recalled.tabs = Some(memory.tabs).filter(|tabs| *tabs != Tabs::default());
}

/// Dynamics is there: are the tabs?
pub(super) fn connected(state: &mut State, effects: &mut Effects) {
    if state.recalled.tabs.is_some() {
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
    if state
        .recalled
        .look
        .take_if(|look| *look == request)
        .is_none()
    {
        return false;
    }
    let sight = records::sight(state, result);
    let tabs = state.recalled.tabs.take().unwrap_or_default();
    let asked_for = state.queue.clone();
    for (record, tab) in tabs.bindings {
        if !is_gone(&tab, &sight) {
            known(state, record, RecordTab::Bound(tab));
        }
    }
    for (record, signs) in tabs.late {
        let late = Some(Late {
            request: state.next_request(),
            signs,
            due: false,
        });
        let problem = Problem::RecordNotShown(record);
        known(state, record, RecordTab::Failed { problem, late });
    }
    if let Some((record, signs)) = tabs.watching {
        state.queue.retain(|queued| *queued != record);
        watching::resume(state, record, signs, effects);
    }
    // A task has been selected meanwhile, and its record was not known to have a tab.
    let selected = state.selected_task().and_then(|task| task.record);
    // Or the leader wants it in front.
    let follower = state.windows.follows() && std::mem::take(&mut state.recalled.bringing);
    if selected.is_some_and(|record| follower || asked_for.contains(&record)) {
        focus::show(state, effects);
    }
    true
}

/// Flex is there: what was selected is restored. Its tab comes to the front if it was on its way there, or has lost
/// the focus meanwhile.
pub(super) fn resume(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    if std::mem::take(&mut state.recalled.bringing) {
        selection::select(state, sid, effects);
    } else {
        selection::restore(state, sid, effects);
    }
}

fn known(state: &mut State, record: Record, shown: RecordTab) {
    state.queue.retain(|queued| *queued != record);
    let _ = state.records.insert(record, shown);
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
