//! What `createCase` refuses, and what it does when others refuse: clear words, and nothing created.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use functions::http::Failure;
use serde_json::json;
use support::{ADA, NOBODY, Trouble, World, code};

#[test]
fn bad_input_is_refused_in_words_that_name_it_and_nothing_is_created() {
    let long = "x".repeat(100_000);
    for (name, value, status, expected) in [
        ("contactid", json!(""), 400, "missing_parameter"),
        ("contactid", json!("12345"), 400, "invalid_parameter"),
        ("contactid", json!("' or 1 eq 1"), 400, "invalid_parameter"),
        (
            "contactid",
            json!("{{widgets.find.parsed.contactid}}"),
            400,
            "invalid_parameter",
        ),
        ("contactid", json!(NOBODY), 404, "contact_not_found"),
        ("title", json!(" "), 400, "missing_parameter"),
        ("title", json!("J%FCrgen"), 400, "invalid_parameter"),
        ("title", json!(["a", "b"]), 400, "invalid_parameter"),
        ("title", json!("t".repeat(201)), 400, "refused_value"),
        ("caseorigincode", json!(""), 400, "missing_parameter"),
        ("caseorigincode", json!("phone"), 400, "invalid_parameter"),
        ("caseorigincode", json!("-1"), 400, "invalid_parameter"),
        (
            "caseorigincode",
            json!("99999999999"),
            400,
            "invalid_parameter",
        ),
        ("caseorigincode", json!("99"), 400, "refused_value"),
        ("casetypecode", json!("1.5"), 400, "invalid_parameter"),
        ("casetypecode", json!(4), 400, "refused_value"),
        ("description", json!(long), 400, "refused_value"),
        (
            "productName",
            json!("No such product"),
            400,
            "invalid_parameter",
        ),
        ("productName", json!("Twin"), 400, "invalid_parameter"),
        ("productName", json!("Retired"), 400, "invalid_parameter"),
        (
            "productName",
            json!("' or 1 eq 1 or name eq '"),
            400,
            "invalid_parameter",
        ),
        ("prioritycode", json!("high"), 400, "invalid_parameter"),
        (
            "firstresponsesent",
            json!("perhaps"),
            400,
            "invalid_parameter",
        ),
        ("followupby", json!("tomorrow"), 400, "invalid_parameter"),
        ("new_estimate", json!("a lot"), 400, "invalid_parameter"),
        ("new_estimate", json!("NaN"), 400, "invalid_parameter"),
        ("new_topics", json!("one,two"), 400, "invalid_parameter"),
        ("primarycontactid", json!(ADA), 400, "invalid_parameter"),
        (
            "primarycontactid@odata.bind",
            json!(ADA),
            400,
            "invalid_parameter",
        ),
        (
            "primarycontactid@odata.bind",
            json!("/contacts(1)"),
            400,
            "invalid_parameter",
        ),
        (
            "customerid_account@odata.bind",
            json!(format!("/accounts({ADA})")),
            400,
            "invalid_parameter",
        ),
        ("incidentid", json!(ADA), 400, "invalid_parameter"),
        ("createdon", json!("2020-01-01"), 400, "invalid_parameter"),
        ("entityimage", json!("AAAA"), 400, "invalid_parameter"),
    ] {
        let mut world = World::new();
        let answer = world.create(json!({ name: value, "subject": "New" }));
        assert_eq!(
            (answer.status, code(&answer)),
            (status, expected),
            "{name}: {:?}",
            answer.body
        );
        let text = answer.body.to_string();
        assert!(text.contains(name), "{name} is named: {text}");
        assert_eq!(
            (world.cases(), world.subjects()),
            (0, vec!["Warranty"]),
            "{name}"
        );
    }
}

#[test]
fn a_contact_that_does_not_exist_is_told_from_another_record_that_does_not() {
    let mut world = World::new();
    let answer = world.create(json!({ "contactid": NOBODY }));
    assert_eq!((answer.status, code(&answer)), (404, "contact_not_found"));
    assert_eq!(answer.body["parameter"], "contactid");
    let other = "00000000-0000-4000-8000-00000000ffff";
    let answer =
        world.create(json!({ "primarycontactid@odata.bind": format!("/contacts({other})") }));
    assert_eq!((answer.status, code(&answer)), (404, "record_not_found"));
    assert!(answer.body["message"].as_str().unwrap().contains(other));
}

#[test]
fn the_organizations_own_refusal_is_passed_on_in_its_own_words() {
    let mut world = World::new();
    let words = "Principal user is missing prvCreateIncident privilege";
    world.troubles.extend([
        None,
        Some(Trouble::Response(functions::http::Response {
            status: 403,
            headers: Default::default(),
            body: json!({ "error": { "code": "0x80040220", "message": words } }).to_string(),
        })),
    ]);
    let answer = world.create(json!({}));
    assert_eq!((answer.status, code(&answer)), (502, "dynamics_refused"));
    assert!(answer.body["message"].as_str().unwrap().contains(words));
}

#[test]
fn an_unreachable_organization_is_no_half_a_case() {
    let mut world = World::new();
    world
        .troubles
        .extend([None, Some(Trouble::Failed(Failure::Unreachable))]);
    let answer = world.create(json!({}));
    assert_eq!((answer.status, code(&answer)), (502, "unreachable"));
    assert_eq!(world.cases(), 0);
}
