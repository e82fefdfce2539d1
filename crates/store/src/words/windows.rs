//! The agent's windows: what each of them is, and what they say to each other. How one comes to lead, and what the
//! others do meanwhile, is told in `mechanisms::windows`.

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

/// A window, by the time at which the agent opened it; windows of one moment differ by their salt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WindowId {
    /// When its panel was loaded.
    pub opened: Millis,
    /// Any number.
    pub salt: u32,
}

/// What this window is among the agent's windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// The browser can't tell the windows of each other: each leads itself.
    Standalone,
    /// It has Flex.
    #[default]
    Leader,
    /// Another window leads, or is about to: this one, if it is known.
    Follower(Option<WindowId>),
}

impl Role {
    /// Its name, in the page and in reports.
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
    /// This one's page can't be seen: the panel asks for nothing there.
    pub unseen: bool,
    /// What this one is, and what it knows as such.
    pub part: Part,
    /// What the agent has done here while it followed, and is not known to be done.
    pub outbox: BTreeMap<Ticket, OutboxEntry>,
}

/// What a window is, and what it knows as such.
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
    /// The followers, and the records that they show or are about to.
    pub followers: BTreeMap<WindowId, BTreeSet<Record>>,
    /// A follower has been asked to focus a tab, and has not answered.
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
    pub shown: BTreeSet<Record>,
}

/// A follower was asked to bring this record's tab to its front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// Names the clock.
    pub request: Ticket,
    /// Who was asked.
    pub window: WindowId,
    /// Whose tab.
    pub record: Record,
}

/// What one window says to the others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Message {
    /// I lead now. Every follower answers with [`Message::Following`].
    Leading,
    /// I follow, and these records have their tabs here, or are about to. The leader answers with its list.
    Following(BTreeSet<Record>),
    /// The leader's list.
    List(List),
    /// To whoever leads: the agent has done something here.
    Offer(Ticket),
    /// From who leads: let me do it.
    Claim(Ticket),
    /// To that one alone, and once: do it.
    Deliver(Ticket, Forwarded),
    /// It is in my hands: what comes of it is in the list.
    Ack(Ticket),
    /// From one that leads no longer: it is yours again.
    Return(Ticket),
    /// From the leader: bring this record's tab to your front.
    Focus(Record),
    /// To the leader: it is being done.
    Focusing(Record),
    /// To the leader: this record has no tab here any more.
    Gone(Record),
    /// From the leader, which has let go of Flex: take the lead.
    Take,
    /// From the leader: not while a call is live.
    Busy,
    /// I go: my page is closed, loaded anew, or frozen by the browser.
    Leaving,
}

/// What followers show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct List {
    /// The live tasks.
    pub tasks: Vec<Rc<Task>>,
    /// The selected one.
    pub selected: Option<ReservationSid>,
    /// The reservations whose record has been opened.
    pub popped: BTreeSet<ReservationSid>,
    /// The records that some window shows, or is about to.
    pub open: BTreeSet<Record>,
    /// The link to Flex.
    pub flex: FlexLink,
    /// The worker's activity.
    pub activity: Option<Rc<Activity>>,
    /// The account's activities.
    pub activities: Rc<[Activity]>,
    /// The agent's own calls.
    pub calls: Rc<OwnCalls>,
    /// What the agent has to be told.
    pub notices: Vec<Problem>,
}

/// The agent's own calls, as followers show them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OwnCalls {
    /// The number that is being dialled.
    pub dialing: Option<Rc<str>>,
    /// The numbers of a clicked field that holds several.
    pub choice: Option<Rc<Choice>>,
    /// The extensions of calls.
    pub extensions: Extensions,
}

/// What is done among the windows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WindowsCall {
    /// This window leads from now on: it listens for Flex, whose frame is about to be there.
    Lead,
    /// It leads no longer: Flex's frame is about to go.
    Follow,
    /// It takes the lead from whoever has it; then it is told that it leads.
    Take,
    /// It says something, to one window or to all.
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

    /// This window has no Flex of its own.
    #[must_use]
    pub fn follows(&self) -> bool {
        matches!(self.part, Part::Follower(_))
    }

    /// Another window shows this record, or is about to.
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

/// What the agent has done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Forwarded {
    /// This, in the panel.
    Act(AgentAction),
    /// Clicked this phone field.
    Dial(Rc<ClickToAct>),
}

/// An forwarded that is not known to be done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OutboxEntry {
    /// What was done.
    pub forwarded: Forwarded,
    /// Who has it.
    pub given: Option<WindowId>,
    /// How often the leader may yet be asked to take it.
    pub tries: u8,
}
