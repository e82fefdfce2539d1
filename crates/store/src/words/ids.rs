//! The names of things: tasks, records, sessions, tabs, requests and moments, each with a type of its own,
//! so that one can never be taken for another.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Rc<str>);

        impl $name {
            /// The id as it travels.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// A task as Flex knows it: the sid of its reservation (`WR…`), the `sid` of all Flex actions.
    ReservationSid
}
text_id! {
    /// An activity of the account (`WA…`).
    ActivitySid
}
text_id! {
    /// A session of the multi-session app. The home session is `session-id-0`.
    SessionId
}
text_id! {
    /// A tab within a session. Ids may repeat across sessions: see [`Tab`].
    TabId
}

/// A tab, found again: its id means something only within its session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tab {
    /// `None` where the host did not tell its focused session.
    pub session: Option<SessionId>,
    /// The id that `focusTab` takes.
    pub id: TabId,
}

/// The GUID of a record: read in every spelling that Dynamics uses (braces, upper case), written in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Guid(uuid::Uuid);

impl Guid {
    /// Reads a GUID; `None` for anything else, the nil GUID included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let id = uuid::Uuid::try_parse(text.trim()).ok()?;
        (!id.is_nil()).then_some(Self(id))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(out)
    }
}

/// The kinds of record that a task can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Entity {
    /// A Case; Dynamics calls it `incident`.
    Case,
    /// A Contact.
    Contact,
}

impl Entity {
    /// The logical name, as CIF and record URLs spell it.
    #[must_use]
    pub fn logical_name(self) -> &'static str {
        match self {
            Self::Case => "incident",
            Self::Contact => "contact",
        }
    }

    /// The column that holds the record's own id.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Case => "incidentid",
            Self::Contact => "contactid",
        }
    }

    /// The attribute of a task that names such a record.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Case => "incidentId",
            Self::Contact => "contactId",
        }
    }

    /// The entity of a logical name, if it is one of ours.
    #[must_use]
    pub fn from_logical_name(name: &str) -> Option<Self> {
        [Self::Case, Self::Contact]
            .into_iter()
            .find(|entity| entity.logical_name() == name)
    }
}

/// A record of Dynamics: what a task is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Record {
    /// Its kind.
    pub entity: Entity,
    /// Its id.
    pub id: Guid,
}

/// The number of a request; its answer carries the same. An answer to an older number is stale.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Ticket(pub u32);

/// A moment: milliseconds since 1970 (what `Date.now()` says).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Millis(pub u64);
