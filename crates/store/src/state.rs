//! What the panel knows. Components read it; only [`update`](super::update()) changes it.
//!
//! There is no clock in here and no belief that could be derived: a record and its tab stand once in
//! [`State::records`], however many tasks share them. Tasks are told in [`task`](super::task), records and tabs in
//! [`tabs`](super::tabs).

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use super::activity::Activity;
use super::activity::AskedActivity;
use super::awaited::Awaited;
pub use super::counters::Counters;
use super::dialable::Choice;
use super::extension::Extensions;
use super::ids::{Guid, Record, RequestId, ReservationSid, SessionId};
use super::language::Language;
use super::memory::{Memory, Recalled};
use super::problem::Problem;
use super::settings::Settings;
pub use super::tabs::{
    FocusStep, Focusing, Front, Glance, Host, Late, Opening, RecordTab, SessionSight, Sight, Signs,
    Stage, Strays, Way,
};
pub use super::task::{Channel, Ending, Line, Origin, Selecting, Task, TaskCommand, TaskStatus};
use super::windows::Windows;

/// The whole state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// The settings in force.
    pub settings: Settings,
    /// The agent's language in Dynamics, if it is one of ours.
    pub language: Option<Language>,
    /// The link to Dynamics.
    pub dynamics: DynamicsLink,
    /// The link to Flex.
    pub flex: FlexLink,
    /// The live tasks, in order of arrival.
    pub tasks: Vec<Rc<Task>>,
    /// The task that is selected in our list, and in Flex as soon as Flex has followed.
    pub selected: Option<ReservationSid>,
    /// The task that Flex says is selected.
    pub flex_selected: Option<ReservationSid>,
    /// Our own `SelectTask` on its way.
    pub selecting: Option<Selecting>,
    /// The commands sent to Flex for a task and not yet answered.
    pub commands: BTreeMap<RequestId, TaskCommand>,
    /// Records and their tabs. A record that is not here has not been asked for.
    pub records: BTreeMap<Record, RecordTab>,
    /// Records that wait for their turn to be opened: one at a time, since a new tab tells nobody what it shows.
    pub queue: VecDeque<Record>,
    /// The tab that is about to get the focus.
    pub focusing: Option<Focusing>,
    /// What the host has shown of its ways.
    pub host: Host,
    /// The session in front, as far as the host tells.
    pub session: SessionSight,
    /// The latest session of our own making, until the host tells that it has come to the front.
    pub untold_session: Option<SessionId>,
    /// The session that the host has told last.
    pub told_session: Option<SessionId>,
    /// The sessions that were made for records, while they are there: each record gets one.
    pub made_sessions: BTreeMap<Record, SessionId>,
    /// The tab in front, as far as the host has told.
    pub front: Front,
    /// Whether, and when, the panel looks where the agent is in Dynamics.
    pub glance: Glance,
    /// The page can't be seen: nothing is looked at.
    pub unseen: bool,
    /// The tasks that were selected, the latest last.
    pub recent: Vec<ReservationSid>,
    /// The live reservations whose record has been opened: after a reload they do not pop again.
    pub popped: BTreeSet<ReservationSid>,
    /// What is known from before a reload, and has yet to prove itself.
    pub recalled: Recalled,
    /// The memory as it was last written.
    pub remembered: Memory,
    /// Docked or minimized.
    pub mode: Mode,
    /// The view that Flex shows.
    pub view: View,
    /// The worker's activity.
    pub activity: Option<Rc<Activity>>,
    /// The account's activities, in Flex's order.
    pub activities: Rc<[Activity]>,
    /// The activity that the agent has chosen, until Flex answers.
    pub asked_activity: Option<AskedActivity>,
    /// Click-to-act.
    pub dialing: Dialing,
    /// The numbers of a clicked field that holds several, until the agent has chosen one.
    pub choice: Option<Rc<Choice>>,
    /// The extensions of calls.
    pub extensions: Extensions,
    /// The agent's windows.
    pub windows: Windows,
    /// What the agent has to be told and has not yet put away; oldest first.
    pub notices: Vec<Rc<Notice>>,
    /// What both sides have told of themselves, for diagnostics.
    pub versions: Versions,
    /// What was dropped, late or tried again, for diagnostics.
    pub counters: Counters,
    /// The requests whose answers are still to come.
    pub awaited: BTreeMap<RequestId, Awaited>,
    /// The number of the last request.
    pub last_request: RequestId,
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
        self.selected.as_ref().and_then(|sid| self.task(sid))
    }

    /// The agent is on the phone, or a phone rings.
    #[must_use]
    pub fn call_is_live(&self) -> bool {
        self.tasks.iter().any(|task| task.is_live_call())
    }

    /// The number for the next request.
    pub(super) fn next_request(&mut self) -> RequestId {
        self.last_request = RequestId(self.last_request.0.wrapping_add(1));
        self.last_request
    }
}

/// What both sides have told of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Versions {
    /// Of Dynamics (`crmVersion` of `getEnvironment`).
    pub dynamics: Option<Rc<str>>,
    /// Of its channel integration (`cifVersion` of `getEnvironment`).
    pub cif: Option<Rc<str>>,
    /// Of the bridge script.
    pub bridge: Option<Rc<str>>,
    /// Of Flex UI.
    pub flex: Option<Rc<str>>,
}

