//! The simulated Flex while it runs in a page: inputs go in, plugins hear what comes of them, promises settle,
//! clocks run.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Date, Function, Map, Object, Promise};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use super::js;
use crate::simulation::flex::{Event, Flex, Input, Output, TaskEvent, Timer};

/// How long it rings at a customer of the demo, who then answers, in milliseconds.
const ANSWER: u32 = 2_500;

/// A handle to the Flex of the page.
#[derive(Clone)]
pub struct Running(Rc<Shared>);

struct Shared {
    flex: RefCell<Flex>,
    /// By the names of `manager.events`, and the `after…` listeners of actions by theirs.
    listeners: RefCell<HashMap<String, Vec<Function>>>,
    subscribers: RefCell<Vec<Function>>,
    /// Of the actions that have not settled: resolve and reject.
    promises: RefCell<HashMap<u32, (Function, Function)>>,
    invoked: Cell<u32>,
    changed: Callback<()>,
}

impl Running {
    /// Flex as it is after log-in; `changed` is called whenever something has happened.
    pub fn new(changed: Callback<()>) -> Self {
        Self(Rc::new(Shared {
            flex: RefCell::default(),
            listeners: RefCell::default(),
            subscribers: RefCell::default(),
            promises: RefCell::default(),
            invoked: Cell::default(),
            changed,
        }))
    }

    /// Flex as it loads for a worker who has something already.
    pub fn resume(&self, flex: Flex) {
        *self.0.flex.borrow_mut() = flex;
        self.0.changed.emit(());
    }

    /// Looks at Flex.
    pub fn read<T>(&self, look: impl FnOnce(&Flex) -> T) -> T {
        look(&self.0.flex.borrow())
    }

    /// Whether the next outbound call is taken and never placed.
    pub fn next_call_fails(&self, fails: bool) {
        self.0.flex.borrow_mut().next_call_fails = fails;
    }

    /// Lets something happen, tells whoever listens, and returns the sid of the reservation that was made by it.
    pub fn handle(&self, input: Input) -> Option<String> {
        let outputs = self.0.flex.borrow_mut().handle(input, now());
        let mut reserved = None;
        for output in outputs {
            match output {
                Output::Event(event) => {
                    self.tell(event.name(), &event.argument(now()));
                    if let Event::Task(TaskEvent::Received, task) = event {
                        reserved = Some(task.sid);
                    }
                }
                Output::After(listener) => self.tell(listener, &Value::Null),
                Output::Settled { id, result } => self.settle(id, result),
                Output::Wait { timer, millis } => {
                    if let Timer::Leg { sid } = &timer {
                        self.later(ANSWER, Input::CustomerAnswers { sid: sid.clone() });
                    }
                    self.later(millis, Input::TimeUp(timer));
                }
                Output::Digits { .. } | Output::NotReserved => {}
            }
        }
        let subscribers = self.0.subscribers.borrow().clone();
        for subscriber in subscribers {
            call(&subscriber, &JsValue::UNDEFINED);
        }
        self.0.changed.emit(());
        reserved
    }

    fn later(&self, millis: u32, input: Input) {
        let running = self.clone();
        Timeout::new(millis, move || drop(running.handle(input))).forget();
    }

    /// `Actions.invokeAction`.
    pub fn invoke(&self, action: &str, payload: Value) -> Promise {
        let id = self.0.invoked.get().wrapping_add(1);
        self.0.invoked.set(id);
        Promise::new(&mut |resolve, reject| {
            let _ = self.0.promises.borrow_mut().insert(id, (resolve, reject));
            let _ = self.handle(Input::Invoke {
                id,
                action: action.to_owned(),
                payload: payload.clone(),
            });
        })
    }

    /// `manager.events.on` and `Actions.addListener`.
    pub fn listen(&self, name: String, listener: Function) {
        let mut listeners = self.0.listeners.borrow_mut();
        listeners.entry(name).or_default().push(listener);
    }

    /// `manager.store.subscribe`.
    pub fn subscribe(&self, subscriber: Function) {
        self.0.subscribers.borrow_mut().push(subscriber);
    }

    /// `manager.store.getState()`: the worker's tasks and the activities are `Map`s by sid, and moments `Date`s.
    pub fn state(&self) -> JsValue {
        let flex = js::from_data(&self.read(|flex| flex.state(now())));
        let worker = js::get(&flex, "worker");
        for list in ["tasks", "activities"] {
            let by_sid = Map::new();
            for one in Array::from(&js::get(&worker, list)).iter() {
                let _ = by_sid.set(&js::get(&one, "sid"), &one);
            }
            js::set(&worker, list, &by_sid);
        }
        let chat = js::get(&flex, "chat");
        for conversation in Object::values(js::get(&chat, "conversations").unchecked_ref()).iter() {
            for list in ["messages", "unreadMessages"] {
                for message in Array::from(&js::get(&conversation, list)).iter() {
                    let source = js::get(&message, "source");
                    let date = Date::new(&js::get(&source, "dateCreated"));
                    js::set(&source, "dateCreated", &date);
                }
            }
        }
        js::object([("flex", flex)])
    }

    fn tell(&self, name: &str, argument: &Value) {
        let listeners = self.0.listeners.borrow().get(name).cloned();
        for listener in listeners.unwrap_or_default() {
            call(&listener, &js::from_data(argument));
        }
    }

    fn settle(&self, id: u32, result: Result<(), String>) {
        let promise = self.0.promises.borrow_mut().remove(&id);
        match (promise, result) {
            (Some((resolve, _)), Ok(())) => call(&resolve, &JsValue::UNDEFINED),
            (Some((_, reject)), Err(words)) => call(&reject, &js_sys::Error::new(&words)),
            (None, _) => {}
        }
    }
}

/// What a plugin throws is its own affair: Flex goes on.
fn call(function: &Function, argument: &JsValue) {
    let _ = function.call1(&JsValue::UNDEFINED, argument);
}

/// The moment, in milliseconds since 1970.
fn now() -> u64 {
    Date::now() as u64
}
