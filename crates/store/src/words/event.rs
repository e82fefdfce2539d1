//! What can happen: in Dynamics, in Flex, in the agent's windows, by the agent, or by a timer.
//!
//! Every request of an [`Effect`](crate::Effect) gets exactly one answer here. A time-out of the adapter is an answer,
//! too. The open call of a record is the exception: its success may still come after its time-out.

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
    /// The page has been loaded. It carries the state that was saved before a reload, or an empty one. This is the
    /// first event of all.
    Restored(SavedState),
    /// Something has happened in Dynamics.
    Dynamics(DynamicsEvent),
    /// Something has happened in Flex.
    Flex(FlexEvent),
    /// The agent has done something in the panel.
    Agent(AgentAction),
    /// Something has happened to this window, or another window says something.
    Window(WindowEvent),
    /// The request to read a phone number has been answered.
    NumberRead {
        /// The number of the request.
        request: Ticket,
        /// The numbers to dial, or the reason why there are none.
        result: Result<Reading, NumberProblem>,
    },
    /// A timer has run out.
    TimeUp(Timer),
}

/// Something has happened in Dynamics.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DynamicsEvent {
    /// The agent's language in Dynamics.
    Speaks(Language),
    /// In this organization a search has recently opened nothing, and the form has then opened the record.
    SearchOpensNothing,
    /// Dynamics has not answered the first call, and the adapter has asked again.
    AskedAgain,
    /// Dynamics tells its versions.
    Runs {
        /// The version of Dynamics.
        dynamics: Option<Rc<str>>,
        /// The version of its channel integration.
        cif: Option<Rc<str>>,
    },
    /// Dynamics has answered the first call, so the link is up. These settings are in force from now on. They include
    /// the Custom Parameters.
    Connected(Settings),
    /// The client library can't be loaded, or Dynamics can't be reached.
    Failed(Problem),
    /// Something does not work as it should: for example, the Custom Parameters can't be read, or Dynamics refuses
    /// click-to-act.
    Warned(Problem),
    /// True: Dynamics has not answered the last calls in time. False: it answers again.
    Silent(bool),
    /// The answer to a call.
    Answered {
        /// The number of the request.
        request: Ticket,
        /// The answer, or what went wrong.
        result: Result<Answer, CallProblem>,
    },
    /// `onmodechanged`.
    ModeChanged(PanelMode),
    /// `onpagenavigate`: Dynamics goes to this record. `None`: to a page that shows neither a Case nor a Contact.
    PageNavigated(Option<Record>),
    /// The second half of `onSessionSwitched`: this session is in front now.
    SessionSwitched(SessionId),
    /// `onSessionClosed`.
    SessionClosed(SessionId),
    /// The next click comes from the page of this record, which is in front.
    ClickedOnPage(Record),
    /// `onclicktoact`.
    ClickToAct(Rc<ClickToAct>),
}

/// The answers to the calls of [`DynamicsCall`](crate::DynamicsCall).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The call is done and returns nothing (`setMode`, `focusTab`, the calls that open a record).
    Done,
    /// `getMode`.
    Mode(PanelMode),
    /// `searchAndOpenRecords` that only searches: how many records match.
    Found(usize),
    /// `canCreateSession`.
    Allowed(bool),
    /// `createSession`.
    SessionMade(SessionId),
    /// `getFocusedTab`. `None` if Dynamics names no tab.
    FocusedTab(Option<TabId>),
    /// `ReadTabs`: what the tabs look like now.
    Tabs(TabsView),
}

/// Something has happened in Flex.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FlexEvent {
    /// The bridge script has said hello.
    Greeted {
        /// The version of the bridge script.
        bridge: Rc<str>,
        /// The version of the Flex UI around it, if it is known.
        flex: Option<Rc<str>>,
    },
    /// The frame loads, for the first time or again. What the bridge script said before no longer counts.
    Loading,
    /// The bridge script has not said hello within 20 s.
    NotAnswering,
    /// The bridge script has a port. It sends all that Flex has now.
    Snapshot(Snapshot),
    /// The bridge script speaks another version of the protocol.
    OtherVersion {
        /// The version that it speaks.
        theirs: u32,
    },
    /// The agent has signed out of Flex.
    SignedOut,
    /// Flex has ended this session because the worker has opened a newer one (`sessionInvalidated`).
    Replaced,
    /// A task is new or has changed.
    Task(Task),
    /// A reservation has ended.
    TaskEnded {
        /// The reservation.
        sid: ReservationSid,
        /// How it ended.
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
    /// Flex has lost its connection. When Flex is connected again, a new snapshot comes.
    Reconnecting,
    /// The bridge script can't work in this Flex. The text names what this Flex lacks.
    Unfit(Rc<str>),
    /// The answer to a command.
    Replied {
        /// The number of the request.
        request: Ticket,
        /// Success, or why Flex did not do it.
        result: Result<(), CommandProblem>,
    },
    /// A second answer to a command, or an answer after the time-out.
    Late,
    /// A message that does not decode.
    Malformed,
    /// A message that claims to be the bridge script's but comes from a wrong window or origin.
    Foreign,
}

/// All that Flex has at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Snapshot {
    /// The live tasks, oldest first.
    pub tasks: Vec<Task>,
    /// The task that is selected in Flex.
    pub selected: Option<ReservationSid>,
    /// The view that Flex shows.
    pub view: Option<Rc<str>>,
    /// The worker's activity.
    pub activity: Option<Activity>,
    /// The account's activities.
    pub activities: Rc<[Activity]>,
    /// True while Flex has no connection: the snapshot may be out of date.
    pub reconnecting: bool,
}

/// Something has happened to this window, or among the agent's windows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WindowEvent {
    /// True: the page can be seen. False: it can't (`visibilitychange`).
    Seen(bool),
    /// The focus has come to the panel or has left it: the agent may have gone elsewhere in Dynamics.
    FocusMoved,
    /// The browser has no means to connect the agent's windows, so this window stands alone.
    Standalone,
    /// This window has got the lock: it leads.
    Leads,
    /// Another window has the lock: this window follows.
    Follows,
    /// Another window has sent a message that this one can't read. It may have loaded another release.
    Malformed,
    /// Another window has sent a message.
    Heard(WindowId, Message),
}
