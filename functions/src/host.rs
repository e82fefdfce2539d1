//! The way from a call to its host: the call leaves here what it needs, and finds the result here.
//!
//! It also limits the call's time. Studio waits for ten seconds, and the platform then ends the function. So the call
//! ends itself earlier, with an answer.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use crate::http::{Failure, Request, Response};
use crate::problem::{Kind, Problem};
use crate::protocol::{Event, Input, Output};
use crate::refusal::Refusal;
use crate::retry;

/// How long a whole call may take, in milliseconds. The rest of Studio's ten seconds is for the way to the function and
/// back.
pub const PATIENCE: u64 = 8_000;
/// If less than this is left, in milliseconds, another try is not worth waiting for.
pub const WORTHWHILE: u64 = 500;
/// How many requests one call may send.
pub const REQUESTS: u32 = 8;
/// The shortest first wait for a busy server, in milliseconds. It doubles with each further wait.
pub const FIRST_PAUSE: u64 = 250;

/// A part of a call with a state machine of its own. Without such parts, the whole call would be one function of many
/// kilobytes, and V8 would need a quarter of a second to optimize it.
pub type Step<'a, T> = Pin<Box<dyn Future<Output = Result<T, Problem>> + 'a>>;

/// Makes a part of a call.
pub fn step<'a, T>(part: impl Future<Output = Result<T, Problem>> + 'a) -> Step<'a, T> {
    Box::pin(part)
}

/// The way from one call to its host, which drives it.
pub struct Host {
    now: Cell<u64>,
    deadline: Cell<u64>,
    /// How many requests may still be sent.
    requests: Cell<u32>,
    /// The shortest wait for a busy server, the next time.
    pause: Cell<u64>,
    inbox: Cell<Option<Event>>,
    outbox: Cell<Option<Output>>,
}

impl Default for Host {
    fn default() -> Self {
        Self {
            now: Cell::default(),
            deadline: Cell::default(),
            requests: Cell::new(REQUESTS),
            pause: Cell::new(FIRST_PAUSE),
            inbox: Cell::default(),
            outbox: Cell::default(),
        }
    }
}

impl Host {
    /// For the driver: hands in an event.
    pub fn deliver(&self, input: Input) {
        self.now.set(input.now);
        let event = Some(input.event).filter(|event| !matches!(event, Event::Begin));
        self.inbox.set(event);
    }

    /// For the driver: takes out what the call needs.
    pub fn take_output(&self) -> Option<Output> {
        self.outbox.take()
    }

    /// Starts the call's time at this moment, in milliseconds since 1970.
    pub fn begin(&self, then: u64) {
        let begun = then.min(self.now.get());
        self.deadline.set(begun.saturating_add(PATIENCE));
    }

    /// The time, in milliseconds since 1970.
    pub fn now(&self) -> u64 {
        self.now.get()
    }

    /// How much of the call's time is left, in milliseconds.
    pub fn left(&self) -> u64 {
        self.deadline.get().saturating_sub(self.now.get())
    }

    /// Sends a request. If the server is busy, asks again after the time that it names, if there is enough time.
    pub async fn fetch(&self, request: &Request) -> Result<Response, Problem> {
        loop {
            let millis = self.left();
            if millis == 0 {
                return Err(timed_out());
            }
            let requests = self.requests.get().checked_sub(1).ok_or_else(|| {
                let words = "Dynamics wants more requests than are sent for one call.";
                Problem::new(Kind::Busy, words)
            })?;
            self.requests.set(requests);
            let request = Request {
                millis,
                ..request.clone()
            };
            match self.ask(Output::Fetch(request)).await {
                Event::Response(response) if is_busy(&response) => {
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

    /// Sleeps for this many milliseconds, or until the call's time is up.
    pub async fn sleep(&self, millis: u64) -> Result<(), Problem> {
        let millis = millis.min(self.left());
        if millis == 0 {
            return Err(timed_out());
        }
        match self.ask(Output::Sleep(millis)).await {
            Event::Woke => Ok(()),
            _ => Err(Problem::out_of_order()),
        }
    }

    async fn wait_for(&self, response: &Response) -> Result<(), Problem> {
        let told = retry::told(response, self.now());
        let pause = self.pause.get();
        self.pause.set(pause.saturating_mul(2));
        let wait = told.unwrap_or_default().max(pause);
        if wait.saturating_add(WORTHWHILE) > self.left() || self.requests.get() == 0 {
            let seconds = told.map(|millis| millis.div_ceil(1_000));
            return Err(Problem {
                retry_after: seconds.filter(|seconds| *seconds > 0),
                ..Problem::new(Kind::Busy, "Dynamics is too busy for now.")
            });
        }
        self.sleep(wait).await
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

fn is_busy(response: &Response) -> bool {
    Refusal::of(response).is_some_and(|refusal| refusal.is_busy())
}

fn timed_out() -> Problem {
    Problem::new(Kind::TimedOut, "Dynamics did not answer in time.")
}
