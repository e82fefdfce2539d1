//! Ids of tasks, records, sessions and tabs, numbers of requests, and moments. Each has its own type, so that one can
//! never be taken for another.

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
            /// The id as text, as messages carry it.
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
    /// The sid of a reservation (`WR…`): the key of a task, and the `sid` in all actions of Flex.
    ReservationSid
}
text_id! {
    /// The sid of an activity (`WA…`).
    ActivitySid
}
text_id! {
    /// A session of the multi-session app. The home session is `session-id-0`.
    SessionId
}
text_id! {
    /// A tab within a session. Two sessions may use the same id: see [`Tab`].
    TabId
}

/// A tab with its session, because its id is unique only within the session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tab {
    /// The session. `None` if Dynamics did not name the session in front.
    pub session: Option<SessionId>,
    /// The id that `focusTab` takes.
    pub id: TabId,
}

/// The GUID of a record. It is read in every spelling that Dynamics uses (braces, upper case) and written in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Guid(uuid::Uuid);

impl Guid {
    /// Reads a GUID. Returns `None` for any other text, and for the nil GUID.
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
    /// A Case, which Dynamics calls `incident`.
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

    /// The name of the column that holds the record's id.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Case => "incidentid",
            Self::Contact => "contactid",
        }
    }

    /// The name of the task attribute that holds the id of such a record.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Case => "incidentId",
            Self::Contact => "contactId",
        }
    }

    /// The entity with this logical name, or `None` if it is neither a Case nor a Contact.
    #[must_use]
    pub fn from_logical_name(name: &str) -> Option<Self> {
        [Self::Case, Self::Contact]
            .into_iter()
            .find(|entity| entity.logical_name() == name)
    }
}

/// A record of Dynamics that a task is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Record {
    /// The kind of the record.
    pub entity: Entity,
    /// The id of the record.
    pub id: Guid,
}

/// The number of a request. Its answer carries the same number. An answer to an older number is stale.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Ticket(pub u32);

/// A moment, in milliseconds since 1970, as `Date.now()` returns it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Millis(pub u64);
