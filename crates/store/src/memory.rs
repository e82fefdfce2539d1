//! What outlives a reload of the panel: which tab shows which record, which one was coming up and which was in front,
//! which session was made for which, which reservations were live and how each stood, for which of them a record has
//! been opened, which task was selected, that a number was being dialled, and how the panel has found its mode. It has
//! no customer's name and no number in it.
//!
//! Flex's snapshot is the truth about tasks; this adds what Flex can't know: among it, what the panel has not seen
//! happen. A binding is believed when its tab is still there. The memory of an earlier life of Dynamics has no bindings:
//! tab ids start anew with it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::awaited::Awaited;
use super::event::Answer;
use super::extension::Extensions;
use super::problem::{CallProblem, Problem};
use super::state::{Dialing, Front, Late, RecordTab, Sight, Signs, TaskStatus};
use super::turn::Turn;
use super::windows::Role;
use super::{
    DynamicsCall, Effect, Record, RequestId, ReservationSid, SessionId, State, Tab, dialing, focus,
    records, selection, watching,
};

/// What outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Memory {
    /// What is true of this life of Dynamics alone.
    pub tabs: Tabs,
    /// The host tells where openings go.
    pub tells_navigation: bool,
    /// A session of it takes more tabs than the documented limit.
    pub takes_more_tabs: bool,
    /// The live reservations whose record has been opened.
    pub popped: BTreeSet<ReservationSid>,
    /// The selected task.
    pub selected: Option<ReservationSid>,
    /// How the live tasks stood: after a reload they are no newcomers.
    pub statuses: BTreeMap<ReservationSid, TaskStatus>,
    /// A number was being dialled.
    pub dialed: Option<Dialed>,
    /// The extensions of calls.
    pub extensions: Extensions,
    /// The panel has found its mode in this life of Dynamics: an empty snapshot no longer minimizes it.
    pub settled: bool,
    /// An arrival has docked the panel in this life of Dynamics, and the agent has not touched it since.
    pub docked_by_arrival: bool,
}

/// How far a number has come on its way to a call. The number itself is personal, and is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Dialed {
    /// Clicked, and not yet given to Flex.
    Clicked,
    /// Given to Flex, whose call has not come.
    Given,
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
    /// The sessions that were made for records.
    pub sessions: Vec<(Record, SessionId)>,
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
            tells_navigation: state.host.tells_navigation,
            takes_more_tabs: state.host.takes_more_tabs,
            popped: state.popped.clone(),
            dialed: Dialed::of(&state.dialing).or(recalled.dialed),
            extensions: state.extensions.clone(),
            selected: state.selected.clone().or(recalled.selected.clone()),
            statuses: match &recalled.past {
                Past::Recalled(statuses) => statuses.clone(),
                Past::Unknown | Past::Lived => statuses(state),
            },
            settled: state.mode.settled,
            docked_by_arrival: state.mode.docked_by_arrival,
        }
    }
}

fn statuses(state: &State) -> BTreeMap<ReservationSid, TaskStatus> {
    let tasks = state.tasks.iter();
    tasks.map(|task| (task.sid.clone(), task.status)).collect()
}

impl Dialed {
    fn of(dialing: &Dialing) -> Option<Self> {
        match dialing {
            Dialing::Idle => None,
            Dialing::Reading { .. } => Some(Self::Clicked),
            Dialing::Starting { .. } | Dialing::AwaitingTask { .. } => Some(Self::Given),
        }
    }

    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clicked => "clicked",
            Self::Given => "given",
        }
    }
}

impl Tabs {
    /// The records that had tabs, or were about to.
    pub(super) fn records(&self) -> impl Iterator<Item = Record> {
        let bound = self.bindings.iter().map(|(record, _)| *record);
        bound.chain(self.watching.iter().map(|(record, _)| *record))
    }

    /// A session is gone, and its tabs with it.
    pub(super) fn forget(&mut self, session: &SessionId) {
        let within = |tab: &Tab| tab.session.as_ref() == Some(session);
        let gone = |signs: &Signs| signs.before.session.ours() == Some(session);
        self.bindings.retain(|(_, tab)| !within(tab));
        let _ = self.watching.take_if(|(_, signs)| gone(signs));
        self.late.retain(|(_, signs)| !gone(signs));
        self.sessions.retain(|(_, made)| made != session);
        let _ = self.front.take_if(|tab| within(tab));
    }

    fn of(state: &State) -> Self {
        let made = state.made_sessions.iter();
        let mut tabs = Self {
            sessions: made.map(|(record, made)| (*record, made.clone())).collect(),
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
                RecordTab::Opening(opening) => {
                    let signs = opening.signs().cloned();
                    tabs.watching = signs.map(|signs| (*record, signs));
                }
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
        Some(RecordTab::Opening(opening)) => opening.signs().is_none(),
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
    /// What is known of the time before Flex told its tasks.
    pub past: Past,
    /// A number that Flex had been given: until Flex has told its tasks.
    pub dialed: Option<Dialed>,
    /// The selection: until Flex has told its tasks.
    pub selected: Option<ReservationSid>,
    /// Its tab was about to come to the front, or another has come up before it since.
    pub bringing: bool,
}

/// What is known of the time before Flex told its tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Past {
    /// Nothing: nobody knows whether a task that is no longer pending had its record opened.
    #[default]
    Unknown,
    /// How the tasks stood before the page was loaded anew.
    Recalled(BTreeMap<ReservationSid, TaskStatus>),
    /// All: this page has been told before.
    Lived,
}

impl Past {
    /// It tells which records have been opened.
    pub(super) fn is_known(&self) -> bool {
        *self != Self::Unknown
    }

