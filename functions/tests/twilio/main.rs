//! Tests the functions as they are deployed, on Twilio's own local runner. An organization answers over HTTP and
//! records every request that leaves the runner.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../support/mod.rs"]
mod support;

mod organization;
mod runner;

use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use functions::case::derived_id;
use functions::http::Method;
use futures_util::future::join_all;
use organization::{Organization, Trouble};
use runner::Runner;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use support::{ADA, GRINDER, NOBODY, WARRANTY};
use tokio::process::Command;

const ADAS: &str = "+14155550132";
const TOKEN: &str = "/acme.onmicrosoft.com/oauth2/v2.0/token";

fn case(changes: Value) -> Value {
    let mut all = json!({
        "contactid": ADA, "caseorigincode": "1", "casetypecode": "2", "title": "Espresso+machine+leaks"
    });
    for (name, value) in changes.as_object().unwrap() {
        all[name] = value.clone();
    }
    all
}

#[tokio::test]
async fn a_contact_is_found_and_the_token_is_kept_for_the_next_call() {
    let organization = Organization::start().await;
    let runner = Runner::start(&organization.variables()).await;
    let (status, body) = runner
        .call("findContactByPhoneNum", json!({ "phoneNum": ADAS }))
        .await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(
        body,
        json!({
            "contactid": ADA, "firstname": "Ada", "lastname": "Whitfield", "telephone1": "+1 (415) 555-0132",
            "emailaddress1": "ada@example.com", "matches": 1
        })
    );
    let (status, body) = runner
        .call("findContactByPhoneNum", json!({ "phoneNum": "2125550199" }))
        .await;
    assert_eq!((status, body), (200, json!({})));

    let requests = organization.requests();
    let seen: Vec<_> = requests
        .iter()
        .map(|request| (request.method, request.path()))
        .collect();
    assert_eq!(seen.len(), 4, "{seen:?}");
    assert_eq!(seen[0], (Method::Post, TOKEN));
    assert_eq!(
        requests[0].headers["content-type"],
        "application/x-www-form-urlencoded"
    );
    let fields = requests[0].body.as_deref().unwrap();
    assert!(
        fields.ends_with("&grant_type=client%5Fcredentials&client_secret=s3cret%26"),
        "{fields}"
    );
    let filters = [
        "(telephone1 eq '+14155550132' or telephone1 eq '14155550132' or ",
        "(telephone1 eq '+12125550199' or telephone1 eq '12125550199' or ",
        "(contains(telephone1,'5%5%5%0%1%9%9') or ",
    ];
    for (request, filter) in requests[1..].iter().zip(filters) {
        assert_eq!(
            (request.method, request.path()),
            (Method::Get, "/api/data/v9.2/contacts")
        );
        assert_eq!(request.headers["authorization"], "Bearer token-1");
        let query = request.query();
        assert!(query.contains(&format!("$filter={filter}")), "{query}");
        assert_eq!(request.body, None);
    }
}

