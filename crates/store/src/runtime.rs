//! The runtime of the store. It queues events and passes them one by one to [`turn()`]. It hands each effect to the
//! performer at once, so no call waits for anything that can come later: saving, telling the other windows, and drawing.
//! These follow once for all turns since the last time, when [`Store::publish`] runs. A store publishes by itself after
//! the last queued event, unless its owner [chooses the moment](Store::publish_by).
//!
//! The performer may dispatch an event while it runs an effect. That event waits in the queue, so turns never nest.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::update::{publish, turn};
use crate::words::effect::Effect;
use crate::words::event::Event;
use crate::words::state::State;

type Perform = Box<dyn Fn(&Store, Effect)>;
type Observe = Box<dyn Fn(Traced<'_>)>;
type Listen = Rc<dyn Fn(&Rc<State>)>;
type Ask = Box<dyn Fn()>;

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
    /// The state after the last turn. Only turns hold it, so a turn copies nothing.
    state: RefCell<State>,
    /// The state as it was published last.
    published: RefCell<Rc<State>>,
    /// There was a turn since then.
    stale: Cell<bool>,
    queue: RefCell<VecDeque<Event>>,
    draining: Cell<bool>,
    perform: Perform,
    observer: OnceCell<Observe>,
    publish_by: OnceCell<Ask>,
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
            published: RefCell::new(Rc::new(state.clone())),
            state: RefCell::new(state),
            stale: Cell::default(),
            queue: RefCell::default(),
            draining: Cell::default(),
            perform: Box::new(perform),
            observer: OnceCell::new(),
            publish_by: OnceCell::new(),
            listeners: RefCell::default(),
        }))
    }

    /// The state as it was published last. The call is cheap: it copies a shared pointer.
    #[must_use]
    pub fn state(&self) -> Rc<State> {
        self.0.published.borrow().clone()
    }

    /// What `read` takes from the state after the last turn. `read` must not dispatch.
    pub fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.0.state.borrow())
    }

    /// From now on `observe` sees every event and every effect in order. There is only one observer, the first. It
    /// records and must not dispatch.
    pub fn observe(&self, observe: impl Fn(Traced<'_>) + 'static) {
        let _ = self.0.observer.set(Box::new(observe));
    }

    /// From now on the store calls `ask` when there is something to publish, once until [`Store::publish`] has run. Only
    /// the first call counts.
    pub fn publish_by(&self, ask: impl Fn() + 'static) {
        let _ = self.0.publish_by.set(Box::new(ask));
    }

    /// Tells the store that this event has happened.
    pub fn dispatch(&self, event: Event) {
        self.0.queue.borrow_mut().push_back(event);
        self.drain();
    }

    /// Saves the state, tells the other windows, and calls the listeners, as far as there is anything new.
    pub fn publish(&self) {
        if !self.0.stale.replace(false) {
            return;
        }
        let effects = publish(&mut self.0.state.borrow_mut());
        self.perform(effects);
        let state = Rc::new(self.0.state.borrow().clone());
        let _ = self.0.published.replace(state.clone());
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

    /// Calls `listen` each time the state is published, until the subscription is dropped.
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

    fn drain(&self) {
        if self.0.draining.replace(true) {
            return;
        }
        loop {
            let next = self.0.queue.borrow_mut().pop_front();
            if let Some(event) = next {
                self.handle(event);
            } else if self.0.publish_by.get().is_none() && self.0.stale.get() {
                self.publish();
            } else {
                break;
            }
        }
        self.0.draining.set(false);
    }

    fn handle(&self, event: Event) {
        self.observed(Traced::Event(&event));
        let effects = turn(&mut self.0.state.borrow_mut(), event);
        self.perform(effects);
        if !self.0.stale.replace(true)
            && let Some(ask) = self.0.publish_by.get()
        {
            ask();
        }
    }

    fn perform(&self, effects: Vec<Effect>) {
        for effect in effects {
            self.observed(Traced::Effect(&effect));
            (self.0.perform)(self, effect);
        }
    }

    fn observed(&self, happened: Traced<'_>) {
        if let Some(observe) = self.0.observer.get() {
            observe(happened);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::agent::AgentAction;
    use crate::words::event::FlexEvent;
    use crate::words::links::FlexLink;
    use crate::words::state::Flex;
    use crate::words::task::{Channel, Task, TaskStatus};

    /// A store that waits to be asked, and what it does, in order.
    fn store() -> (Store, Rc<RefCell<Vec<&'static str>>>) {
        let done = Rc::new(RefCell::new(Vec::new()));
        let state = State {
            flex: Flex {
                link: FlexLink::Connected,
                ..Flex::default()
            },
            ..State::default()
        };
        let performed = done.clone();
        let store = Store::new(state, move |_, effect| {
            let name = match effect {
                Effect::Flex { .. } => "a command leaves",
                Effect::Save(_) => "the state is saved",
                _ => return,
            };
            performed.borrow_mut().push(name);
        });
        (store, done)
    }

    fn listen(store: &Store, done: &Rc<RefCell<Vec<&'static str>>>) -> Subscription {
        let told = done.clone();
        store.subscribe(move |_| told.borrow_mut().push("components are told"))
    }

    fn accepted(sid: &str) -> Event {
        Event::Flex(FlexEvent::Task(Task {
            status: TaskStatus::Accepted,
            ..Task::offered(sid, Channel::Chat)
        }))
    }

    #[test]
    fn a_call_leaves_at_once_and_the_rest_follows_once_for_all_events() {
        let (store, done) = store();
        let _subscription = listen(&store, &done);
        let asked = Rc::new(Cell::new(0));
        let count = asked.clone();
        store.publish_by(move || count.set(count.get() + 1));
        store.dispatch(accepted("WR1"));
        store.dispatch(accepted("WR2"));
        store.dispatch(Event::Agent(AgentAction::Select("WR2".into())));
        assert_eq!(*done.borrow(), ["a command leaves"]);
        assert_eq!(asked.get(), 1);
        assert!(store.state().tasks.is_empty());
        assert_eq!(store.read(|state| state.tasks.len()), 2);

        done.borrow_mut().clear();
        store.publish();
        assert_eq!(
            *done.borrow(),
            ["the state is saved", "components are told"]
        );
        assert_eq!(store.state().tasks.len(), 2);
        store.publish();
        assert_eq!(done.borrow().len(), 2);
        store.dispatch(accepted("WR3"));
        assert_eq!(asked.get(), 2);
    }

    #[test]
    fn a_store_that_nobody_asks_publishes_after_the_last_event() {
        let (store, done) = store();
        let _subscription = listen(&store, &done);
        store.dispatch(accepted("WR1"));
        assert_eq!(
            *done.borrow(),
            ["the state is saved", "components are told"]
        );
        assert_eq!(store.state().tasks.len(), 1);
    }
}
