//! A task as the panel knows it: a Flex reservation, and what is under way for it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::action::FlexAction;
use crate::words::ids::{Millis, Record, ReservationSid, Ticket};
use crate::words::problem::Problem;

/// A Flex reservation. It is in the list while it is live: pending, accepted, paused or wrapping.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// Its key.
    pub sid: ReservationSid,
    /// Where in its life it is.
    pub status: TaskStatus,
    /// How it has come to the agent.
    pub origin: Origin,
    /// By which channel.
    pub channel: Channel,
    /// Flex takes it for a phone call.
    pub call: bool,
    /// Whose call this browser has, seen from this task; `None` where Flex has not told.
    pub line: Option<Line>,
    /// More than two people are in the call: who hangs up leaves it.
    pub group: bool,
    /// Flex knows a wrap-up for it.
    pub wrapup: bool,
    /// The customer's name as the task's attributes give it; empty if they give none.
    pub customer: Rc<str>,
    /// The customer's number or address, if the attributes give one.
    pub address: Option<Rc<str>>,
    /// The number of the Case (`ticketNumber`).
    pub case_number: Option<Rc<str>>,
    /// What it is about: the Case, else the Contact, else the record that it was dialled from, else nothing.
    pub record: Option<Record>,
    /// Attributes that could not be used.
    pub malformed: Option<Problem>,
    /// What Flex or Dynamics refused to do for it, until the next try.
    pub refused: Option<Problem>,
    /// When the task was made: the moment its snapshot came, less its `age`.
    pub began: Millis,
    /// When its stage began: waiting, talking, on hold, wrapping up.
    pub since: Millis,
    /// On hold; `None` where Flex has no such thing.
    pub on_hold: Option<bool>,
    /// Muted; `None` where Flex has no such thing.
    pub muted: Option<bool>,
    /// How many messages of the conversation the agent has not read.
    pub unread: u32,
    /// When the customer wrote the first message that nobody has answered.
    pub unanswered: Option<Millis>,
    /// Its record has come up and the agent has not looked at the task since.
    pub ready: bool,
}

impl Task {
    /// A reservation that waits for the agent, of which nothing more is known.
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
            refused: None,
            began: Millis(0),
            since: Millis(0),
            on_hold: None,
            muted: None,
            unread: 0,
            unanswered: None,
            ready: false,
        }
    }

    /// It waits for the agent, who accepts or declines it.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.origin == Origin::Offered && self.status == TaskStatus::Pending
    }

    /// The agent's own call, which still rings at the customer's.
    #[must_use]
    pub fn is_ringing_out(&self) -> bool {
        self.origin == Origin::Dialled && self.status == TaskStatus::Pending
    }

    /// It is a phone call. A callback or a voicemail is none, even where Flex takes it for one because no plugin has
    /// registered a channel for it.
    #[must_use]
    pub fn is_call(&self) -> bool {
        self.call && !self.is_callback()
    }

    /// It asks the agent to call back: by a request or by a voicemail.
    #[must_use]
    pub fn is_callback(&self) -> bool {
        matches!(self.channel, Channel::Callback | Channel::Voicemail)
    }

    /// A phone call that rings or is talked on.
    #[must_use]
    pub fn is_live_call(&self) -> bool {
        self.is_call() && matches!(self.status, TaskStatus::Pending | TaskStatus::Accepted)
    }
}

/// The life of a reservation, as long as it is live (ITask `status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TaskStatus {
    /// Reserved for the agent, who has not answered.
    Pending,
    /// Accepted: the agent and the customer talk.
    Accepted,
    /// Put aside by the agent, and still the agent's.
    Paused,
    /// The conversation is over, the agent wraps up.
    Wrapping,
}

impl TaskStatus {
    /// As Flex spells it; in the page and in reports.
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
    /// Ended and wrapped up.
    Completed,
    /// The agent declined.
    Rejected,
    /// The agent did not answer in time.
    TimedOut,
    /// The customer gave up.
    Canceled,
    /// Taken back; somebody else accepted it.
    Rescinded,
    /// Handed to somebody else.
    Transferred,
}

/// How a task has come to the agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Origin {
    /// It is offered, and waits for an answer: a customer calls or writes, a colleague transfers, a dialler previews.
    Offered,
    /// The agent has dialled: while it is pending it rings at the customer's.
    Dialled,
    /// The agent has begun a conversation in writing: Flex accepts it by itself.
    Begun,
}

/// Whose call this browser has (`phone.activeCall`), seen from a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Line {
    /// The task's own.
    Own,
    /// Another one.
    Other,
    /// There is none: the agent talks on a desk phone, or does not talk.
    None,
}

/// By which channel.
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
    /// Any other; Flex's own name for it.
    Other(Rc<str>),
}

impl Channel {
    /// Its name in the page, in messages and in reports.
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

/// A `SelectTask` of ours that Flex has not answered. Until it has, what Flex says of its selection is noted and
/// not acted upon: an older click must not undo a younger one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Selecting {
    /// The command.
    pub request: Ticket,
    /// What it selects.
    pub sid: ReservationSid,
    /// Flex has told this selection: whatever it tells after that is the agent's.
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

/// A command for a task, on its way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskCommand {
    /// For which task.
    pub sid: ReservationSid,
    /// Which action.
    pub action: FlexAction,
    /// It has not been sent: it waits until the call in this browser is the task's own.
    pub awaits_line: bool,
}