#[tokio::test]
async fn a_case_is_created_once_with_all_its_parts() {
    let organization = Organization::start().await;
    let runner = Runner::start(&organization.variables()).await;
    let parameters = case(json!({
        "TaskSid": "WT1", "productName": "Grinder & Co's", "subject": "Warranty",
        "description": "It+leaks%2C%0Abadly.", "prioritycode": "1"
    }));
    let (status, first) = runner.call("createCase", parameters.clone()).await;
    assert_eq!(status, 200, "{first}");
    let id = derived_id("TaskSid", "WT1");
    assert_eq!(
        first,
        json!({ "incidentId": id, "ticketNumber": "CAS-01001-A1B2C3" })
    );

    let requests = organization.requests();
    let seen: Vec<_> = requests
        .iter()
        .map(|request| (request.method, request.path().to_owned()))
        .collect();
    let api = "/api/data/v9.2";
    let expected = [
        (Method::Post, TOKEN.to_owned()),
        (
            Method::Get,
            format!("{api}/EntityDefinitions(LogicalName='incident')/Attributes"),
        ),
        (Method::Get, format!("{api}/products")),
        (Method::Get, format!("{api}/subjects")),
        (Method::Patch, format!("{api}/incidents({id})")),
    ];
    assert_eq!(seen, expected);
    assert_eq!(
        requests[1].query(),
        "$select=LogicalName,AttributeType,AttributeTypeName,IsValidForCreate"
    );
    assert_eq!(
        requests[2].query(),
        "$select=productid&$filter=(name eq 'Grinder & Co''s' and statecode eq 0)&$top=2"
    );
    assert_eq!(
        requests[3].query(),
        "$select=subjectid&$filter=title eq 'Warranty'&$orderby=createdon,subjectid&$top=1"
    );
    assert_eq!(requests[4].query(), "$select=incidentid,ticketnumber");
    assert_eq!(requests[4].headers["if-none-match"], "*");
    assert_eq!(requests[4].headers["prefer"], "return=representation");
    let body: Value = serde_json::from_str(requests[4].body.as_deref().unwrap()).unwrap();
    assert_eq!(
        body,
        json!({
            "customerid_contact@odata.bind": format!("/contacts({ADA})"),
            "caseorigincode": 1, "casetypecode": 2, "prioritycode": 1,
            "title": "Espresso machine leaks", "description": "It leaks,\nbadly.",
            "productid@odata.bind": format!("/products({GRINDER})"),
            "subjectid@odata.bind": format!("/subjects({WARRANTY})")
        })
    );

    let (status, second) = runner.call("createCase", parameters).await;
    assert_eq!((status, second), (200, first));
    assert_eq!(organization.cases(), 1);
    let last = organization.requests().pop().unwrap();
    assert_eq!(
        (last.method, last.path()),
        (Method::Get, format!("{api}/incidents({id})").as_str())
    );
}

#[tokio::test]
async fn bad_input_gets_its_status_and_creates_nothing() {
    let organization = Organization::start().await;
    let runner = Runner::start(&organization.variables()).await;
    for number in ["", "anonymous", "+266696687", "call me", "' or 1 eq 1"] {
        let answer = runner
            .call("findContactByPhoneNum", json!({ "phoneNum": number }))
            .await;
        assert_eq!(answer, (200, json!({})), "{number}");
    }
    let (status, body) = runner.call("findContactByPhoneNum", json!({})).await;
    assert_eq!((status, &body["code"]), (400, &json!("missing_parameter")));
    assert!(organization.requests().is_empty());
    for (changes, status, code) in [
        (json!({ "contactid": "no GUID" }), 400, "invalid_parameter"),
        (json!({ "contactid": NOBODY }), 404, "contact_not_found"),
        (json!({ "caseorigincode": "99" }), 400, "refused_value"),
        (json!({ "casetypecode": "-1" }), 400, "invalid_parameter"),
        (json!({ "prioritycod": "1" }), 400, "unknown_column"),
        (
            json!({ "emailaddress": "x".repeat(101) }),
            400,
            "refused_value",
        ),
        (
            json!({ "productName": "No such product" }),
            400,
            "invalid_parameter",
        ),
    ] {
        let (given, body) = runner.call("createCase", case(changes)).await;
        assert_eq!((given, &body["code"]), (status, &json!(code)), "{body}");
    }
    assert_eq!(organization.cases(), 0);

    // A form can't carry these values, so they are sent as JSON.
    for value in [
        "\"\\ud800\"".to_owned(),
        format!("{}1{}", "[".repeat(200), "]".repeat(200)),
        format!("{}1{}", "{\"a\":".repeat(200), "}".repeat(200)),
        format!("{}1{}", "[".repeat(20_000), "]".repeat(20_000)),
    ] {
        let before = organization.requests().len();
        for (function, name) in [
            ("findContactByPhoneNum", "phoneNum"),
            ("createCase", "title"),
        ] {
            let body = format!("{{\"contactid\":\"{ADA}\",\"{name}\":{value}}}");
            let (status, body) = runner.post(function, "application/json", body).await;
            let code = json!("invalid_parameter");
            assert_eq!((status, &body["code"]), (400, &code), "{function}: {body}");
        }
        assert_eq!(organization.requests().len(), before);
    }
}

