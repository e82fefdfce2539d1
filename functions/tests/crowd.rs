//! Tests many calls at once in a process that has just started. They share what they all need.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use std::collections::BTreeMap;
use std::rc::Rc;

use functions::cache::Cache;
use functions::call::Call;
use functions::http::{Failure, Request};
use functions::problem::Answer;
use functions::protocol::{Event, Input, Output, Start};
use serde_json::{Value, json};
use support::{ADA, World};
use uuid::Uuid;

/// How long a response takes, in milliseconds.
const LATENCY: u64 = 120;

/// A hundred calls that begin together, on a simulated clock. `fails` says how a request fails, if it does.
struct Crowd {
    world: World,
    fails: fn(usize, &Request) -> Option<Event>,
    requests: Vec<String>,
}

impl Crowd {
    fn new(fails: fn(usize, &Request) -> Option<Event>) -> Self {
        Self {
            world: World::new(),
            fails,
            requests: Vec::new(),
        }
    }

    /// The answers, and the time of the last one.
    fn run(&mut self, function: &str, parameters: impl Fn(usize) -> Value) -> (Vec<Answer>, u64) {
        let cache = Rc::<Cache>::default();
        let begun = self.world.now;
        let mut calls: Vec<Call> = (0..100)
            .map(|index| {
                let start = Start {
                    function: function.to_owned(),
                    parameters: serde_json::from_value(parameters(index)).unwrap(),
                    environment: self.world.environment.clone(),
                    begun,
                    random_id: Uuid::from_u128(index as u128 + 1),
                };
                Call::new(start, Rc::clone(&cache))
            })
            .collect();
        // What happens to which call, in the order of time.
        let mut agenda: BTreeMap<(u64, usize), Event> = (0..100)
            .map(|index| ((begun, index), Event::Begin))
            .collect();
        let mut answers = Vec::new();
        while let Some(((now, index), event)) = agenda.pop_first() {
            self.world.now = now;
            match calls[index].step(Input { now, event }) {
                Output::Fetch(request) => {
                    let failure = (self.fails)(self.requests.len(), &request);
                    let event = failure
                        .unwrap_or_else(|| Event::Response(self.world.cloud.answer(&request)));
                    self.requests.push(request.url);
                    agenda.insert((now + LATENCY, index), event);
                }
                Output::Sleep(millis) => {
                    agenda.insert((now + millis, index), Event::Woke);
                }
                Output::Answer(answer) => answers.push(answer),
            }
        }
        (answers, self.world.now - begun)
    }

    fn requests_for(&self, part: &str) -> usize {
        let mut urls = self.requests.iter();
        urls.by_ref().filter(|url| url.contains(part)).count()
    }
}

fn case(index: usize) -> Value {
    json!({ "contactid": ADA, "prioritycode": "1", "CallSid": format!("CA{index}"), "title": "word ".repeat(60) })
}

#[test]
fn a_hundred_calls_on_a_cold_process_make_one_request_for_the_token_and_one_for_each_definition() {
    let mut crowd = Crowd::new(|_, _| None);
    let (answers, took) = crowd.run("createCase", case);
    assert_eq!(answers.len(), 100);
    assert!(answers.iter().all(|answer| answer.status == 200));
    assert_eq!(crowd.world.cases(), 100);
    assert_eq!(crowd.requests_for("/oauth2/"), 1);
    assert_eq!(crowd.requests_for("/Attributes?"), 1);
    assert_eq!(crowd.requests_for("LogicalName='title'"), 1);
    assert_eq!(crowd.requests.len(), 103);
    assert!(took < 1_000, "{took} ms");
}

#[test]
fn a_refused_log_in_is_refused_for_all_calls() {
    let mut crowd = Crowd::new(|_, _| None);
    let wrong = "wrong".to_owned();
    let secret = "DYNAMICS_CLIENT_SECRET".to_owned();
    crowd.world.environment.insert(secret, wrong);
    let (answers, took) = crowd.run(
        "findContactByPhoneNum",
        |_| json!({ "phoneNum": "+14155550132" }),
    );
    let refused = answers.iter().filter(|answer| answer.status == 502);
    assert_eq!((refused.count(), crowd.requests.len()), (100, 1));
    assert!(took < 1_000, "{took} ms");
}

#[test]
fn a_broken_connection_fails_only_its_own_call() {
    let mut crowd =
        Crowd::new(|number, _| (number == 0).then_some(Event::Failed(Failure::Unreachable)));
    let (answers, _) = crowd.run(
        "findContactByPhoneNum",
        |_| json!({ "phoneNum": "+14155550132" }),
    );
    let found = answers.iter().filter(|answer| answer.status == 200);
    assert_eq!((found.count(), crowd.requests_for("/oauth2/")), (99, 2));
}

#[test]
fn a_silent_log_in_makes_no_call_late() {
    let mut crowd = Crowd::new(|_, _| Some(Event::Failed(Failure::Unreachable)));
    let (answers, took) = crowd.run(
        "findContactByPhoneNum",
        |_| json!({ "phoneNum": "+14155550132" }),
    );
    assert!(
        answers
            .iter()
            .all(|answer| matches!(answer.status, 502 | 504))
    );
    assert!(took <= 8_000 + LATENCY, "{took} ms");
}

#[test]
fn no_call_waits_for_a_call_that_was_given_up() {
    let cache = Rc::<Cache>::default();
    let call = || {
        let start = Start {
            function: "findContactByPhoneNum".to_owned(),
            parameters: serde_json::from_value(json!({ "phoneNum": "+14155550132" })).unwrap(),
            environment: World::new().environment,
            begun: 1_000,
            random_id: Uuid::nil(),
        };
        Call::new(start, Rc::clone(&cache))
    };
    let step = |call: &mut Call, now, event| call.step(Input { now, event });
    let (mut first, mut second, mut third) = (call(), call(), call());
    let output = step(&mut first, 1_000, Event::Begin);
    assert!(matches!(output, Output::Fetch(_)));
    for waiting in [&mut second, &mut third] {
        let output = step(waiting, 1_000, Event::Begin);
        assert!(matches!(output, Output::Sleep(1..250)), "{output:?}");
    }
    // No call waits longer than its time.
    match step(&mut third, 9_000, Event::Woke) {
        Output::Answer(answer) => assert_eq!(answer.status, 504),
        other => panic!("{other:?}"),
    }
    drop(first);
    let output = step(&mut second, 8_000, Event::Woke);
    assert!(matches!(output, Output::Fetch(_)), "{output:?}");
}
