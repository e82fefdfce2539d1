//! Twilio's cloud, as far as the demo needs one: a line between the top window, where the customers are, and the
//! stand-in for Flex, two frames below. The panel between them knows nothing of it.
//!
//! The desktop says hello to `window.top` until it gets a port; from then on, JSON texts on that port.

use gloo_events::EventListener;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort};

use crate::simulation::flex::Task;

/// The desktop's hello, and with a port the cloud's answer.
pub const HELLO: &str = "flex-cif-panel demo: cloud?";

/// From the cloud to the desktop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ToDesktop {
    /// The first word: what the worker has already.
    Present(Worker),
    /// A task is routed to the agent.
    Offer(Offer),
    /// The customer hangs up, or leaves the chat, or gives up while waiting.
    CustomerLeaves {
        /// The number of the task.
        number: u32,
    },
    /// Whether the next outbound call is taken and never placed.
    NextCallFails {
        /// It is.
        fails: bool,
    },
    /// Whether Flex is connected to the cloud. (This line is the demo's own, and stays.)
    Connection {
        /// It is.
        connected: bool,
    },
    /// The same worker opens Flex elsewhere.
    OpenElsewhere,
}

/// A task on its way to the agent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// The cloud's number of the task.
    pub number: u32,
    /// `taskChannelUniqueName`.
    pub channel: String,
    /// The task's attributes.
    pub attributes: Value,
}

/// From the desktop to the cloud.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ToCloud {
    /// What the worker has now: told whenever something has happened.
    Worker(Worker),
    /// The call that was to fail has been taken, and is not placed.
    CallFailed,
    /// The bridge script has said or heard something.
    Bridge {
        /// When, in milliseconds since 1970.
        at: f64,
        /// It heard it from the panel.
        heard: bool,
        /// The message.
        message: Value,
    },
}

/// What the cloud keeps of the worker while Flex reloads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Worker {
    /// The live reservations.
    pub reservations: Vec<Reservation>,
    /// How many there have been.
    pub made: u32,
}

/// A live reservation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reservation {
    /// The cloud's number of its task; an outbound call has none.
    pub number: Option<u32>,
    /// The reservation.
    pub task: Task,
}

/// One end of the line. It listens as long as it lives.
pub struct Line {
    port: MessagePort,
    _listener: EventListener,
}

impl Line {
    /// Takes up a port.
    pub fn new<Heard: DeserializeOwned>(port: MessagePort, hear: impl Fn(Heard) + 'static) -> Self {
        let listener = EventListener::new(&port, "message", move |event| {
            let text = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| event.data().as_string());
            if let Some(heard) = text.and_then(|text| serde_json::from_str(&text).ok()) {
                hear(heard);
            }
        });
        port.start();
        Self {
            port,
            _listener: listener,
        }
    }

    /// Says something to the other end.
    pub fn say(&self, message: &impl Serialize) {
        if let Ok(text) = serde_json::to_string(message) {
            // A text can always be cloned.
            let _ = self.port.post_message(&JsValue::from_str(&text));
        }
    }
}