    /// The task was in the list before the page was loaded anew.
    pub(super) fn has_seen(&self, sid: &ReservationSid) -> bool {
        self.status(sid).is_some()
    }

    /// How the task stood before that.
    pub(super) fn status(&self, sid: &ReservationSid) -> Option<TaskStatus> {
        match self {
            Self::Recalled(statuses) => statuses.get(sid).copied(),
            Self::Unknown | Self::Lived => None,
        }
    }

    /// How each of them stood.
    pub(super) fn statuses(&self) -> impl Iterator<Item = (&ReservationSid, TaskStatus)> {
        let recalled = match self {
            Self::Recalled(statuses) => Some(statuses),
            Self::Unknown | Self::Lived => None,
        };
        let recalled = recalled.into_iter().flatten();
        recalled.map(|(sid, status)| (sid, *status))
    }
}

/// The page has been loaded anew, and this is what it knew before; nothing, if there is nothing in it.
pub(super) fn recall(state: &mut State, memory: Memory) {
    if memory == Memory::default() {
        return;
    }
    state.remembered = memory.clone();
    state.popped = memory.popped;
    state.mode.settled |= memory.settled;
    state.host.tells_navigation |= memory.tells_navigation;
    state.host.takes_more_tabs |= memory.takes_more_tabs;
    state.mode.docked_by_arrival |= memory.docked_by_arrival;
    state.recalled.past = Past::Recalled(memory.statuses);
    state.recalled.selected = memory.selected;
    state.extensions = memory.extensions;
    state.recalled.dialed = memory.dialed;
    dialing::recall(state);
    state.made_sessions = memory.tabs.sessions.iter().cloned().collect();
    if let Some(tab) = memory.tabs.front.clone() {
        state.front = Front::At(tab);
    }
    state.recalled.bringing = memory.tabs.bringing;
    state.recalled.tabs = Some(memory.tabs).filter(|tabs| *tabs != Tabs::default());
}

/// Dynamics is there: are the tabs?
pub(super) fn connected(turn: &mut Turn<'_>) {
    if turn.recalled.tabs.is_some() {
        turn.recalled.look = Some(turn.call(DynamicsCall::Look, Awaited::RestoredTabs));
    }
}

/// Takes the look for the recalled tabs; false if the request is another.
pub(super) fn answered(
    turn: &mut Turn<'_>,
    request: RequestId,
    result: &Result<Answer, CallProblem>,
) -> bool {
    if turn
        .recalled
        .look
        .take_if(|look| *look == request)
        .is_none()
    {
        return false;
    }
    let sight = records::sight(turn, result);
    let tabs = turn.recalled.tabs.take().unwrap_or_default();
    let asked_for = turn.queue.clone();
    for (record, tab) in tabs.bindings {
        if !is_gone(&tab, &sight) {
            known(turn, record, RecordTab::Bound(tab));
        }
    }
    for (record, signs) in tabs.late {
        let late = Some(Late {
            request: turn.next_request(),
            signs,
            due: false,
        });
        let problem = Problem::RecordNotShown(record);
        known(turn, record, RecordTab::Failed { problem, late });
    }
    if let Some((record, signs)) = tabs.watching {
        turn.queue.retain(|queued| *queued != record);
        watching::resume(turn, record, signs);
    }
    // A task has been selected meanwhile, and its record was not known to have a tab.
    let selected = turn.selected_task().and_then(|task| task.record);
    // Or the leader wants it in front.
    let follower = turn.windows.follows() && std::mem::take(&mut turn.recalled.bringing);
    if selected.is_some_and(|record| follower || asked_for.contains(&record)) {
        focus::show(turn);
    }
    true
}

/// Flex is there: what was selected is restored. Its tab comes to the front if it was on its way there, or has lost
/// the focus meanwhile.
pub(super) fn resume(turn: &mut Turn<'_>, sid: ReservationSid) {
    if std::mem::take(&mut turn.recalled.bringing) {
        selection::select(turn, sid);
    } else {
        selection::restore(turn, sid);
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
pub(super) fn keep(turn: &mut Turn<'_>) {
    if matches!(turn.windows.role, Role::Following(Some(_))) {
        // What this window was dialling, the one that leads now awaits.
        turn.recalled.dialed = None;
    }
    let memory = Memory::of(turn);
    if memory != turn.remembered {
        turn.remembered = memory.clone();
        turn.effects.push(Effect::Remember(memory.into()));
    }
}
