//! Reads the messages of the bridge script. Any JSON becomes an event or a typed error.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::task;
use super::to_flex::ToFlex;
use super::to_panel::{ActivityFields, Ending, Failure, ToPanel};
use crate::cut::cut;
use store::event::Snapshot;
use store::problem::CommandProblem;
use store::state::{self, Activity};
use store::{FlexEvent, Millis, Ticket};

/// How many characters of the name of a view or an activity are kept.
const NAME: usize = 100;
/// How many activities are kept. An account has about a dozen.
const ACTIVITIES: usize = 100;
/// How many characters of Flex's words are kept.
const WORDS: usize = 200;

/// How Flex's words end when a listener of an action's `before…` event has stopped the action.
const HELD_BACK: &str = "cancelled by before event";

/// Why a message can't be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Malformed {
    /// The message is not for the panel, or this version does not know its type.
    #[error("not a message of this protocol's version")]
    UnknownType,
    /// The type is known, but the content is wrong.
    #[error("can't be read: {reason}")]
    Unreadable {
        /// What is wrong with it.
        reason: String,
    },
    /// The other side could not read a message of the panel.
    #[error("the other side could not read a message ({code})")]
    Complaint {
        /// Its code.
        code: String,
    },
}

impl Malformed {
    pub(super) fn unreadable(error: &serde_json::Error) -> Self {
        Self::Unreadable {
            reason: cut(&error.to_string(), WORDS),
        }
    }

    /// The answer on the port. A complaint gets none, so that two sides never complain to each other for ever.
    #[must_use]
    pub fn answer(&self) -> Option<ToFlex> {
        let code = match self {
            Self::UnknownType => "unknown-type",
            Self::Unreadable { .. } => "malformed",
            Self::Complaint { .. } => return None,
        };
        Some(ToFlex::Error(Failure {
            code: code.into(),
            message: self.to_string(),
        }))
    }
}

/// Reads a message from the port. `now` is the moment at which it came.
///
/// # Errors
/// [`Malformed`] if it is no message of the bridge script.
pub fn decode(message: &Value, now: Millis) -> Result<FlexEvent, Malformed> {
    if message.get("to").and_then(Value::as_str) != Some("panel") {
        return Err(Malformed::UnknownType);
    }
    let message = ToPanel::deserialize(message).map_err(|error| Malformed::unreadable(&error))?;
    Ok(match message {
        ToPanel::Snapshot {
            tasks,
            selected,
            view,
            activity,
            activities,
            connected,
        } => FlexEvent::Snapshot(Snapshot {
            tasks: tasks
                .into_iter()
                .map(|fields| task::read(fields, now))
                .collect(),
            selected: selected.map(|sid| sid.as_str().into()),
            view: view.map(|name| short(&name)),
            activity: activity.map(read_activity),
            activities: read_activities(activities),
            reconnecting: !connected,
        }),
        ToPanel::Task { task } => FlexEvent::Task(task::read(task, now)),
        ToPanel::TaskEnded { sid, ending } => FlexEvent::TaskEnded {
            sid: sid.as_str().into(),
            ending: read_ending(ending),
        },
        ToPanel::Selected { sid } => FlexEvent::Selected(sid.map(|sid| sid.as_str().into())),
        ToPanel::View { name } => FlexEvent::ViewChanged(short(&name)),
        ToPanel::Activity { activity } => FlexEvent::ActivityChanged(read_activity(activity)),
        ToPanel::Activities { activities } => {
            FlexEvent::ActivitiesChanged(read_activities(activities))
        }
        ToPanel::Reconnecting => FlexEvent::Reconnecting,
        ToPanel::Unfit { lacks } => FlexEvent::Unfit(short(&lacks.join(", "))),
        ToPanel::SignedOut => FlexEvent::SignedOut,
        ToPanel::SessionInvalidated => FlexEvent::Replaced,
        ToPanel::Leaving => FlexEvent::Loading,
        ToPanel::Reply { request, error } => FlexEvent::Replied {
            request: Ticket(request),
            result: error.map_or(Ok(()), |failure| Err(read_failure(failure))),
        },
        ToPanel::Error(failure) => {
            return Err(Malformed::Complaint {
                code: cut(&failure.code, NAME),
            });
        }
        ToPanel::Unknown => return Err(Malformed::UnknownType),
    })
}

