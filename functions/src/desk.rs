//! Where a call hands out what it wants and gets what came of it; and its patience: the platform ends a function
//! after ten seconds, so the call ends itself, with an answer, before that.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use crate::call::{Event, Input, Output};
use crate::http::{Failure, Request, Response};
use crate::problem::{Kind, Problem};

/// For a whole call, in milliseconds. Twilio ends a function after 10 s; the rest is for the start and the way back.
pub const PATIENCE: u64 = 9_000;
/// With less than this left, in milliseconds, no further try is worth a wait.
pub const WORTHWHILE: u64 = 500;
/// How long to wait when we are sent away without being told for how long, in milliseconds.
const UNTOLD_WAIT: u64 = 1_000;

/// A part of a call that is a machine of its own. In one piece the whole call would be a single function of many
/// kilobytes, which V8 takes a quarter of a second to optimize.
pub type Step<'a, T> = Pin<Box<dyn Future<Output = Result<T, Problem>> + 'a>>;

/// The desk of one call.
#[derive(Default)]
pub struct Desk {
    now: Cell<u64>,
    deadline: Cell<u64>,
    inbox: Cell<Option<Event>>,
    outbox: Cell<Option<Output>>,
}

impl Desk {
    /// From outside: what has happened.
    pub fn hand_in(&self, input: Input) {
        self.now.set(input.now);
        let event = Some(input.event).filter(|event| !matches!(event, Event::Begin));
        self.inbox.set(event);
    }

    /// From outside: what the call wants now.
    pub fn take_out(&self) -> Option<Output> {
        self.outbox.take()
    }

    /// The patience of the call begins now.
    pub fn begin(&self) {
        self.deadline.set(self.now.get().saturating_add(PATIENCE));
    }

    /// The time, in milliseconds since 1970.
    pub fn now(&self) -> u64 {
        self.now.get()
    }

    /// How much patience is left, in milliseconds.
    pub fn left(&self) -> u64 {
        self.deadline.get().saturating_sub(self.now.get())
    }

    /// Sends a request. A server that is busy (429, 503) is asked again after the time it names, if that is in time.
    pub async fn fetch(&self, request: &Request) -> Result<Response, Problem> {
        loop {
            let millis = self.left();
            if millis == 0 {
                return Err(timed_out());
            }
            let request = Request {
                millis,
                ..request.clone()
            };
            match self.ask(Output::Fetch(request)).await {
                Event::Response(response) if matches!(response.status, 429 | 503) => {
                    self.wait_for(&response).await?;
                }
                Event::Response(response) => return Ok(response),
                Event::Failed(Failure::TimeOut) => return Err(timed_out()),
                Event::Failed(Failure::Unreachable) => {
                    let words = "Dynamics, or Microsoft's log-in, could not be reached.";
                    return Err(Problem::new(Kind::Unreachable, words));
                }
                Event::Begin | Event::Woke => return Err(Problem::out_of_order()),
            }
        }
    }

    async fn wait_for(&self, response: &Response) -> Result<(), Problem> {
        let told = response.headers.get("retry-after");
        let told = told.and_then(|seconds| seconds.trim().parse::<u64>().ok());
        let wait = told.map_or(UNTOLD_WAIT, |seconds| seconds.saturating_mul(1_000));
        if wait.saturating_add(WORTHWHILE) > self.left() {
            return Err(Problem {
                retry_after: told,
                ..Problem::new(Kind::Busy, "Dynamics is too busy for now.")
            });
        }
        match self.ask(Output::Sleep(wait)).await {
            Event::Woke => Ok(()),
            _ => Err(Problem::out_of_order()),
        }
    }

    async fn ask(&self, output: Output) -> Event {
        self.outbox.set(Some(output));
        poll_fn(|_| match self.inbox.take() {
            Some(event) => Poll::Ready(event),
            None => Poll::Pending,
        })
        .await
    }
}

fn timed_out() -> Problem {
    let words =
        "Dynamics did not answer in time. With the same key the call can be repeated safely.";
    Problem::new(Kind::TimedOut, words)
}
