//! Records and tabs: which tab shows which record, how far an opening has come, and what a read of the tabs showed.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::words::ids::{Record, SessionId, Tab, TabId, Ticket};
use crate::words::problem::Problem;
use crate::words::settings::OpenWith;
use crate::words::sorted::{Map, Set};

/// Records, their tabs, and the tab in front.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tabs {
    /// The outcome for each record that the panel has tried to open.
    pub records: Map<Record, RecordTab>,
    /// The record that is being opened. There is one at a time, because a new tab does not say what it shows.
    pub opening: Option<Opening>,
    /// The records that wait for their turn to be opened, each with its way.
    pub queue: VecDeque<(Record, Way)>,
    /// The tab that is being brought to the front.
    pub focusing: Option<Focusing>,
    /// The tab in front, as far as it is known.
    pub last_focus: LastFocus,
    /// The poll for the tab in front.
    pub poll: Poll,
    /// The sessions of the app.
    pub sessions: Sessions,
    /// What Dynamics has shown about itself.
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

    /// The opening of this record, while it is being opened.
    #[must_use]
    pub fn opening_of(&self, record: Record) -> Option<&Opening> {
        self.opening
            .as_ref()
            .filter(|opening| opening.record == record)
    }

    /// True if the record waits for its turn to be opened.
    #[must_use]
    pub fn is_queued(&self, record: Record) -> bool {
        self.queue.iter().any(|(queued, _)| *queued == record)
    }

    /// True if the call that opens the record has gone out and was not refused.
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

/// The sessions of the app, as far as Dynamics tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sessions {
    /// The session in front.
    pub focused: FocusedSession,
    /// The session that `onSessionSwitched` has named last.
    pub announced: Option<SessionId>,
    /// The latest session that the panel has created, until `onSessionSwitched` names it. Switch events before that are
    /// stale.
    pub unconfirmed: Option<SessionId>,
    /// The open sessions that the panel has created for records, one for each record.
    pub created_for: Map<Record, SessionId>,
}

/// The outcome for a record that the panel has tried to open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RecordTab {
    /// This tab shows the record.
    Bound(Tab),
    /// The record came up in the session of another provider, where nothing can be bound or focused.
    OutOfReach,
    /// The record was not opened, or its tab did not come up. The panel does not open it again unasked, unless only
    /// room for its tab was missing.
    Failed {
        /// What went wrong.
        problem: Problem,
        /// The evidence for a tab that may still come up. Such a tab is bound, too.
        late: Option<Late>,
    },
}

/// How a record is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// By search: the panel searches for exactly this id, then opens the record by the same search.
    Search,
    /// By search, and then by form if the search opens nothing.
    Auto,
    /// By `openForm`: the setting is `openWith: form`, or the search has opened nothing.
    Form,
    /// By `openForm`, because the agent has pressed `Open`. It is tried even in a session that looks full.
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

/// The opening of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Opening {
    /// The record.
    pub record: Record,
    /// How the record is opened.
    pub way: Way,
    /// How far the opening has come.
    pub stage: Stage,
}

impl Opening {
    /// The evidence for the record's tab, once the open call is out.
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

/// How far an opening has come. `request` is always the number of the answer that is awaited.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The panel asks whether exactly this record exists.
    Searching {
        /// The number of the search.
        request: Ticket,
    },
    /// The panel asks whether it may create a session for the record (`sessions: perTask`).
    AskingForSession {
        /// The number of `canCreateSession`.
        request: Ticket,
    },
    /// A session is being created for the record.
    MakingSession {
        /// The number of `createSession`.
        request: Ticket,
        /// The sessions that `onSessionSwitched` has named meanwhile, because the event may come before the answer.
        told: Set<SessionId>,
    },
    /// The panel reads the tabs that exist before the open call.
    ReadingTabsBefore {
        /// The number of the `ReadTabs` call.
        request: Ticket,
        /// Set if a search should have opened the record and its time is over. This read is then the last one for its
        /// tab.
        missing: Option<Late>,
    },
    /// The open call is out, and the panel looks for the new tab.
    AwaitingTab {
        /// The number of the open call. The timers of the opening have the same number.
        request: Ticket,
        /// The `ReadTabs` call that has not been answered.
        look: Option<Ticket>,
        /// The evidence for the record's tab.
        evidence: Evidence,
    },
}