fn read_activities(activities: Vec<ActivityFields>) -> Rc<[Activity]> {
    let kept = activities.into_iter().take(ACTIVITIES);
    kept.map(read_activity).collect()
}

fn read_activity(fields: ActivityFields) -> Activity {
    Activity {
        sid: cut(&fields.sid, NAME).as_str().into(),
        name: short(&fields.name),
        available: fields.available,
        offline: fields.offline,
    }
}

fn read_ending(ending: Ending) -> state::Ending {
    match ending {
        Ending::Completed => state::Ending::Completed,
        Ending::Rejected => state::Ending::Rejected,
        Ending::Timeout => state::Ending::TimedOut,
        Ending::Canceled => state::Ending::Canceled,
        Ending::Rescinded => state::Ending::Rescinded,
        Ending::Transferred => state::Ending::Transferred,
    }
}

fn read_failure(failure: Failure) -> CommandProblem {
    match failure.code.as_str() {
        "unknown-task" => CommandProblem::UnknownTask,
        "not-its-call" => CommandProblem::NotItsCall,
        _ if failure.message.ends_with(HELD_BACK) => CommandProblem::HeldBack,
        _ => CommandProblem::Refused(cut(&failure.message, WORDS).into()),
    }
}

fn short(name: &str) -> Rc<str> {
    cut(name, NAME).into()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: Millis = Millis(1_000_000_000);

    #[test]
    fn a_message_for_others_or_of_an_unknown_type_is_answered_as_unknown() {
        for message in [
            json!(null),
            json!([]),
            json!("panel"),
            json!({}),
            json!({"to": "flex", "type": "signedOut"}),
            json!({"to": "panel", "type": "fax"}),
        ] {
            let malformed = decode(&message, NOW).unwrap_err();
            assert_eq!(malformed, Malformed::UnknownType, "{message}");
            let Some(ToFlex::Error(failure)) = malformed.answer() else {
                unreachable!("it is answered");
            };
            assert_eq!(failure.code, "unknown-type");
        }
    }

    #[test]
    fn a_known_type_with_unreadable_content_is_answered_as_malformed() {
        for message in [
            json!({"to": "panel"}),
            json!({"to": "panel", "type": 7}),
            json!({"to": "panel", "type": "task"}),
            json!({"to": "panel", "type": "task", "task": {"sid": 5}}),
            json!({"to": "panel", "type": "reply", "request": -1}),
            json!({"to": "panel", "type": "taskEnded", "sid": "WR1", "ending": "exploded"}),
        ] {
            let malformed = decode(&message, NOW).unwrap_err();
            assert!(
                matches!(malformed, Malformed::Unreadable { .. }),
                "{message}"
            );
            assert!(malformed.answer().is_some());
        }
    }

    #[test]
    fn a_complaint_is_never_answered() {
        let message =
            json!({"to": "panel", "type": "error", "code": "unknown-type", "message": ""});
        let malformed = decode(&message, NOW).unwrap_err();
        assert_eq!(
            malformed,
            Malformed::Complaint {
                code: "unknown-type".into()
            }
        );
        assert_eq!(malformed.answer(), None);
    }

    #[test]
    fn long_words_are_cut() {
        let message = json!({"to": "panel", "type": "reply", "request": 3,
            "error": {"code": "refused", "message": "x".repeat(100_000)}});
        let event = decode(&message, NOW).unwrap();
        let FlexEvent::Replied {
            result: Err(CommandProblem::Refused(words)),
            ..
        } = event
        else {
            unreachable!("{event:?}");
        };
        assert_eq!(words.len(), WORDS);
    }
}
