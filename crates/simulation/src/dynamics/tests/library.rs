//! Tests that the client library and the host fit together.

use super::*;
use crate::library;
use wire::cif::decode::Raw;
use wire::cif::payload::Invocation;

/// How the promise of a call settles, if it settles at once.
fn promise(world: &mut World, method: &'static str, args: Value) -> Option<Result<Raw, Raw>> {
    let args = args.as_array().cloned().unwrap_or_default();
    let request = library::request(&Invocation { method, args }, "call").unwrap();
    world.step(Input::Request(request));
    let (_, reply) = world.replies.pop()?;
    library::settle(method, &reply)
}

#[test]
fn a_call_gets_the_hosts_answer() {
    let mut world = World::new();
    let tabs = Raw::Json(json!(["tab-id-0"]));
    let tab = Raw::Text("tab-id-0".to_owned());
    let home = Raw::Text("session-id-0".to_owned());
    for (method, args, expected) in [
        ("setMode", json!([1]), Ok(Raw::Nothing)),
        ("getMode", json!([]), Ok(Raw::Json(json!(1)))),
        ("getTabs", json!([]), Ok(tabs)),
        (
            "getTabs",
            json!(["a template's name"]),
            Ok(Raw::Json(json!([]))),
        ),
        ("getFocusedTab", json!([]), Ok(tab)),
        ("getFocusedSession", json!([]), Ok(home)),
        ("focusTab", json!(["tab-id-0"]), Ok(Raw::Nothing)),
        (
            "focusTab",
            json!(["gone"]),
            Err(Raw::Json(json!({ "msdyn_name": "focusTab" }))),
        ),
        ("getClickToAct", json!([]), Ok(Raw::Json(json!(true)))),
        ("getWidth", json!([]), Ok(Raw::Nothing)),
    ] {
        assert_eq!(
            promise(&mut world, method, args),
            Some(expected),
            "{method}"
        );
    }
}

#[test]
fn a_search_and_its_refusal_are_json_texts() {
    let mut world = World::new();
    let id = world.case.id;
    let query = format!("$select=incidentid&$filter=incidentid eq {id}");
    let found = promise(
        &mut world,
        "searchAndOpenRecords",
        json!(["incident", query, true]),
    );
    let rows = json!({ "0": { "incidentid": id.to_string() } });
    assert_eq!(found, Some(Ok(Raw::Text(rows.to_string()))));
    let refused = promise(
        &mut world,
        "searchAndOpenRecords",
        json!(["incident", "$top=1", true]),
    );
    let Some(Err(Raw::Text(text))) = refused else {
        panic!("{refused:?}");
    };
    let refusal: Value = serde_json::from_str(&text).unwrap();
    assert!(refusal["value"]["errorMsg"].is_string());
}
