//! Tests that the simulated Dataverse refuses what the real one refuses, as far as the functions depend on it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use functions::http::{Method, Request, Response};
use serde_json::{Value, json};
use support::{ACME, ADA, API, World};

const DEFINITIONS: &str = "EntityDefinitions(LogicalName='incident')/Attributes";

/// The response to a request with a valid token.
fn answer(world: &mut World, request: Request) -> Response {
    let token = format!("Bearer token-{}", world.cloud.directory.given_out);
    world.cloud.answer(&request.header("Authorization", &token))
}

fn get(world: &mut World, path: &str) -> (u16, Value) {
    let response = answer(world, Request::get(format!("{API}{path}")));
    (response.status, response.json().unwrap())
}

fn world() -> World {
    let mut world = World::new();
    world.find("+14155550132");
    world
}

#[test]
fn a_lookup_is_read_as_its_value_and_annotated_with_its_table_on_request() {
    let mut world = world();
    let account = json!({ "accountid": ACME });
    assert_eq!(world.call("createCase", account).status, 200);
    for path in [
        "incidents?$select=customerid",
        "incidents?$filter=customerid%20eq%20%27x%27",
        "incidents?$orderby=customerid",
        "incidents?$select=_title_value",
    ] {
        assert_eq!(get(&mut world, path).0, 400, "{path}");
    }
    let path = "incidents?$select=_customerid_value";
    let (_, body) = get(&mut world, path);
    let row = body["value"][0].as_object().unwrap();
    assert_eq!(row["_customerid_value"], ACME);
    assert_eq!(row.len(), 2, "its tag and its value: {row:?}");
    let preference = "odata.maxpagesize=5,odata.include-annotations=\"*\"";
    let request = Request::get(format!("{API}{path}")).header("Prefer", preference);
    let body: Value = answer(&mut world, request).json().unwrap();
    let annotation = "_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname";
    assert_eq!(body["value"][0][annotation], "account");
}

#[test]
fn only_the_definition_in_a_columns_own_type_has_its_length() {
    let mut world = world();
    let of = |column: &str, kind: &str| {
        format!(
            "{DEFINITIONS}(LogicalName='{column}')/Microsoft.Dynamics.CRM.{kind}AttributeMetadata?$select=MaxLength"
        )
    };
    assert_eq!(get(&mut world, &of("title", "String")).1["MaxLength"], 200);
    assert_eq!(
        get(&mut world, &of("description", "Memo")).1["MaxLength"],
        2_000
    );
    assert_eq!(get(&mut world, &of("title", "Memo")).0, 404);
    assert_eq!(get(&mut world, &of("nothing", "String")).0, 404);
    let all = format!("{DEFINITIONS}?$select=LogicalName,MaxLength");
    assert_eq!(get(&mut world, &all).0, 400);
}

#[test]
fn written_values_are_checked() {
    let ada = format!("/contacts({ADA})");
    let account = format!("/accounts({ACME})");
    for (columns, status, code) in [
        (json!({ "title": "x".repeat(200) }), 201, ""),
        (json!({ "title": "x".repeat(201) }), 400, "0x80044331"),
        // Each takes two units of UTF-16.
        (json!({ "title": "😀".repeat(101) }), 400, "0x80044331"),
        (json!({ "new_externalid": "taken" }), 412, "0x80060892"),
        (
            json!({ "customerid_account@odata.bind": account }),
            400,
            "0x80060888",
        ),
        (
            json!({ "primarycontactid@odata.bind": "/contacts(lastname='Whitfield')" }),
            400,
            "0x80060888",
        ),
        (
            json!({ "primarycontactid@odata.bind": "/contacts(emailaddress1='no')" }),
            404,
            "0x80060891",
        ),
    ] {
        let mut world = world();
        let first = json!({ "incidentid": ACME, "new_externalid": "taken", "customerid_contact@odata.bind": ada });
        for (mut body, status, code) in [(first, 201, ""), (columns, status, code)] {
            body["customerid_contact@odata.bind"] = json!(ada);
            body["incidentid"] = body.get("incidentid").cloned().unwrap_or(json!(ADA));
            let request = Request::with_body(
                Method::Post,
                format!("{API}incidents?$select=incidentid"),
                body.to_string(),
            );
            let response = answer(&mut world, request);
            let refusal: Value = response.json().unwrap();
            let given = refusal.pointer("/error/code").and_then(Value::as_str);
            assert_eq!(
                (response.status, given.unwrap_or_default()),
                (status, code),
                "{body}"
            );
        }
    }
}
