//! Tests that the simulated Flex behaves as the real one does, in success and in refusal. `tests/flex/simulated`
//! compares the two.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod activities;
mod calls;
mod messages;
mod outbound;
mod tasks;

use serde_json::{Value, json};
use simulation::flex::{Flex, Input, Output, Route, Status};

const NOW: u64 = 1_700_000_000_000;

/// How an action settles, and the events that it leads to.
type Came = (Vec<&'static str>, Result<(), String>);

/// A Flex with something changed from the start.
fn with(change: impl FnOnce(&mut Flex)) -> Flex {
    let mut flex = Flex::default();
    // This changes nothing, because it is connected already. It only sets the time.
    assert!(flex.handle(Input::Connection(true), NOW).is_empty());
    change(&mut flex);
    flex
}

fn offer(flex: &mut Flex, channel: &str) -> String {
    route(flex, channel, json!({"name": "Jo"}), Route::Queue)
}

fn route(flex: &mut Flex, channel: &str, attributes: Value, route: Route) -> String {
    let channel = channel.into();
    let outputs = flex.handle(
        Input::Offer {
            channel,
            attributes,
            route,
        },
        NOW,
    );
    assert_eq!(names(&outputs).first(), Some(&"taskReceived"));
    flex.tasks().last().expect("it is there").sid.clone()
}

/// An accepted call with a known conference.
fn on_the_line(flex: &mut Flex) -> String {
    let sid = offer(flex, "voice");
    assert_eq!(act(flex, "AcceptTask", &sid), Ok(()));
    conference_is_known(flex, &sid);
    sid
}

fn conference_is_known(flex: &mut Flex, sid: &str) {
    use simulation::flex::Timer::Conference;
    let sid = sid.into();
    assert!(
        flex.handle(Input::TimeUp(Conference { sid }), NOW)
            .is_empty()
    );
}

fn invoke(flex: &mut Flex, action: &str, payload: Value) -> Came {
    let outputs = outputs_of(flex, action, payload);
    let Some(Output::Settled { id: 7, result }) = outputs.last() else {
        panic!("every action settles");
    };
    (names(&outputs), result.clone())
}

fn outputs_of(flex: &mut Flex, action: &str, payload: Value) -> Vec<Output> {
    let id = 7;
    let action = action.into();
    flex.handle(
        Input::Invoke {
            id,
            action,
            payload,
        },
        NOW,
    )
}

/// Invokes an action on a task. Returns how it settles.
fn act(flex: &mut Flex, action: &str, sid: &str) -> Result<(), String> {
    invoke(flex, action, json!({"sid": sid})).1
}

fn status(flex: &Flex, sid: &str) -> Option<Status> {
    flex.task(sid).map(|task| task.status)
}

fn refused(words: &str) -> Result<(), String> {
    Err(words.into())
}

fn names(outputs: &[Output]) -> Vec<&'static str> {
    outputs
        .iter()
        .filter_map(|output| match output {
            Output::Event(event) => Some(event.name()),
            _ => None,
        })
        .collect()
}
