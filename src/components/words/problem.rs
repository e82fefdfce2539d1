//! Every problem in words: what happened, and what a person can do about it.

use super::{Advice, I18n, configuration, entity};
use store::Problem;
use store::action::FlexAction;
use store::problem::{CallProblem, CommandProblem, NumberProblem};

/// What happened and what to do, for a problem.
#[must_use]
pub fn advice(i18n: &I18n, problem: &Problem) -> Advice {
    match problem {
        Problem::AttributesUnreadable => i18n.attributes_unreadable(),
        Problem::MalformedId { entity, value } => i18n.malformed_id(entity.attribute(), value),
        Problem::RecordNotFound(record) => i18n.record_not_found(entity(record.entity)),
        Problem::RecordAmbiguous(record, count) => {
            i18n.record_ambiguous(entity(record.entity), *count)
        }
        Problem::RecordRefused(record, why) => match why.missing_privilege() {
            Some(privilege) => i18n.record_forbidden(entity(record.entity), privilege),
            None => i18n.record_refused(entity(record.entity), &call(i18n, why)),
        },
        Problem::RecordNotShown(record) => i18n.record_not_shown(entity(record.entity)),
        Problem::TabNotFocused(why) => i18n.tab_not_focused(&call(i18n, why)),
        Problem::SessionBehind => i18n.session_behind(),
        Problem::SessionFull => i18n.session_full(),
        Problem::SessionNotMade(why) => i18n.session_not_made(&call(i18n, why)),
        Problem::ModeRefused(why) => i18n.mode_refused(&call(i18n, why)),
        Problem::CommandFailed {
            action,
            why: CommandProblem::TimedOut,
        } => i18n.command_timed_out(&i18n.flex_action(action.name())),
        Problem::CommandFailed {
            action: FlexAction::SetActivity,
            why: CommandProblem::HeldBack,
        } => i18n.activity_held_back(),
        Problem::CommandFailed { action, why } => {
            i18n.command_failed(&i18n.flex_action(action.name()), &command(i18n, why))
        }
        Problem::NotDialled { text, why } => number(i18n, text, why),
        Problem::OtherCall => i18n.other_call(),
        Problem::ActivityNotChanged => i18n.activity_not_changed(),
        Problem::CallLive => i18n.call_live(),
        Problem::CallWaits => i18n.call_waits(),
        Problem::CallbackIsCall => i18n.callback_is_call(),
        Problem::CallLiveElsewhere => i18n.call_live_elsewhere(),
        Problem::NotForwarded => i18n.not_carried(),
        Problem::ForwardUnknown => i18n.perhaps_carried(),
        Problem::WorkerOffline => i18n.worker_offline(),
        Problem::FlexNotConnected => i18n.flex_not_connected(),
        Problem::NoOutboundTask {
            number: Some(number),
        } => i18n.no_outbound_task(number),
        Problem::NoOutboundTask { number: None } => i18n.no_outbound_task_unnamed(),
        Problem::NotInDynamics => i18n.not_in_dynamics(),
        Problem::LibraryNotLoaded { url } => i18n.library_not_loaded(url),
        Problem::HostSilent(CallProblem::TimedOut) => i18n.host_silent(),
        Problem::HostSilent(why) => i18n.host_silent_because(&call(i18n, why)),
        Problem::OtherOrganization { told } => i18n.other_organization(told),
        Problem::EventsNotHeard(why) => i18n.events_not_heard(&call(i18n, why)),
        Problem::ClickToActRefused(why) => i18n.click_to_act_refused(&call(i18n, why)),
        Problem::CustomParameters(problem) => {
            i18n.custom_parameters(&configuration::text(i18n, problem))
        }
    }
}

/// Why a call to Dynamics failed. The words stand after a colon.
fn call(i18n: &I18n, why: &CallProblem) -> String {
    match why {
        CallProblem::TimedOut => i18n.call_timed_out(),
        CallProblem::Malformed => i18n.call_malformed(),
        CallProblem::Refused(words) => match their_own(words) {
            "" => i18n.call_refused(),
            words => i18n.call_refused_because(words),
        },
    }
}

/// Why a command to Flex failed. The words stand after a colon.
fn command(i18n: &I18n, why: &CommandProblem) -> String {
    match why {
        CommandProblem::TimedOut => i18n.command_no_answer(),
        CommandProblem::NotConnected => i18n.command_not_connected(),
        CommandProblem::UnknownTask => i18n.command_unknown_task(),
        CommandProblem::NotItsCall => i18n.command_not_its_call(),
        CommandProblem::HeldBack => i18n.command_held_back(),
        CommandProblem::Refused(words) => match their_own(words) {
            "" => i18n.command_refused(),
            words => i18n.command_refused_because(words),
        },
    }
}

/// Why a text was not dialled.
fn number(i18n: &I18n, text: &str, why: &NumberProblem) -> Advice {
    match why {
        NumberProblem::NotANumber => i18n.not_a_number(text),
        NumberProblem::NoCountry => i18n.no_country(text),
        NumberProblem::TooShort => i18n.too_short(text),
        NumberProblem::TooLong => i18n.too_long(text),
        NumberProblem::NotOfCountry(country) => i18n.not_of_country(text, &i18n.country(country)),
        NumberProblem::Letters => i18n.letters_no_number(text),
        NumberProblem::RulesNotLoaded => i18n.rules_not_loaded(text),
    }
}

/// The words of Dynamics or Flex, ready to be quoted within a sentence.
fn their_own(words: &str) -> &str {
    words.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::configuration::{ConfigProblem, Place};
    use store::language::Language;
    use store::{Entity, Guid, Record};

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
                entity: Entity::Case,
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
            Problem::NotForwarded,
            Problem::ForwardUnknown,
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
                action: FlexAction::HangupCall,
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
            let i18n = I18n::of(language);
            for problem in problems() {
                let Advice { what, remedy } = advice(&i18n, &problem);
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
            let i18n = I18n::of(language);
            let mut said: Vec<String> = problems()
                .iter()
                .map(|problem| advice(&i18n, problem).what)
                .collect();
            let count = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), count, "{language:?}");
        }
    }
}
