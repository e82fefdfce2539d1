//! What the panel knows. Components read it; only [`update`](crate::update()) changes it.
//!
//! There is no clock in here and no belief that could be derived: a record and its tab stand once in
//! [`Tabs::records`], however many tasks share them. Tasks are told in [`task`](crate::words::task), records and tabs in
//! [`tabs`](crate::words::tabs).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use crate::words::activity::Activity;
pub use crate::words::click::{ClickToAct, Dialing};
pub use crate::words::counters::Counters;
pub use crate::words::links::{DynamicsLink, FlexLink, Versions, View};
pub use crate::words::mode::{AutoDock, Mode, ModeProgress, ModeRequest, PanelMode};
pub use crate::words::tabs::{
    Evidence, FocusStep, FocusedSession, Focusing, ForeignNavigation, Host, LastFocus, Late,
    Opening, Poll, RecordTab, Sessions, Stage, Tabs, TabsView, Way,
};
pub use crate::words::task::{
    Channel, Ending, Line, Origin, Selecting, Task, TaskCommand, TaskStatus,
};

use crate::words::activity::AskedActivity;
use crate::words::awaited::Awaited;
use crate::words::click::Choice;
use crate::words::extension::Extensions;
use crate::words::ids::{ReservationSid, Ticket};
use crate::words::language::Language;
use crate::words::problem::Problem;
use crate::words::saved::{Restoring, SavedState};
use crate::words::settings::Settings;
use crate::words::windows::Windows;

/// The whole state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// The settings in force.
    pub settings: Settings,
    /// The agent's language in Dynamics, if it is one of ours.
    pub language: Option<Language>,
    /// The link to Dynamics.
    pub dynamics: DynamicsLink,
    /// Records and their tabs in Dynamics.
    pub tabs: Tabs,
    /// Docked or minimized.
    pub mode: Mode,
    /// Flex, and what is under way in it.
    pub flex: Flex,
    /// The live tasks, in order of arrival.
    pub tasks: Vec<Rc<Task>>,
    /// The task that the agent is at.
    pub selection: Selection,
    /// The agent's own calls.
    pub calls: Calls,
    /// The agent's windows.
    pub windows: Windows,
    /// What outlives a reload.
    pub saved: Saved,
    /// What the agent has to be told and has not yet put away; oldest first.
    pub notices: Vec<Rc<Notice>>,
    /// The requests whose answers are still to come.
    pub requests: Requests,
    /// What matters to those who help the agent, and to no rule.
    pub diagnostics: Diagnostics,
}

/// Flex as the panel knows it, and what is under way in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Flex {
    /// The link.
    pub link: FlexLink,
    /// The task that Flex says is selected.
    pub selected: Option<ReservationSid>,
    /// Our own `SelectTask` on its way.
    pub selecting: Option<Selecting>,
    /// The commands sent for a task and not yet answered.
    pub commands: BTreeMap<Ticket, TaskCommand>,
    /// The view that Flex shows.
    pub view: View,
    /// The worker's activity.
    pub activity: Option<Rc<Activity>>,
    /// The account's activities, in Flex's order.
    pub activities: Rc<[Activity]>,
    /// The activity that the agent has chosen, until Flex answers.
    pub asked_activity: Option<AskedActivity>,
}

/// The task that the agent is at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// It is selected in our list, and in Flex as soon as Flex has followed.
    pub selected: Option<ReservationSid>,
    /// The tasks that were selected, the latest last.
    pub recent: Vec<ReservationSid>,
}

/// The agent's own calls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Calls {
    /// Click-to-act.
    pub dialing: Dialing,
    /// The numbers of a clicked field that holds several, until the agent has chosen one.
    pub choice: Option<Rc<Choice>>,
    /// The extensions of calls.
    pub extensions: Extensions,
}

/// What outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Saved {
    /// The live reservations whose record has been opened: after a reload they do not pop again.
    pub popped: BTreeSet<ReservationSid>,
    /// What is known from before a reload, and has yet to prove itself.
    pub restoring: Restoring,
    /// What was last saved.
    pub last: SavedState,
}

/// The requests of the store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Requests {
    /// Those whose answers are still to come.
    pub awaited: BTreeMap<Ticket, Awaited>,
    /// The number of the last one.
    pub last: Ticket,
}

/// What matters to those who help the agent, and to no rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Diagnostics {
    /// What both sides have told of themselves.
    pub versions: Versions,
    /// What was dropped, late or tried again.
    pub counters: Counters,
}

impl State {
    /// A state with these settings, before anything has happened.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            ..Self::default()
        }
    }

    /// The task with this sid.
    #[must_use]
    pub fn task(&self, sid: &ReservationSid) -> Option<&Rc<Task>> {
        self.tasks.iter().find(|task| task.sid == *sid)
    }

    /// The selected task.
    #[must_use]
    pub fn selected_task(&self) -> Option<&Rc<Task>> {
        self.selection
            .selected
            .as_ref()
            .and_then(|sid| self.task(sid))
    }

    /// The agent is on the phone, or a phone rings.
    #[must_use]
    pub fn call_is_live(&self) -> bool {
        self.tasks.iter().any(|task| task.is_live_call())
    }
}

/// Something that the agent has to be told, until it is put away.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// Its key.
    pub id: Ticket,
    /// What happened.
    pub problem: Problem,
}
