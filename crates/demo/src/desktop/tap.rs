//! Listens to the bridge script's port for the journal: everything that the script receives and sends from the welcome
//! on.

use gloo_events::EventListener;
use js_sys::Function;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Window};
use yew::Callback;

use super::js;
use crate::page;

/// Something that the script has received or sent.
pub struct Noted {
    /// When, in milliseconds since 1970. It is noted here, before anybody can act on the message.
    pub at: f64,
    /// Whether it received it from the panel.
    pub heard: bool,
    /// The message.
    pub message: Value,
}

impl Noted {
    fn new(heard: bool, message: &JsValue) -> Self {
        Self {
            at: page::moment(),
            heard,
            message: js::to_data(message),
        }
    }
}

/// Listens for the panel's welcome. It must be installed before the script, so that it hears the welcome first.
pub fn tap(window: &Window, note: Callback<Noted>) -> EventListener {
    let parent = window.parent().ok().flatten().map(JsValue::from);
    EventListener::new(window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let from_parent = event.source().map(JsValue::from) == parent;
        if !from_parent || js::get(&event.data(), "cifPanel").is_undefined() {
            return;
        }
        note.emit(Noted::new(true, &event.data()));
        if let Ok(port) = js::get(&event.ports(), "0").dyn_into::<MessagePort>() {
            tap_port(&port, &note);
        }
    })
}

fn tap_port(port: &MessagePort, note: &Callback<Noted>) {
    let heard = note.clone();
    EventListener::new(port, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            heard.emit(Noted::new(true, &event.data()));
        }
    })
    .forget();
    let Ok(post) = js::get(port, "postMessage").dyn_into::<Function>() else {
        return;
    };
    let (said, through) = (note.clone(), port.clone());
    let post = js::function1(move |message: JsValue| {
        said.emit(Noted::new(false, &message));
        // The script would have got an error for a message that can't be sent. Here the message is lost, as on a closed
        // port.
        let _ = post.call1(&through, &message);
    });
    js::set(port, "postMessage", &post);
}
