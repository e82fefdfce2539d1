//! Watches whether Dynamics answers. Two calls in a row without an answer in time make it *silent*. Anything that it
//! says ends the silence. While it is silent, the panel keeps asking a question that changes nothing, so the silence
//! ends by itself.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::client::Client;
use store::DynamicsEvent;
use store::problem::CallProblem;
use wire::cif::payload::Invocation;

/// After this many unanswered calls in a row, the host is silent. A single call may be a method that this host never
/// answers.
const UNANSWERED: u32 = 2;

/// Who receives the events: the store, in the panel.
pub type Tell = Rc<dyn Fn(DynamicsEvent)>;

/// How many of the last calls were not answered. A clone shares the count.
#[derive(Clone, Debug, Default)]
pub struct Hearing(Rc<Cell<u32>>);

impl Hearing {
    /// Counts the result of a call.
    pub fn answered<T>(&self, result: &Result<T, CallProblem>, client: Client, tell: &Tell) {
        if !matches!(result, Err(CallProblem::TimedOut)) {
            return self.heard(tell);
        }
        self.0.set(self.0.get().saturating_add(1));
        if self.0.get() == UNANSWERED {
            tell(DynamicsEvent::Silent(true));
            self.ask(client, tell.clone());
        }
    }

    /// Ends the silence: the host has said something.
    pub fn heard(&self, tell: &Tell) {
        if self.0.replace(0) >= UNANSWERED {
            tell(DynamicsEvent::Silent(false));
        }
    }

    fn ask(&self, client: Client, tell: Tell) {
        let hearing = self.clone();
        spawn_local(async move {
            while hearing.0.get() >= UNANSWERED {
                TimeoutFuture::new(client.patience.host_again).await;
                let answer = client.call(&Invocation::new("getMode", vec![])).await;
                if !matches!(answer, Err(CallProblem::TimedOut)) {
                    hearing.heard(&tell);
                }
            }
        });
    }
}
