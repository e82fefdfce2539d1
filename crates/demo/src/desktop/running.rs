//! The simulated Flex while it runs in a page: inputs go in, plugins receive the outputs, promises settle, timers run.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Date, Function, Map, Object, Promise};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use super::js;
use simulation::flex::{Event, Flex, Input, Output, TaskEvent, Timer};

/// How long the phone rings before a customer of the demo answers, in milliseconds.
const ANSWER: u32 = 2_500;

/// A handle to the Flex of the page.
#[derive(Clone)]
pub struct Running(Rc<Shared>);

struct Shared {
    flex: RefCell<Flex>,
    /// The listeners, by the names of `manager.events` and of the `after…` events of actions.
    listeners: RefCell<HashMap<String, Vec<Function>>>,
    subscribers: RefCell<Vec<Function>>,
    /// The resolve and reject functions of the actions that have not settled.
    promises: RefCell<HashMap<u32, (Function, Function)>>,
    invoked: Cell<u32>,
    changed: Callback<()>,
}

impl Running {
    /// Flex after log-in. `changed` is called whenever something has happened.
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

    /// Flex as it loads for a worker who already has reservations.
    pub fn resume(&self, flex: Flex) {
        *self.0.flex.borrow_mut() = flex;
        self.0.changed.emit(());
    }

    /// Gives read access to Flex.
    pub fn read<T>(&self, look: impl FnOnce(&Flex) -> T) -> T {
        look(&self.0.flex.borrow())
    }

    /// Whether the next outbound call resolves without a call.
    pub fn next_call_fails(&self, fails: bool) {
        self.0.flex.borrow_mut().next_call_fails = fails;
    }

    /// Handles an input and calls the listeners. Returns the sid of the reservation that it made, if any.
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

    /// `manager.store.getState()`. Tasks and activities are `Map`s by sid here, and moments are `Date`s.
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

/// If a plugin throws, Flex goes on.
fn call(function: &Function, argument: &JsValue) {
    let _ = function.call1(&JsValue::UNDEFINED, argument);
}

/// The current time, in milliseconds since 1970.
fn now() -> u64 {
    Date::now() as u64
}
