//! Records and tabs as the panel knows them: which tab shows which record, how far an opening has come, what a look
//! at Dynamics showed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use crate::words::ids::{Record, SessionId, Tab, TabId, Ticket};
use crate::words::problem::Problem;
use crate::words::settings::OpenWith;

/// Records, their tabs, and where the agent is among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tabs {
    /// What has become of each record that was opened.
    pub records: BTreeMap<Record, RecordTab>,
    /// The record that is being opened: one at a time, since a new tab tells nobody what it shows.
    pub opening: Option<Opening>,
    /// The records that wait for their turn to be opened, and how each of them is to be.
    pub queue: VecDeque<(Record, Way)>,
    /// The tab that is about to get the focus.
    pub focusing: Option<Focusing>,
    /// The tab in front, as far as the host has told.
    pub last_focus: LastFocus,
    /// Whether, and when, the panel asks where the agent is in Dynamics.
    pub poll: Poll,
    /// The sessions of the app.
    pub sessions: Sessions,
    /// What the host has shown of its ways.
    pub host: Host,
}

impl Tabs {
    /// The tab that shows the record.
    #[must_use]
    pub fn bound(&self, record: Record) -> Option<&Tab> {
        match self.records.get(&record)? {
            RecordTab::Bound(tab) => Some(tab),
            _ => None,
        }
    }

    /// The record's opening, while it is being opened.
    #[must_use]
    pub fn opening_of(&self, record: Record) -> Option<&Opening> {
        self.opening
            .as_ref()
            .filter(|opening| opening.record == record)
    }

    /// The record waits for its turn to be opened.
    #[must_use]
    pub fn is_queued(&self, record: Record) -> bool {
        self.queue.iter().any(|(queued, _)| *queued == record)
    }

    /// The call that opens the record has gone out, and has not been refused.
    pub(crate) fn is_opened(&self, record: Record) -> bool {
        let called = self
            .opening_of(record)
            .and_then(Opening::evidence)
            .is_some();
        let shown = self.records.get(&record);
        called || matches!(shown, Some(RecordTab::Bound(_) | RecordTab::OutOfReach))
    }

    /// The session in which the record's tab is, or is awaited.
    #[must_use]
    pub fn session_of(&self, record: Record) -> Option<&SessionId> {
        if let Some(opening) = self.opening_of(record) {
            return opening.evidence()?.before.session.ours();
        }
        match self.records.get(&record)? {
            RecordTab::Bound(tab) => tab.session.as_ref(),
            RecordTab::Failed { late, .. } => late.as_ref()?.evidence.before.session.ours(),
            RecordTab::OutOfReach => None,
        }
    }
}

/// The sessions of the app, as far as the host tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sessions {
    /// The session in front.
    pub focused: FocusedSession,
    /// The session that `onSessionSwitched` has named last.
    pub announced: Option<SessionId>,
    /// The latest session of our own making, until `onSessionSwitched` names it: what it names until then is the baseline.
    pub unconfirmed: Option<SessionId>,
    /// The sessions that were made for records, while they are there: each record gets one.
    pub created_for: BTreeMap<Record, SessionId>,
}

/// What has become of a record that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RecordTab {
    /// This tab shows it.
    Bound(Tab),
    /// It came up in another application's session, where nothing can be bound or focused.
    OutOfReach,
    /// It was not opened, or did not come up. It is not opened again unasked, unless all that it lacked was room for
    /// its tab.
    Failed {
        /// Why.
        problem: Problem,
        /// A tab that may still come up: it is bound even then.
        late: Option<Late>,
    },
}

/// How a record is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// Search for exactly this id, then open by the same search.
    Search,
    /// The same, and by form if that search opens nothing.
    Auto,
    /// `openForm`: the setting `openWith: form`, and where a search has opened nothing.
    Form,
    /// The agent's own `Open`: by form, even into a session that looks full.
    Asked,
}

impl From<OpenWith> for Way {
    fn from(setting: OpenWith) -> Self {
        match setting {
            OpenWith::Auto => Self::Auto,
            OpenWith::Search => Self::Search,
            OpenWith::Form => Self::Form,
        }
    }
}

/// An opening under way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Opening {
    /// Which record.
    pub record: Record,
    /// How.
    pub way: Way,
    /// How far.
    pub stage: Stage,
}

impl Opening {
    /// By what its tab is recognised, once an open call is out.
    pub(crate) fn evidence(&self) -> Option<&Evidence> {
        match &self.stage {
            Stage::AwaitingTab { evidence, .. } => Some(evidence),
            Stage::ReadingTabsBefore { missing, .. } => missing.as_ref().map(|late| &late.evidence),
            _ => None,
        }
    }

    pub(crate) fn evidence_mut(&mut self) -> Option<&mut Evidence> {
        match &mut self.stage {
            Stage::AwaitingTab { evidence, .. } => Some(evidence),
            Stage::ReadingTabsBefore { missing, .. } => {
                missing.as_mut().map(|late| &mut late.evidence)
            }
            _ => None,
        }
    }
}

