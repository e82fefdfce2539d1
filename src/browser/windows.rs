//! The agent's other windows. A lock that only one window can hold decides which window leads, and a channel carries
//! messages between them.
//!
//! A page that goes away releases the lock and says so. A page that the browser freezes (Page Lifecycle) also says so,
//! but keeps the lock, since it may be the only page; a follower then steals the lock. A frozen page receives messages
//! while its timers stand still. So a frozen leader ignores them until it thaws.
//!
//! A page may also hang. So each follower asks four times a second whether somebody leads, and steals the lock if too
//! many questions stay unanswered. The leader answers to messages and not by a timer, because browsers slow down the
//! timers of pages in the background, but not their messages.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use js_sys::{Function, Math, Promise};
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, EventTarget, MessageEvent, Window};

use super::clock;
use super::first::{self, Lead};
use super::locks::{Locks, options};
use store::windows::{Message, Role};
use store::{Event, State, Store, WindowEvent, WindowId, timeouts};

/// A message on the channel, with its sender and receiver.
#[derive(Debug, Deserialize, Serialize)]
struct Envelope {
    from: WindowId,
    /// The receiver. `None` means all windows.
    to: Option<WindowId>,
    says: Says,
}

#[derive(Debug, Deserialize, Serialize)]
enum Says {
    /// Asks whether any window leads.
    WhoLeads,
    /// The sender leads.
    ILead,
    /// The page of the sender goes or is frozen before its panel is there. The page's first script says this, because it
    /// does not know how [`wire::windows`] writes.
    ILeave,
    /// A message for the store, as [`wire::windows`] writes it.
    This(String),
}

/// What the browser has done with the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Life {
    #[default]
    Lives,
    /// The browser has frozen the page. It may thaw.
    Frozen,
    /// The page is closed, reloaded, or kept in the back-forward cache.
    Gone,
}

/// This window among the agent's windows.
pub struct Windows {
    shared: Rc<Shared>,
    /// The lead, if the page's first script has it.
    first: Option<Lead>,
    _listener: EventListener,
    _lifecycle: Vec<EventListener>,
    _watch: Interval,
}

struct Shared {
    own: WindowId,
    /// The name of the lock and of the channel.
    name: String,
    locks: Locks,
    channel: BroadcastChannel,
    store: Store,
    /// Whether the store says that this window leads.
    leads: Cell<bool>,
    /// What the browser has done with the page.
    life: Cell<Life>,
    /// Releases the lock.
    release: RefCell<Option<Function>>,
    /// How many questions nobody has answered.
    unanswered: Cell<u32>,
    /// The number of the latest request for the lock. Only the latest counts.
    request: Cell<u32>,
}

/// The name of the lock and of the channel.
pub(crate) fn lock_name(among: &str) -> String {
    format!("flex-cif-panel {among}")
}

impl Windows {
    /// Joins the agent's other windows. `None` if the browser has no locks or no channel. `among` must be the same in
    /// windows that belong together, because one origin may serve the panels of several organizations.
    pub fn join(window: &Window, store: &Store, among: &str) -> Option<Self> {
        let name = lock_name(among);
        let locks = Locks::of(window)?;
        let channel = BroadcastChannel::new(&name).ok()?;
        let first = first::take(window, &name);
        let new = || WindowId {
            opened: clock::now(),
            salt: (Math::random() * f64::from(u32::MAX)) as u32,
        };
        let shared = Rc::new(Shared {
            own: first.as_ref().map_or_else(new, |lead| lead.own),
            name,
            locks,
            channel,
            store: store.clone(),
            leads: Cell::default(),
            life: Cell::default(),
            release: RefCell::default(),
            unanswered: Cell::default(),
            request: Cell::default(),
        });
        let hearing = shared.clone();
        let listener = EventListener::new(&shared.channel, "message", move |event| {
            hearing.hear(event);
        });
        let lifecycle = shared.follow_page(window);
        let watching = shared.clone();
        let watch = Interval::new(timeouts::LEADER_AGAIN, move || watching.watch());
        Some(Self {
            shared,
            first,
            _listener: listener,
            _lifecycle: lifecycle,
            _watch: watch,
        })
    }

