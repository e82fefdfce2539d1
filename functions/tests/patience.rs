//! Tests tokens, time limits and everything that goes wrong on the way. It is the same for both functions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use functions::cache::Cache;
use functions::call::Call;
use functions::http::{Failure, Response};
use functions::problem::Answer;
use functions::protocol::{Event, Input, Output, Start};
use serde_json::json;
use std::rc::Rc;
use support::{ADA, Trouble, World, busy, code, refusal};
use uuid::Uuid;

const ADAS: &str = "+14155550132";

fn log_ins(world: &World) -> usize {
    let token = world
        .requests
        .iter()
        .filter(|request| request.url.ends_with("/oauth2/v2.0/token"));
    token.count()
}

#[test]
fn the_application_logs_in_with_its_secret() {
    let mut world = World::new();
    assert_eq!(world.find(ADAS).status, 200);
    let request = &world.requests[0];
    assert_eq!(
        request.url,
        "https://login.microsoftonline.com/acme.onmicrosoft.com/oauth2/v2.0/token"
    );
    assert_eq!(
        request.body.as_deref(),
        Some(
            "client_id=client&scope=https%3A%2F%2Facme%2Ecrm4%2Edynamics%2Ecom%2F%2Edefault\
             &grant_type=client%5Fcredentials&client_secret=s3cret%26"
        )
    );
    assert_eq!(
        request.headers["Content-Type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(world.requests[1].headers["Authorization"], "Bearer token-1");
}

#[test]
fn without_a_secret_a_user_logs_in_with_name_and_password() {
    let mut world = World::new();
    world.environment.remove("DYNAMICS_CLIENT_SECRET");
    world.environment.insert(
        "DYNAMICS_USERNAME".to_owned(),
        "flow@acme.example".to_owned(),
    );
    world
        .environment
        .insert("DYNAMICS_PASSWORD".to_owned(), "pass+word%".to_owned());
    assert_eq!(world.find(ADAS).status, 200);
    let body = world.requests[0].body.clone().unwrap();
    assert!(
        body.contains("grant_type=password&username=flow%40acme%2Eexample&password=pass%2Bword%25"),
        "{body}"
    );
}

#[test]
fn a_token_is_kept_until_shortly_before_it_expires() {
    let mut world = World::new();
    world.find(ADAS);
    assert_eq!(log_ins(&world), 1);
    world.now += (3_599 - 301) * 1_000;
    world.find(ADAS);
    assert_eq!(log_ins(&world), 0);
    world.now += 2_000;
    world.find(ADAS);
    assert_eq!(log_ins(&world), 1);
}

#[test]
fn a_token_is_used_only_for_the_log_in_that_it_was_given_to() {
    let mut world = World::new();
    world.find(ADAS);
    for (name, value) in [
        ("DYNAMICS_CLIENT_ID", "another"),
        ("DYNAMICS_TENANT_ID", "another.example"),
        ("DYNAMICS_HOST", "https://another.crm.dynamics.com"),
    ] {
        let kept = world.environment.insert(name.to_owned(), value.to_owned());
        world.find(ADAS);
        assert_eq!(log_ins(&world), 1, "{name}");
        world.environment.insert(name.to_owned(), kept.unwrap());
    }
}

#[test]
fn a_refused_token_is_renewed_once() {
    let mut world = World::new();
    world.find(ADAS);
    world.cloud.directory.revoke();
    assert_eq!(world.find(ADAS).status, 200);
    assert_eq!(log_ins(&world), 1);
    world
        .troubles
        .extend([busy(401, None), None, busy(401, None)]);
    let answer = world.find(ADAS);
    assert_eq!((answer.status, code(&answer)), (502, "dynamics_refused"));
    assert_eq!(world.requests.len(), 3);
}

#[test]
fn a_refused_log_in_is_reported_in_its_own_words() {
    let mut world = World::new();
    world
        .environment
        .insert("DYNAMICS_CLIENT_SECRET".to_owned(), "wrong".to_owned());
    let answer = world.find(ADAS);
    assert_eq!((answer.status, code(&answer)), (502, "login_refused"));
    let words = "Microsoft's log-in refuses: invalid_client: AADSTS7000215: Invalid client secret provided.";
    assert_eq!(answer.body["message"], words);
}

#[test]
fn a_missing_variable_is_named_and_nothing_is_sent() {
    for name in [
        "DYNAMICS_HOST",
        "DYNAMICS_TENANT_ID",
        "DYNAMICS_CLIENT_ID",
        "DYNAMICS_CLIENT_SECRET",
    ] {
        let mut world = World::new();
        world.environment.remove(name);
        let answer = world.find(ADAS);
        assert_eq!((answer.status, code(&answer)), (500, "configuration"));
        assert_eq!(answer.body["parameter"], name);
        assert!(world.requests.is_empty());
    }
}

#[test]
fn a_busy_server_is_asked_again_after_the_time_that_it_names() {
    for status in [429, 503] {
        let mut world = World::new();
        world
            .troubles
            .extend([None, busy(status, Some("2")), busy(status, None)]);
        assert_eq!(world.create(json!({ "TaskSid": "WT1" })).status, 200);
        assert_eq!(world.sleeps, [2_000, 500]);
        assert_eq!(world.cases(), 1);
    }
    let mut world = World::new();
    world.troubles.push_back(busy(429, Some("1")));
    assert_eq!(world.find(ADAS).status, 200, "the log-in may be busy, too");
}

#[test]
fn a_busy_server_may_name_a_date() {
    let mut world = World::new();
    // It is 08:00:00.
    let date = "Fri, 15 Jan 2027 08:00:03 GMT";
    world.troubles.extend([None, busy(429, Some(date))]);
    assert_eq!(world.find(ADAS).status, 200);
    assert_eq!(world.sleeps, [3_000]);
    let mut world = World::new();
    let date = "Fri, 15 Jan 2027 08:01:00 GMT";
    world.troubles.extend([None, busy(429, Some(date))]);
    let answer = world.find(ADAS);
    assert_eq!((answer.status, code(&answer)), (503, "busy"));
    assert_eq!(answer.headers["Retry-After"], "60");
}

#[test]
fn a_server_that_is_always_busy_is_asked_a_few_times_at_growing_intervals() {
    for header in [
        None,
        Some("0"),
        Some("soon"),
        Some("Fri, 15 Jan 2027 07:00:00 GMT"),
    ] {
        let mut world = World::new();
        let always = (0..100).map(|_| busy(429, header));
        world.troubles.extend([None].into_iter().chain(always));
        let answer = world.find(ADAS);
        assert_eq!((answer.status, code(&answer)), (503, "busy"), "{header:?}");
        assert!(answer.headers.is_empty(), "{header:?}");
        assert_eq!(world.sleeps, [250, 500, 1_000, 2_000], "{header:?}");
    }
}

#[test]
fn a_call_sends_eight_requests_at_most() {
    for (product, status, expected) in [
        ("No such product", 400, "invalid_parameter"),
        // The ninth request would ask for the subject.
        ("Grinder & Co's", 503, "busy"),
    ] {
        let mut world = World::new();
        world.troubles.extend([
            busy(503, None),
            None,
            busy(429, Some("0")),
            busy(401, None),
            None,
            busy(429, Some("0")),
        ]);
        let parameters = json!({ "prioritycode": "1", "productName": product, "subject": "New" });
        let answer = world.create(parameters);
        assert_eq!(world.requests.len(), 8);
        assert_eq!((answer.status, code(&answer)), (status, expected));
        assert_eq!(world.cases(), 0);
    }
}

#[test]
fn a_throttled_query_is_tried_again_with_any_status() {
    for error in ["0x80048644", "0x80048544", "0x80048744", "0x80048573"] {
        for status in [400, 403, 429, 500, 503] {
            let mut world = World::new();
            let throttled = || refusal(status, error, "This query is throttled.");
            world
                .troubles
                .extend([None, None, throttled(), throttled()]);
            // Only its last digits find this contact.
            let row = json!({ "contactid": ADA, "telephone1": "305.555-0166" });
            world.cloud.tables.add("contacts", row);
            assert_eq!(world.find("+13055550166").body["contactid"], ADA);
            assert_eq!(world.sleeps, [250, 500], "{error} with {status}");

            let always = (0..10).map(|_| throttled());
            world.troubles.extend([None].into_iter().chain(always));
            let answer = world.find("+13055550166");
            assert_eq!((answer.status, code(&answer)), (503, "busy"));
        }
    }
}

#[test]
fn a_server_that_asks_for_too_much_time_ends_the_call_at_once() {
    let mut world = World::new();
    world.troubles.extend([None, busy(429, Some("8"))]);
    let answer = world.find(ADAS);
    assert_eq!((answer.status, code(&answer)), (503, "busy"));
    assert_eq!(answer.headers["Retry-After"], "8");
    assert!(world.sleeps.is_empty());
}

#[test]
fn a_call_ends_in_time_whatever_happens() {
    let mut world = World::new();
    let begun = world.now;
    world.troubles.extend(
        [None]
            .into_iter()
            .chain((0..20).map(|_| busy(503, Some("1")))),
    );
    let answer = world.find(ADAS);
    assert_eq!((answer.status, code(&answer)), (503, "busy"));
    assert!(world.now - begun <= 8_000, "{}", world.now - begun);
    let given: Vec<u64> = world
        .requests
        .iter()
        .map(|request| request.millis)
        .collect();
    assert_eq!(given[..3], [8_000, 8_000, 7_000]);
}

#[test]
fn the_time_before_the_first_step_counts() {
    let mut call = Call::new(
        Start {
            function: "findContactByPhoneNum".to_owned(),
            parameters: serde_json::from_value(json!({ "phoneNum": ADAS })).unwrap(),
            environment: World::new().environment,
            begun: 10_000,
            random_id: Uuid::nil(),
        },
        Rc::<Cache>::default(),
    );
    match call.step(Input {
        now: 10_600,
        event: Event::Begin,
    }) {
        Output::Fetch(request) => assert_eq!(request.millis, 7_400),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_missing_answer_is_a_504() {
    let mut world = World::new();
    world
        .troubles
        .extend([None, Some(Trouble::Failed(Failure::TimeOut))]);
    let answer = world.find(ADAS);
    assert_eq!((answer.status, code(&answer)), (504, "timed_out"));
    assert_eq!(answer.body["message"], "Dynamics did not answer in time.");

    let mut world = World::new();
    world.troubles.push_back(Some(Trouble::Slow(8_000)));
    let answer = world.find(ADAS);
    assert_eq!((answer.status, code(&answer)), (504, "timed_out"));
    assert_eq!(world.requests.len(), 1, "no request without time for it");
}

#[test]
fn a_timed_out_call_with_a_key_says_that_it_can_be_repeated() {
    for (parameters, is_said) in [
        (json!({}), false),
        (json!({ "CallSid": "CA1" }), true),
        (
            json!({ "incidentid": "6f0c2a10-7b1e-4c55-9a01-0242ac12000c" }),
            true,
        ),
    ] {
        let mut world = World::new();
        world.troubles.extend([None, Some(Trouble::Lost)]);
        let answer = world.create(parameters);
        assert_eq!((answer.status, code(&answer)), (504, "timed_out"));
        let words = answer.body["message"].as_str().unwrap();
        assert_eq!(words.contains("repeated safely"), is_said, "{words}");
    }
}

#[test]
fn an_unreadable_answer_is_a_502() {
    for body in [
        "",
        "<html>",
        "{}",
        "[]",
        "{\"value\": 3}",
        "{\"value\": [{}]}",
    ] {
        let mut world = World::new();
        let response = Response {
            status: 200,
            headers: Default::default(),
            body: body.to_owned(),
        };
        world
            .troubles
            .extend([None, Some(Trouble::Response(response.clone()))]);
        let answer = world.find(ADAS);
        assert_eq!(
            (answer.status, code(&answer)),
            (502, "unreadable_answer"),
            "{body}"
        );
        let mut world = World::new();
        world.troubles.push_back(Some(Trouble::Response(response)));
        assert_eq!(world.find(ADAS).status, 502, "{body} as a token");
    }
}

#[test]
fn parameters_that_are_no_json_are_refused() {
    let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    for parameters in [
        "{\"phoneNum\":\"\\ud800\"}".to_owned(),
        "{\"title\":\"a \\udc00 b\"}".to_owned(),
        format!("{{\"title\":{deep}}}"),
    ] {
        let start = format!(
            "{{\"function\":\"createCase\",\"begun\":1,\"environment\":{{}},\"randomId\":\"{}\",\"parameters\":{parameters}}}",
            Uuid::nil()
        );
        let problem = Call::from_json(&start, Rc::default()).err().unwrap();
        let answer = Answer::from(problem);
        assert_eq!((answer.status, code(&answer)), (400, "invalid_parameter"));
    }
}

#[test]
fn an_unknown_function_is_refused() {
    let answer = World::new().call("deleteCase", json!({}));
    assert_eq!((answer.status, code(&answer)), (404, "unknown_function"));
}

#[test]
fn a_machine_that_is_driven_out_of_order_says_so() {
    let start = Start {
        function: "findContactByPhoneNum".to_owned(),
        parameters: serde_json::from_value(json!({ "phoneNum": ADAS })).unwrap(),
        environment: World::new().environment,
        begun: 1,
        random_id: Uuid::nil(),
    };
    let mut call = Call::new(start, Rc::<Cache>::default());
    let step = |call: &mut Call, event| call.step(Input { now: 1, event });
    assert!(matches!(step(&mut call, Event::Begin), Output::Fetch(_)));
    for _ in 0..2 {
        match step(&mut call, Event::Woke) {
            Output::Answer(answer) => {
                assert_eq!((answer.status, code(&answer)), (500, "out_of_order"))
            }
            other => panic!("{other:?}"),
        }
    }
}
