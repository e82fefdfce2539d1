//! The desktop's end of the line to Twilio's cloud. It says hello to the top window until a port comes back. Messages
//! wait until then, so that the journal misses no message of the bridge script.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Window};
use yew::Callback;

use crate::cloud::{HELLO, Line, ToCloud, ToDesktop};
use crate::desktop::js;

/// Between two hellos, in milliseconds.
const HELLO_EVERY: u32 = 250;

/// The state of the line.
enum Ends {
    /// Not connected yet, with the messages that wait.
    Waiting(Vec<ToCloud>),
    /// Connected.
    Joined(Line),
}

/// The line. It listens until it is dropped.
pub struct CloudLine {
    line: Rc<RefCell<Ends>>,
    _listener: EventListener,
}

impl CloudLine {
    /// Looks for the cloud in the top window. `None` if this is the top window.
    pub fn new(window: &Window, hear: Callback<ToDesktop>) -> Option<Self> {
        let top = window.top().ok().flatten().filter(|top| top != window)?;
        let line = Rc::new(RefCell::new(Ends::Waiting(Vec::new())));
        let hellos = RefCell::new(Some(say_hello(top.clone())));
        let answered = line.clone();
        let listener = EventListener::new(window, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else {
                return;
            };
            let from_top = event.source().map(JsValue::from).as_ref() == Some(&top);
            let is_answer = event.data().as_string().as_deref() == Some(HELLO);
            if !from_top || !is_answer {
                return;
            }
            if let Ok(port) = js::get(&event.ports(), "0").dyn_into::<MessagePort>() {
                drop(hellos.take());
                let hear = hear.clone();
                let line = Line::new(port, move |said| hear.emit(said));
                if let Ends::Waiting(unsaid) = &*answered.borrow() {
                    unsaid.iter().for_each(|message| line.say(message));
                }
                *answered.borrow_mut() = Ends::Joined(line);
            }
        });
        Some(Self {
            line,
            _listener: listener,
        })
    }

    /// Sends a message to the cloud, once it is connected.
    pub fn say(&self, message: ToCloud) {
        match &mut *self.line.borrow_mut() {
            Ends::Waiting(unsaid) => unsaid.push(message),
            Ends::Joined(line) => line.say(&message),
        }
    }
}

/// The hello holds nothing secret, and this page does not know the origin of the top window. So the target is `*`.
fn say_hello(top: Window) -> Interval {
    let hello = move || drop(top.post_message(&JsValue::from_str(HELLO), "*"));
    hello();
    Interval::new(HELLO_EVERY, hello)
}