/// How far an opening has come. `request` is always the number whose answer is awaited.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Does exactly this record exist?
    Searching {
        /// The search.
        request: Ticket,
    },
    /// May a session be made for it (`sessions: perTask`)?
    AskingForSession {
        /// `canCreateSession`.
        request: Ticket,
    },
    /// A session is being made for it.
    MakingSession {
        /// `createSession`.
        request: Ticket,
        /// The sessions of which the host has told meanwhile: an answer may come after what it has brought about.
        told: BTreeSet<SessionId>,
    },
    /// Which tabs are there now?
    ReadingTabsBefore {
        /// The look.
        request: Ticket,
        /// What a search should have opened, whose whole time has passed: this look is the last for its tab.
        missing: Option<Late>,
    },
    /// The open call is out; looking for the tab that it makes.
    AwaitingTab {
        /// The open call; it names the opening's timers too.
        request: Ticket,
        /// The look that is out.
        look: Option<Ticket>,
        /// By what the tab is recognised.
        evidence: Evidence,
    },
}

/// By what the tab of a record is recognised, since no call tells what a tab shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// What was there before it.
    pub before: TabsView,
    /// The open call has been answered: it will not be carried out any later.
    pub answered: bool,
    /// A tab may have come up meanwhile of which nobody knows what it shows.
    pub unexplained: bool,
    /// `onpagenavigate` has named the record.
    pub navigated: bool,
    /// It has named other pages: a new tab may be theirs.
    pub foreign: ForeignNavigation,
    /// The tab that the last look would have taken, had that been certain.
    pub likely: Option<TabId>,
}

/// The host goes to another page while a record's tab is awaited: mostly the agent does, within a tab or to a new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ForeignNavigation {
    /// It has gone nowhere else.
    #[default]
    None,
    /// It has; the look that is out may not show it yet.
    Lately,
    /// Each look that is called from now on shows it.
    Settling,
    /// One of them has.
    Baseline,
}

/// An opening whose time is over, and whose tab may still come up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Late {
    /// The open call.
    pub request: Ticket,
    /// By what the tab is recognised.
    pub evidence: Evidence,
    /// The host has told something of it, and nobody has looked since.
    pub due: bool,
}

/// What Dynamics has shown of its ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Host {
    /// It tells where our openings go (`onpagenavigate`): what it has not told has not come up.
    pub tells_navigation: bool,
    /// A session of it has been seen with more tabs than the documented limit: that is not its own.
    pub takes_more_tabs: bool,
    /// A search of it has opened nothing where the form then has.
    pub search_opens_nothing: bool,
}

/// What a look at Dynamics' tabs showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TabsView {
    /// The session in front.
    pub session: FocusedSession,
    /// The focused tab, if the host told.
    pub focused: Option<TabId>,
    /// All tabs of the session, if the host told: the 2021 host does not in the home session.
    pub tabs: Option<BTreeSet<TabId>>,
}

/// The session in front.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FocusedSession {
    /// The host did not tell.
    #[default]
    Unknown,
    /// One in which our calls work: our own, or the home session.
    Ours(SessionId),
    /// Another provider's: nothing in it can be bound or focused.
    NotOurs,
}

impl FocusedSession {
    /// The session's id, where our calls work in it.
    #[must_use]
    pub fn ours(&self) -> Option<&SessionId> {
        match self {
            Self::Ours(session) => Some(session),
            Self::Unknown | Self::NotOurs => None,
        }
    }
}

/// A tab on its way to the front.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Focusing {
    /// Whose tab.
    pub record: Record,
    /// The call whose answer is awaited.
    pub request: Ticket,
    /// Which call that is.
    pub step: FocusStep,
    /// Something else was to come to the front meanwhile: look again afterwards.
    pub again: bool,
}

/// The calls of a focusing, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FocusStep {
    /// `getFocusedTab`: a tab that has the focus is not focused again.
    Asking,
    /// `focusTab`.
    Focusing,
    /// `focusTab` was refused: is the tab still there?
    Looking,
}

/// The tab in front.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum LastFocus {
    /// Not told yet.
    #[default]
    Unknown,
    /// The agent has left the last one: whichever is seen next is where they went.
    Moved,
    /// This one, when it was last seen.
    At(Tab),
}

/// The panel's glances at Dynamics (R4): there is no event for a change of tabs within a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Poll {
    /// It can't matter where the agent is.
    #[default]
    Off,
    /// A moment after the last glance; `wanted`: something has happened that calls for the next one.
    CoolingDown {
        /// Names the clock.
        rest: Ticket,
        /// Something has happened.
        wanted: bool,
    },
    /// Nothing has happened: the next glance is for good measure.
    Backoff {
        /// Names the clock.
        rest: Ticket,
    },
    /// `getFocusedTab` is out, or a look.
    InFlight {
        /// The call.
        request: Ticket,
    },
}
