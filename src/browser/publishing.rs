//! When the store publishes: in a task of its own, right after the task of the event. So the calls of an event leave
//! first, and several events that come together are drawn and saved once.
//!
//! A message from the page to itself starts that task. Timers, frames and idle callbacks may stand still in a panel
//! that nobody sees. Before the browser hides, freezes or leaves the page, the store publishes at once: no task may
//! follow.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{EventTarget, MessageChannel, Window};

use store::Store;

/// The listeners. They end when this is dropped, and nothing is published any more.
#[derive(Debug)]
pub struct Publishing {
    _listeners: Vec<EventListener>,
}

/// From now on the store publishes after the task of an event. `None` if the browser has no message channels; then the
/// store goes on publishing by itself.
#[must_use]
pub fn start(window: &Window, store: &Store) -> Option<Publishing> {
    let channel = MessageChannel::new().ok()?;
    let (asked, asks) = (channel.port1(), channel.port2());
    let on = |target: &EventTarget, name| {
        let store = store.clone();
        EventListener::new(target, name, move |_| store.publish())
    };
    let mut listeners = vec![on(&asked, "message"), on(window, "pagehide")];
    if let Some(document) = window.document() {
        listeners.push(on(&document, "freeze"));
        listeners.push(on(&document, "visibilitychange"));
    }
    asked.start();
    store.publish_by(move || {
        // The browser refuses only what can't be copied.
        let _ = asks.post_message(&JsValue::NULL);
    });
    Some(Publishing {
        _listeners: listeners,
    })
}