/// The link to Dynamics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum DynamicsLink {
    /// The library is being loaded, or the host has not yet proved itself.
    #[default]
    Waiting,
    /// The host has answered `getEnvironment`.
    Connected,
    /// It has left the last calls unanswered. It is asked until it answers; meanwhile all goes on.
    Silent,
    /// It can't be had; the words say why.
    Failed(Problem),
}

/// The link to Flex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FlexLink {
    /// The frame is loading; the bridge script has not said hello.
    #[default]
    Loading,
    /// No hello for 20 s: the agent has to log in, or an administrator has to check something. Still waiting.
    NotAnswering,
    /// The bridge script has a port and has sent its snapshot.
    Connected,
    /// The bridge script has a port, but Flex itself has lost its connection: what it has may be out of date.
    Reconnecting,
    /// The bridge script said that the agent has signed out.
    SignedOut,
    /// Flex has ended this session in favour of a younger one.
    Replaced,
    /// The bridge script speaks another version of the protocol.
    OtherVersion {
        /// What it speaks.
        theirs: u32,
    },
    /// The bridge script finds no way to do its work in this Flex.
    Unfit {
        /// What this Flex lacks.
        lacks: Rc<str>,
    },
}

impl DynamicsLink {
    /// The state's name, in the page and in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Connected => "connected",
            Self::Silent => "silent",
            Self::Failed(_) => "failed",
        }
    }

    /// The host hears calls, as far as anybody knows.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Connected | Self::Silent)
    }
}

impl FlexLink {
    /// The state's name, in the page and in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::NotAnswering => "not-answering",
            Self::Connected => "connected",
            Self::Reconnecting => "reconnecting",
            Self::SignedOut => "signed-out",
            Self::Replaced => "replaced",
            Self::OtherVersion { .. } => "other-version",
            Self::Unfit { .. } => "unfit",
        }
    }

    /// The bridge script hears commands.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Connected | Self::Reconnecting)
    }
}

/// The panel's mode as the store knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mode {
    /// What the host last said or granted.
    pub now: Option<PanelMode>,
    /// Our own `setMode`s of which the host has not said all, the latest last.
    pub orders: Vec<ModeOrder>,
    /// The `getMode` that is out.
    pub reading: Option<RequestId>,
    /// What shall be asked as soon as Dynamics is there, or, once it has refused that, as soon as it may grant it.
    pub wanted: Option<PanelMode>,
    /// An arrival has docked the panel (R1), and the agent has not touched it since (R5).
    pub docked_by_arrival: bool,
    /// An arrival came before the mode was known: whether it docks the panel tells the reading.
    pub arrived_unread: bool,
    /// The panel has found its first mode (R9), or the agent has chosen one.
    pub settled: bool,
}

/// A `setMode` of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ModeOrder {
    /// The call.
    pub request: RequestId,
    /// What it asks for.
    pub mode: PanelMode,
    /// How far it has come.
    pub standing: OrderStanding,
}

/// How far a `setMode` has come. The host answers it and, if the mode is another one then, tells it: in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrderStanding {
    /// Neither answered nor told.
    Out,
    /// `onmodechanged` has told it, and it has not been answered.
    Told,
    /// It has been granted, and not been told.
    Granted,
    /// There was no answer in time: it may yet be carried out.
    Silent,
}

/// The panel's modes (`setMode`: strict numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PanelMode {
    /// 0.
    Minimized,
    /// 1.
    Docked,
    /// 2, or any other: not on screen.
    Hidden,
}

/// The view that Flex shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// Its name; `None` until Flex has told the first one.
    pub name: Option<Rc<str>>,
    /// Where a command of ours sends Flex: a change to it is an echo.
    pub sent_to: Option<Rc<str>>,
}

/// Click-to-act, from the click to the outbound task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialing {
    /// Nothing is being dialled.
    #[default]
    Idle,
    /// The number is being read.
    Reading {
        /// The reading.
        request: RequestId,
        /// The field that was clicked.
        click: Rc<ClickToAct>,
    },
    /// `StartOutboundCall` is out.
    Starting {
        /// The command.
        request: RequestId,
        /// The number, in E.164.
        number: Rc<str>,
    },
    /// Flex has taken the command; its task has not come.
    AwaitingTask {
        /// The command; it names the timer too.
        request: RequestId,
        /// The number, in E.164; `None` after a reload of the panel, which no number outlives.
        number: Option<Rc<str>>,
    },
}

/// A click on a phone field (`onclicktoact`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClickToAct {
    /// The field's text, possibly unformatted or URL-encoded.
    pub value: Rc<str>,
    /// The record's title, if told.
    pub title: Option<Rc<str>>,
    /// The record's logical name, if told.
    pub entity: Option<Rc<str>>,
    /// The record's id, if told.
    pub id: Option<Guid>,
}

/// Something that the agent has to be told, until it is put away.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// Its key.
    pub id: RequestId,
    /// What happened.
    pub problem: Problem,
}
