//! Every problem in words for a person: what happened, and what to do about it.

use super::{Words, entity};
use crate::store::Problem;
use crate::store::problem::{CallProblem, CommandProblem, NumberProblem};

/// A problem in words.
#[must_use]
pub fn tell(problem: &Problem) -> Words {
    match problem {
        Problem::AttributesUnreadable => Words::new(
            "The task's details can't be read.",
            "You can work the task; find the customer's record in Dynamics yourself.",
        ),
        Problem::MalformedId { attribute, value } => Words::new(
            format!("The task's {attribute} “{value}” is not a record's id."),
            "You can work the task; find the customer's record in Dynamics yourself.",
        ),
        Problem::RecordNotFound(record) => Words::new(
            format!("Dynamics has no such {}.", entity(record.entity)),
            "It may have been deleted, or you may not be allowed to read it.",
        ),
        Problem::RecordAmbiguous(record, count) => Words::new(
            format!(
                "Dynamics names {count} records for this {}.",
                entity(record.entity)
            ),
            "Nothing was opened. Open it anyway, or search for it in Dynamics.",
        ),
        Problem::RecordRefused(record, why) => Words::new(
            format!(
                "The {} could not be opened: {}.",
                entity(record.entity),
                call(why)
            ),
            "Try to open it again.",
        ),
        Problem::RecordNotShown(record) => Words::new(
            format!("The {} has not come up yet.", entity(record.entity)),
            "Dynamics may be slow. Wait a little, or open it again.",
        ),
        Problem::TabNotFocused(why) => Words::new(
            format!("The tab could not be brought to the front: {}.", call(why)),
            "Choose the tab in Dynamics yourself.",
        ),
        Problem::SessionBehind => Words::new(
            "Its tab is in a session that is not in front.",
            "Click the customer's session at the left edge of Dynamics.",
        ),
        Problem::SessionNotMade(why) => Words::new(
            format!("No session of its own could be made: {}.", call(why)),
            "Its record opens in the session in front.",
        ),
        Problem::ModeRefused(why) => Words::new(
            format!("The panel could not be docked or minimized: {}.", call(why)),
            "Use the button at the edge of the panel.",
        ),
        Problem::CommandFailed {
            action,
            why: CommandProblem::TimedOut,
        } => Words::new(
            format!(
                "Flex did not say in time whether it could {}.",
                deed(action)
            ),
            "Look in Flex below whether it was done, then try again.",
        ),
        Problem::CommandFailed { action, why } => Words::new(
            format!("Flex did not {}: {}.", deed(action), command(why)),
            "Look in Flex below whether it was done, then try again.",
        ),
        Problem::NotDialled { text, why } => {
            let (what, remedy) = number(why);
            Words::new(format!("“{text}” was not dialled: {what}."), remedy)
        }
        Problem::CallLive => Words::new(
            "You are in a call already.",
            "End it, then click the number again.",
        ),
        Problem::CallLiveElsewhere => Words::new(
            "A call is live in the window that has Flex.",
            "End it there, then choose again to work here.",
        ),
        Problem::WorkerOffline => Words::new(
            "You are offline in Flex, so no call was started.",
            "Choose another activity in Flex, then click the number again.",
        ),
        Problem::FlexNotConnected => Words::new(
            "Flex is not connected, so no call was started.",
            "Wait until Flex is connected, or log in to it, then click the number again.",
        ),
        Problem::NoOutboundTask { number } => Words::new(
            format!("Flex has not started the call to {number}."),
            "Check that this browser may use the microphone, then try again.",
        ),
        Problem::NotInDynamics => Words::new(
            "This page does not stand in Dynamics.",
            "Open Dynamics; the panel shows itself there. Its address belongs into the channel provider's record.",
        ),
        Problem::LibraryNotLoaded { url } => Words::new(
            format!("The client library of Dynamics could not be loaded from {url}."),
            "An administrator should check dynamicsUrl in config.json and the Content-Security-Policy of this page.",
        ),
        Problem::HostSilent(why) => Words::new(
            format!("Dynamics does not answer: {}.", call(why)),
            "Reload the page. If it stays so, an administrator should check that the provider's channel URL is this page.",
        ),
        Problem::OtherOrganization { told } => Words::new(
            format!("Dynamics says that it is {told}, which is not the configured organization."),
            "An administrator should check dynamicsUrl in config.json.",
        ),
        Problem::EventsNotHeard(why) => Words::new(
            format!(
                "The panel may miss what happens in Dynamics: {}.",
                call(why)
            ),
            "Select tasks in the list, not by their tabs, and dial in Flex. Reload the page to try again.",
        ),
        Problem::ClickToActRefused(why) => Words::new(
            format!("Phone fields can't be clicked to call: {}.", call(why)),
            "Dial in Flex. An administrator can switch on click-to-act in the provider's record.",
        ),
        Problem::CustomParameters { reason } => Words::new(
            format!("The provider's Custom Parameters are not used: {reason}."),
            "The configured values stay. An administrator should correct the provider's record.",
        ),
    }
}

