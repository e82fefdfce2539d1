//! The people in the drawer: the contacts of the organization, a stranger, tasks that look like calls but are none, and
//! a few with a broken flow.

use simulation::people::{PEOPLE, Person};

/// A person who can get in touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A contact of the organization.
    Known(&'static Person),
    /// A stranger: no contact, no Case.
    Stranger,
    /// A person who has asked for a callback: a task on the channel for calls that is no call.
    Callback,
    /// A number that a dialler shows to the agent: an outbound task that waits to be accepted.
    Preview,
    /// Another call about the Case of the last caller.
    SameCase,
    /// A flow that made no Case: the task names only a contact.
    ContactOnly,
    /// A flow that did not fill its template: the task's `incidentId` is no GUID.
    MalformedId,
    /// A name that contains markup.
    Markup,
}

/// All people, in the order of the drawer.
pub fn everybody() -> impl Iterator<Item = Who> {
    PEOPLE.iter().map(Who::Known).chain([
        Who::Stranger,
        Who::Callback,
        Who::Preview,
        Who::SameCase,
        Who::ContactOnly,
        Who::MalformedId,
        Who::Markup,
    ])
}

impl Who {
    /// The key, for pages and tests.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Known(person) => person.key,
            Self::Stranger => "stranger",
            Self::Callback => "callback",
            Self::Preview => "preview",
            Self::SameCase => "same-case",
            Self::ContactOnly => "contact-only",
            Self::MalformedId => "malformed-id",
            Self::Markup => "markup",
        }
    }

    /// The name in the drawer.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Known(person) => person.name,
            Self::Stranger => "A stranger",
            Self::Callback => "Wants a call back",
            Self::Preview => "A number to call",
            Self::SameCase => "The same again",
            Self::ContactOnly => "Known, without a Case",
            Self::MalformedId => "A broken Case number",
            Self::Markup => "<b>Bobby</b> & \"Sons\"",
        }
    }

    /// The reason for getting in touch.
    #[must_use]
    pub fn concern(self) -> &'static str {
        match self {
            Self::Known(person) => person.concern,
            Self::Stranger => "Number is not known",
            Self::Callback => "Not a call yet",
            Self::Preview => "Agent looks first",
            Self::SameCase => "About the last Case",
            Self::ContactOnly => "Has no Case",
            Self::MalformedId => "Case can't be found",
            Self::Markup => "Odd letters in a name",
        }
    }

    /// The number from which they get in touch, in E.164.
    #[must_use]
    pub fn number(self) -> &'static str {
        let [first, .., last] = &PEOPLE;
        match self {
            Self::Known(person) => person.number,
            Self::Stranger | Self::MalformedId => "+15005550006",
            Self::Callback => "+442079460999",
            Self::Preview => "+61491570156",
            Self::SameCase | Self::Markup => first.number,
            Self::ContactOnly => last.number,
        }
    }
}
