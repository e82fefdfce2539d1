//! Turns whatever the client library resolves or rejects with into an answer or a typed error. Any text and any JSON is
//! handled; nothing panics.
//!
//! The library's methods use different formats. Some resolve JSON text, some plain values. A rejection may be JSON
//! text, plain words, a `Map`, an `Error`, an object or nothing, and the words stand in different places.

use serde_json::Value;

use super::payload::Expected;
use crate::cut::cut;
use store::event::Answer;
use store::problem::CallProblem;
use store::state::{FocusedSession, PanelMode, TabsView};
use store::{SessionId, TabId};

/// What a promise of the library settled with, as plain data. `client` makes it from a `JsValue`.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// `undefined` or `null`.
    Nothing,
    /// A string: JSON or plain words.
    Text(String),
    /// Any other value. A `Map` and an `Error` become objects (an `Error`: `{"message": …}`).
    Json(Value),
}

impl From<Value> for Raw {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::String(text) => Self::Text(text),
            value => Self::Json(value),
        }
    }
}

impl Raw {
    /// The value as JSON. A text that holds JSON is parsed.
    #[must_use]
    pub fn read(self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) => serde_json::from_str(&text).unwrap_or(Value::String(text)),
            Self::Json(value) => value,
        }
    }
}

/// The answer that a method resolved with.
///
/// # Errors
/// [`CallProblem::Malformed`] if the method can't answer that.
pub fn answer(expected: Expected, raw: Raw) -> Result<Answer, CallProblem> {
    match expected {
        Expected::Nothing => Some(Answer::Done),
        Expected::Mode => panel_mode(&raw.read()).map(Answer::Mode),
        Expected::Rows => rows(&raw.read()).map(Answer::Found),
        Expected::Tab => focused_tab(raw).map(Answer::FocusedTab),
        Expected::Truth => raw.read().as_bool().map(Answer::Allowed),
        Expected::Session => match session_sight(raw) {
            FocusedSession::Ours(session) => Some(Answer::SessionMade(session)),
            FocusedSession::NotOurs | FocusedSession::Unknown => None,
        },
    }
    .ok_or(CallProblem::Malformed)
}

/// What the three methods of a look show together. A method that failed leaves its part unknown.
///
/// # Errors
/// The first problem, if all three methods failed.
pub fn look(
    session: Result<Raw, CallProblem>,
    focused: Result<Raw, CallProblem>,
    tabs: Result<Raw, CallProblem>,
) -> Result<Answer, CallProblem> {
    if let (Err(problem), Err(_), Err(_)) = (&session, &focused, &tabs) {
        return Err(problem.clone());
    }
    Ok(Answer::Tabs(TabsView {
        session: session.map_or(FocusedSession::Unknown, session_sight),
        focused: focused.ok().and_then(focused_tab).flatten(),
        tabs: tabs
            .ok()
            .and_then(|raw| Some(raw.read().as_array()?.iter().filter_map(id).collect())),
    }))
}

/// What a method rejected with or threw. A time-out of the library counts like one of the panel: nobody knows whether
/// the call took effect.
#[must_use]
pub fn refusal(raw: Raw) -> CallProblem {
    let told = raw.read();
    let timed_out = [told.get("errorType"), told.pointer("/value/errorType")]
        .into_iter()
        .flatten()
        .any(|kind| *kind == TIME_OUT);
    let words = words(&told, 0).unwrap_or_default();
    if timed_out || words.starts_with(TIMED_OUT) {
        CallProblem::TimedOut
    } else {
        CallProblem::Refused(words.as_str().into())
    }
}

/// The `errorType` with which the host reports a time-out.
const TIME_OUT: u64 = 1;
/// How the library's own time-out begins. It has no `errorType`.
const TIMED_OUT: &str = "Timeout occurred";

/// How many characters of a refusal are kept.
const LONGEST: usize = 200;

/// How many objects may be nested around the words of a refusal.
const DEEPEST: u8 = 4;

