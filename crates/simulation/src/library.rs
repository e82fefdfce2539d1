//! What Microsoft's client library does between a call and the wire, as pure functions: [`request`] makes the message
//! of a call, and [`settle`] says how the reply settles the promise. Native tests use it to call the simulated
//! Dynamics.

use serde_json::{Map, Value, json};

use super::host_wire::{Outcome, Reply, Request};
use wire::cif::decode::Raw;
use wire::cif::payload::Invocation;

/// Each method with its message type and the keys of its arguments, in order.
const METHODS: [(&str, &str, &[&str]); 22] = [
    ("setMode", "setmode", &["value"]),
    ("setWidth", "setwidth", &["value"]),
    ("setClickToAct", "setclicktoact", &["value"]),
    ("getMode", "getmode", &[]),
    ("getWidth", "getwidth", &[]),
    ("getClickToAct", "getclicktoact", &[]),
    ("getEnvironment", "getenvironment", &[]),
    (
        SEARCH_AND_OPEN,
        "searchandopenrecords",
        &["entityName", "queryParameters", "searchOnly"],
    ),
    (
        "openForm",
        "openform",
        &["entityFormOptions", "entityFormParameters"],
    ),
    ("focusTab", "focusTab", &["tabId"]),
    ("refreshTab", "refreshTab", &["tabId"]),
    ("getFocusedTab", "getFocusedTab", &[]),
    (
        "getTabs",
        "getTabsByTagOrName",
        &["msdyn_name", "templateTag"],
    ),
    ("canCreateSession", "canCreateSession", &[]),
    ("createSession", "createSession", &["input"]),
    ("getAllSessions", "getAllSessions", &[]),
    ("getFocusedSession", "getFocusedSession", &[]),
    ("getSession", "getSession", &["sessionId"]),
    (
        "requestFocusSession",
        "requestFocusSession",
        &["sessionId", "messagesCount"],
    ),
    ("setSessionTitle", "setSessionTitle", &["input"]),
    ("addHandler", "addGenericHandler", &["eventType"]),
    ("removeHandler", "removeGenericHandler", &["eventType"]),
];

/// The method whose message type depends on its last argument.
const SEARCH_AND_OPEN: &str = "searchAndOpenRecords";

/// The methods of [`METHODS`] whose promise settles with a JSON text.
const JSON_STRING: [&str; 3] = [SEARCH_AND_OPEN, "getEnvironment", "openForm"];

/// The message of a call. An argument that is `null` is left out, as `undefined` would be.
///
/// # Errors
/// What the call throws if the library has no such method.
pub fn request(call: &Invocation, correlation_id: &str) -> Result<Request, Raw> {
    let Some((_, message_type, keys)) = METHODS.iter().find(|(name, ..)| *name == call.method)
    else {
        let words = format!("Microsoft.CIFramework.{} is not a function", call.method);
        return Err(Raw::Json(json!({ "message": words })));
    };
    let search_only = call.method == SEARCH_AND_OPEN && call.args.get(2) == Some(&json!(true));
    let mut data: Map<String, Value> = keys
        .iter()
        .zip(&call.args)
        .filter(|(_, argument)| !argument.is_null())
        .map(|(key, argument)| ((*key).to_owned(), argument.clone()))
        .collect();
    data.insert("correlationId".to_owned(), json!(correlation_id));
    Ok(Request {
        message_type: if search_only { "search" } else { message_type }.to_owned(),
        message_data: data,
        message_correlation_id: correlation_id.to_owned(),
    })
}

/// When the library itself gives a call up, in milliseconds. `None` means never.
#[must_use]
pub fn patience(method: &str) -> Option<u32> {
    (method != "openForm" && method != "createSession").then_some(10_000)
}

/// What a call that the library gives up rejects with.
#[must_use]
pub fn given_up(method: &str) -> Raw {
    let told = json!({
        "message": "Timeout occurred as no response was received from listener window"
    });
    if JSON_STRING.contains(&method) {
        Raw::Text(told.to_string())
    } else {
        Raw::Json(told)
    }
}

