//! What the panel does, as plain data that can be compared. The adapters carry it out and dispatch the answer as an
//! event.

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
    /// Calls Dynamics. The answer is [`DynamicsEvent::Answered`](crate::DynamicsEvent::Answered).
    Dynamics {
        /// The number that the answer carries.
        request: Ticket,
        /// The call.
        call: DynamicsCall,
    },
    /// Sends a command to Flex. The answer is [`FlexEvent::Replied`](crate::FlexEvent::Replied).
    Flex {
        /// The number that the answer carries.
        request: Ticket,
        /// The command.
        command: FlexCommand,
    },
    /// Reads a phone number. The answer is [`Event::NumberRead`](crate::Event::NumberRead).
    ReadNumber {
        /// The number that the answer carries.
        request: Ticket,
        /// The text of the field.
        text: Rc<str>,
    },
    /// Saves the state for the time after a reload, in place of the state that was saved before. There is no answer,
    /// because no rule depends on it.
    Save(Rc<SavedState>),
    /// Saves for a week whether the search opens records in this organization, in place of what was saved before. There
    /// is no answer.
    SaveSearch {
        /// True if the search opened nothing and the form then opened the record. False if the search opened a record.
        opens_nothing: bool,
    },
    /// Does something among the agent's windows. There is no answer: the results come as events.
    Windows(WindowsCall),
    /// Sets a timer. It ends in [`Event::TimeUp`](crate::Event::TimeUp).
    Wait {
        /// The timer.
        timer: Timer,
        /// The time in milliseconds.
        millis: u32,
    },
}

/// The calls to Dynamics. `dynamics::payload` turns each one into a CIF call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DynamicsCall {
    /// `getMode`.
    GetMode,
    /// `setMode`.
    SetMode(PanelMode),
    /// `searchAndOpenRecords` with `true`: counts the records that have exactly this id, and opens nothing.
    Search(Record),
    /// The same search with `false`: opens its only row in a new tab.
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
    /// `createSession`. The new session comes to the front.
    CreateSession {
        /// The template of the session. `None` takes the app's default template.
        template: Option<Rc<str>>,
        /// The customer's name, for the session's title.
        customer: Rc<str>,
    },
    /// `setSessionTitle`. The store expects no answer, because its promise may never resolve.
    SetSessionTitle {
        /// The session.
        session: SessionId,
        /// The title that the session rail shows.
        title: Rc<str>,
    },
    /// `requestFocusSession`. A provider can't switch sessions: it can only ask the agent to do so. There is no answer.
    RequestFocusSession(SessionId),
}

/// The commands to Flex: the actions of Flex's Actions framework that the panel uses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    tag = "action",
    content = "payload",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum FlexCommand {
    /// Selects a task in the view `agent-desktop`.
    SelectTask {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Accepts a pending reservation.
    AcceptTask {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Declines a pending reservation.
    RejectTask {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Ends a conversation that is no call.
    WrapupTask {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Completes the wrap-up.
    CompleteTask {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Ends the call that this browser has. Flex ends that call whichever task is named, so the command goes out only
    /// for the task of that call.
    HangupCall {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Puts the customer on hold.
    HoldCall {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Takes the customer off hold.
    UnholdCall {
        /// The reservation of the task.
        sid: ReservationSid,
    },
    /// Sends digits to the call in this browser. Flex sends them to that call whichever task is named.
    #[serde(rename = "SendDTMFDigits")]
    SendDtmfDigits {
        /// The task of the call.
        sid: ReservationSid,
        /// Digits, `*`, `#`, and `w` for a pause.
        digits: Rc<str>,
    },
    /// Dials. Flex may resolve it without a call: only the outbound task proves that there is a call.
    StartOutboundCall {
        /// The number, in E.164.
        destination: Rc<str>,
        /// The attributes of the outbound task.
        task_attributes: DialAttributes,
    },
    /// Changes the worker's activity.
    SetActivity {
        /// The activity.
        activity_sid: ActivitySid,
    },
}

impl FlexCommand {
    /// The action of the command.
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

    /// The task that the command is for.
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

/// The record that the agent dialled from, as attributes of the outbound task. They set no `contactId` and no
/// `incidentId`, because a flow uses those for what it has found out about a caller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DialAttributes {
    /// The title of the record. Flex shows it as the customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Rc<str>>,
    /// The record's logical name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_entity: Option<Rc<str>>,
    /// The record's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_id: Option<Rc<str>>,
}

/// The timers that the store sets. Each carries the request that it belongs to, so that a timer of an older request is
/// ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timer {
    /// Look again for the tab of this opening.
    LookAgain(Ticket),
    /// The time for this opening is over.
    Opening(Ticket),
    /// It is time for the next poll.
    Poll(Ticket),
    /// The time for the outbound task of this command is over.
    OutboundTask(Ticket),
    /// The time for another window to focus a tab is over.
    RemoteFocus(Ticket),
    /// It is time to offer this entry of the outbox to the leader again, or to give it up.
    Outbox(Ticket),
    /// The time for the call in this browser to become the call of the task that the agent ends is over.
    Line(Ticket),
    /// The time for the worker's activity to become the chosen one is over.
    Activity(Ticket),
}