fn words(told: &Value, depth: u8) -> Option<String> {
    match told {
        Value::String(text) => match serde_json::from_str(text) {
            Ok(inner @ Value::Object(_)) if depth < DEEPEST => words(&inner, depth + 1),
            _ => Some(cut(text.trim(), LONGEST)),
        },
        Value::Object(object) if depth < DEEPEST => ["message", "errorMsg", "value"]
            .into_iter()
            .filter_map(|key| words(object.get(key)?, depth + 1))
            .find(|words| !words.is_empty()),
        _ => None,
    }
}

/// The panel's mode from its number, plain or as `{"value": …}` in events.
pub(super) fn panel_mode(told: &Value) -> Option<PanelMode> {
    match told.get("value").unwrap_or(told).as_u64()? {
        0 => Some(PanelMode::Minimized),
        1 => Some(PanelMode::Docked),
        _ => Some(PanelMode::Hidden),
    }
}

/// The number of rows in `{"0": {…}, "1": {…}}`, or in a list, which some hosts send.
fn rows(told: &Value) -> Option<usize> {
    match told.get("value").unwrap_or(told) {
        Value::Array(list) => Some(list.len()),
        Value::Object(object) => object
            .keys()
            .all(|key| key.parse::<usize>().is_ok())
            .then_some(object.len()),
        _ => None,
    }
}

/// The outer `None` means that the answer makes no sense. The inner `None` means that the host names no focused tab.
fn focused_tab(raw: Raw) -> Option<Option<TabId>> {
    match raw {
        Raw::Nothing => Some(None),
        Raw::Text(text) => Some((!text.is_empty()).then(|| TabId::from(text.as_str()))),
        Raw::Json(value) => id(value.get("value").unwrap_or(&value)).map(Some),
    }
}

/// The host names no session while a session of another provider is focused.
fn session_sight(raw: Raw) -> FocusedSession {
    match raw {
        Raw::Nothing => FocusedSession::NotOurs,
        Raw::Text(text) if !text.is_empty() => FocusedSession::Ours(SessionId::from(text.as_str())),
        Raw::Text(_) | Raw::Json(_) => FocusedSession::Unknown,
    }
}

