//! The line to Twilio's cloud, from the desktop's end: hello to the top window until a port comes back. What is said
//! before that waits for it: the journal shall miss no message of the bridge script.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Window};
use yew::Callback;

use crate::demo::cloud::{HELLO, Line, ToCloud, ToDesktop};
use crate::demo::desktop::js;

/// Between two hellos, in milliseconds.
const HELLO_EVERY: u32 = 250;

/// The line as it stands.
enum Ends {
    /// Not answered: what is to be said.
    Waiting(Vec<ToCloud>),
    /// Answered.
    Joined(Line),
}

/// The line. It listens as long as it lives.
pub struct CloudLine {
    line: Rc<RefCell<Ends>>,
    _listener: EventListener,
}

impl CloudLine {
    /// Looks for the cloud in the top window. `None` where this is the top window.
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

    /// Says something to the cloud, as soon as it has answered.
    pub fn say(&self, message: ToCloud) {
        match &mut *self.line.borrow_mut() {
            Ends::Waiting(unsaid) => unsaid.push(message),
            Ends::Joined(line) => line.say(&message),
        }
    }
}

/// The hello holds nothing, and the top window's origin is not known here: hence the target `*`.
fn say_hello(top: Window) -> Interval {
    let hello = move || drop(top.post_message(&JsValue::from_str(HELLO), "*"));
    hello();
    Interval::new(HELLO_EVERY, hello)
}
