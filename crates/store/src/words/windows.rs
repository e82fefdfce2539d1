//! The agent's windows: the role of each window, and the messages between them. `mechanisms::windows` explains how one
//! window comes to lead and what the others do meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::activity::Activity;
use crate::words::agent::AgentAction;
use crate::words::click::{Choice, ClickToAct};
use crate::words::extension::Extensions;
use crate::words::ids::{Millis, Record, ReservationSid, Ticket};
use crate::words::links::FlexLink;
use crate::words::problem::Problem;
use crate::words::task::Task;

/// A window, by the time when its panel was loaded. The salt tells windows of the same moment apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WindowId {
    /// When the panel of the window was loaded.
    pub opened: Millis,
    /// A random number.
    pub salt: u32,
}

/// The role of this window among the agent's windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// The browser can't connect the windows: each window leads itself.
    Standalone,
    /// This window has Flex.
    #[default]
    Leader,
    /// Another window leads or is about to lead: the named one, if it is known.
    Follower(Option<WindowId>),
}

impl Role {
    /// The name of the role, for the page and for reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Standalone => "alone",
            Self::Leader => "leading",
            Self::Follower(_) => "following",
        }
    }
}

/// The agent's windows, as this one sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Windows {
    /// True if this window's page can't be seen. The panel does not poll then.
    pub unseen: bool,
    /// The role of this window.
    pub role: Role,
    /// In the leader: the followers, and the records that they show or are about to show.
    pub followers: BTreeMap<WindowId, BTreeSet<Record>>,
    /// In the leader: the follower that has been asked to focus a tab and has not answered.
    pub asked: Option<Asked>,
    /// The list that was sent last, or in a follower the list that was received last.
    pub list: List,
    /// In a follower: the records that it shows or is about to show, as it last told the leader.
    pub shown: BTreeSet<Record>,
    /// In a follower: what the agent has done here and no leader has acknowledged yet.
    pub outbox: BTreeMap<Ticket, OutboxEntry>,
}

/// A follower has been asked to bring this record's tab to its front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// Names the timer.
    pub request: Ticket,
    /// The follower.
    pub window: WindowId,
    /// The record.
    pub record: Record,
}

/// A message between the agent's windows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Message {
    /// From a leader: I lead now. Every follower answers with [`Message::Following`].
    Leading,
    /// From a follower: I follow, and these records have their tabs here or are about to. The leader answers with its
    /// list.
    Following(BTreeSet<Record>),
    /// From the leader: the list to show.
    List(List),
    /// From a follower to all: the agent has done something here.
    Offer(Ticket),
    /// From a leader: let me do it.
    Claim(Ticket),
    /// From a follower to that leader alone, and only once: do it.
    Deliver(Ticket, Forwarded),
    /// From the leader: I have taken it over. The list shows what comes of it.
    Ack(Ticket),
    /// From a window that no longer leads: I have not done it, it is yours again.
    Return(Ticket),
    /// From the leader: bring this record's tab to your front.
    Focus(Record),
    /// From a follower: I bring this record's tab to the front.
    Focusing(Record),
    /// From a follower: this record has no tab here any more.
    Gone(Record),
    /// From the leader, which has let go of Flex: take the lead.
    Take,
    /// From the leader: you can't take the lead while a call is live.
    Busy,
    /// From any window: my page is closed, reloaded, or frozen by the browser.
    Leaving,
}

/// What followers show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct List {
    /// The live tasks.
    pub tasks: Vec<Rc<Task>>,
    /// The selected task.
    pub selected: Option<ReservationSid>,
    /// The reservations whose record has been opened.
    pub popped: BTreeSet<ReservationSid>,
    /// The records that some window shows or is about to show.
    pub open: BTreeSet<Record>,
    /// The link to Flex.
    pub flex: FlexLink,
    /// The worker's activity.
    pub activity: Option<Rc<Activity>>,
    /// The account's activities.
    pub activities: Rc<[Activity]>,
    /// The calls that the agent dials.
    pub calls: Rc<OwnCalls>,
    /// The problems in the leader's notices.
    pub notices: Vec<Problem>,
}

/// The calls that the agent dials, as followers show them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OwnCalls {
    /// The number that is being dialled.
    pub dialing: Option<Rc<str>>,
    /// The numbers of a clicked field that holds several.
    pub choice: Option<Rc<Choice>>,
    /// The extensions of calls.
    pub extensions: Extensions,
}

/// What this window asks of the adapter for the windows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WindowsCall {
    /// This window leads from now on. The adapter listens for Flex, whose frame is about to load.
    Lead,
    /// This window no longer leads. Flex's frame is about to go.
    Follow,
    /// This window takes the lead from the present leader. Then an event tells that it leads.
    Take,
    /// This window sends a message to one window, or to all.
    Say(Option<WindowId>, Message),
}

impl Windows {
    /// True if this window has no Flex of its own.
    #[must_use]
    pub fn follows(&self) -> bool {
        matches!(self.role, Role::Follower(_))
    }

    /// True if another window shows this record or is about to show it.
    #[must_use]
    pub fn have_open(&self, record: Record) -> bool {
        match self.role {
            Role::Follower(_) => self.list.open.contains(&record),
            Role::Standalone | Role::Leader => self.holder(record).is_some(),
        }
    }

    /// In the leader: the follower that shows this record.
    pub(crate) fn holder(&self, record: Record) -> Option<WindowId> {
        let mut followers = self.followers.iter();
        followers.find_map(|(window, records)| records.contains(&record).then_some(*window))
    }
}

/// An act of the agent that a follower forwards to the leader.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Forwarded {
    /// An act in the panel.
    Act(AgentAction),
    /// A click on a phone field.
    Dial(Rc<ClickToAct>),
}

/// An act in the outbox that no leader has acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OutboxEntry {
    /// The act.
    pub forwarded: Forwarded,
    /// The window that has claimed it.
    pub given: Option<WindowId>,
    /// How often it may still be offered to a leader.
    pub tries: u8,
}