fn id(value: &Value) -> Option<TabId> {
    match value {
        Value::String(text) => Some(TabId::from(text.as_str())),
        Value::Number(number) => Some(TabId::from(number.to_string().as_str())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(text: &str) -> Raw {
        Raw::Text(text.to_owned())
    }

    #[test]
    fn the_words_of_a_refusal_are_found_in_every_format() {
        for (raw, words) in [
            (text("no such tab"), "no such tab"),
            (text(r#"{"message":"denied"}"#), "denied"),
            (text(r#"{"value":{"errorMsg":"denied"}}"#), "denied"),
            (text(r#"{"value":"denied"}"#), "denied"),
            (Raw::Json(json!({"message": "denied"})), "denied"),
            (Raw::Json(json!({"errorMsg": "denied"})), "denied"),
            (
                Raw::Json(json!({"message": null, "value": {"errorMsg": "denied"}})),
                "denied",
            ),
            (
                Raw::Json(json!({"message": "{\"errorMsg\":\"denied\"}"})),
                "denied",
            ),
            (Raw::Json(json!({"message": null})), ""),
            (Raw::Json(json!([1, 2])), ""),
            (Raw::Nothing, ""),
        ] {
            assert_eq!(
                refusal(raw.clone()),
                CallProblem::Refused(words.into()),
                "{raw:?}"
            );
        }
    }

    #[test]
    fn the_words_of_a_refusal_are_cut_after_200_characters() {
        let long = "\u{e9}".repeat(1_000_000);
        assert_eq!(
            refusal(text(&long)),
            CallProblem::Refused("\u{e9}".repeat(200).into())
        );
    }

    #[test]
    fn a_time_out_of_the_library_counts_as_a_time_out() {
        for raw in [
            text(r#"{"value":{"errorMsg":"Timeout occurred","errorType":1}}"#),
            Raw::Json(json!({"errorMsg": "", "errorType": 1})),
            Raw::Json(json!({"message": "Timeout occurred as no response was received"})),
            text(r#"{"message":"Timeout occurred as no response was received"}"#),
        ] {
            assert_eq!(refusal(raw), CallProblem::TimedOut);
        }
    }

    #[test]
    fn a_search_answers_the_number_of_rows() {
        for (raw, rows) in [
            (text("{}"), Some(0)),
            (text(r#"{"0":{"incidentid":"a"}}"#), Some(1)),
            (text(r#"{"0":{},"1":{}}"#), Some(2)),
            (Raw::Json(json!({"0": {}, "1": {}, "2": {}})), Some(3)),
            (text(r#"{"value":[{},{}]}"#), Some(2)),
            (text(r#"{"errorMsg":"x"}"#), None),
            (text("nothing"), None),
            (Raw::Nothing, None),
        ] {
            assert_eq!(
                answer(Expected::Rows, raw.clone()),
                rows.map(Answer::Found).ok_or(CallProblem::Malformed),
                "{raw:?}"
            );
        }
    }

    #[test]
    fn unknown_modes_count_as_hidden() {
        for (raw, mode) in [
            (Raw::Json(json!(0)), Some(PanelMode::Minimized)),
            (Raw::Json(json!(1)), Some(PanelMode::Docked)),
            (Raw::Json(json!(2)), Some(PanelMode::Hidden)),
            (Raw::Json(json!(3)), Some(PanelMode::Hidden)),
            (text("1"), Some(PanelMode::Docked)),
            (text("docked"), None),
            (Raw::Nothing, None),
        ] {
            assert_eq!(
                answer(Expected::Mode, raw.clone()),
                mode.map(Answer::Mode).ok_or(CallProblem::Malformed),
                "{raw:?}"
            );
        }
    }

    #[test]
    fn a_host_may_name_no_focused_tab() {
        for (raw, tab) in [
            (text("tab-id-1"), Some("tab-id-1")),
            (text("7"), Some("7")),
            (Raw::Nothing, None),
            (text(""), None),
        ] {
            assert_eq!(
                answer(Expected::Tab, raw),
                Ok(Answer::FocusedTab(tab.map(TabId::from)))
            );
        }
    }

    #[test]
    fn a_look_without_a_session_means_another_providers_session() {
        let sight = look(Ok(Raw::Nothing), Ok(Raw::Nothing), Ok(Raw::Json(json!([]))));
        let Ok(Answer::Tabs(sight)) = sight else {
            panic!("{sight:?}")
        };
        assert_eq!(sight.session, FocusedSession::NotOurs);
        assert_eq!(sight.focused, None);
    }

    #[test]
    fn a_look_reports_what_is_known_and_leaves_the_rest_unknown() {
        let sight = look(
            Ok(text("session-id-0")),
            Ok(text("b")),
            Err(CallProblem::TimedOut),
        );
        assert_eq!(
            sight,
            Ok(Answer::Tabs(TabsView {
                session: FocusedSession::Ours("session-id-0".into()),
                focused: Some("b".into()),
                tabs: None,
            }))
        );
        let tabs = look(
            Err(CallProblem::TimedOut),
            Err(CallProblem::Malformed),
            Ok(Raw::Json(json!(["b", "a"]))),
        );
        assert_eq!(
            tabs,
            Ok(Answer::Tabs(TabsView {
                session: FocusedSession::Unknown,
                focused: None,
                tabs: Some(["a".into(), "b".into()].into()),
            }))
        );
    }

    #[test]
    fn a_look_fails_if_all_three_methods_fail() {
        let refused = || Err(CallProblem::Refused("no".into()));
        assert_eq!(
            look(refused(), Err(CallProblem::TimedOut), refused()),
            Err(CallProblem::Refused("no".into()))
        );
    }
}