#[tokio::test]
async fn people_who_talk_for_long_or_not_at_all_get_their_case() {
    let organization = Organization::start().await;
    let runner = Runner::start(&organization.variables()).await;
    let long = case(json!({ "title": "talk ".repeat(15_000), "productName": "Twin" }));
    let (status, body) = runner.call("createCase", long).await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(body["truncated"], json!(["title", "description"]));
    assert_eq!(body["warnings"].as_array().map(Vec::len), Some(1));
    let silent = json!({ "contactid": ADA, "title": "", "phoneNum": ADAS });
    let (status, body) = runner.call("createCase", silent).await;
    assert_eq!(status, 200, "{body}");
    let written = organization.requests().pop().unwrap().body.unwrap();
    assert!(written.contains("\"Call from +14155550132\""), "{written}");
    assert_eq!(organization.cases(), 2);
}

#[tokio::test]
async fn a_hundred_calls_at_once_in_a_new_process_share_a_token_and_the_definitions() {
    let organization = Organization::start().await;
    organization.takes(Duration::from_millis(300));
    let runner = Runner::start(&organization.variables()).await;
    let calls = (0..100).map(|number| {
        let sid = format!("CA{number}");
        runner.call(
            "createCase",
            case(json!({ "CallSid": sid, "prioritycode": "1" })),
        )
    });
    for (status, body) in join_all(calls).await {
        assert_eq!(status, 200, "{body}");
    }
    let requests = organization.requests();
    let to = |path: &str| {
        requests
            .iter()
            .filter(|request| request.path().contains(path))
            .count()
    };
    assert_eq!((to(TOKEN), to("/Attributes"), requests.len()), (1, 1, 102));
    assert_eq!(organization.cases(), 100);
}

#[tokio::test]
async fn an_answer_comes_within_eight_seconds_of_the_load_or_of_the_call() {
    let organization = Organization::start().await;
    organization.takes(Duration::from_secs(60));
    let host = &organization.variables()["DYNAMICS_HOST"];
    let answers: Vec<(u16, u64)> = node("clock.js", host).await;
    // The handler was called twice, 700 ms after the file was loaded. The second time the file counts as loaded
    // already.
    for ((status, millis), expected) in answers.into_iter().zip([8_000, 8_700]) {
        assert_eq!(status, 504);
        assert!(
            (expected..expected + 1_300).contains(&millis),
            "{millis} ms"
        );
    }
}

#[tokio::test]
async fn each_machine_is_freed_however_its_call_ends() {
    let folder = tempfile::tempdir().unwrap();
    let machine = folder.path().join("machine.js");
    let calls: (Vec<bool>, u32, u32) = node("freed.js", machine.to_str().unwrap()).await;
    assert_eq!(calls, (vec![true, false, false, false], 4, 4));
}

/// Runs a script of this folder with the folder of the functions and one more argument. Returns what it prints, read as
/// JSON.
async fn node<T: DeserializeOwned>(script: &str, argument: &str) -> T {
    let output = Command::new("node")
        .arg(
            Path::new(runner::FUNCTIONS)
                .join("tests/twilio")
                .join(script),
        )
        .args([runner::FUNCTIONS, argument])
        .kill_on_drop(true)
        .output()
        .await
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {errors}"))
}

