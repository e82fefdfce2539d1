//! Describes problems: the code, and what it is about.

use serde_json::Value;

use super::values::{object, record, text};
use crate::config::Source;
use crate::diagnostics::mask::{Masks, Personal};
use store::Problem;
use store::configuration::{ConfigProblem, FetchProblem, Place};
use store::problem::{CallProblem, CommandProblem, NumberProblem};

pub(super) fn call_problem(problem: &CallProblem, masks: &mut Masks) -> Value {
    match problem {
        CallProblem::TimedOut => text("timed out"),
        CallProblem::Refused(words) => refused(words, masks),
        CallProblem::Malformed => text("malformed"),
    }
}

pub(super) fn command_problem(problem: &CommandProblem, masks: &mut Masks) -> Value {
    match problem {
        CommandProblem::TimedOut => text("timed out"),
        CommandProblem::NotConnected => text("not connected"),
        CommandProblem::UnknownTask => text("unknown task"),
        CommandProblem::NotItsCall => text("not its call"),
        CommandProblem::HeldBack => text("held back"),
        CommandProblem::Refused(words) => refused(words, masks),
    }
}

fn refused(words: &str, masks: &mut Masks) -> Value {
    object(vec![("refused", masks.redact(Personal::Words, words))])
}

pub(super) fn number_problem(problem: &NumberProblem) -> Value {
    text(match problem {
        NumberProblem::NotANumber => "not a number",
        NumberProblem::NoCountry => "no country",
        NumberProblem::NotOfCountry(_) => "not of the default country",
        NumberProblem::TooShort => "too short",
        NumberProblem::TooLong => "too long",
        NumberProblem::Letters => "letters",
        NumberProblem::RulesNotLoaded => "rules not loaded",
    })
}

/// The code of a problem, and what it is about.
pub(super) fn problem(problem: &Problem, masks: &mut Masks) -> Value {
    let mut entries = vec![("code", text(problem.code()))];
    match problem {
        Problem::MalformedId { entity, value } => entries.extend([
            ("attribute", text(entity.attribute())),
            ("value", masks.redact(Personal::Words, value)),
        ]),
        Problem::RecordNotFound(about) | Problem::RecordNotShown(about) => {
            entries.push(("record", record(about, masks)));
        }
        Problem::RecordAmbiguous(about, rows) => {
            entries.extend([("record", record(about, masks)), ("rows", (*rows).into())]);
        }
        Problem::RecordRefused(about, why) => entries.extend([
            ("record", record(about, masks)),
            ("why", call_problem(why, masks)),
        ]),
        Problem::TabNotFocused(why)
        | Problem::SessionNotMade(why)
        | Problem::ModeRefused(why)
        | Problem::HostSilent(why)
        | Problem::EventsNotHeard(why)
        | Problem::ClickToActRefused(why) => entries.push(("why", call_problem(why, masks))),
        Problem::CommandFailed { action, why } => entries.extend([
            ("action", text(action.name())),
            ("why", command_problem(why, masks)),
        ]),
        Problem::NotDialled { text, why } => entries.extend([
            ("value", masks.redact(Personal::Number, text)),
            ("why", number_problem(why)),
        ]),
        Problem::NoOutboundTask {
            number: Some(number),
        } => entries.push(("number", masks.redact(Personal::Number, number))),
        Problem::LibraryNotLoaded { url } => entries.push(("url", text(url))),
        Problem::OtherOrganization { told } => entries.push(("told", text(told))),
        Problem::CustomParameters(why) => entries.push(("why", config_problem(why))),
        Problem::AttributesUnreadable
        | Problem::SessionBehind
        | Problem::SessionFull
        | Problem::CallLive
        | Problem::CallWaits
        | Problem::NoOutboundTask { number: None }
        | Problem::CallbackIsCall
        | Problem::OtherCall
        | Problem::ActivityNotChanged
        | Problem::CallLiveElsewhere
        | Problem::NotForwarded
        | Problem::ForwardUnknown
        | Problem::WorkerOffline
        | Problem::FlexNotConnected
        | Problem::NotInDynamics => {}
    }
    object(entries)
}

/// What is wrong with the configuration.
pub(in crate::diagnostics) fn config_problem(problem: &ConfigProblem) -> Value {
    let at = |place: &Place| text(Source::Set(*place).name());
    let mut entries = vec![("code", text(problem.code()))];
    match problem {
        ConfigProblem::NotFetched { why } => entries.push((
            "why",
            match why {
                FetchProblem::Silent => text("timed out"),
                FetchProblem::Status(status) => (*status).into(),
                FetchProblem::Failed(words) => text(words),
            },
        )),
        ConfigProblem::NotJson {
            place,
            line,
            column,
        } => entries.extend([
            ("place", at(place)),
            ("line", (*line).into()),
            ("column", (*column).into()),
        ]),
        ConfigProblem::NotAnObject { place } => entries.push(("place", at(place))),
        ConfigProblem::UnknownKey { place, key, .. } | ConfigProblem::NotThere { place, key } => {
            entries.extend([("place", at(place)), ("key", text(key))]);
        }
        ConfigProblem::BadValue { place, key, value } => entries.extend([
            ("place", at(place)),
            ("key", text(key)),
            ("value", text(value)),
        ]),
        ConfigProblem::Missing { key } => entries.push(("key", text(key))),
    }
    object(entries)
}
