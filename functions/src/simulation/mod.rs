//! The other side, for tests and for the panel's demo: an organization that answers the requests of a call as
//! Microsoft's documentation says, and refuses what the real one would refuse.
//!
//! - [`Cloud`] sends each request by its address to [`directory`] (the log-in) or [`web_api`] (Dataverse).
//! - [`tables`] lists the tables and columns. [`memory`] holds rows for tests; the demo has records of its own.
//! - [`filter`] reads and applies `$filter`.
//! - [`run`] drives a call to its end without a clock.

use std::rc::Rc;

use crate::cache::Cache;
use crate::call::Call;
use crate::http::{Request, Response};
use crate::problem::Answer;
use crate::protocol::{Event, Input, Output, Start};

mod creation;
mod definitions;
pub mod directory;
pub mod filter;
pub mod memory;
pub mod tables;
pub mod web_api;
mod wire;

use directory::Directory;
use tables::Tables;
use wire::refuse;

/// Microsoft's cloud with one directory and one organization.
pub struct Cloud<T> {
    /// The organization's origin.
    pub organization: String,
    /// The log-in, with the tokens that it has given out.
    pub directory: Directory,
    /// The organization's rows.
    pub tables: T,
}

impl<T: Tables> Cloud<T> {
    /// The response to a request.
    pub fn answer(&mut self, request: &Request) -> Response {
        let base = format!("{}/api/data/v9.2/", self.organization);
        match request.url.strip_prefix(&base) {
            Some(path) if self.directory.knows(request) => {
                web_api::answer(&mut self.tables, &base, path, request)
            }
            Some(_) => refuse(401, "", "HTTP Error 401 - Unauthorized: Access is denied"),
            None => self.directory.answer(request),
        }
    }
}

/// Drives a call to its end. `answer` answers its requests. The clock moves only when the call sleeps.
pub fn run(
    start: Start,
    cache: &Rc<Cache>,
    mut now: u64,
    mut answer: impl FnMut(&Request) -> Response,
) -> Answer {
    let mut call = Call::new(start, Rc::clone(cache));
    let mut event = Event::Begin;
    loop {
        match call.step(Input { now, event }) {
            Output::Fetch(request) => event = Event::Response(answer(&request)),
            Output::Sleep(millis) => {
                now = now.saturating_add(millis);
                event = Event::Woke;
            }
            Output::Answer(answer) => return answer,
        }
    }
}
