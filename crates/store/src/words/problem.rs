//! What can go wrong, as values. The code is for logs and support; the words for the person who reads them
//! stand in `components::words`, so that they can be said in every language.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::action::FlexAction;
use crate::words::configuration::ConfigProblem;
use crate::words::ids::{Entity, Record};

/// What can go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Problem {
    /// The task's attributes are not an object.
    AttributesUnreadable,
    /// An attribute that should name a record is no GUID; no query is sent with it.
    MalformedId {
        /// What it should name.
        entity: Entity,
        /// What it says, cut short.
        value: Rc<str>,
    },
    /// No record has this id.
    RecordNotFound(Record),
    /// Several rows answer for one id.
    RecordAmbiguous(Record, usize),
    /// Dynamics answered the search or the opening with an error.
    RecordRefused(Record, CallProblem),
    /// The tab did not come up in time. It may still come.
    RecordNotShown(Record),
    /// The tab could not be brought to the front.
    TabNotFocused(CallProblem),
    /// The tab stands in a session that is not in front, and a provider can't switch sessions.
    SessionBehind,
    /// The session in front has no room for one more tab.
    SessionFull,
    /// No session of its own could be made for the task: its record opens in the one in front.
    SessionNotMade(CallProblem),
    /// The panel could not be docked or minimized.
    ModeRefused(CallProblem),
    /// A command to Flex failed.
    CommandFailed {
        /// The action.
        action: FlexAction,
        /// Why.
        why: CommandProblem,
    },
    /// The clicked field holds no number that can be dialled.
    NotDialled {
        /// The field's text, cut short.
        text: Rc<str>,
        /// Why.
        why: NumberProblem,
    },
    /// A call is live already.
    CallLive,
    /// A call waits to be accepted or declined.
    CallWaits,
    /// Flex takes a callback for a call, since no plugin has registered a channel for it, and places no other one.
    CallbackIsCall,
    /// The call in this browser is another one than the one to be ended.
    OtherCall,
    /// Flex has not taken the chosen activity over.
    ActivityNotChanged,
    /// A call is live in the window that leads: the lead stays there.
    CallLiveElsewhere,
    /// What the agent did here has reached no window that leads: it was not done.
    NotForwarded,
    /// The window that was to do it has fallen silent: it may have been done.
    ForwardUnknown,
    /// The worker is offline: Flex places no calls.
    WorkerOffline,
    /// Flex is not connected: nothing can be dialled.
    FlexNotConnected,
    /// Flex took the command, but no outbound task came.
    NoOutboundTask {
        /// The number, in E.164; `None` after a reload of the panel, which no number outlives.
        number: Option<Rc<str>>,
    },
    /// The page does not stand in Dynamics.
    NotInDynamics,
    /// The client library could not be loaded from there.
    LibraryNotLoaded {
        /// Its address.
        url: Rc<str>,
    },
    /// The host did not answer the first call.
    HostSilent(CallProblem),
    /// The host serves another organization than the configured one.
    OtherOrganization {
        /// What the host says.
        told: Rc<str>,
    },
    /// Dynamics would not tell of what happens in it.
    EventsNotHeard(CallProblem),
    /// Click-to-act could not be switched on.
    ClickToActRefused(CallProblem),
    /// The provider's Custom Parameters can't be used; the configured values stay.
    CustomParameters(ConfigProblem),
}

