//! What outlives a reload of the panel: which tab shows which record, which one was coming up and which was in front,
//! which session was made for which, which reservations were live and how each stood, for which of them a record has
//! been opened, which task was selected, that a number was being dialled, and how the panel has found its mode. It has
//! no customer's name and no number in it.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use serde::{Deserialize, Serialize};

use crate::words::extension::Extensions;
use crate::words::ids::{Record, ReservationSid, SessionId, Tab, Ticket};
use crate::words::tabs::Evidence;
use crate::words::task::TaskStatus;

/// What outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SavedState {
    /// What is true of this life of Dynamics alone.
    pub tabs: SavedTabs,
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
pub struct SavedTabs {
    /// The tabs of records.
    pub bindings: Vec<(Record, Tab)>,
    /// The record whose tab is awaited.
    pub watching: Option<(Record, Evidence)>,
    /// The records whose time is over, and whose tabs may still come up.
    pub late: Vec<(Record, Evidence)>,
    /// The sessions that were made for records.
    pub sessions: Vec<(Record, SessionId)>,
    /// A tab is about to come to the front: in the end, the selected task's.
    pub bringing: bool,
    /// The tab in front, as it was last seen.
    pub last_focus: Option<Tab>,
}

/// What of the memory still has to prove itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Restoring {
    /// The tabs that were known.
    pub tabs: RestoringTabs,
    /// What is known of the time before Flex told its tasks.
    pub baseline: Baseline,
    /// A number that Flex had been given: until Flex has told its tasks.
    pub dialed: Option<Dialed>,
    /// The selection: until Flex has told its tasks.
    pub selected: Option<ReservationSid>,
    /// Its tab was about to come to the front, or another has come up before it since.
    pub bringing: bool,
}

/// The tabs that were known before the reload. Until Dynamics has shown which of them are still there, nothing is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum RestoringTabs {
    /// None, or no longer: they are bound.
    #[default]
    None,
    /// These, and Dynamics is not there yet.
    Known(SavedTabs),
    /// These, and the answer to this `ReadTabs` will tell.
    Reading(SavedTabs, Ticket),
}

impl RestoringTabs {
    /// The tabs that have yet to prove themselves.
    #[must_use]
    pub fn known(&self) -> Option<&SavedTabs> {
        match self {
            Self::None => None,
            Self::Known(tabs) | Self::Reading(tabs, _) => Some(tabs),
        }
    }

    pub(crate) fn known_mut(&mut self) -> Option<&mut SavedTabs> {
        match self {
            Self::None => None,
            Self::Known(tabs) | Self::Reading(tabs, _) => Some(tabs),
        }
    }

    /// Takes the tabs if this request reads them.
    pub(crate) fn take_read_by(&mut self, request: Ticket) -> Option<SavedTabs> {
        match mem::take(self) {
            Self::Reading(tabs, reading) if reading == request => Some(tabs),
            other => {
                *self = other;
                None
            }
        }
    }
}

/// What is known of the time before Flex told its tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Baseline {
    /// Nothing: nobody knows whether a task that is no longer pending had its record opened.
    #[default]
    Unknown,
    /// How the tasks stood before the page was loaded anew.
    Restored(BTreeMap<ReservationSid, TaskStatus>),
    /// All: this page has been told before.
    Live,
}

impl Baseline {
    /// It tells which records have been opened.
    pub(crate) fn is_known(&self) -> bool {
        *self != Self::Unknown
    }

    /// The task was in the list before the page was loaded anew.
    pub(crate) fn has_seen(&self, sid: &ReservationSid) -> bool {
        self.status(sid).is_some()
    }

    /// How the task stood before that.
    pub(crate) fn status(&self, sid: &ReservationSid) -> Option<TaskStatus> {
        match self {
            Self::Restored(statuses) => statuses.get(sid).copied(),
            Self::Unknown | Self::Live => None,
        }
    }

    /// How each of them stood.
    pub(crate) fn statuses(&self) -> impl Iterator<Item = (&ReservationSid, TaskStatus)> {
        let restoring = match self {
            Self::Restored(statuses) => Some(statuses),
            Self::Unknown | Self::Live => None,
        };
        let restoring = restoring.into_iter().flatten();
        restoring.map(|(sid, status)| (sid, *status))
    }
}

impl SavedState {
    /// What is left of it when Dynamics itself has been reloaded.
    #[must_use]
    pub fn of_an_earlier_dynamics(self) -> Self {
        Self {
            tabs: SavedTabs::default(),
            settled: false,
            docked_by_arrival: false,
            ..self
        }
    }
}

impl Dialed {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clicked => "clicked",
            Self::Given => "given",
        }
    }
}

impl SavedTabs {
    /// The records that had tabs, or were about to.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
        let bound = self.bindings.iter().map(|(record, _)| *record);
        bound.chain(self.watching.iter().map(|(record, _)| *record))
    }

    /// A session is gone, and its tabs with it.
    pub(crate) fn forget(&mut self, session: &SessionId) {
        let within = |tab: &Tab| tab.session.as_ref() == Some(session);
        let gone = |evidence: &Evidence| evidence.before.session.ours() == Some(session);
        self.bindings.retain(|(_, tab)| !within(tab));
        let _ = self.watching.take_if(|(_, evidence)| gone(evidence));
        self.late.retain(|(_, evidence)| !gone(evidence));
        self.sessions.retain(|(_, made)| made != session);
        let _ = self.last_focus.take_if(|tab| within(tab));
    }
}
