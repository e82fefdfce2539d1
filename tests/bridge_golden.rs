//! Tests the bridge protocol with its golden messages (`tests/golden/bridge/`), which the bridge script's own tests
//! read as well, and the decoder with any input.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use proptest::prelude::*;
use serde_json::{Value, json};
use store::state::Task;
use store::{FlexCommand, FlexEvent, Millis, Problem, Ticket};
use wire::bridge::{Hello, Message, ToFlex, ToPanel, WindowMessage, decode};

const NOW: Millis = Millis(1_700_000_000_000);

fn golden(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("a golden file is a list")
}

fn tasks() -> Vec<Value> {
    golden(include_str!("golden/bridge/tasks.json"))
}

fn events() -> Vec<Value> {
    golden(include_str!("golden/bridge/events.json"))
}

#[test]
fn each_golden_hello_gets_its_answer() {
    for case in golden(include_str!("golden/bridge/handshake.json")) {
        let hello = Hello::decode(&case["message"]).unwrap();
        let answer = serde_json::to_value(WindowMessage::answer(&hello)).unwrap();
        assert_eq!(answer, case["answer"], "{}", case["about"]);
        assert_eq!(hello.fits(), case["connects"]);
    }
}

#[test]
fn each_golden_task_means_what_it_says() {
    for case in tasks() {
        let Ok(FlexEvent::Task(task)) = decode(&case["message"], NOW) else {
            panic!("{}", case["about"]);
        };
        assert_eq!(task.sid.as_str(), case["flex"]["sid"]);
        assert_eq!(meaning(&task), case["means"], "{}", case["about"]);
    }
}

#[test]
fn a_task_in_a_snapshot_is_read_like_a_task_message() {
    for case in tasks() {
        let snapshot = json!({"to": "panel", "type": "snapshot", "tasks": [case["message"]["task"]],
            "selected": null, "view": null, "activity": null});
        let Ok(FlexEvent::Snapshot(snapshot)) = decode(&snapshot, NOW) else {
            panic!("{}", case["about"]);
        };
        assert_eq!(meaning(&snapshot.tasks[0]), case["means"]);
    }
}

#[test]
fn each_golden_event_means_what_it_says() {
    for case in events() {
        let event = decode(&case["message"], NOW).unwrap();
        assert_eq!(format!("{event:?}"), case["means"], "{}", case["about"]);
    }
}

#[test]
fn each_golden_message_is_written_as_it_is_read() {
    for case in tasks().into_iter().chain(events()) {
        let read: ToPanel = serde_json::from_value(case["message"].clone()).unwrap();
        let written = serde_json::to_value(Message::Panel(read)).unwrap();
        assert_eq!(written, case["message"], "{}", case["about"]);
    }
}

#[test]
fn each_golden_command_is_what_the_panel_sends() {
    for case in golden(include_str!("golden/bridge/commands.json")) {
        let message = &case["message"];
        let command: FlexCommand = serde_json::from_value(
            json!({"action": message["action"], "payload": message["payload"]}),
        )
        .unwrap();
        let request = Ticket(u32::try_from(message["request"].as_u64().unwrap()).unwrap());
        let sent = Message::Flex(ToFlex::Command { request, command });
        assert_eq!(serde_json::to_value(sent).unwrap(), *message);
    }
}

fn meaning(task: &Task) -> Value {
    json!({
        "status": format!("{:?}", task.status),
        "origin": format!("{:?}", task.origin),
        "channel": format!("{:?}", task.channel),
        "call": task.call,
        "line": format!("{:?}", task.line),
        "group": task.group,
        "wrapup": task.wrapup,
        "customer": *task.customer,
        "address": task.address,
        "caseNumber": task.case_number,
        "record": task.record.map(|record| format!("{} {}", record.entity.logical_name(), record.id)),
        "malformed": task.malformed.as_ref().map(|problem| match problem {
            Problem::MalformedId { entity, value } => format!("{}: {value}", entity.attribute()),
            Problem::AttributesUnreadable => "attributes".into(),
            other => format!("{other:?}"),
        }),
        "secondsAgo": (NOW.0 - task.began.0) / 1000,
        "onHold": task.on_hold,
        "muted": task.muted,
        "unread": task.unread,
        "unanswered": task.unanswered.map(|since| since.0),
        "sinceSecondsAgo": (NOW.0 - task.since.0) / 1000,
    })
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<u64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map("[a-z]{0,8}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A golden message with one value replaced, anywhere.
fn nearly_a_message() -> impl Strategy<Value = Value> {
    let messages: Vec<Value> = tasks()
        .into_iter()
        .chain(events())
        .map(|case| case["message"].clone())
        .collect();
    (
        prop::sample::select(messages),
        any::<prop::sample::Index>(),
        any_json(),
    )
        .prop_map(|(mut message, place, value)| {
            let places = pointers(&message, String::new());
            let at: &String = place.get(&places);
            if let Some(spot) = message.pointer_mut(at) {
                *spot = value;
            }
            message
        })
}

fn pointers(value: &Value, path: String) -> Vec<String> {
    let below: Vec<String> = match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| pointers(value, format!("{path}/{key}")))
            .collect(),
        _ => Vec::new(),
    };
    std::iter::once(path).chain(below).collect()
}

proptest! {
    #[test]
    fn any_json_decodes_or_is_malformed(message in any_json(), now in any::<u64>()) {
        let _ = decode(&message, Millis(now));
    }

    #[test]
    fn what_is_kept_of_any_message_is_short(message in nearly_a_message(), now in any::<u64>()) {
        if let Ok(FlexEvent::Task(task)) = decode(&message, Millis(now)) {
            prop_assert!(task.began.0 <= now);
            prop_assert!(task.customer.chars().count() <= 200);
        }
    }
}

#[test]
fn a_megabyte_in_an_attribute_becomes_a_short_name() {
    let message = json!({"to": "panel", "type": "task", "task": {"sid": "WR1", "status": "pending",
        "channel": "x".repeat(1_000_000), "age": u64::MAX, "onHold": null, "muted": null,
        "attributes": {"name": "é".repeat(1_000_000), "incidentId": "0".repeat(1_000_000)}}});
    let Ok(FlexEvent::Task(task)) = decode(&message, NOW) else {
        panic!("it is a task");
    };
    assert_eq!(task.customer.chars().count(), 200);
    assert_eq!(task.began, Millis(0));
    assert!(task.record.is_none());
    assert!(
        matches!(task.malformed, Some(Problem::MalformedId { value, .. }) if value.len() == 100)
    );
}
