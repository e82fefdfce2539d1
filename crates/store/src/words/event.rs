//! What can happen: on the Dynamics side, on the Flex side, by the agent's hand, by a clock.
//!
//! Every request of an [`Effect`](crate::Effect) ends in exactly one answer here (a time-out of the adapter's
//! included); an opening's late success may follow its time-out.

use std::rc::Rc;

use crate::words::activity::Activity;
use crate::words::agent::AgentAction;
use crate::words::click::{ClickToAct, Reading};
use crate::words::effect::Timer;
use crate::words::ids::{Record, ReservationSid, SessionId, TabId, Ticket};
use crate::words::language::Language;
use crate::words::mode::PanelMode;
use crate::words::problem::{CallProblem, CommandProblem, NumberProblem, Problem};
use crate::words::saved::SavedState;
use crate::words::settings::Settings;
use crate::words::tabs::TabsView;
use crate::words::task::{Ending, Task};
use crate::words::windows::{Message, WindowId};

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// The page has been loaded; this is what it knew before, if it did. The first event of all.
    Restored(SavedState),
    /// On the Dynamics side.
    Dynamics(DynamicsEvent),
    /// On the Flex side.
    Flex(FlexEvent),
    /// By the agent's hand, in the panel.
    Agent(AgentAction),
    /// To the window that the panel stands in.
    Window(WindowEvent),
    /// A number has been read, or is none.
    NumberRead {
        /// The request.
        request: Ticket,
        /// What can be dialled, or why nothing can.
        result: Result<Reading, NumberProblem>,
    },
    /// A timer has run out.
    TimeUp(Timer),
}

/// On the Dynamics side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DynamicsEvent {
    /// The agent's language in Dynamics.
    Speaks(Language),
    /// In this organization a search has lately opened nothing where the form then has.
    SearchOpensNothing,
    /// The host has not answered the first call, and is asked again.
    AskedAgain,
    /// What the host tells of its versions.
    Runs {
        /// Of Dynamics.
        dynamics: Option<Rc<str>>,
        /// Of its channel integration.
        cif: Option<Rc<str>>,
    },
    /// The host has proved itself; these settings are in force now (Custom Parameters included).
    Connected(Settings),
    /// The library or the host can't be had.
    Failed(Problem),
    /// Something that works less well than it should: Custom Parameters that can't be read, click-to-act refused.
    Warned(Problem),
    /// The last calls were not answered in time, or the host answers again.
    Silent(bool),
    /// The answer to a call.
    Answered {
        /// The request.
        request: Ticket,
        /// What came back.
        result: Result<Answer, CallProblem>,
    },
    /// `onmodechanged`.
    ModeChanged(PanelMode),
    /// `onpagenavigate` to this record, or to a page that shows none of our kinds.
    PageNavigated(Option<Record>),
    /// `onSessionSwitched`, its second half: this session is in front now.
    SessionSwitched(SessionId),
    /// `onSessionClosed`.
    SessionClosed(SessionId),
    /// The click that comes next is on the page of this record, which is in front.
    ClickedOnPage(Record),
    /// `onclicktoact`.
    ClickToAct(Rc<ClickToAct>),
}

/// What the calls of [`DynamicsCall`](crate::DynamicsCall) answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Done; there is nothing to tell (`setMode`, `focusTab`, opening).
    Done,
    /// `getMode`.
    Mode(PanelMode),
    /// Search only: how many records match.
    Found(usize),
    /// `canCreateSession`.
    Allowed(bool),
    /// `createSession`.
    SessionMade(SessionId),
    /// `getFocusedTab`; `None` where the host tells no tab.
    FocusedTab(Option<TabId>),
    /// A look.
    Tabs(TabsView),
}

/// On the Flex side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FlexEvent {
    /// The bridge script has said hello.
    Greeted {
        /// Its version.
        bridge: Rc<str>,
        /// That of the Flex UI around it, if it tells.
        flex: Option<Rc<str>>,
    },
    /// The frame (re)loads: what the bridge script said before no longer counts.
    Loading,
    /// No hello within 20 s.
    NotAnswering,
    /// The bridge script has a port; this is all it has now.
    Snapshot(Snapshot),
    /// The bridge script speaks another version.
    OtherVersion {
        /// What it speaks.
        theirs: u32,
    },
    /// The agent has signed out of Flex.
    SignedOut,
    /// Flex has ended this session in favour of a younger one (`sessionInvalidated`).
    Replaced,
    /// A task is new or has changed.
    Task(Task),
    /// A reservation has ended.
    TaskEnded {
        /// Which.
        sid: ReservationSid,
        /// How.
        ending: Ending,
    },
    /// Flex's selection has changed.
    Selected(Option<ReservationSid>),
    /// Flex shows another view.
    ViewChanged(Rc<str>),
    /// The worker's activity has changed.
    ActivityChanged(Activity),
    /// The account's activities have changed.
    ActivitiesChanged(Rc<[Activity]>),
    /// Flex has lost its connection. What it has when it is back comes as a snapshot.
    Reconnecting,
    /// The bridge script can't work in this Flex, which lacks this.
    Unfit(Rc<str>),
    /// The answer to a command.
    Replied {
        /// The request.
        request: Ticket,
        /// Whether Flex did it.
        result: Result<(), CommandProblem>,
    },
    /// A second answer to a command, or one after its time.
    Late,
    /// A message that does not decode.
    Malformed,
    /// A message from a wrong window or origin that claims to be the bridge script's.
    Foreign,
}

/// All that Flex has at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Snapshot {
    /// The live tasks, oldest first.
    pub tasks: Vec<Task>,
    /// The selected one.
    pub selected: Option<ReservationSid>,
    /// The view that Flex shows.
    pub view: Option<Rc<str>>,
    /// The worker's activity.
    pub activity: Option<Activity>,
    /// The account's activities.
    pub activities: Rc<[Activity]>,
    /// Flex has lost its connection: all this may be out of date.
    pub reconnecting: bool,
}

/// To the window that the panel stands in, and among the agent's windows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WindowEvent {
    /// It can be seen, or can't (`visibilitychange`).
    Seen(bool),
    /// The focus has come to the panel or gone from it: the agent may have gone elsewhere in Dynamics.
    FocusMoved,
    /// The browser can't tell this window of the agent's others.
    Standalone,
    /// The lock is this window's: it leads.
    Leads,
    /// It is not, or no longer.
    Follows,
    /// Another window says something that this one can't read: it may have loaded another release.
    Malformed,
    /// Another window says something.
    Heard(WindowId, Message),
}
