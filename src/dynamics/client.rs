//! The typed client of CIF v2: it turns a call of the store into calls of the library, and the result into an answer.
//!
//! Some methods never settle, so the client has time-outs of its own. A time-out means *unknown*, never *failed*. If an
//! opening succeeds after its time-out, the client reports that as well. It drops all other late answers.

use std::pin::pin;

use futures_util::future::{Either, join, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise};
use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::bindings;
use crate::browser::clock::within;
use store::event::Answer;
use store::problem::CallProblem;
use store::{DynamicsCall, timeouts};
use wire::cif::decode::{self, Raw};
use wire::cif::payload::{self, Expected, Invocation, Plan};

/// How long the client waits, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// For reads, and for focusing a tab.
    pub call: u32,
    /// For opening a record.
    pub opening: u32,
    /// For `getTabs`, once the other two answers of a look have come.
    pub tabs_grace: u32,
    /// Between the first questions to a host that has not answered yet.
    pub host_again: u32,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            call: timeouts::DYNAMICS_CALL,
            opening: timeouts::OPENING,
            tabs_grace: timeouts::TABS_GRACE,
            host_again: timeouts::HOST_AGAIN,
        }
    }
}

/// The client. Its only state is how long it waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Client {
    /// How long it waits.
    pub patience: Timeouts,
}

impl Client {
    /// Makes the call and reports the answer. If an opening succeeds after its time-out, `answered` is called a second
    /// time.
    pub async fn perform(
        self,
        call: &DynamicsCall,
        answered: impl Fn(Result<Answer, CallProblem>),
    ) {
        let opens = matches!(
            call,
            DynamicsCall::OpenBySearch(_) | DynamicsCall::OpenForm(_)
        );
        match payload::plan(call) {
            Plan::One(invocation, expected) if opens => {
                self.open(&invocation, expected, answered).await;
            }
            Plan::One(invocation, expected) => {
                let raw = self.call(&invocation).await;
                answered(raw.and_then(|raw| decode::answer(expected, raw)));
            }
            Plan::Unawaited(invocation) => {
                // The promise is awaited only so that no rejection stays unhandled. Nobody needs the result.
                let _ = self.call(&invocation).await;
            }
            Plan::ReadTabs {
                session,
                focused,
                tabs,
            } => answered(self.look(&session, &focused, &tabs).await),
        }
    }

    /// Calls one method.
    ///
    /// # Errors
    /// What the method threw or rejected with, or its time-out.
    pub async fn call(self, invocation: &Invocation) -> Result<Raw, CallProblem> {
        self.hear(invoke(invocation)).await
    }

    /// Waits for the promise of a method that has been called.
    ///
    /// # Errors
    /// Those of [`call`](Self::call).
    pub async fn hear(self, called: Result<Promise, JsValue>) -> Result<Raw, CallProblem> {
        within(self.patience.call, settled(called))
            .await
            .unwrap_or(Err(CallProblem::TimedOut))
    }

    async fn look(
        self,
        session: &Invocation,
        focused: &Invocation,
        tabs: &Invocation,
    ) -> Result<Answer, CallProblem> {
        let both = pin!(join(self.call(session), self.call(focused)));
        let tabs = pin!(self.call(tabs));
        let ((session, focused), tabs) = match select(both, tabs).await {
            Either::Left((both, tabs)) => {
                let tabs = within(self.patience.tabs_grace, tabs).await;
                (both, tabs.unwrap_or(Err(CallProblem::TimedOut)))
            }
            Either::Right((tabs, both)) => (both.await, tabs),
        };
        decode::look(session, focused, tabs)
    }

    async fn open(
        self,
        invocation: &Invocation,
        expected: Expected,
        answered: impl Fn(Result<Answer, CallProblem>),
    ) {
        let opening = pin!(settled(invoke(invocation)));
        match select(opening, TimeoutFuture::new(self.patience.opening)).await {
            Either::Left((result, _)) => {
                answered(result.and_then(|raw| decode::answer(expected, raw)));
            }
            Either::Right(((), opening)) => {
                answered(Err(CallProblem::TimedOut));
                if let Ok(raw) = opening.await {
                    answered(decode::answer(expected, raw));
                }
            }
        }
    }
}

fn invoke(invocation: &Invocation) -> Result<Promise, JsValue> {
    let args: Array = invocation.args.iter().map(js).collect();
    bindings::call(invocation.method, &args)
}

/// What the method settles with, however late. The browser keeps running the promise even if this future is dropped, so
/// no rejection stays unhandled.
async fn settled(called: Result<Promise, JsValue>) -> Result<Raw, CallProblem> {
    let refused = |thrown: JsValue| decode::refusal(bindings::raw(&thrown));
    match JsFuture::from(called.map_err(refused)?).await {
        Ok(value) => Ok(bindings::raw(&value)),
        Err(rejection) => Err(refused(rejection)),
    }
}

fn js(value: &Value) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}
