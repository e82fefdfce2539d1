//! The runtime of the store. It queues events and passes them one by one to [`update()`]. It hands each effect to the
//! performer, and tells the listeners about every state that differs from the one before.
//!
//! The performer may dispatch an event while it runs an effect. That event waits in the queue, so `update` never nests.

use std::cell::{OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::update::update;
use crate::words::effect::Effect;
use crate::words::event::Event;
use crate::words::state::State;

type Perform = Box<dyn Fn(&Store, Effect)>;
type Observe = Box<dyn Fn(Traced<'_>)>;
type Listen = Rc<dyn Fn(&Rc<State>)>;

/// An event or an effect that goes through the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Traced<'a> {
    /// The store is about to handle this event.
    Event(&'a Event),
    /// The performer is about to run this effect.
    Effect(&'a Effect),
}

/// A handle to the one store of a panel. A clone is another handle to the same store.
#[derive(Clone)]
pub struct Store(Rc<Shared>);

struct Shared {
    state: RefCell<Rc<State>>,
    queue: RefCell<VecDeque<Event>>,
    draining: RefCell<bool>,
    perform: Perform,
    observer: OnceCell<Observe>,
    listeners: RefCell<Listeners>,
}

#[derive(Default)]
struct Listeners {
    last: u32,
    all: Vec<(u32, Listen)>,
}

impl Store {
    /// A store that starts with this state and hands its effects to `perform`.
    pub fn new(state: State, perform: impl Fn(&Self, Effect) + 'static) -> Self {
        Self(Rc::new(Shared {
            state: RefCell::new(Rc::new(state)),
            queue: RefCell::default(),
            draining: RefCell::new(false),
            perform: Box::new(perform),
            observer: OnceCell::new(),
            listeners: RefCell::default(),
        }))
    }

    /// The present state. The call is cheap: it copies a shared pointer.
    #[must_use]
    pub fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// From now on `observe` sees every event and every effect in order. There is only one observer, the first. It
    /// records and must not dispatch.
    pub fn observe(&self, observe: impl Fn(Traced<'_>) + 'static) {
        let _ = self.0.observer.set(Box::new(observe));
    }

    /// Tells the store that this event has happened.
    pub fn dispatch(&self, event: Event) {
        self.0.queue.borrow_mut().push_back(event);
        if self.0.draining.replace(true) {
            return;
        }
        loop {
            let next = self.0.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            self.handle(event);
        }
        let _ = self.0.draining.replace(false);
    }

    /// Calls `listen` after each change of the state, until the subscription is dropped.
    pub fn subscribe(&self, listen: impl Fn(&Rc<State>) + 'static) -> Subscription {
        let mut listeners = self.0.listeners.borrow_mut();
        listeners.last = listeners.last.wrapping_add(1);
        let id = listeners.last;
        listeners.all.push((id, Rc::new(listen)));
        Subscription {
            store: self.clone(),
            id,
        }
    }

    fn observed(&self, happened: Traced<'_>) {
        if let Some(observe) = self.0.observer.get() {
            observe(happened);
        }
    }

    fn handle(&self, event: Event) {
        self.observed(Traced::Event(&event));
        let before = self.state();
        let mut state = (*before).clone();
        let effects = update(&mut state, event);
        if state != *before {
            let state = Rc::new(state);
            let _ = self.0.state.replace(state.clone());
            let listeners: Vec<Listen> = self
                .0
                .listeners
                .borrow()
                .all
                .iter()
                .map(|(_, listen)| listen.clone())
                .collect();
            for listen in listeners {
                listen(&state);
            }
        }
        for effect in effects {
            self.observed(Traced::Effect(&effect));
            (self.0.perform)(self, effect);
        }
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A listener's subscription. It ends when it is dropped.
pub struct Subscription {
    store: Store,
    id: u32,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.store
            .0
            .listeners
            .borrow_mut()
            .all
            .retain(|(id, _)| *id != self.id);
    }
}
