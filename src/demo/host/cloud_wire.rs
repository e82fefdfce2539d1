//! The line to the stand-in for Flex, from the customers' end. When Flex reloads, it gets a new
//! port.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessageEvent};
use yew::Callback;

use crate::demo::cloud::{HELLO, Line, ToCloud, ToDesktop};
use crate::demo::page;

/// The wire. It listens as long as it lives.
pub struct CloudWire {
    line: Rc<RefCell<Option<Line>>>,
    _listener: EventListener,
}

/// What happens on the wire.
pub enum FromFlex {
    /// Flex has (re)loaded and knows nothing.
    Started,
    /// It says something.
    Said(ToCloud),
}

impl CloudWire {
    /// Waits for Flex. `None` where there is no window.
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

    /// Says something to Flex; `false` where there is none yet. What can't be said yet is said when it has
    /// [started](FromFlex::Started).
    pub fn say(&self, message: &ToDesktop) -> bool {
        let line = self.line.borrow();
        if let Some(line) = &*line {
            line.say(message);
        }
        line.is_some()
    }
}
