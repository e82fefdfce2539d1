//! What the panel knows. Components read the state; only [`update`](crate::update()) changes it.
//!
//! The state holds no clock, and nothing that can be derived from something else. A record and its tab stand once in
//! [`Tabs::records`], however many tasks share them. [`task`](crate::words::task) describes tasks, and
//! [`tabs`](crate::words::tabs) describes records and tabs.

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
    Channel, Ending, Line, Origin, Selecting, Task, TaskCommand, TaskRow, TaskStatus,
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
use crate::words::sorted::{Map, Set};
use crate::words::windows::Windows;

/// The whole state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// The settings in force.
    pub settings: Settings,
    /// The agent's language in Dynamics, if the panel has it.
    pub language: Option<Language>,
    /// The link to Dynamics.
    pub dynamics: DynamicsLink,
    /// Records and their tabs in Dynamics.
    pub tabs: Tabs,
    /// The panel's mode: docked or minimized.
    pub mode: Mode,
    /// Flex as the panel knows it, and the commands that wait for an answer.
    pub flex: Flex,
    /// The live tasks, in order of arrival.
    pub tasks: Vec<Rc<TaskRow>>,
    /// The selected task.
    pub selection: Selection,
    /// The agent's own calls.
    pub calls: Calls,
    /// This window among the agent's windows.
    pub windows: Windows,
    /// The parts that serve a reload: what is saved, and what is being restored.
    pub saved: Saved,
    /// The messages for the agent that nobody has dismissed, oldest first.
    pub notices: Vec<Rc<Notice>>,
    /// The requests that wait for an answer.
    pub requests: Requests,
    /// Facts for the people who help the agent. No rule depends on them.
    pub diagnostics: Diagnostics,
}

/// Flex as the panel knows it, and the commands that wait for an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Flex {
    /// The link to Flex.
    pub link: FlexLink,
    /// The task that Flex says is selected.
    pub selected: Option<ReservationSid>,
    /// The `SelectTask` of the panel that waits for an answer.
    pub selecting: Option<Selecting>,
    /// The commands for tasks that wait for an answer, or for their call.
    pub commands: Map<Ticket, TaskCommand>,
    /// The view that Flex shows.
    pub view: View,
    /// The worker's activity.
    pub activity: Option<Rc<Activity>>,
    /// The account's activities, in Flex's order.
    pub activities: Rc<[Activity]>,
    /// The activity that the agent has chosen, until its outcome is known.
    pub asked_activity: Option<AskedActivity>,
}

/// The selected task, and the tasks that were selected before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// The task that is selected in the panel's list. Flex follows.
    pub selected: Option<ReservationSid>,
    /// The tasks that were selected, the latest last. Each stands there once.
    pub recent: Vec<ReservationSid>,
}

/// The calls that the agent dials.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Calls {
    /// The progress of click-to-act.
    pub dialing: Dialing,
    /// The numbers of a clicked field that holds several, until the agent has chosen one.
    pub choice: Option<Rc<Choice>>,
    /// The extensions of calls.
    pub extensions: Extensions,
}

/// The parts that serve a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Saved {
    /// The live reservations whose record has been opened. After a reload these records do not open again.
    pub popped: Set<ReservationSid>,
    /// What was known before a reload and is not confirmed yet.
    pub restoring: Restoring,
    /// The state that was saved last.
    pub last: SavedState,
}

/// The requests that the store has made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Requests {
    /// The requests that wait for an answer.
    pub awaited: Map<Ticket, Awaited>,
    /// The number of the last request.
    pub last: Ticket,
}

/// Facts for the people who help the agent. No rule depends on them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Diagnostics {
    /// The versions that both sides have told.
    pub versions: Versions,
    /// What was dropped, late or tried again.
    pub counters: Counters,
}

impl State {
    /// The state at the start, with these settings.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            ..Self::default()
        }
    }

    /// The task with this sid.
    #[must_use]
    pub fn task(&self, sid: &ReservationSid) -> Option<&Rc<TaskRow>> {
        self.tasks.iter().find(|task| task.sid == *sid)
    }

    /// The selected task.
    #[must_use]
    pub fn selected_task(&self) -> Option<&Rc<TaskRow>> {
        self.selection
            .selected
            .as_ref()
            .and_then(|sid| self.task(sid))
    }

    /// True if the agent is in a call, or a call rings.
    #[must_use]
    pub fn call_is_live(&self) -> bool {
        self.tasks.iter().any(|task| task.is_live_call())
    }
}

/// A message for the agent that stays until somebody dismisses it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// The key of the notice.
    pub id: Ticket,
    /// What happened.
    pub problem: Problem,
}