/// How the reply settles the promise of a method. `None` if it never settles: the methods that give a JSON text fail on
/// a success whose `value` is no `Map`.
#[must_use]
pub fn settle(method: &str, reply: &Reply) -> Option<Result<Raw, Raw>> {
    let data = &reply.message_data;
    let json_string = JSON_STRING.contains(&method);
    match (reply.message_outcome, json_string) {
        (Outcome::Success, true) => data
            .get("value")
            .filter(|value| value.is_object())
            .map(|value| Ok(Raw::Text(value.to_string()))),
        (Outcome::Success, false) => Some(Ok(plain(data.get("value")))),
        (Outcome::Failure, true) => Some(Err(Raw::Text(Value::Object(data.clone()).to_string()))),
        (Outcome::Failure, false) => Some(Err(Raw::Json(Value::Object(data.clone())))),
    }
}

fn plain(value: Option<&Value>) -> Raw {
    match value {
        None | Some(Value::Null) => Raw::Nothing,
        Some(Value::String(text)) => Raw::Text(text.clone()),
        Some(other) => Raw::Json(other.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(method: &'static str, args: Value) -> Invocation {
        let args = args.as_array().cloned().unwrap_or_default();
        Invocation { method, args }
    }

    fn reply(message_outcome: Outcome, data: Value) -> Reply {
        Reply {
            message_outcome,
            message_data: data.as_object().cloned().unwrap_or_default(),
            message_correlation_id: "c".to_owned(),
        }
    }

    #[test]
    fn each_call_becomes_a_message_that_the_host_knows() {
        for (method, args, message_type, data) in [
            (
                "setMode",
                json!([1]),
                "setmode",
                json!({"value": 1, "correlationId": "c"}),
            ),
            (
                "focusTab",
                json!(["t"]),
                "focusTab",
                json!({"tabId": "t", "correlationId": "c"}),
            ),
            (
                "getTabs",
                json!([]),
                "getTabsByTagOrName",
                json!({"correlationId": "c"}),
            ),
            (
                "getTabs",
                json!([null, "x"]),
                "getTabsByTagOrName",
                json!({"templateTag": "x", "correlationId": "c"}),
            ),
            (
                "openForm",
                json!(["{}", "{}"]),
                "openform",
                json!({"entityFormOptions": "{}", "entityFormParameters": "{}", "correlationId": "c"}),
            ),
        ] {
            let message = request(&call(method, args), "c").unwrap();
            assert_eq!(message.message_type, message_type);
            assert_eq!(Value::Object(message.message_data), data);
            assert_eq!(message.message_correlation_id, "c");
        }
    }

    #[test]
    fn a_search_that_only_searches_has_a_message_type_of_its_own() {
        for (search_only, message_type) in [(true, "search"), (false, "searchandopenrecords")] {
            let search = call(SEARCH_AND_OPEN, json!(["incident", "?q", search_only]));
            let message = request(&search, "c").unwrap();
            assert_eq!(message.message_type, message_type);
            assert_eq!(message.message_data["searchOnly"], json!(search_only));
        }
    }

    #[test]
    fn a_method_that_does_not_exist_throws() {
        assert!(request(&call("closeSession", json!([])), "c").is_err());
    }

    #[test]
    fn json_string_methods_settle_with_a_string_and_others_with_the_value_itself() {
        let success = reply(Outcome::Success, json!({"value": {"0": {}}}));
        assert_eq!(
            settle(SEARCH_AND_OPEN, &success),
            Some(Ok(Raw::Text(r#"{"0":{}}"#.to_owned())))
        );
        let failure = reply(Outcome::Failure, json!({"message": "no"}));
        assert_eq!(
            settle("openForm", &failure),
            Some(Err(Raw::Text(r#"{"message":"no"}"#.to_owned())))
        );
        assert_eq!(
            settle("setMode", &failure),
            Some(Err(Raw::Json(json!({"message": "no"}))))
        );
        for (value, raw) in [
            (json!({}), Raw::Nothing),
            (json!({"value": null}), Raw::Nothing),
            (
                json!({"value": "tab-id-1"}),
                Raw::Text("tab-id-1".to_owned()),
            ),
            (json!({"value": 1}), Raw::Json(json!(1))),
        ] {
            assert_eq!(
                settle("getFocusedTab", &reply(Outcome::Success, value)),
                Some(Ok(raw))
            );
        }
    }

    #[test]
    fn a_json_string_method_never_settles_on_a_success_without_a_value() {
        let success = reply(Outcome::Success, json!({"message": "no handler"}));
        assert_eq!(settle("getEnvironment", &success), None);
        assert_eq!(settle("getMode", &success), Some(Ok(Raw::Nothing)));
    }
}
