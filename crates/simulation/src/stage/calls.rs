//! The panel's calls that are under way, as its client keeps them: which methods of the library a call has become, and
//! what they have settled with so far.

use store::event::Answer;
use store::problem::CallProblem;
use store::{DynamicsCall, DynamicsEvent, Event, Ticket};
use wire::cif::decode::{self, Raw};
use wire::cif::payload::{Expected, Plan, plan};

use crate::host_wire::{Reply, Request};
use crate::library;

/// The methods that have been called for the panel's calls, in the order of the calls. A call leaves when all its
/// methods have settled.
#[derive(Clone, Debug, Default)]
pub struct Calls(Vec<Called>);

#[derive(Clone, Debug)]
struct Called {
    /// The correlation id.
    number: u32,
    method: &'static str,
    request: Ticket,
    /// What the method answers. `None` for each of the three methods that read the tabs.
    expected: Option<Expected>,
    result: Option<Result<Raw, CallProblem>>,
}

impl Calls {
    /// The messages of a call, each with the method that sends it. They get the lowest numbers from this one on that
    /// are free.
    pub fn send(
        &mut self,
        request: Ticket,
        call: &DynamicsCall,
        from: u32,
    ) -> Vec<(&'static str, Request)> {
        let (awaited, expected, invocations) = match plan(call) {
            Plan::One(invocation, expected) => (true, Some(expected), vec![invocation]),
            Plan::Unawaited(invocation) => (false, None, vec![invocation]),
            Plan::ReadTabs {
                session,
                focused,
                tabs,
            } => (true, None, vec![tabs, session, focused]),
        };
        let mut messages = Vec::new();
        for invocation in invocations {
            let method = invocation.method;
            let is_free = |number: &u32| self.0.iter().all(|called| called.number != *number);
            let number = (from..).find(is_free).unwrap_or_default();
            let message = library::request(&invocation, &number.to_string());
            messages.extend(message.map(|message| (method, message)));
            if awaited {
                self.0.push(Called {
                    number,
                    method,
                    request,
                    expected,
                    result: None,
                });
            }
        }
        messages
    }

    /// The panel's request for which the method with this number has yet to settle, and the method.
    #[must_use]
    pub fn awaited(&self, number: u32) -> Option<(Ticket, &'static str)> {
        let mut open = self.0.iter().filter(|called| called.result.is_none());
        let called = open.find(|called| called.number == number)?;
        Some((called.request, called.method))
    }

    /// The panel's requests with a call under way.
    pub fn requests(&self) -> impl Iterator<Item = Ticket> {
        self.0.iter().map(|called| called.request)
    }

    /// The host has replied. Gives the answer of the call that this completes.
    #[must_use]
    pub fn reply(&mut self, reply: &Reply) -> Option<Event> {
        let number = reply.message_correlation_id.parse().ok()?;
        let (_, method) = self.awaited(number)?;
        let settled = library::settle(method, reply)?;
        self.settle(number, settled.map_err(decode::refusal))
    }

    /// A method has settled. Gives the answer of the call that this completes.
    #[must_use]
    pub fn settle(&mut self, number: u32, result: Result<Raw, CallProblem>) -> Option<Event> {
        let mut open = self.0.iter_mut().filter(|called| called.result.is_none());
        let called = open.find(|called| called.number == number)?;
        called.result = Some(result);
        let (request, expected) = (called.request, called.expected);
        let of_call = |called: &Called| called.request == request;
        let mut all = self.0.iter().filter(|called| of_call(called));
        if all.any(|called| called.result.is_none()) {
            return None;
        }
        let all = self.0.extract_if(.., |called| of_call(called));
        let results: Vec<_> = all.filter_map(|called| called.result).collect();
        let result = answer(expected, results)?;
        let answered = DynamicsEvent::Answered { request, result };
        Some(Event::Dynamics(answered))
    }
}

fn answer(
    expected: Option<Expected>,
    results: Vec<Result<Raw, CallProblem>>,
) -> Option<Result<Answer, CallProblem>> {
    let mut results = results.into_iter();
    let first = results.next()?;
    Some(match expected {
        Some(expected) => first.and_then(|raw| decode::answer(expected, raw)),
        None => decode::look(results.next()?, results.next()?, first),
    })
}
