//! One call of a function, as a state machine: it puts out what it needs, and takes in the result.
//!
//! The two functions are written as plain `async fn`s; the compiler makes the states. Nothing runs in the background:
//! [`Call::step`] moves on to the next need and returns it.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use serde_json::Value;

use crate::cache::Cache;
use crate::dataverse::Dataverse;
use crate::environment::Environment;
use crate::host::{Host, step};
use crate::parameters::Parameters;
use crate::problem::{Answer, Kind, Problem};
use crate::protocol::{Input, Output, Start};
use crate::{case, contact};

/// The state machine of a call.
pub struct Call {
    work: Option<Pin<Box<dyn Future<Output = Answer>>>>,
    host: Rc<Host>,
}

impl Call {
    /// A call that has not begun, from a [`Start`] as JSON. If the JSON can't be read, the parameters are at fault,
    /// because the driver itself makes everything else.
    pub fn from_json(start: &str, cache: Rc<Cache>) -> Result<Self, Problem> {
        let start = serde_json::from_str(start).map_err(|_| Problem::unreadable_parameters())?;
        Ok(Self::new(start, cache))
    }

    /// A call that has not begun. The cache may be shared with other calls of the same instance.
    #[must_use]
    pub fn new(start: Start, cache: Rc<Cache>) -> Self {
        let host = Rc::new(Host::default());
        let work = work(start, Rc::clone(&host), cache);
        Self {
            work: Some(Box::pin(work)),
            host,
        }
    }

    /// Moves on to what the call needs next. A step after the end, or with an event that does not answer the last
    /// output, gets an answer with status 500.
    pub fn step(&mut self, input: Input) -> Output {
        let out_of_order = || Output::Answer(Problem::out_of_order().into());
        let Some(work) = &mut self.work else {
            return out_of_order();
        };
        self.host.deliver(input);
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => {
                self.work = None;
                Output::Answer(answer)
            }
            Poll::Pending => self.host.take_output().unwrap_or_else(out_of_order),
        }
    }
}

async fn work(start: Start, host: Rc<Host>, cache: Rc<Cache>) -> Answer {
    host.begin(start.begun);
    match run(start, &host, &cache).await {
        Ok(body) => Answer::ok(body),
        Err(problem) => problem.into(),
    }
}

async fn run(start: Start, host: &Host, cache: &Cache) -> Result<Value, Problem> {
    let environment = Environment::read(&start.environment)?;
    let dataverse = Dataverse::new(host, cache, &environment);
    let parameters = Parameters::new(start.parameters);
    match start.function.as_str() {
        "findContactByPhoneNum" => step(contact::find_by_phone_num(&dataverse, &parameters)).await,
        "createCase" => step(case::create(&dataverse, &parameters, start.random_id)).await,
        other => {
            let words = format!("There is no function {other}.");
            Err(Problem::new(Kind::UnknownFunction, words))
        }
    }
}
