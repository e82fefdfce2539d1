//! Compares the functions with two plain JavaScript functions that do the same. Both run on Twilio's local runner
//! against the same organization, in turns. It measures the first answer of a process, which includes loading and the
//! log-in, and the further answers. It fails if the Rust functions take longer than they may.

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
use runner::{Process, Runner};
use serde_json::{Value, json};
use support::ADA;

/// How many first answers count, and how many are dropped before them.
const FIRST: [usize; 2] = [40, 2];
/// The same for further answers.
const FURTHER: [usize; 2] = [1_000, 500];

/// The folders of the two sides.
fn sides() -> [PathBuf; 2] {
    let functions = Path::new(env!("CARGO_MANIFEST_DIR"));
    [functions.join("benches/javascript"), functions.to_owned()]
}

/// The two functions with their parameters.
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
        for (what, process, turns, bound) in [
            ("first answer", Process::New, FIRST, 1.25),
            ("further ones", Process::Same, FURTHER, 1.1),
        ] {
            let times = answers(function, &parameters, process, turns).await;
            all_met &= report(&format!("{function}, {what}"), times, bound);
        }
    }
    if all_met {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The times of this many answers, in turns, after the dropped ones.
async fn answers(
    function: &str,
    parameters: &Value,
    process: Process,
    [counted, before]: [usize; 2],
) -> [Vec<Duration>; 2] {
    let organization = Organization::start().await;
    let variables = organization.variables();
    let [javascript, ours] = sides();
    let runners = [
        Runner::start_in(&javascript, &variables, process).await,
        Runner::start_in(&ours, &variables, process).await,
    ];
    let mut times = [Vec::new(), Vec::new()];
    for turn in 0..before + counted {
        // Each side goes first equally often, because the first one does work that the second one finds done.
        let order = if turn % 2 == 0 { [0, 1] } else { [1, 0] };
        for side in order {
            let time = timed(&runners[side], function, parameters).await;
            if turn >= before {
                times[side].push(time);
            }
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

/// The median in milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times
        .get(times.len() / 2)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
}
