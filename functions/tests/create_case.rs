//! Tests `createCase` from the parameters to the answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use functions::case::derived_id;
use functions::http::{Method, Response};
use serde_json::{Value, json};
use support::{ACME, ADA, API, GRINDER, Trouble, WARRANTY, World, code};

fn body(world: &World) -> Value {
    let request = world.requests.last().expect("a request");
    serde_json::from_str(request.body.as_deref().expect("a body")).expect("JSON")
}

#[test]
fn a_case_is_created_in_one_request() {
    let mut world = World::new();
    let answer = world.create(json!({ "TaskSid": "WT1", "description": "It+leaks%2C%0Abadly." }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    let id = derived_id("TaskSid", "WT1");
    assert_eq!(
        answer.body,
        json!({ "incidentId": id, "ticketNumber": "CAS-01001-A1B2C3" })
    );

    let request = world.requests.last().unwrap();
    assert_eq!(request.method, Method::Patch);
    assert_eq!(
        request.url,
        format!("{API}incidents({id})?$select=incidentid,ticketnumber")
    );
    assert_eq!(request.headers["If-None-Match"], "*");
    assert_eq!(request.headers["Prefer"], "return=representation");
    assert_eq!(
        request.headers["Content-Type"],
        "application/json; charset=utf-8"
    );
    assert_eq!(
        body(&world),
        json!({
            "customerid_contact@odata.bind": format!("/contacts({ADA})"),
            "caseorigincode": 1, "casetypecode": 2,
            "title": "Espresso machine leaks", "description": "It leaks,\nbadly."
        })
    );
    assert_eq!(world.asked().len(), 1);
}

#[test]
fn a_repeated_call_answers_with_the_first_case() {
    for key in [
        json!({ "idempotencyKey": "k", "CallSid": "CA1" }),
        json!({ "TaskSid": "WT1" }),
        json!({ "ConversationSid": "CH1" }),
        json!({ "CallSid": "CA1", "TaskSid": "" }),
    ] {
        let mut world = World::new();
        let first = world.create(key.clone());
        let mut again = key.clone();
        again["title"] = json!("Another title");
        let second = world.create(again);
        assert_eq!((second.status, &second.body), (200, &first.body), "{key}");
        assert_eq!(world.cases(), 1);
        assert_eq!(
            world.cloud.tables.all("incidents")[0]["title"],
            "Espresso machine leaks"
        );
    }
}

#[test]
fn the_same_text_under_another_name_is_another_key() {
    let mut world = World::new();
    world.create(json!({ "TaskSid": "X" }));
    world.create(json!({ "CallSid": "X" }));
    assert_eq!(world.cases(), 2);
}

#[test]
fn without_a_key_each_call_is_a_case_of_its_own() {
    let mut world = World::new();
    let first = world.create(json!({}));
    world.now += 1;
    let second = world.create(json!({}));
    assert_ne!(first.body["incidentId"], second.body["incidentId"]);
    assert_eq!(world.cases(), 2);
}

#[test]
fn a_case_whose_answer_was_lost_is_not_created_again() {
    let mut world = World::new();
    world.troubles.extend([None, Some(Trouble::Lost)]);
    let lost = world.create(json!({ "TaskSid": "WT1" }));
    assert_eq!((lost.status, code(&lost)), (504, "timed_out"));
    let again = world.create(json!({ "TaskSid": "WT1" }));
    assert_eq!(again.body["ticketNumber"], "CAS-01001-A1B2C3");
    assert_eq!(world.cases(), 1);
    let id = derived_id("TaskSid", "WT1");
    let select = "$select=incidentid,ticketnumber";
    let asked = [
        format!("Patch incidents({id})?{select}"),
        format!("Get incidents({id})?{select}"),
    ];
    assert_eq!(world.asked(), asked);
}

#[test]
fn a_product_is_bound_by_its_name() {
    let mut world = World::new();
    let answer = world.create(json!({ "productName": "grinder & co's" }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    assert_eq!(
        body(&world)["productid@odata.bind"],
        format!("/products({GRINDER})")
    );
    let query = "Get products?$select=productid&$filter=(name eq 'grinder & co''s' and statecode eq 0)&$top=2";
    assert_eq!(world.asked()[0], query);
}

#[test]
fn a_subject_that_exists_is_bound() {
    let mut world = World::new();
    world.create(json!({ "subject": "warranty" }));
    assert_eq!(
        body(&world)["subjectid@odata.bind"],
        format!("/subjects({WARRANTY})")
    );
    assert_eq!(world.cloud.tables.all("subjects").len(), 1);
    let query = "Get subjects?$select=subjectid&$filter=title eq 'warranty'&$orderby=createdon,subjectid&$top=1";
    assert_eq!(world.asked()[0], query);
}

#[test]
fn a_new_subject_is_created_once_inside_its_case() {
    let mut world = World::new();
    let answer = world.create(json!({ "subject": "Milk+%26+more", "TaskSid": "WT1" }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    let [case, subject] = [
        derived_id("TaskSid", "WT1"),
        derived_id("subject", "milk & more"),
    ];
    let request = world.requests.last().unwrap();
    assert_eq!(request.method, Method::Post);
    assert_eq!(
        request.url,
        format!("{API}incidents?$select=incidentid,ticketnumber")
    );
    assert_eq!(request.headers["Prefer"], "return=representation");
    assert_eq!(
        body(&world),
        json!({
            "customerid_contact@odata.bind": format!("/contacts({ADA})"),
            "caseorigincode": 1, "casetypecode": 2, "title": "Espresso machine leaks",
            "incidentid": case, "subjectid": { "subjectid": subject, "title": "Milk & more" }
        })
    );
    assert_eq!(world.asked().len(), 2);
    assert_eq!(world.subjects(), ["Warranty", "Milk & more"]);
    assert_eq!(
        world.cloud.tables.all("incidents")[0]["_subjectid_value"],
        json!(subject)
    );

    world.create(json!({ "subject": "milk & more", "TaskSid": "WT2" }));
    assert_eq!((world.subjects().len(), world.cases()), (2, 2));
}

#[test]
fn a_repeated_call_with_a_new_subject_creates_neither_again() {
    let mut world = World::new();
    let first = world.create(json!({ "TaskSid": "WT1" }));
    let second = world.create(json!({ "TaskSid": "WT1", "subject": "New" }));
    assert_eq!((second.status, &second.body), (200, &first.body));
    assert_eq!((world.subjects(), world.cases()), (vec!["Warranty"], 1));
}

#[test]
fn a_subject_that_another_call_creates_meanwhile_is_used() {
    let mut world = World::new();
    let subject = derived_id("subject", "new");
    // The Case did not exist yet when this call asked.
    world.troubles.extend([
        None,
        Some(Trouble::Response(Response {
            status: 200,
            headers: Default::default(),
            body: json!({ "value": [] }).to_string(),
        })),
    ]);
    let row = json!({ "subjectid": subject, "title": "New" });
    world.cloud.tables.add("subjects", row);
    let answer = world.create(json!({ "subject": "New", "TaskSid": "WT1" }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    assert_eq!(
        body(&world)["subjectid@odata.bind"],
        format!("/subjects({subject})")
    );
    assert_eq!((world.subjects().len(), world.cases()), (2, 1));
}

#[test]
fn further_columns_get_the_types_of_the_organization_which_is_asked_once() {
    let mut world = World::new();
    let answer = world.create(json!({
        "prioritycode": "1", "emailaddress": "ada@example.com", "followupby": "2026-12-01T10:00:00Z",
        "firstresponsesent": "false", "billedserviceunits": "7", "new_estimate": "12.50", "new_topics": "1,3",
        "primarycontactid@odata.bind": format!("/contacts({ADA})"), "severitycode": ""
    }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    let body = body(&world);
    assert_eq!(body["prioritycode"], 1);
    assert_eq!(body["emailaddress"], "ada@example.com");
    assert_eq!(body["followupby"], "2026-12-01T10:00:00Z");
    assert_eq!(body["firstresponsesent"], false);
    assert_eq!(body["billedserviceunits"], 7);
    let text = world.requests.last().unwrap().body.clone().unwrap();
    assert!(text.contains("\"new_estimate\":12.50,"), "{text}");
    assert_eq!(body["new_topics"], "1,3");
    assert_eq!(
        body["primarycontactid@odata.bind"],
        format!("/contacts({ADA})")
    );
    assert!(body.get("severitycode").is_none(), "blank is absent");
    let definitions = "Get EntityDefinitions(LogicalName='incident')/Attributes\
                       ?$select=LogicalName,AttributeType,AttributeTypeName,IsValidForCreate";
    assert_eq!(world.asked()[0], definitions);

    world.now += 1;
    world.create(json!({ "prioritycode": "2" }));
    assert_eq!(world.asked().len(), 1, "kept");
    world.now += 3_600_001;
    world.create(json!({ "prioritycode": "2" }));
    assert_eq!(
        world.asked()[0],
        definitions,
        "asked for again after an hour"
    );
}

#[test]
fn an_unknown_column_is_refused_with_the_nearest_name() {
    for (name, hint) in [
        ("priorityCode", "prioritycode"),
        ("priority_code", "prioritycode"),
        ("desription", "description"),
        ("contactId", "contactid"),
        ("product_name", "productName"),
        ("callSid", "CallSid"),
        ("tasksid", "TaskSid"),
        ("idempotencykey", "idempotencyKey"),
        ("accountId", "accountid"),
        ("phonenum", "phoneNum"),
        ("primarycontact@odata.bind", "primarycontactid@odata.bind"),
    ] {
        let mut world = World::new();
        let answer = world.create(json!({ name: "1" }));
        assert_eq!(
            (answer.status, code(&answer)),
            (400, "unknown_column"),
            "{name}"
        );
        assert_eq!(answer.body["parameter"], name);
        let words = format!("A Case has no column {name}. Is it {hint}?");
        assert_eq!(answer.body["message"], words);
        assert_eq!(world.cases(), 0);
    }
}

#[test]
fn a_case_may_belong_to_a_company() {
    let mut world = World::new();
    let answer = world.call("createCase", json!({ "accountid": ACME, "title": "Leaks" }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    let account = format!("/accounts({ACME})");
    assert_eq!(body(&world)["customerid_account@odata.bind"], account);
    assert!(body(&world).get("customerid_contact@odata.bind").is_none());

    // If both are given, the contact is the person to speak to.
    let both = json!({ "accountid": ACME, "CallSid": "CA1" });
    assert_eq!(world.create(both).status, 200);
    assert_eq!(body(&world)["customerid_account@odata.bind"], account);
    assert_eq!(
        body(&world)["primarycontactid@odata.bind"],
        format!("/contacts({ADA})")
    );
    assert!(body(&world).get("customerid_contact@odata.bind").is_none());
    // A blank one counts as missing.
    world.create(json!({ "accountid": "", "CallSid": "CA2" }));
    assert!(body(&world).get("customerid_contact@odata.bind").is_some());
}

#[test]
fn two_products_of_one_name_leave_the_case_without_a_product_and_a_warning() {
    let mut world = World::new();
    let answer = world.create(json!({ "productName": "Twin", "CallSid": "CA1" }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    let warnings = answer.body["warnings"].as_array().unwrap();
    assert!(
        warnings[0].as_str().unwrap().contains("productName"),
        "{warnings:?}"
    );
    assert!(body(&world).get("productid@odata.bind").is_none());
    assert_eq!(world.cases(), 1);
}

#[test]
fn a_record_may_be_named_by_a_key_or_by_its_address() {
    for named in [
        "/contacts(emailaddress1='ada@example.com')".to_owned(),
        format!("{API}contacts({ADA})"),
        format!("https://acme.crm4.dynamics.com/api/data/v9.0/contacts({ADA})"),
    ] {
        let mut world = World::new();
        let answer = world.create(json!({ "primarycontactid@odata.bind": named }));
        assert_eq!(answer.status, 200, "{named}: {:?}", answer.body);
        let case = &world.cloud.tables.all("incidents")[0];
        assert_eq!(case["_primarycontactid_value"], ADA);
    }
}

#[test]
fn a_case_with_an_id_from_the_caller_is_created_once() {
    let mut world = World::new();
    let id = "CA5E0000-0000-4000-8000-000000000001";
    for _ in 0..2 {
        let answer = world.create(json!({ "incidentid": id, "CallSid": "CA1" }));
        assert_eq!(answer.status, 200, "{:?}", answer.body);
        assert_eq!(answer.body["incidentId"], id.to_lowercase());
    }
    assert_eq!(world.cases(), 1);
}

#[test]
fn amounts_keep_their_digits() {
    for (typed, written) in [
        ("123456789012345.6700", "123456789012345.6700"),
        (" 0.10 ", "0.10"),
        ("-7", "-7"),
        ("+5.50", "5.5"),
        (".5", "0.5"),
        ("007", "7.0"),
        ("1e3", "1000.0"),
    ] {
        let mut world = World::new();
        let answer = world.create(json!({ "new_estimate": typed }));
        assert_eq!(answer.status, 200, "{typed}: {:?}", answer.body);
        let text = world.requests.last().unwrap().body.clone().unwrap();
        assert!(
            text.contains(&format!("\"new_estimate\":{written},")),
            "{text}"
        );
    }
}
