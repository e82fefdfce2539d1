//! The saved state: what outlives a reload of the panel. It holds the tabs of records and of sessions, the tab that was
//! coming up, the tab in front, the live reservations with their statuses, which of their records were opened, the
//! selected task, whether a number was being dialled, the extensions, and how the panel found its mode. It holds no
//! customer's name and no phone number. `restore` writes and reads it.

use std::mem;

use serde::{Deserialize, Serialize};

use crate::words::extension::Extensions;
use crate::words::ids::{Record, ReservationSid, SessionId, Tab, Ticket};
use crate::words::sorted::{Map, Set};
use crate::words::tabs::Evidence;
use crate::words::task::TaskStatus;

/// The saved state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SavedState {
    /// The part that is only valid until Dynamics itself is reloaded.
    pub tabs: SavedTabs,
    /// True if Dynamics tells where openings go (`onpagenavigate`).
    pub tells_navigation: bool,
    /// True if a session of Dynamics was seen with more tabs than the documented limit.
    pub takes_more_tabs: bool,
    /// The live reservations whose record has been opened.
    pub popped: Set<ReservationSid>,
    /// The selected task.
    pub selected: Option<ReservationSid>,
    /// The statuses of the live tasks. After a reload a task that is named here is not new.
    pub statuses: Map<ReservationSid, TaskStatus>,
    /// How far a number had come, if one was being dialled.
    pub dialed: Option<Dialed>,
    /// The extensions of calls.
    pub extensions: Extensions,
    /// True if the panel has found its first mode since Dynamics was loaded. Then an empty snapshot no longer minimizes
    /// it.
    pub settled: bool,
    /// True if an arrival has docked the panel since Dynamics was loaded, and the agent has not acted since.
    pub docked_by_arrival: bool,
}

/// How far a number has come on its way to a call. The number itself is personal, so it is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Dialed {
    /// The agent has clicked it, and Flex has not been asked to dial it.
    Clicked,
    /// Flex has been asked to dial it, and its call has not come.
    Given,
}

/// The records and their tabs in Dynamics. A reload of the panel does not change them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SavedTabs {
    /// The tabs of records.
    pub bindings: Vec<(Record, Tab)>,
    /// The record whose tab is awaited, with the evidence so far.
    pub watching: Option<(Record, Evidence)>,
    /// The records whose tab did not come up in time and may still come up.
    pub late: Vec<(Record, Evidence)>,
    /// The sessions that were created for records.
    pub sessions: Vec<(Record, SessionId)>,
    /// True if a tab was about to come to the front. In the end that is the tab of the selected task.
    pub bringing: bool,
    /// The tab in front, as it was last seen.
    pub last_focus: Option<Tab>,
}

/// The part of the saved state that is not confirmed yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Restoring {
    /// The tabs that were known before the reload.
    pub tabs: RestoringTabs,
    /// What is known of the time before the first snapshot of Flex.
    pub baseline: Baseline,
    /// A number that Flex had been asked to dial, until the snapshot comes.
    pub dialed: Option<Dialed>,
    /// The task that was selected, until the snapshot comes.
    pub selected: Option<ReservationSid>,
    /// True if the selected task's tab was about to come to the front, or if another tab has come in front of it since.
    pub bringing: bool,
}

/// The tabs that were known before the reload. Nothing is opened until Dynamics has told which of them still exist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum RestoringTabs {
    /// There were none, or they are bound again.
    #[default]
    None,
    /// There are some, and Dynamics is not connected yet.
    Known(SavedTabs),
    /// There are some, and the answer to this `ReadTabs` will tell which of them still exist.
    Reading(SavedTabs, Ticket),
}

impl RestoringTabs {
    /// The tabs that are not confirmed yet.
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

/// The baseline: what is known of the time before the first snapshot of Flex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Baseline {
    /// Nothing. Whether the record of a task was opened is then unknown, unless the task is still pending.
    #[default]
    Unknown,
    /// The statuses of the tasks before the page was reloaded.
    Restored(Map<ReservationSid, TaskStatus>),
    /// Everything: this page has had a snapshot before.
    Live,
}

impl Baseline {
    /// True if the baseline tells which records have been opened.
    pub(crate) fn is_known(&self) -> bool {
        *self != Self::Unknown
    }

    /// True if the task was in the list before the page was reloaded.
    pub(crate) fn has_seen(&self, sid: &ReservationSid) -> bool {
        self.status(sid).is_some()
    }

    /// The status of the task before the page was reloaded.
    pub(crate) fn status(&self, sid: &ReservationSid) -> Option<TaskStatus> {
        match self {
            Self::Restored(statuses) => statuses.get(sid).copied(),
            Self::Unknown | Self::Live => None,
        }
    }

    /// The statuses of all tasks before the page was reloaded.
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
    /// What remains valid after Dynamics itself has been reloaded.
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
    /// The name of this state, for reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clicked => "clicked",
            Self::Given => "given",
        }
    }
}

impl SavedTabs {
    /// The records that had tabs, or whose tab was awaited.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
        let bound = self.bindings.iter().map(|(record, _)| *record);
        bound.chain(self.watching.iter().map(|(record, _)| *record))
    }

    /// Drops a session that is closed, and its tabs.
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
