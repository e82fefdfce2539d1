//! What the panel does: plain, comparable data. The adapters enqueue it out and dispatch the answer as an event.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::action::FlexAction;
use crate::words::ids::{ActivitySid, Record, ReservationSid, SessionId, TabId, Ticket};
use crate::words::mode::PanelMode;
use crate::words::saved::SavedState;
use crate::words::windows::WindowsCall;

/// What the panel does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Calls Dynamics; the answer is [`DynamicsEvent::Answered`](crate::DynamicsEvent::Answered).
    Dynamics {
        /// The number that the answer carries.
        request: Ticket,
        /// The call.
        call: DynamicsCall,
    },
    /// Commands Flex; the answer is [`FlexEvent::Replied`](crate::FlexEvent::Replied).
    Flex {
        /// The number that the answer carries.
        request: Ticket,
        /// The command.
        command: FlexCommand,
    },
    /// Reads a phone number; the answer is [`Event::NumberRead`](crate::Event::NumberRead).
    ReadNumber {
        /// The number that the answer carries.
        request: Ticket,
        /// The text of the field.
        text: Rc<str>,
    },
    /// Keeps this for the time after a reload, in place of what was kept before. There is no answer: nothing depends
    /// on it.
    Save(Rc<SavedState>),
    /// Keeps for a week what this organization's search has shown, in place of what was kept before. There is no answer.
    SaveSearch {
        /// It has opened nothing where the form then has. `false`: it has opened something.
        opens_nothing: bool,
    },
    /// Does something among the agent's windows. There is no answer: what comes of it are events.
    Windows(WindowsCall),
    /// Sets a clock; it ends in [`Event::TimeUp`](crate::Event::TimeUp).
    Wait {
        /// Which.
        timer: Timer,
        /// How long, in milliseconds.
        millis: u32,
    },
}

/// The calls to Dynamics, one idea each; how they look in CIF is told in `dynamics::payload`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DynamicsCall {
    /// `getMode`.
    GetMode,
    /// `setMode`.
    SetMode(PanelMode),
    /// `searchAndOpenRecords` with `true`: how many records have exactly this id? Opens nothing.
    Search(Record),
    /// The same search with `false`: opens its one row in a new tab.
    OpenBySearch(Record),
    /// `openForm`.
    OpenForm(Record),
    /// `getFocusedSession`, `getFocusedTab` and `getTabs` together.
    ReadTabs,
    /// `getFocusedTab`.
    GetFocusedTab,
    /// `focusTab`.
    FocusTab(TabId),
    /// `canCreateSession`.
    CanCreateSession,
    /// `createSession`: it comes to the front.
    CreateSession {
        /// From this template; `None`: the app's default one.
        template: Option<Rc<str>>,
        /// Whose it is, for its title.
        customer: Rc<str>,
    },
    /// `setSessionTitle`. Its promise may never resolve: there is no answer.
    SetSessionTitle {
        /// The session.
        session: SessionId,
        /// What stands in the rail.
        title: Rc<str>,
    },
    /// `requestFocusSession`: a provider can't switch sessions, only ask the agent to. There is no answer.
    RequestFocusSession(SessionId),
}

/// The commands to Flex: the actions of its Actions framework that the panel uses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    tag = "action",
    content = "payload",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum FlexCommand {
    /// Selects a task, on the view `agent-desktop`.
    SelectTask {
        /// Which.
        sid: ReservationSid,
    },
    /// Accepts a pending reservation.
    AcceptTask {
        /// Which.
        sid: ReservationSid,
    },
    /// Declines a pending reservation.
    RejectTask {
        /// Which.
        sid: ReservationSid,
    },
    /// Ends a conversation that is no call.
    WrapupTask {
        /// Which.
        sid: ReservationSid,
    },
    /// Completes the wrap-up.
    CompleteTask {
        /// Which.
        sid: ReservationSid,
    },
    /// Ends the call that this browser has, whichever task is named: for the task whose call that is.
    HangupCall {
        /// Which.
        sid: ReservationSid,
    },
    /// Puts the customer on hold.
    HoldCall {
        /// Which.
        sid: ReservationSid,
    },
    /// Takes the customer back.
    UnholdCall {
        /// Which.
        sid: ReservationSid,
    },
    /// Sends digits to the call in Flex's browser, whichever task that is of.
    #[serde(rename = "SendDTMFDigits")]
    SendDtmfDigits {
        /// For which task.
        sid: ReservationSid,
        /// Digits, `*`, `#`, and `w` for a pause.
        digits: Rc<str>,
    },
    /// Dials. May resolve without placing a call: wait for the task.
    StartOutboundCall {
        /// The number, in E.164.
        destination: Rc<str>,
        /// Goes with the task.
        task_attributes: DialAttributes,
    },
    /// Changes the worker's activity.
    SetActivity {
        /// Which.
        activity_sid: ActivitySid,
    },
}

impl FlexCommand {
    /// The action.
    #[must_use]
    pub fn action(&self) -> FlexAction {
        match self {
            Self::SelectTask { .. } => FlexAction::SelectTask,
            Self::AcceptTask { .. } => FlexAction::AcceptTask,
            Self::RejectTask { .. } => FlexAction::RejectTask,
            Self::WrapupTask { .. } => FlexAction::WrapupTask,
            Self::CompleteTask { .. } => FlexAction::CompleteTask,
            Self::HangupCall { .. } => FlexAction::HangupCall,
            Self::HoldCall { .. } => FlexAction::HoldCall,
            Self::UnholdCall { .. } => FlexAction::UnholdCall,
            Self::SendDtmfDigits { .. } => FlexAction::SendDtmfDigits,
            Self::StartOutboundCall { .. } => FlexAction::StartOutboundCall,
            Self::SetActivity { .. } => FlexAction::SetActivity,
        }
    }

    /// The task that it is for.
    #[must_use]
    pub fn sid(&self) -> Option<&ReservationSid> {
        match self {
            Self::SelectTask { sid }
            | Self::AcceptTask { sid }
            | Self::RejectTask { sid }
            | Self::WrapupTask { sid }
            | Self::CompleteTask { sid }
            | Self::HangupCall { sid }
            | Self::HoldCall { sid }
            | Self::UnholdCall { sid }
            | Self::SendDtmfDigits { sid, .. } => Some(sid),
            Self::StartOutboundCall { .. } | Self::SetActivity { .. } => None,
        }
    }
}

/// The view on which Flex shows tasks.
pub const AGENT_DESKTOP: &str = "agent-desktop";

/// What an outbound task carries of the record from which it was dialled. It names no `contactId` and no
/// `incidentId`: those are what a flow has found out about a caller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DialAttributes {
    /// The record's title, shown as the customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Rc<str>>,
    /// The record's logical name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_entity: Option<Rc<str>>,
    /// The record's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_id: Option<Rc<str>>,
}

/// The clocks that the store sets. Each carries the request that it belongs to: an old clock rings in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// Look again for the tab of this opening.
    LookAgain(Ticket),
    /// This opening has had its time.
    Opening(Ticket),
    /// Time for a glance at where the agent is.
    Poll(Ticket),
    /// The outbound task of this command has had its time.
    OutboundTask(Ticket),
    /// A window that was asked to focus a tab has had its time.
    RemoteFocus(Ticket),
    /// The leader has been offered an forwarded, and may have taken it.
    Outbox(Ticket),
    /// The call in this browser has had its time to become the one of the task that is to be ended.
    Line(Ticket),
    /// The worker's activity has had its time to become the chosen one.
    Activity(Ticket),
}
