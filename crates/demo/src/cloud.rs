//! Twilio's cloud, as far as the demo needs it: a line between the top window, which has the customers, and the
//! stand-in for Flex, two frames below. The panel between them does not know the line.
//!
//! The desktop says hello to `window.top` until it gets a port. After that, both send JSON texts on that port.

use gloo_events::EventListener;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort};

use simulation::flex::Task;

/// The hello of the desktop. The cloud answers with the same text and a port.
pub const HELLO: &str = "flex-cif-panel demo: cloud?";

/// From the cloud to the desktop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ToDesktop {
    /// The first message: what the worker has already.
    Present(Worker),
    /// A task is routed to the agent.
    Offer(Offer),
    /// The customer hangs up, leaves the chat, or gives up while waiting.
    CustomerLeaves {
        /// The number of the task.
        number: u32,
    },
    /// Whether the next outbound call resolves without a call.
    NextCallFails {
        /// It does.
        fails: bool,
    },
    /// Whether Flex is connected to the cloud. (This line belongs to the demo and stays connected.)
    Connection {
        /// It is.
        connected: bool,
    },
    /// The same worker opens Flex in another place.
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
    /// What the worker has. Sent whenever something has happened.
    Worker(Worker),
    /// The call that should fail has been asked for, and was not placed.
    CallFailed,
    /// The bridge script has sent or received something.
    Bridge {
        /// When, in milliseconds since 1970.
        at: f64,
        /// Whether it received it from the panel.
        heard: bool,
        /// The message.
        message: Value,
    },
}

/// What the cloud knows about the worker while Flex reloads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Worker {
    /// The live reservations.
    pub reservations: Vec<Reservation>,
    /// How many reservations there have been.
    pub made: u32,
}

/// A live reservation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reservation {
    /// The cloud's number of its task. An outbound call has none.
    pub number: Option<u32>,
    /// The reservation.
    pub task: Task,
}

/// One end of the line. It listens until it is dropped.
pub struct Line {
    port: MessagePort,
    _listener: EventListener,
}

impl Line {
    /// Starts to listen on a port.
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

    /// Sends a message to the other end.
    pub fn say(&self, message: &impl Serialize) {
        if let Ok(text) = serde_json::to_string(message) {
            // A text can always be sent.
            let _ = self.port.post_message(&JsValue::from_str(&text));
        }
    }
}