#[tokio::test]
async fn each_trouble_on_the_way_gets_its_status() {
    let organization = Organization::start().await;
    let runner = Runner::start(&organization.variables()).await;
    let find = async || {
        runner
            .call("findContactByPhoneNum", json!({ "phoneNum": ADAS }))
            .await
    };
    assert_eq!(find().await.0, 200);

    organization.orders([Trouble::Busy(1)]);
    assert_eq!(find().await.0, 200);
    organization.orders([Trouble::BusyUntil(
        SystemTime::now() + Duration::from_secs(2),
    )]);
    assert_eq!(find().await.0, 200);
    organization.orders([
        Trouble::Throttles("0x80048644"),
        Trouble::Throttles("0x80048644"),
    ]);
    assert_eq!(find().await.0, 200);
    let before = organization.requests().len();
    organization.orders([Trouble::Busy(0); 100]);
    let (status, body) = find().await;
    assert_eq!((status, &body["code"]), (503, &json!("busy")));
    let sent = organization.requests().len() - before;
    assert!(sent <= 8, "{sent} requests");
    organization.forgives();
    organization.orders([Trouble::Busy(60)]);
    let (status, body) = find().await;
    assert_eq!((status, &body["code"]), (503, &json!("busy")));
    organization.orders([Trouble::Refuses("The user is disabled.")]);
    let (status, body) = find().await;
    assert_eq!((status, &body["code"]), (502, &json!("dynamics_refused")));
    assert!(
        body["message"]
            .as_str()
            .unwrap()
            .contains("The user is disabled.")
    );
    organization.orders([Trouble::HangsUp]);
    let (status, body) = find().await;
    assert_eq!((status, &body["code"]), (502, &json!("unreachable")));
    organization.orders([Trouble::Silent]);
    let begun = Instant::now();
    let (status, body) = find().await;
    assert_eq!((status, &body["code"]), (504, &json!("timed_out")));
    let took = begun.elapsed();
    assert!((8.0..9.5).contains(&took.as_secs_f64()), "{took:?}");
}

#[tokio::test]
async fn a_user_may_log_in_with_name_and_password() {
    let organization = Organization::start().await;
    let mut variables = organization.variables();
    variables.remove("DYNAMICS_CLIENT_SECRET");
    variables.insert("DYNAMICS_USERNAME", "flow@acme.example".to_owned());
    variables.insert("DYNAMICS_PASSWORD", "pass+word%".to_owned());
    let runner = Runner::start(&variables).await;
    let (status, body) = runner
        .call("findContactByPhoneNum", json!({ "phoneNum": ADAS }))
        .await;
    assert_eq!((status, &body["contactid"]), (200, &json!(ADA)), "{body}");
}

#[tokio::test]
async fn a_missing_variable_is_named() {
    let organization = Organization::start().await;
    let mut variables = organization.variables();
    variables.remove("DYNAMICS_TENANT_ID");
    let runner = Runner::start(&variables).await;
    let (status, body) = runner.call("createCase", case(json!({}))).await;
    assert_eq!((status, &body["code"]), (500, &json!("configuration")));
    assert!(
        body["message"]
            .as_str()
            .unwrap()
            .contains("DYNAMICS_TENANT_ID")
    );
    assert!(organization.requests().is_empty());
}

#[tokio::test]
async fn only_the_two_functions_are_served_and_nothing_personal_is_logged() {
    let organization = Organization::start().await;
    let runner = Runner::start(&organization.variables()).await;
    for (inner, refusal) in [
        ("run", 404),
        ("core", 404),
        ("core.wasm", 403),
        ("core.private.wasm", 404),
    ] {
        assert_eq!(runner.call(inner, json!({})).await.0, refusal, "{inner}");
    }
    runner
        .call("findContactByPhoneNum", json!({ "phoneNum": ADAS }))
        .await;
    runner
        .call(
            "createCase",
            case(json!({ "description": "Private words" })),
        )
        .await;
    organization.orders([Trouble::Refuses("Ada Whitfield may not.")]);
    runner
        .call("findContactByPhoneNum", json!({ "phoneNum": ADAS }))
        .await;
    let log = runner.log();
    assert!(
        log.contains("findContactByPhoneNum: 502 dynamics_refused"),
        "{log}"
    );
    for personal in [
        "4155550132",
        "555-0132",
        "Whitfield",
        "ada@",
        "s3cret",
        "token-1",
        "Private",
        "Espresso",
        ADA,
    ] {
        assert!(!log.contains(personal), "{personal} in {log}");
    }
}
