//! The customers' end of the line to the stand-in for Flex. When Flex reloads, it gets a new port.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessageEvent};
use yew::Callback;

use crate::cloud::{HELLO, Line, ToCloud, ToDesktop};
use crate::page;

/// The wire. It listens until it is dropped.
pub struct CloudWire {
    line: Rc<RefCell<Option<Line>>>,
    _listener: EventListener,
}

/// What comes from Flex.
pub enum FromFlex {
    /// Flex has loaded or reloaded, and knows nothing.
    Started,
    /// It has sent something.
    Said(ToCloud),
}

impl CloudWire {
    /// Waits for Flex. `None` if there is no window.
    pub fn new(hear: Callback<FromFlex>) -> Option<Self> {
        let line = Rc::new(RefCell::new(None));
        let (answered, hear) = (line.clone(), hear);
        let window = web_sys::window()?;
        let listener = EventListener::new(&window, "message", move |event| {
            let hello = event
                .dyn_ref::<MessageEvent>()
                .filter(|event| event.data().as_string().as_deref() == Some(HELLO));
            let new_line = hello.and_then(|event| {
                let desktop = page::frame_below(event)?;
                let channel = MessageChannel::new().ok()?;
                let said = hear.clone();
                let line = Line::new(channel.port1(), move |message| {
                    said.emit(FromFlex::Said(message))
                });
                let ports = Array::of1(&channel.port2());
                desktop
                    .post_message_with_transfer(&JsValue::from_str(HELLO), &event.origin(), &ports)
                    .ok()?;
                Some(line)
            });
            if new_line.is_some() {
                *answered.borrow_mut() = new_line;
                hear.emit(FromFlex::Started);
            }
        });
        Some(Self {
            line,
            _listener: listener,
        })
    }

    /// Sends a message to Flex. Returns `false` if there is no Flex yet. Such a message must be sent again after
    /// [started](FromFlex::Started).
    pub fn say(&self, message: &ToDesktop) -> bool {
        let line = self.line.borrow();
        if let Some(line) = &*line {
            line.say(message);
        }
        line.is_some()
    }
}
