//! The link to Dynamics, from the first check to the last handler.
//!
//! 1. The page must stand in a frame; Dynamics is the top window.
//! 2. The panel loads the client library of the configured organization. The library fires `CIFInitDone`, inside
//!    Dynamics or not.
//! 3. `getEnvironment` proves that there is a host. A host may come up later than the panel, so the panel asks until it
//!    answers. The store is told once that the host is silent.
//! 4. The store is told the host's versions and the agent's language, so that everything else can be said in that
//!    language. The host must serve the configured organization. Its Custom Parameters override the configuration.
//! 5. The panel adds its handlers and then tells the store that Dynamics is connected. The store hears no event before
//!    that.
//! 6. The panel switches click-to-act on if it is off and the configuration allows that. It reports handlers that were
//!    refused.

use std::cell::RefCell;
use std::future::pending;
use std::rc::Rc;

use futures_util::StreamExt;
use futures_util::future::{join, try_join_all};
use futures_util::stream::FuturesUnordered;
use js_sys::{Array, Promise};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AddEventListenerOptions, Window};

use super::bindings;
use super::client::Client;
use super::hearing::{Hearing, Tell};
use crate::browser::{clock::within, script};
use crate::config::{Config, EnableClickToAct};
use store::problem::CallProblem;
use store::{DynamicsCall, DynamicsEvent, Event, Problem, Store, Ticket, timeouts};
use wire::cif::decode::Raw;
use wire::cif::environment::Environment;
use wire::cif::events::HostEvent;
use wire::cif::page::Page;
use wire::cif::payload::Invocation;

/// The path of the client library in an organization.
pub(crate) const LIBRARY: &str = "webresources/Widget/msdyn_ciLibrary.js";

/// The link to Dynamics. A clone shares it.
#[derive(Clone, Debug)]
pub struct Link {
    client: Client,
    config: Rc<RefCell<Config>>,
    hearing: Hearing,
    page: Rc<RefCell<Page>>,
}

impl Link {
    /// A link that has not started yet. The Custom Parameters override `config` once they are known.
    #[must_use]
    pub fn new(client: Client, config: Rc<RefCell<Config>>) -> Self {
        Self {
            client,
            config,
            hearing: Hearing::default(),
            page: Rc::default(),
        }
    }

    /// Performs [`Effect::Dynamics`](store::Effect::Dynamics).
    pub fn perform(&self, store: &Store, request: Ticket, call: DynamicsCall) {
        let (client, hearing, tell) = (self.client, self.hearing.clone(), teller(store));
        spawn_local(async move {
            client
                .perform(&call, |result| {
                    hearing.answered(&result, client, &tell);
                    tell(DynamicsEvent::Answered { request, result });
                })
                .await;
        });
    }

    /// Starts the link. It reports by events.
    pub fn start(&self, store: &Store) {
        let (link, tell) = (self.clone(), teller(store));
        spawn_local(async move {
            match link.load().await {
                Ok(()) => link.connect(&tell).await,
                Err(problem) => tell(DynamicsEvent::Failed(problem)),
            }
        });
    }

    async fn load(&self) -> Result<(), Problem> {
        let window = web_sys::window()
            .filter(is_framed)
            .ok_or(Problem::NotInDynamics)?;
        let organization = self.config.borrow().dynamics_url.to_string();
        let url = format!("{organization}/{LIBRARY}");
        let ready = init_done(&window);
        let attributes = [
            ("data-cifid", "CIFMainLibrary"),
            ("data-crmurl", organization.as_str()),
        ];
        let loaded = script::load(&url, &attributes, timeouts::LIBRARY).await;
        let ready = match loaded {
            Ok(()) => within(timeouts::LIBRARY, JsFuture::from(ready)).await,
            Err(_) => None,
        };
        match ready {
            Some(Ok(_)) => Ok(()),
            _ => Err(Problem::LibraryNotLoaded { url: url.into() }),
        }
    }

