//! A task: a Flex reservation as the panel knows it, and the commands on their way for it.

use std::ops::Deref;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::action::FlexAction;
use crate::words::ids::{Millis, Record, ReservationSid, Ticket};
use crate::words::problem::Problem;

/// A Flex reservation. It is in the list while it is live: pending, accepted, paused or wrapping.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// The key of the task.
    pub sid: ReservationSid,
    /// The status of the reservation.
    pub status: TaskStatus,
    /// How the task came to the agent.
    pub origin: Origin,
    /// The channel of the conversation.
    pub channel: Channel,
    /// True if Flex takes the task for a phone call.
    pub call: bool,
    /// Whose call this browser has, seen from this task. `None` if Flex does not tell.
    pub line: Option<Line>,
    /// True if more than two people are in the call. The agent who hangs up then leaves the call without ending it.
    pub group: bool,
    /// True if Flex has a wrap-up for the task.
    pub wrapup: bool,
    /// The customer's name from the task's attributes. It is empty if they have none.
    pub customer: Rc<str>,
    /// The customer's number or address from the task's attributes.
    pub address: Option<Rc<str>>,
    /// The number of the Case (`ticketNumber`).
    pub case_number: Option<Rc<str>>,
    /// The record that the task is about: the Case, else the Contact, else the record that the agent dialled from.
    pub record: Option<Record>,
    /// What is wrong with the task's attributes.
    pub malformed: Option<Problem>,
    /// When the task was created: the moment when its snapshot came, less its `age`.
    pub began: Millis,
    /// When the present stage began: waiting, talking, on hold, or wrapping up.
    pub since: Millis,
    /// True if the customer is on hold. `None` if the channel has no hold.
    pub on_hold: Option<bool>,
    /// True if the agent is muted. `None` if the channel has no mute.
    pub muted: Option<bool>,
    /// The number of messages that the agent has not read.
    pub unread: u32,
    /// When the customer wrote the first message that nobody has answered yet.
    pub unanswered: Option<Millis>,
}

/// A row of the list: a task as Flex reports it, and what the panel itself has to say about it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TaskRow {
    /// The task.
    pub task: Task,
    /// The record of the task has come up, and the agent has not looked at the task since.
    pub ready: bool,
    /// What Flex or Dynamics refused to do for the task, until the next try.
    pub problem: Option<Problem>,
}

impl From<Task> for TaskRow {
    fn from(task: Task) -> Self {
        Self {
            task,
            ready: false,
            problem: None,
        }
    }
}

impl From<Task> for Rc<TaskRow> {
    fn from(task: Task) -> Self {
        Self::new(task.into())
    }
}

impl Deref for TaskRow {
    type Target = Task;

    fn deref(&self) -> &Task {
        &self.task
    }
}

impl Task {
    /// A reservation that waits for the agent. Nothing more is known about it.
    #[must_use]
    pub fn offered(sid: impl Into<ReservationSid>, channel: Channel) -> Self {
        Self {
            sid: sid.into(),
            status: TaskStatus::Pending,
            origin: Origin::Offered,
            call: channel == Channel::Call,
            channel,
            line: None,
            group: false,
            wrapup: true,
            customer: "".into(),
            address: None,
            case_number: None,
            record: None,
            malformed: None,
            began: Millis(0),
            since: Millis(0),
            on_hold: None,
            muted: None,
            unread: 0,
            unanswered: None,
        }
    }

    /// True if the task waits for the agent to accept or decline it.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.origin == Origin::Offered && self.status == TaskStatus::Pending
    }

    /// True if this is a call that the agent has dialled and that still rings at the customer's.
    #[must_use]
    pub fn is_ringing_out(&self) -> bool {
        self.origin == Origin::Dialled && self.status == TaskStatus::Pending
    }

    /// True if this is a phone call. A callback or a voicemail is no phone call, even if Flex takes it for one because
    /// no plugin has registered a channel for it.
    #[must_use]
    pub fn is_call(&self) -> bool {
        self.call && !self.is_callback()
    }

    /// True if the customer asks to be called back, by a request or by a voicemail.
    #[must_use]
    pub fn is_callback(&self) -> bool {
        matches!(self.channel, Channel::Callback | Channel::Voicemail)
    }

    /// True if this is a phone call that rings or is talked on.
    #[must_use]
    pub fn is_live_call(&self) -> bool {
        self.is_call() && matches!(self.status, TaskStatus::Pending | TaskStatus::Accepted)
    }
}