impl Problem {
    /// A short, stable code for logs and support.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AttributesUnreadable => "task.attributes",
            Self::MalformedId { .. } => "task.malformed-id",
            Self::RecordNotFound(_) => "record.not-found",
            Self::RecordAmbiguous(..) => "record.ambiguous",
            Self::RecordRefused(..) => "record.refused",
            Self::RecordNotShown(_) => "record.not-shown",
            Self::TabNotFocused(_) => "tab.not-focused",
            Self::SessionBehind => "session.behind",
            Self::SessionFull => "session.full",
            Self::SessionNotMade(_) => "session.not-made",
            Self::ModeRefused(_) => "mode.refused",
            Self::CommandFailed { .. } => "flex.command",
            Self::NotDialled { .. } => "dial.number",
            Self::CallLive => "dial.call-live",
            Self::CallWaits => "dial.call-waits",
            Self::CallbackIsCall => "dial.callback",
            Self::OtherCall => "task.other-call",
            Self::ActivityNotChanged => "activity.not-changed",
            Self::CallLiveElsewhere => "window.call-live",
            Self::NotForwarded => "window.not-carried",
            Self::ForwardUnknown => "window.perhaps-carried",
            Self::WorkerOffline => "dial.offline",
            Self::FlexNotConnected => "dial.flex",
            Self::NoOutboundTask { .. } => "dial.no-task",
            Self::NotInDynamics => "dynamics.not-inside",
            Self::LibraryNotLoaded { .. } => "dynamics.library",
            Self::HostSilent(_) => "dynamics.silent",
            Self::OtherOrganization { .. } => "dynamics.organization",
            Self::EventsNotHeard(_) => "dynamics.events",
            Self::ClickToActRefused(_) => "dynamics.click-to-act",
            Self::CustomParameters(_) => "dynamics.custom-parameters",
        }
    }
}

/// How a CIF call can fail.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CallProblem {
    /// No answer in time: what it did is unknown.
    TimedOut,
    /// The host refused; its words, cut short, perhaps none.
    Refused(Rc<str>),
    /// The host answered with something that makes no sense here.
    Malformed,
}

impl CallProblem {
    /// The privilege that the agent lacks (`prvReadIncident`). Dataverse tells it in words of the agent's language, but
    /// the privilege has its own name in all of them.
    #[must_use]
    pub fn missing_privilege(&self) -> Option<&str> {
        let Self::Refused(words) = self else {
            return None;
        };
        let mut words =
            words.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        words.find(|word| {
            word.strip_prefix("prv")
                .is_some_and(|name| !name.is_empty())
        })
    }
}

/// How a command to Flex can fail.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CommandProblem {
    /// No reply in time: what it did is unknown.
    TimedOut,
    /// There is no link to Flex.
    NotConnected,
    /// Flex has no such task (any more).
    UnknownTask,
    /// The call in this browser is not this task's: the bridge has not touched it.
    NotItsCall,
    /// A plugin in Flex has stopped the action, and may do it later (`cancelled by before event`).
    HeldBack,
    /// Flex, or a plugin in it, refused; its words, cut short.
    Refused(Rc<str>),
}

/// Why a text can't be dialled.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NumberProblem {
    /// It is no phone number.
    NotANumber,
    /// It has no country code, and no `defaultCountry` is configured.
    NoCountry,
    /// It has no country code, and is no number of the default country (ISO 3166 alpha-2).
    NotOfCountry(Rc<str>),
    /// It is too short for its country.
    TooShort,
    /// It is too long for its country.
    TooLong,
    /// It has letters. Neither without them nor with the keys that they stand for is it a number.
    Letters,
    /// The rules for phone numbers could not be loaded, or did not answer.
    RulesNotLoaded,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_privilege_is_found_by_its_name_in_any_language() {
        for (words, privilege) in [
            (
                "Principal user (Id=1, type=8) is missing prvReadIncident privilege (Id=2) on OTC=112.",
                Some("prvReadIncident"),
            ),
            (
                "Dem Benutzer fehlt die Berechtigung „prvReadmsdyn_thing“.",
                Some("prvReadmsdyn_thing"),
            ),
            ("prv", None),
            ("Access is denied.", None),
            ("", None),
        ] {
            let problem = CallProblem::Refused(words.into());
            assert_eq!(problem.missing_privilege(), privilege, "{words}");
        }
        assert_eq!(CallProblem::TimedOut.missing_privilege(), None);
    }
}
