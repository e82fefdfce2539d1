//! The functions against a plain JavaScript pair of the same behaviour, both on Twilio's local runner and against the
//! same organization, by turns: how long the first answer of a fresh runner takes, and how long every further one.
//! Ends with an error if a bound is not met.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[path = "../tests/support/mod.rs"]
mod support;

#[allow(dead_code)]
#[path = "../tests/twilio/organization.rs"]
mod organization;
#[allow(dead_code)]
#[path = "../tests/twilio/runner.rs"]
mod runner;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use organization::Organization;
use runner::Runner;
use serde_json::{Value, json};
use support::ADA;

/// Runners started on each side.
const STARTS: usize = 11;
/// Answers of running ones on each side.
const ANSWERS: usize = 400;
/// How much longer than JavaScript's the first answer may take, and a further one.
const BOUNDS: (f64, f64) = (1.25, 1.1);

/// The two sides: the folder of each.
fn sides() -> [PathBuf; 2] {
    let functions = Path::new(env!("CARGO_MANIFEST_DIR"));
    [functions.join("benches/javascript"), functions.to_owned()]
}

/// The two functions, each with what it is called with.
fn calls() -> [(&'static str, Value); 2] {
    let case = json!({
        "contactid": ADA, "caseorigincode": "1", "casetypecode": "2", "title": "Espresso+machine+leaks",
        "productName": "Grinder & Co's", "prioritycode": "1", "TaskSid": "WT1"
    });
    [
        (
            "findContactByPhoneNum",
            json!({ "phoneNum": "+14155550132" }),
        ),
        ("createCase", case),
    ]
}

#[tokio::main]
async fn main() -> ExitCode {
    let mut all_met = true;
    for (function, parameters) in calls() {
        let first = first_answers(function, &parameters).await;
        all_met &= report(&format!("{function}, first answer"), first, BOUNDS.0);
        let further = further_answers(function, &parameters).await;
        all_met &= report(&format!("{function}, further ones"), further, BOUNDS.1);
    }
    if all_met {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn first_answers(function: &str, parameters: &Value) -> [Vec<Duration>; 2] {
    let organization = Organization::start().await;
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..STARTS {
        for (folder, times) in sides().iter().zip(&mut times) {
            let runner = Runner::start_in(folder, &organization.variables()).await;
            times.push(timed(&runner, function, parameters).await);
        }
    }
    times
}

async fn further_answers(function: &str, parameters: &Value) -> [Vec<Duration>; 2] {
    let organization = Organization::start().await;
    let [javascript, ours] = sides();
    let variables = organization.variables();
    let runners = [
        Runner::start_in(&javascript, &variables).await,
        Runner::start_in(&ours, &variables).await,
    ];
    for runner in &runners {
        for _ in 0..ANSWERS / 4 {
            timed(runner, function, parameters).await;
        }
    }
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ANSWERS {
        for (runner, times) in runners.iter().zip(&mut times) {
            times.push(timed(runner, function, parameters).await);
        }
    }
    times
}

async fn timed(runner: &Runner, function: &str, parameters: &Value) -> Duration {
    let begun = Instant::now();
    let (status, body) = runner.call(function, parameters.clone()).await;
    let time = begun.elapsed();
    assert_eq!(status, 200, "{body}");
    time
}

fn report(what: &str, [javascript, ours]: [Vec<Duration>; 2], bound: f64) -> bool {
    let (javascript, ours) = (median(javascript), median(ours));
    let ratio = ours / javascript;
    println!(
        "{what:38} JavaScript {javascript:7.2} ms, ours {ours:7.2} ms: {ratio:.2} × (at most {bound})"
    );
    ratio <= bound
}

/// In milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times
        .get(times.len() / 2)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
}