/// The status of a live reservation (ITask `status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TaskStatus {
    /// The reservation waits for the agent's answer.
    Pending,
    /// The agent has accepted: the agent and the customer talk.
    Accepted,
    /// The agent has put the task aside, and it is still the agent's.
    Paused,
    /// The conversation is over, and the agent wraps up.
    Wrapping,
}

impl TaskStatus {
    /// The status as Flex spells it, for the page and for reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Paused => "paused",
            Self::Wrapping => "wrapping",
        }
    }
}

/// How a reservation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// The conversation ended, and its wrap-up is done.
    Completed,
    /// The agent declined.
    Rejected,
    /// The agent did not answer in time.
    TimedOut,
    /// The customer gave up.
    Canceled,
    /// Flex took the task back, for example because somebody else accepted it.
    Rescinded,
    /// The agent handed the task to somebody else.
    Transferred,
}

/// How a task came to the agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Origin {
    /// The task is offered and waits for an answer: a customer calls or writes, a colleague transfers, or a dialler
    /// shows a preview.
    Offered,
    /// The agent has dialled. While the task is pending, it rings at the customer's.
    Dialled,
    /// The agent has begun a conversation in writing. Flex accepts such a task by itself.
    Begun,
}

/// Whose call this browser has (`phone.activeCall`), seen from a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Line {
    /// The call is this task's.
    Own,
    /// The call is another task's.
    Other,
    /// There is no call in this browser: the agent talks on a desk phone, or does not talk.
    None,
}

/// The channel of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Channel {
    /// A phone call.
    Call,
    /// A request to be called back.
    Callback,
    /// A message on the answering machine.
    Voicemail,
    /// A web chat.
    Chat,
    /// A text message.
    Sms,
    /// WhatsApp.
    WhatsApp,
    /// Facebook's Messenger.
    Messenger,
    /// Instagram.
    Instagram,
    /// Google Business Messages.
    GoogleBusiness,
    /// Apple Messages for Business.
    AppleMessages,
    /// RCS.
    Rcs,
    /// An e-mail.
    Email,
    /// Any other channel, by Flex's own name.
    Other(Rc<str>),
}

impl Channel {
    /// The name of the channel, for the page, for messages and for reports.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Call => "voice",
            Self::Callback => "callback",
            Self::Voicemail => "voicemail",
            Self::Chat => "chat",
            Self::Sms => "sms",
            Self::WhatsApp => "whatsapp",
            Self::Messenger => "messenger",
            Self::Instagram => "instagram",
            Self::GoogleBusiness => "google-business",
            Self::AppleMessages => "apple-messages",
            Self::Rcs => "rcs",
            Self::Email => "email",
            Self::Other(name) => name,
        }
    }
}

/// A `SelectTask` of the panel that Flex has not answered. Until the answer, the panel notes what Flex reports about
/// its selection and does not act on it: an older click must not undo a younger one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Selecting {
    /// The number of the command.
    pub request: Ticket,
    /// The task that the command selects.
    pub sid: ReservationSid,
    /// True once Flex has reported this selection. Whatever Flex reports after that is the agent's.
    pub echoed: bool,
    /// What happens when Flex has answered.
    pub then: Then,
}

/// What happens when Flex has answered a `SelectTask`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Then {
    /// No tab moves: the agent's own move in Dynamics has caused the command (R4).
    StayInTab,
    /// The tab of the task comes to the front that is selected in Flex by then.
    ShowTab,
    /// Flex is asked for the task that has come by itself since, and is selected in our list.
    CatchUp,
}

/// A command for a task that waits for an answer, or for its call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskCommand {
    /// The task.
    pub sid: ReservationSid,
    /// The action.
    pub action: FlexAction,
    /// True if the command has not been sent yet, because it waits until the call in this browser is the task's own.
    pub awaits_line: bool,
}
