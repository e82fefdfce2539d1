//! Tests what `createCase` refuses, and what it does when the other side refuses: it answers in clear words and creates
//! nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use functions::http::{Failure, Method};
use serde_json::json;
use support::{ADA, NOBODY, Trouble, World, code, refusal};

#[test]
fn bad_input_is_named_and_refused_and_nothing_is_created() {
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
        ("accountid", json!(NOBODY), 404, "account_not_found"),
        ("accountid", json!("Acme"), 400, "invalid_parameter"),
        ("incidentid", json!("CAS-01001"), 400, "invalid_parameter"),
        ("emailaddress", json!("x".repeat(101)), 400, "refused_value"),
        ("title", json!("J%FCrgen"), 400, "invalid_parameter"),
        ("title", json!(["a", "b"]), 400, "invalid_parameter"),
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
        (
            "productName",
            json!("No such product"),
            400,
            "invalid_parameter",
        ),
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
        ("new_estimate", json!("1,234.50"), 400, "invalid_parameter"),
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
            "primarycontactid@odata.bind",
            json!(format!(
                "https://evil.example/api/data/v9.2/contacts({ADA})"
            )),
            400,
            "invalid_parameter",
        ),
        (
            "customerid_account@odata.bind",
            json!(format!("/accounts({ADA})")),
            400,
            "invalid_parameter",
        ),
        ("createdon", json!("2020-01-01"), 400, "invalid_parameter"),
        ("entityimage", json!("AAAA"), 400, "invalid_parameter"),
    ] {
        let mut world = World::new();
        let answer = world.create(json!({ "subject": "New", name: value }));
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
fn a_missing_contact_is_distinguished_from_another_missing_record() {
    let mut world = World::new();
    let answer = world.create(json!({ "contactid": NOBODY }));
    assert_eq!((answer.status, code(&answer)), (404, "contact_not_found"));
    assert_eq!(answer.body["parameter"], "contactid");
    let other = "00000000-0000-4000-8000-00000000ffff";
    let answer =
        world.create(json!({ "primarycontactid@odata.bind": format!("/contacts({other})") }));
    assert_eq!((answer.status, code(&answer)), (404, "record_not_found"));
    assert!(answer.body["message"].as_str().unwrap().contains(other));
    let key = "/contacts(emailaddress1='nobody@example.com')";
    let answer = world.create(json!({ "primarycontactid@odata.bind": key }));
    assert_eq!((answer.status, code(&answer)), (404, "record_not_found"));
}

#[test]
fn another_kind_of_duplicate_is_refused_in_dynamics_words_and_nothing_is_created() {
    for subject in ["", "Warranty", "New"] {
        let mut world = World::new();
        let first = json!({ "new_externalid": "X-1", "TaskSid": "WT1" });
        assert_eq!(world.create(first).status, 200);
        let second = json!({ "new_externalid": "X-1", "TaskSid": "WT2", "subject": subject });
        let answer = world.create(second);
        assert_eq!((answer.status, code(&answer)), (502, "dynamics_refused"));
        let words = answer.body["message"].as_str().unwrap();
        assert!(
            words.contains("status 412") && words.contains("new_externalid"),
            "{words}"
        );
        assert_eq!(
            (world.cases(), world.subjects()),
            (1, vec!["Warranty"]),
            "{subject}"
        );
        let written = world
            .requests
            .iter()
            .filter(|request| request.method != Method::Get);
        assert_eq!(
            written.count(),
            1,
            "{subject}: nothing is tried that cannot do"
        );
    }
}

#[test]
fn a_rule_against_duplicates_is_reported_in_its_own_words_with_any_code() {
    for error in ["0x80040333", "0x80040237", "0x80040217", ""] {
        for subject in ["", "New"] {
            let mut world = World::new();
            let words = format!("A duplicate was found for {ADA}.");
            let dynamics = || refusal(412, error, &words);
            world.troubles.push_back(None);
            if !subject.is_empty() {
                world.troubles.push_back(None);
            }
            world.troubles.push_back(dynamics());
            let answer = world.create(json!({ "CallSid": "CA1", "subject": subject }));
            assert_eq!(
                (answer.status, code(&answer)),
                (502, "dynamics_refused"),
                "{error}"
            );
            assert!(answer.body["message"].as_str().unwrap().contains(&words));
            assert_eq!(world.cases(), 0);
        }
    }
}

#[test]
fn a_case_that_cannot_be_read_does_not_count_as_created_before() {
    let mut world = World::new();
    let words = "A record with matching key values already exists.";
    let hidden = refusal(403, "0x80040220", "Missing prvReadIncident privilege");
    world
        .troubles
        .extend([None, refusal(412, "0x80040237", words), hidden]);
    let answer = world.create(json!({ "CallSid": "CA1" }));
    assert_eq!((answer.status, code(&answer)), (502, "dynamics_refused"));
    assert!(answer.body["message"].as_str().unwrap().contains(words));
}

#[test]
fn the_organizations_own_refusal_is_passed_on_in_its_own_words() {
    let mut world = World::new();
    let words = "Principal user is missing prvCreateIncident privilege";
    world
        .troubles
        .extend([None, refusal(403, "0x80040220", words)]);
    let answer = world.create(json!({}));
    assert_eq!((answer.status, code(&answer)), (502, "dynamics_refused"));
    assert!(answer.body["message"].as_str().unwrap().contains(words));
}

#[test]
fn an_unreachable_organization_leaves_nothing_half_created() {
    let mut world = World::new();
    world
        .troubles
        .extend([None, Some(Trouble::Failed(Failure::Unreachable))]);
    let answer = world.create(json!({}));
    assert_eq!((answer.status, code(&answer)), (502, "unreachable"));
    assert_eq!(world.cases(), 0);
}
