//! The agent's windows: the role of each window, and the messages between them. `mechanisms::windows` explains how one
//! window comes to lead and what the others do meanwhile.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::activity::Activity;
use crate::words::agent::AgentAction;
use crate::words::click::{Choice, ClickToAct};
use crate::words::extension::Extensions;
use crate::words::ids::{Millis, Record, ReservationSid, Ticket};
use crate::words::links::FlexLink;
use crate::words::problem::Problem;
use crate::words::sorted::{Map, Set};
use crate::words::task::TaskRow;

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
    /// The role of this window, and what the window knows in it.
    pub part: Part,
    /// What the agent did here while this window followed, and no leader has acknowledged yet.
    pub outbox: Map<Ticket, OutboxEntry>,
}

/// The role of a window, and what the window knows in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// [`Role::Standalone`].
    Standalone,
    /// [`Role::Leader`].
    Leader(Leader),
    /// [`Role::Follower`].
    Follower(Follower),
}

impl Default for Part {
    fn default() -> Self {
        Self::Leader(Leader::default())
    }
}

impl From<Role> for Part {
    /// What a window knows that has just become this.
    fn from(role: Role) -> Self {
        match role {
            Role::Standalone => Self::Standalone,
            Role::Leader => Self::default(),
            Role::Follower(leader) => Self::Follower(Follower {
                leader,
                ..Follower::default()
            }),
        }
    }
}

/// What a leader knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Leader {
    /// The followers, and the records that they show or are about to show.
    pub followers: Map<WindowId, Set<Record>>,
    /// The follower that has been asked to focus a tab and has not answered.
    pub asked: Option<Asked>,
    /// The list as the followers know it.
    pub list: List,
}

/// What a follower knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Follower {
    /// The window that leads, if it is known.
    pub leader: Option<WindowId>,
    /// The list that the leader told last.
    pub list: List,
    /// The records that this window shows or is about to, as the leader knows it.
    pub shown: Set<Record>,
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
    Following(Set<Record>),
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
    pub tasks: Vec<Rc<TaskRow>>,
    /// The selected task.
    pub selected: Option<ReservationSid>,
    /// The reservations whose record has been opened.
    pub popped: Set<ReservationSid>,
    /// The records that some window shows or is about to show.
    pub open: Set<Record>,
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
    /// What this window is.
    #[must_use]
    pub fn role(&self) -> Role {
        match &self.part {
            Part::Standalone => Role::Standalone,
            Part::Leader(_) => Role::Leader,
            Part::Follower(follower) => Role::Follower(follower.leader),
        }
    }

    /// True if this window has no Flex of its own.
    #[must_use]
    pub fn follows(&self) -> bool {
        matches!(self.part, Part::Follower(_))
    }

    /// True if another window shows this record or is about to show it.
    #[must_use]
    pub fn have_open(&self, record: Record) -> bool {
        match &self.part {
            Part::Standalone => false,
            Part::Leader(leader) => leader.holder(record).is_some(),
            Part::Follower(follower) => follower.list.open.contains(&record),
        }
    }

    /// What this window knows as the leader.
    #[must_use]
    pub fn leader(&self) -> Option<&Leader> {
        match &self.part {
            Part::Leader(leader) => Some(leader),
            Part::Standalone | Part::Follower(_) => None,
        }
    }

    pub(crate) fn leader_mut(&mut self) -> Option<&mut Leader> {
        match &mut self.part {
            Part::Leader(leader) => Some(leader),
            Part::Standalone | Part::Follower(_) => None,
        }
    }

    /// What this window knows as a follower.
    #[must_use]
    pub fn follower(&self) -> Option<&Follower> {
        match &self.part {
            Part::Follower(follower) => Some(follower),
            Part::Standalone | Part::Leader(_) => None,
        }
    }

    pub(crate) fn follower_mut(&mut self) -> Option<&mut Follower> {
        match &mut self.part {
            Part::Follower(follower) => Some(follower),
            Part::Standalone | Part::Leader(_) => None,
        }
    }

    /// Takes the request to a follower to focus a tab, if it is this one.
    pub(crate) fn take_asked(&mut self, is_this: impl Fn(&Asked) -> bool) -> Option<Asked> {
        self.leader_mut()?.asked.take_if(|asked| is_this(asked))
    }
}

impl Leader {
    /// The follower that shows this record.
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
