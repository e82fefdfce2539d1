//! Whether Dynamics answers. Its calls may hang for a while: two in a row that were not answered in time make it
//! *silent*, and anything that it says makes it *heard*. While it is silent it is asked a question that changes nothing,
//! again and again, so that it is heard again without anybody's doing.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::client::Client;
use super::link::Tell;
use super::payload::Invocation;
use crate::store::DynamicsEvent;
use crate::store::problem::CallProblem;

/// So many calls in a row, and the host is silent. One alone may be a method that this host never answers.
const UNANSWERED: u32 = 2;

/// How many of the last calls were not answered. Cloning it clones the handle.
#[derive(Clone, Debug, Default)]
pub struct Hearing(Rc<Cell<u32>>);

impl Hearing {
    /// A call has come to this.
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

    /// The host has said something.
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