/// Why a call to Dynamics failed, to stand after a colon.
#[must_use]
pub fn call(why: &CallProblem) -> String {
    match why {
        CallProblem::TimedOut => "Dynamics did not answer in time".into(),
        CallProblem::Refused(words) => quoted("Dynamics refused", words),
        CallProblem::Malformed => {
            "Dynamics answered something that the panel does not understand".into()
        }
    }
}

/// Why a command to Flex failed, to stand after a colon.
#[must_use]
pub fn command(why: &CommandProblem) -> String {
    match why {
        CommandProblem::TimedOut => "it did not answer in time".into(),
        CommandProblem::NotConnected => "it is not connected".into(),
        CommandProblem::UnknownTask => "it no longer has this task".into(),
        CommandProblem::Refused(words) => quoted("it refused", words),
    }
}

/// Why a text can't be dialled, to stand after a colon, and what to do.
#[must_use]
pub fn number(why: &NumberProblem) -> (&'static str, &'static str) {
    match why {
        NumberProblem::NotANumber => (
            "it is not a phone number",
            "Correct the field, or dial in Flex.",
        ),
        NumberProblem::NoCountry => (
            "it has no country code",
            "Write the number with its country code (+49 …). An administrator can set defaultCountry in config.json.",
        ),
        NumberProblem::TooShort => ("it is too short", "Correct the field, or dial in Flex."),
        NumberProblem::TooLong => ("it is too long", "Correct the field, or dial in Flex."),
        NumberProblem::RulesNotLoaded => (
            "the rules for phone numbers could not be loaded",
            "Click the number again, or dial in Flex.",
        ),
    }
}

fn quoted(what: &str, words: &str) -> String {
    match words.trim().trim_end_matches('.') {
        "" => what.into(),
        words => format!("{what} (“{words}”)"),
    }
}

/// What an action of Flex does.
fn deed(action: &str) -> &str {
    match action {
        "SelectTask" => "select the task",
        "AcceptTask" => "accept the task",
        "RejectTask" => "decline the task",
        "WrapupTask" => "end the conversation",
        "CompleteTask" => "complete the task",
        "HangupCall" => "hang up",
        "HoldCall" => "put the customer on hold",
        "UnholdCall" => "take the customer back",
        "StartOutboundCall" => "start the call",
        "NavigateToView" => "show the view",
        "SetActivity" => "change the activity",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Entity, Guid, Record};

    fn calls() -> [CallProblem; 4] {
        [
            CallProblem::TimedOut,
            CallProblem::Refused("".into()),
            CallProblem::Refused("Not allowed.".into()),
            CallProblem::Malformed,
        ]
    }

    /// Every variant, each with every cause.
    fn problems() -> Vec<Problem> {
        let record = Record {
            entity: Entity::Case,
            id: Guid::parse("2c5b1f9e-6a0d-4c0e-9a39-5f0f3a1d7e11").unwrap(),
        };
        let mut all = vec![
            Problem::AttributesUnreadable,
            Problem::MalformedId {
                attribute: "incidentId",
                value: "42".into(),
            },
            Problem::RecordNotFound(record),
            Problem::RecordAmbiguous(record, 2),
            Problem::RecordNotShown(record),
            Problem::CallLive,
            Problem::WorkerOffline,
            Problem::FlexNotConnected,
            Problem::NoOutboundTask {
                number: "+4930901820".into(),
            },
            Problem::NotInDynamics,
            Problem::LibraryNotLoaded {
                url: "https://acme.crm4.dynamics.com/lib.js".into(),
            },
            Problem::OtherOrganization {
                told: "https://other.crm4.dynamics.com".into(),
            },
            Problem::CustomParameters {
                reason: "popOn must be reserved or accepted".into(),
            },
        ];
        for why in calls() {
            all.extend([
                Problem::RecordRefused(record, why.clone()),
                Problem::TabNotFocused(why.clone()),
                Problem::ModeRefused(why.clone()),
                Problem::HostSilent(why.clone()),
                Problem::EventsNotHeard(why.clone()),
                Problem::ClickToActRefused(why),
            ]);
        }
        for why in [
            CommandProblem::TimedOut,
            CommandProblem::NotConnected,
            CommandProblem::UnknownTask,
            CommandProblem::Refused("busy".into()),
        ] {
            all.push(Problem::CommandFailed {
                action: "HangupCall",
                why,
            });
        }
        for why in [
            NumberProblem::NotANumber,
            NumberProblem::NoCountry,
            NumberProblem::TooShort,
            NumberProblem::TooLong,
            NumberProblem::RulesNotLoaded,
        ] {
            all.push(Problem::NotDialled {
                text: "call me".into(),
                why,
            });
        }
        all
    }

    #[test]
    fn every_problem_says_what_happened_and_what_to_do() {
        for problem in problems() {
            let Words { what, remedy } = tell(&problem);
            for sentence in [&what, &remedy] {
                assert!(
                    sentence.len() > 10 && sentence.ends_with('.'),
                    "{problem:?}: {sentence}"
                );
                assert!(!sentence.contains(".."), "{problem:?}: {sentence}");
            }
        }
    }

    #[test]
    fn different_problems_have_different_words() {
        let mut said: Vec<String> = problems()
            .iter()
            .map(|problem| tell(problem).what)
            .collect();
        let count = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), count);
    }
}