    /// Connects, once the library is loaded.
    pub async fn connect(&self, tell: &Tell) {
        let environment = self.environment(tell).await;
        let (dynamics, cif) = (
            environment.dynamics_version.clone(),
            environment.cif_version.clone(),
        );
        if dynamics.is_some() || cif.is_some() {
            tell(DynamicsEvent::Runs { dynamics, cif });
        }
        if let Some(language) = environment.language {
            tell(DynamicsEvent::Speaks(language));
        }
        if !environment.is_on(self.config.borrow().dynamics_url.host()) {
            let told = environment.client_url.unwrap_or_default().into();
            return tell(DynamicsEvent::Failed(Problem::OtherOrganization { told }));
        }
        let overridden = self
            .config
            .borrow()
            .with_custom_parameters(&environment.custom_parameters);
        let warning = overridden
            .map(|config| self.config.replace(config))
            .err()
            .map(Problem::CustomParameters);
        let added = HostEvent::ALL.map(|event| self.client.hear(self.add_handler(tell, event)));
        let config = self.config.borrow().clone();
        tell(DynamicsEvent::Connected(config.settings));
        if let Some(problem) = warning {
            tell(DynamicsEvent::Warned(problem));
        }
        let clicks = async {
            if config.enable_click_to_act == EnableClickToAct::Ask
                && let Err(problem) = self.enable_click_to_act().await
            {
                tell(DynamicsEvent::Warned(Problem::ClickToActRefused(problem)));
            }
        };
        let events = async {
            if let Err(problem) = try_join_all(added).await {
                tell(DynamicsEvent::Warned(Problem::EventsNotHeard(problem)));
            }
        };
        let _ = join(clicks, events).await;
    }

    /// Asks until the host answers. All questions stay open, because a slow host may answer the first one last.
    async fn environment(&self, tell: &Tell) -> Environment {
        let question = Invocation::new("getEnvironment", vec![]);
        let mut asked = FuturesUnordered::new();
        let mut silence = None;
        let mut told = false;
        loop {
            asked.push(self.client.call(&question));
            let answer = async {
                while let Some(answer) = asked.next().await {
                    match answer.map(Environment::decode) {
                        Ok(Some(environment)) => return environment,
                        Ok(None) => silence = Some(CallProblem::Malformed),
                        Err(problem) => silence = Some(problem),
                    }
                }
                pending().await
            };
            if let Some(environment) = within(self.client.patience.host_again, answer).await {
                return environment;
            }
            if let Some(problem) = silence.take().filter(|_| !told) {
                told = true;
                tell(DynamicsEvent::Failed(Problem::HostSilent(problem)));
            }
            tell(DynamicsEvent::AskedAgain);
        }
    }

    /// Switches click-to-act on if it is off. The setting belongs to everybody who uses the provider, so the panel does
    /// not touch it otherwise.
    async fn enable_click_to_act(&self) -> Result<(), CallProblem> {
        let question = Invocation::new("getClickToAct", vec![]);
        let is_on = match self.client.call(&question).await?.read() {
            Value::Bool(is_on) => is_on,
            _ => return Err(CallProblem::Malformed),
        };
        if !is_on {
            let switch = Invocation::new("setClickToAct", vec![json!(true)]);
            let _: Raw = self.client.call(&switch).await?;
        }
        Ok(())
    }

    /// Adds a handler. The handler must return a promise at once, because the host waits for it. The library may return
    /// `undefined`; then nobody knows whether the host has accepted the handler.
    fn add_handler(&self, tell: &Tell, event: HostEvent) -> Result<Promise, JsValue> {
        let (hearing, page, tell) = (self.hearing.clone(), self.page.clone(), tell.clone());
        let handler = Closure::<dyn Fn(JsValue) -> Promise>::new(move |data: JsValue| {
            hearing.heard(&tell);
            if let Some(event) = event.decode(bindings::raw(&data)) {
                let clicked = page.borrow_mut().note(&event);
                clicked
                    .into_iter()
                    .map(DynamicsEvent::ClickedOnPage)
                    .for_each(|event| tell(event));
                tell(event);
            }
            Promise::resolve(&JsValue::UNDEFINED)
        });
        let args = Array::of2(&event.name().into(), &handler.into_js_value());
        bindings::call("addHandler", &args)
    }
}

fn teller(store: &Store) -> Tell {
    let store = store.clone();
    Rc::new(move |event| store.dispatch(Event::Dynamics(event)))
}

fn is_framed(window: &Window) -> bool {
    // If the browser refuses to name the top window, this window stands in a frame.
    window
        .top()
        .map_or(true, |top| top.is_none_or(|top| top != *window))
}

/// A promise that settles when the library fires `CIFInitDone`.
fn init_done(window: &Window) -> Promise {
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    Promise::new(&mut |resolve, reject| {
        let added = window.add_event_listener_with_callback_and_add_event_listener_options(
            "CIFInitDone",
            &resolve,
            &once,
        );
        if let Err(why) = added {
            let _ = reject.call1(&JsValue::UNDEFINED, &why);
        }
    })
}