/// The evidence for the tab of a record. It is needed because no call tells what a tab shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// The tabs before the record's tab came up.
    pub before: TabsView,
    /// True once the open call has been answered: Dynamics will not carry it out later.
    pub answered: bool,
    /// True if a tab may have come up meanwhile and nobody knows what it shows.
    pub unexplained: bool,
    /// True once `onpagenavigate` has named the record.
    pub navigated: bool,
    /// Whether `onpagenavigate` has named another page. A new tab may then show that page.
    pub foreign: ForeignNavigation,
    /// The tab that the last look found likely, but not certain.
    pub likely: Option<TabId>,
}

/// Whether Dynamics has gone to another page while a record's tab is awaited. Mostly the agent goes there, within a tab
/// or to a new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ForeignNavigation {
    /// Dynamics has gone to no other page.
    #[default]
    None,
    /// Dynamics has gone to another page. The look that is out may not show it yet.
    Lately,
    /// Dynamics has gone to another page, and one look has been answered since. The next look shows the page for
    /// certain.
    Settling,
    /// A look that certainly shows the other page has been answered.
    Baseline,
}

/// An opening whose time is over and whose tab may still come up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Late {
    /// The number of the open call.
    pub request: Ticket,
    /// The evidence for the tab.
    pub evidence: Evidence,
    /// True if Dynamics has told something about this opening, and nobody has looked for its tab since.
    pub due: bool,
}

/// What Dynamics has shown about itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Host {
    /// True if Dynamics tells where openings go (`onpagenavigate`). A record that it has not announced has not come up.
    pub tells_navigation: bool,
    /// True if a session was seen with more tabs than the documented limit. Then this Dynamics does not keep the limit.
    pub takes_more_tabs: bool,
    /// True if a search has opened nothing and the form has then opened the record.
    pub search_opens_nothing: bool,
}

/// The tabs view: what a read of Dynamics' tabs showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TabsView {
    /// The session in front.
    pub session: FocusedSession,
    /// The focused tab, if Dynamics told it.
    pub focused: Option<TabId>,
    /// All tabs of the session, if Dynamics told them. The host of 2021 does not list the tabs of the home session.
    pub tabs: Option<Set<TabId>>,
}

/// The session in front.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FocusedSession {
    /// Dynamics did not name the session.
    #[default]
    Unknown,
    /// A session in which the panel's calls work: one of the panel's own, or the home session.
    Ours(SessionId),
    /// A session of another provider. Nothing in it can be bound or focused.
    NotOurs,
}

impl FocusedSession {
    /// The id of the session, if the panel's calls work in it.
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
    /// The record that the tab shows.
    pub record: Record,
    /// The number of the call whose answer is awaited.
    pub request: Ticket,
    /// The step that this call belongs to.
    pub step: FocusStep,
    /// True if another tab was asked to the front meanwhile. After the answer the panel starts again.
    pub again: bool,
}

/// The steps that bring a tab to the front, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FocusStep {
    /// `getFocusedTab`: a tab that has the focus already is not focused again.
    Asking,
    /// `focusTab`.
    Focusing,
    /// `focusTab` was refused, so `ReadTabs` asks whether the tab still exists.
    Looking,
}

/// The tab in front, as the panel last saw it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum LastFocus {
    /// Unknown: nobody has told it yet.
    #[default]
    Unknown,
    /// The agent has gone to another session. The tab that is seen next is where the agent went.
    Moved,
    /// This tab was in front when the panel last looked.
    At(Tab),
}

/// The poll for the tab in front (R4). It is needed because no event tells of a change of tabs within a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Poll {
    /// Off: the tab in front does not matter now.
    #[default]
    Off,
    /// The pause after a poll.
    CoolingDown {
        /// Names the timer.
        rest: Ticket,
        /// True if something has happened that calls for the next poll.
        wanted: bool,
    },
    /// A second pause, because nothing has happened. The poll after it is a precaution.
    Backoff {
        /// Names the timer.
        rest: Ticket,
    },
    /// The poll is out: `getFocusedTab`, or `ReadTabs`.
    InFlight {
        /// The number of the call.
        request: Ticket,
    },
}
