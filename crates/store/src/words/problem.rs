//! What can go wrong, as values. [`Problem::code`] is for logs and support. `components::words` has the messages for
//! the reader, in every language.

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
    /// An attribute that should name a record is no GUID. The panel does not search for it.
    MalformedId {
        /// The kind of record that it should name.
        entity: Entity,
        /// The attribute's value, cut short.
        value: Rc<str>,
    },
    /// No record has this id.
    RecordNotFound(Record),
    /// Several records have this id. The number says how many.
    RecordAmbiguous(Record, usize),
    /// Dynamics answered the search or the opening with an error.
    RecordRefused(Record, CallProblem),
    /// The record's tab did not come up in time. It may still come.
    RecordNotShown(Record),
    /// The tab could not be brought to the front.
    TabNotFocused(CallProblem),
    /// The tab is in a session that is not in front. A provider can't switch sessions.
    SessionBehind,
    /// The session in front has no room for one more tab.
    SessionFull,
    /// Dynamics made no session for the task's record, so the record opens in the session in front.
    SessionNotMade(CallProblem),
    /// Dynamics did not dock or minimize the panel.
    ModeRefused(CallProblem),
    /// A command to Flex failed.
    CommandFailed {
        /// The action of the command.
        action: FlexAction,
        /// Why the command failed.
        why: CommandProblem,
    },
    /// The clicked field holds no number that can be dialled.
    NotDialled {
        /// The text of the field, cut short.
        text: Rc<str>,
        /// Why the text can't be dialled.
        why: NumberProblem,
    },
    /// Nothing is dialled, because a call is live already.
    CallLive,
    /// Nothing is dialled, because a call waits to be accepted or declined.
    CallWaits,
    /// Nothing is dialled, because Flex takes a callback in the list for a call. No plugin has registered a channel for
    /// it.
    CallbackIsCall,
    /// The call in this browser is another one than the agent wants to end.
    OtherCall,
    /// Flex has not changed the activity to the chosen one.
    ActivityNotChanged,
    /// A call is live in the window that leads, so this window can't take over.
    CallLiveElsewhere,
    /// No leading window has claimed what the agent did here, so it was not done.
    NotForwarded,
    /// A leading window has claimed what the agent did here and has not acknowledged it, so it may have been done.
    ForwardUnknown,
    /// Nothing is dialled, because the worker is offline: Flex places no calls then.
    WorkerOffline,
    /// Nothing is dialled, because Flex is not connected.
    FlexNotConnected,
    /// Flex took the command, but no outbound task came.
    NoOutboundTask {
        /// The phone number in E.164. `None` after a reload of the panel, because no phone number is saved.
        number: Option<Rc<str>>,
    },
    /// The page does not stand in Dynamics.
    NotInDynamics,
    /// The client library could not be loaded from this address.
    LibraryNotLoaded {
        /// The address.
        url: Rc<str>,
    },
    /// The host did not answer the first call.
    HostSilent(CallProblem),
    /// The page stands in another organization than the configured one.
    OtherOrganization {
        /// The organization that Dynamics names.
        told: Rc<str>,
    },
    /// Dynamics refused to report its events.
    EventsNotHeard(CallProblem),
    /// Dynamics refused to switch click-to-act on.
    ClickToActRefused(CallProblem),
    /// The provider's Custom Parameters can't be used, so the configured values stay.
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
    /// No answer came in time. Whether the call took effect is unknown.
    TimedOut,
    /// Dynamics refused. The text is from Dynamics, cut short, and may be empty.
    Refused(Rc<str>),
    /// Dynamics answered with something that this call does not expect.
    Malformed,
}

impl CallProblem {
    /// The name of the privilege that the agent lacks, such as `prvReadIncident`. Dataverse writes its message in the
    /// agent's language, but the privilege has the same name in all of them.
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
    /// No reply came in time. Whether the command took effect is unknown.
    TimedOut,
    /// There is no link to Flex.
    NotConnected,
    /// Flex does not know this task, or knows it no longer.
    UnknownTask,
    /// The call in this browser is not this task's, so the bridge script has not touched it.
    NotItsCall,
    /// A plugin in Flex has stopped the action, and may do it later (`cancelled by before event`).
    HeldBack,
    /// Flex or a plugin in it refused. The text is from Flex, cut short.
    Refused(Rc<str>),
}

/// Why a text can't be dialled.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NumberProblem {
    /// The text is no phone number.
    NotANumber,
    /// The number has no country code, and no `defaultCountry` is configured.
    NoCountry,
    /// The number has no country code, and is not valid in the default country (ISO 3166 alpha-2).
    NotOfCountry(Rc<str>),
    /// The number is too short for its country.
    TooShort,
    /// The number is too long for its country.
    TooLong,
    /// The text has letters. It is no number without them, and no number with the phone keys that they stand for.
    Letters,
    /// The rules for phone numbers could not be loaded, or did not answer in time.
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
