//! Every problem in words for a person: what happened, and what to do about it.

use super::{Speech, Words, configuration, entity};
use crate::store::Problem;
use crate::store::problem::{CallProblem, CommandProblem, NumberProblem};

/// A problem in words.
#[must_use]
pub fn tell(speech: &Speech, problem: &Problem) -> Words {
    match problem {
        Problem::AttributesUnreadable => speech.attributes_unreadable(),
        Problem::MalformedId { attribute, value } => speech.malformed_id(attribute, value),
        Problem::RecordNotFound(record) => speech.record_not_found(entity(record.entity)),
        Problem::RecordAmbiguous(record, count) => {
            speech.record_ambiguous(entity(record.entity), *count)
        }
        Problem::RecordRefused(record, why) => match why.missing_privilege() {
            Some(privilege) => speech.record_forbidden(entity(record.entity), privilege),
            None => speech.record_refused(entity(record.entity), &call(speech, why)),
        },
        Problem::RecordNotShown(record) => speech.record_not_shown(entity(record.entity)),
        Problem::TabNotFocused(why) => speech.tab_not_focused(&call(speech, why)),
        Problem::SessionBehind => speech.session_behind(),
        Problem::SessionFull => speech.session_full(),
        Problem::SessionNotMade(why) => speech.session_not_made(&call(speech, why)),
        Problem::ModeRefused(why) => speech.mode_refused(&call(speech, why)),
        Problem::CommandFailed {
            action,
            why: CommandProblem::TimedOut,
        } => speech.command_timed_out(&speech.deed(action)),
        Problem::CommandFailed {
            action: "SetActivity",
            why: CommandProblem::HeldBack,
        } => speech.activity_held_back(),
        Problem::CommandFailed { action, why } => {
            speech.command_failed(&speech.deed(action), &command(speech, why))
        }
        Problem::NotDialled { text, why } => number(speech, text, why),
        Problem::OtherCall => speech.other_call(),
        Problem::ActivityNotChanged => speech.activity_not_changed(),
        Problem::CallLive => speech.call_live(),
        Problem::CallWaits => speech.call_waits(),
        Problem::CallbackIsCall => speech.callback_is_call(),
        Problem::CallLiveElsewhere => speech.call_live_elsewhere(),
        Problem::NotCarried => speech.not_carried(),
        Problem::PerhapsCarried => speech.perhaps_carried(),
        Problem::WorkerOffline => speech.worker_offline(),
        Problem::FlexNotConnected => speech.flex_not_connected(),
        Problem::NoOutboundTask {
            number: Some(number),
        } => speech.no_outbound_task(number),
        Problem::NoOutboundTask { number: None } => speech.no_outbound_task_unnamed(),
        Problem::NotInDynamics => speech.not_in_dynamics(),
        Problem::LibraryNotLoaded { url } => speech.library_not_loaded(url),
        Problem::HostSilent(CallProblem::TimedOut) => speech.host_silent(),
        Problem::HostSilent(why) => speech.host_silent_because(&call(speech, why)),
        Problem::OtherOrganization { told } => speech.other_organization(told),
        Problem::EventsNotHeard(why) => speech.events_not_heard(&call(speech, why)),
        Problem::ClickToActRefused(why) => speech.click_to_act_refused(&call(speech, why)),
        Problem::CustomParameters(problem) => {
            speech.custom_parameters(&configuration::tell(speech, problem))
        }
    }
}

/// Why a call to Dynamics failed, to stand after a colon.
fn call(speech: &Speech, why: &CallProblem) -> String {
    match why {
        CallProblem::TimedOut => speech.call_timed_out(),
        CallProblem::Malformed => speech.call_malformed(),
        CallProblem::Refused(words) => match their_own(words) {
            "" => speech.call_refused(),
            words => speech.call_refused_because(words),
        },
    }
}

/// Why a command to Flex failed, to stand after a colon.
fn command(speech: &Speech, why: &CommandProblem) -> String {
    match why {
        CommandProblem::TimedOut => speech.command_no_answer(),
        CommandProblem::NotConnected => speech.command_not_connected(),
        CommandProblem::UnknownTask => speech.command_unknown_task(),
        CommandProblem::NotItsCall => speech.command_not_its_call(),
        CommandProblem::HeldBack => speech.command_held_back(),
        CommandProblem::Refused(words) => match their_own(words) {
            "" => speech.command_refused(),
            words => speech.command_refused_because(words),
        },
    }
}

/// Why a text was not dialled.
fn number(speech: &Speech, text: &str, why: &NumberProblem) -> Words {
    match why {
        NumberProblem::NotANumber => speech.not_a_number(text),
        NumberProblem::NoCountry => speech.no_country(text),
        NumberProblem::TooShort => speech.too_short(text),
        NumberProblem::TooLong => speech.too_long(text),
        NumberProblem::NotOfCountry(country) => {
            speech.not_of_country(text, &speech.country(country))
        }
        NumberProblem::Letters => speech.letters_no_number(text),
        NumberProblem::RulesNotLoaded => speech.rules_not_loaded(text),
    }
}

/// The words of Dynamics or Flex, to be quoted within a sentence.
fn their_own(words: &str) -> &str {
    words.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::configuration::{ConfigProblem, Place};
    use crate::store::language::Language;
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
                number: Some("+4930901820".into()),
            },
            Problem::NoOutboundTask { number: None },
            Problem::NotInDynamics,
            Problem::LibraryNotLoaded {
                url: "https://acme.crm4.dynamics.com/lib.js".into(),
            },
            Problem::OtherOrganization {
                told: "https://other.crm4.dynamics.com".into(),
            },
            Problem::SessionBehind,
            Problem::SessionFull,
            Problem::RecordRefused(
                record,
                CallProblem::Refused("User is missing prvReadIncident privilege.".into()),
            ),
            Problem::CallLiveElsewhere,
            Problem::NotCarried,
            Problem::PerhapsCarried,
            Problem::CustomParameters(ConfigProblem::NotAnObject {
                place: Place::CustomParameters,
            }),
        ];
        for why in calls() {
            all.extend([
                Problem::RecordRefused(record, why.clone()),
                Problem::TabNotFocused(why.clone()),
                Problem::SessionNotMade(why.clone()),
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
            NumberProblem::NotOfCountry("DE".into()),
            NumberProblem::Letters,
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
    fn every_problem_says_what_happened_and_what_to_do_in_every_language() {
        for language in Language::ALL {
            let speech = Speech::of(language);
            for problem in problems() {
                let Words { what, remedy } = tell(&speech, &problem);
                for sentence in [&what, &remedy] {
                    let ends = sentence.trim_end_matches('\u{2069}').ends_with(['.', '。']);
                    assert!(ends, "{language:?}, {problem:?}: {sentence}");
                    assert!(
                        !sentence.contains(".."),
                        "{language:?}, {problem:?}: {sentence}"
                    );
                }
            }
        }
    }

    #[test]
    fn different_problems_have_different_words_in_every_language() {
        for language in Language::ALL {
            let speech = Speech::of(language);
            let mut said: Vec<String> = problems()
                .iter()
                .map(|problem| tell(&speech, problem).what)
                .collect();
            let count = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), count, "{language:?}");
        }
    }
}
