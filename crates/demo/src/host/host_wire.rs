//! The host's end of the wire of CIF v2: messages of this window, with real `Map`s, to and from the panel's client
//! library. A message counts if it comes from a frame below this window and from the panel's host name.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};
use yew::Callback;

use crate::page;
use simulation::host_wire::{Reply, Request};

/// A message from the panel's library.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum FromPanel {
    /// A call.
    Request(Request),
    /// The answer of a handler to an event.
    Handled(Reply),
}

/// The wire. It listens until it is dropped.
pub struct HostWire {
    panel: Rc<RefCell<Option<Panel>>>,
    _listener: EventListener,
}

/// The window and the origin from which the panel was last heard.
struct Panel {
    window: Window,
    origin: String,
}

impl HostWire {
    /// Listens for the panel with this channel URL. `None` if there is no window.
    pub fn new(channel_url: &str, hear: Callback<FromPanel>) -> Option<Self> {
        let host_name = page::host_name(channel_url)?;
        let panel = Rc::new(RefCell::new(None));
        let heard = panel.clone();
        let window = web_sys::window()?;
        let listener = EventListener::new(&window, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else {
                return;
            };
            let Some(window) = page::frame_below(event) else {
                return;
            };
            let origin = event.origin();
            if page::host_name(&origin).as_deref() != Some(&*host_name) {
                return;
            }
            if let Ok(message) = serde_wasm_bindgen::from_value(event.data()) {
                *heard.borrow_mut() = Some(Panel { window, origin });
                hear.emit(message);
            }
        });
        Some(Self {
            panel,
            _listener: listener,
        })
    }

    /// Sends a message to the panel, where it was last heard. Before that, there is nobody to send to.
    pub fn say(&self, message: &impl Serialize) {
        // The library expects a `Map` for every map, and null for null.
        let serializer = Serializer::new().serialize_missing_as_null(true);
        let message: Result<JsValue, _> = message.serialize(&serializer);
        if let (Some(panel), Ok(message)) = (&*self.panel.borrow(), message) {
            // A panel that is going away hears nothing.
            let _ = panel.window.post_message(&message, &panel.origin);
        }
    }
}