    /// Asks for the lock, unless the page's first script has it. The store is told when this window leads. Tell the store
    /// first that the window follows.
    pub fn start(&self) {
        match &self.first {
            Some(lead) => self.shared.take_over(lead),
            None => self.shared.ask_for_lock(false),
        }
    }

    /// Performs [`WindowsCall::Lead`](store::WindowsCall::Lead) and
    /// [`WindowsCall::Follow`](store::WindowsCall::Follow).
    pub fn lead(&self, leads: bool) {
        self.shared.leads.set(leads);
        self.shared.unanswered.set(0);
    }

    /// Performs [`WindowsCall::Take`](store::WindowsCall::Take).
    pub fn take(&self) {
        self.shared.ask_for_lock(true);
    }

    /// Performs [`WindowsCall::Say`](store::WindowsCall::Say).
    pub fn say(&self, to: Option<WindowId>, message: Message) {
        self.shared.post_message(to, &message);
    }
}

impl Drop for Windows {
    fn drop(&mut self) {
        self.shared.channel.close();
        // A lock that is granted from now on is released at once.
        let _ = self.shared.next_request();
    }
}

impl Shared {
    /// Listens for what the browser does with the page.
    fn follow_page(self: &Rc<Self>, window: &Window) -> Vec<EventListener> {
        let on = |target: &EventTarget, name, happened: fn(&Rc<Self>)| {
            let shared = self.clone();
            EventListener::new(target, name, move |_| happened(&shared))
        };
        let mut listeners = vec![
            on(window, "pagehide", Self::go),
            on(window, "pageshow", Self::come_back),
        ];
        if let Some(document) = window.document() {
            listeners.push(on(&document, "freeze", Self::freeze));
            listeners.push(on(&document, "resume", Self::thaw));
        }
        listeners
    }

    fn go(self: &Rc<Self>) {
        self.life.set(Life::Gone);
        self.post_message(None, &Message::Leaving);
        // A lock that is granted from now on is released at once.
        let _ = self.next_request();
        if let Some(release) = self.release.take() {
            // It resolves a promise and can't fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }

    /// The browser had kept the page, and the agent has gone back to it.
    fn come_back(self: &Rc<Self>) {
        if self.life.replace(Life::Lives) == Life::Gone {
            self.tell(WindowEvent::Follows);
            self.ask_for_lock(false);
        }
    }

    fn freeze(self: &Rc<Self>) {
        if self.life.get() == Life::Lives {
            self.life.set(Life::Frozen);
            if self.leads.get() {
                self.post_message(None, &Message::Leaving);
            }
        }
    }

    fn thaw(self: &Rc<Self>) {
        if self.life.get() == Life::Frozen {
            self.life.set(Life::Lives);
            if self.leads.get() {
                self.post_message(None, &Message::Leading);
            }
        }
    }

    /// Whether the page must ignore messages, because it could not act on them.
    fn is_deaf(&self) -> bool {
        match self.life.get() {
            Life::Lives => false,
            Life::Frozen => self.leads.get(),
            Life::Gone => true,
        }
    }

    fn tell(&self, event: WindowEvent) {
        self.store.dispatch(Event::Window(event));
    }

    fn next_request(&self) -> u32 {
        let next = self.request.get().wrapping_add(1);
        self.request.set(next);
        next
    }

    /// Takes over the lock that the page's first script holds.
    fn take_over(self: &Rc<Self>, lead: &Lead) {
        let request = self.next_request();
        let _ = self.release.replace(Some(lead.release.clone()));
        self.tell(WindowEvent::Leads);
        self.watch_lock(lead.held.clone(), request, Rc::new(Cell::new(true)));
    }

    /// Waits for the lock, or steals it. The window holds the lock until the page goes or another window steals it.
    fn ask_for_lock(self: &Rc<Self>, steal: bool) {
        let request = self.next_request();
        let granted = Rc::new(Cell::new(false));
        let (shared, taken) = (self.clone(), granted.clone());
        let on_grant = Closure::once_into_js(move |_lock: JsValue| {
            if shared.request.get() != request {
                return JsValue::UNDEFINED;
            }
            taken.set(true);
            shared.tell(WindowEvent::Leads);
            Promise::new(&mut |release, _| {
                let _ = shared.release.replace(Some(release));
            })
            .into()
        });
        let held = self
            .locks
            .request(&self.name, &options(steal), on_grant.unchecked_ref());
        self.watch_lock(held, request, granted);
    }

    /// Waits until a request for the lock has ended. Asks for the lock again if it was granted, and stolen then.
    fn watch_lock(self: &Rc<Self>, held: Promise, request: u32, granted: Rc<Cell<bool>>) {
        let shared = self.clone();
        spawn_local(async move {
            let ended = JsFuture::from(held).await;
            if ended.is_ok() || shared.request.get() != request {
                return;
            }
            if granted.get() {
                shared.tell(WindowEvent::Follows);
                shared.ask_for_lock(false);
            } else {
                // The browser forbids locks here, as it may forbid storage.
                shared.tell(WindowEvent::Standalone);
            }
        });
    }

    /// While this window follows, asks whether there still is a leader.
    fn watch(self: &Rc<Self>) {
        if self.leads.get() || self.life.get() == Life::Gone {
            return;
        }
        let unanswered = self.unanswered.get();
        let patience = if self.store.read(State::call_is_live) {
            timeouts::LEADER_SILENT_IN_CALL
        } else {
            timeouts::LEADER_SILENT
        };
        if unanswered >= patience {
            self.unanswered.set(0);
            return self.ask_for_lock(true);
        }
        self.unanswered.set(unanswered + 1);
        self.post(None, Says::WhoLeads);
    }

    fn post_message(&self, to: Option<WindowId>, message: &Message) {
        if let Some(text) = wire::windows::encode(message) {
            self.post(to, Says::This(text));
        }
    }

    fn post(&self, to: Option<WindowId>, says: Says) {
        let envelope = Envelope {
            from: self.own,
            to,
            says,
        };
        if let Ok(text) = serde_json::to_string(&envelope) {
            // The browser refuses only if the channel is closed, which means that the page is going.
            let _ = self.channel.post_message(&text.into());
        }
    }

    fn hear(&self, event: &web_sys::Event) {
        if self.is_deaf() {
            return;
        }
        let text = event
            .dyn_ref::<MessageEvent>()
            .and_then(|event| event.data().as_string());
        let Some(envelope) = text.and_then(|text| serde_json::from_str::<Envelope>(&text).ok())
        else {
            return self.tell(WindowEvent::Malformed);
        };
        if envelope.to.is_some_and(|to| to != self.own) {
            return;
        }
        match envelope.says {
            Says::WhoLeads if self.leads.get() => self.post(Some(envelope.from), Says::ILead),
            Says::WhoLeads => {}
            Says::ILead => self.unanswered.set(0),
            Says::ILeave => {
                let role = self.store.read(|state| state.windows.role());
                if role == Role::Follower(None) || role == Role::Follower(Some(envelope.from)) {
                    self.unanswered.set(timeouts::LEADER_SILENT_IN_CALL);
                }
            }
            Says::This(text) => {
                let Some(message) = wire::windows::decode(&text) else {
                    return self.tell(WindowEvent::Malformed);
                };
                let leader = Role::Follower(Some(envelope.from));
                match message {
                    Message::Leading => self.unanswered.set(0),
                    // A leader that is frozen still holds the lock.
                    Message::Leaving if self.store.read(|state| state.windows.role()) == leader => {
                        self.unanswered.set(timeouts::LEADER_SILENT_IN_CALL);
                    }
                    _ => {}
                }
                self.tell(WindowEvent::Heard(envelope.from, message));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// The page's first script says these messages in the panel's place, and hears the first one.
    #[test]
    fn the_messages_of_the_first_script_are_the_panels_own() {
        let table = include_str!("../../tests/golden/first.json");
        let table: Value = serde_json::from_str(table).expect("the table can be read");
        for (name, says) in [
            ("whoLeads", Says::WhoLeads),
            ("iLead", Says::ILead),
            ("iLeave", Says::ILeave),
        ] {
            let golden = &table["messages"][name];
            let read: Envelope = serde_json::from_value(golden.clone()).expect(name);
            assert_eq!(format!("{:?}", read.says), format!("{says:?}"));
            let written = serde_json::to_value(&read).expect(name);
            assert_eq!(&written, golden, "{name}");
        }
    }
}
