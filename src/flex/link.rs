//! The panel's side of the link to the bridge script in the Flex frame.
//!
//! 1. The panel never speaks first, because before log-in the frame holds pages of other origins.
//! 2. A window message counts only if its source is the window of the Flex frame, its origin is that of Flex, and it
//!    decodes. These are checked in this order. Other messages get no answer. Those that claim to be the script's are
//!    counted.
//! 3. The panel answers a hello with a new `MessagePort`. A later hello (Flex has reloaded) replaces the port.
//! 4. The panel refuses a hello of another version and says so.
//! 5. Everything else runs on the port. Each command ends in exactly one [`Replied`](FlexEvent::Replied): what Flex
//!    answers, or a time-out. With [`Loading`](FlexEvent::Loading) all open commands end.
//! 6. The panel waits for a snapshot. When its time is up, the panel reports that and goes on waiting.
//! 7. When the link is dropped, all its handlers and timers end.
//!
//! [`wire::bridge`] defines the messages.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessageEvent, MessagePort, Window};

use super::json;
use crate::browser::clock;
use store::problem::CommandProblem;
use store::sorted::Map;
use store::{FlexCommand, FlexEvent, Ticket, timeouts};
use wire::bridge::{Hello, Message, ToFlex, WindowMessage, decode};

/// How long the link waits, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// For the first snapshot of a frame that loads.
    pub hello: u32,
    /// For the reply to a command.
    pub command: u32,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            hello: timeouts::FLEX_HELLO,
            command: timeouts::FLEX_COMMAND,
        }
    }
}

/// The link. It listens until it is dropped.
pub struct Link {
    shared: Rc<Shared>,
    _listener: EventListener,
}

struct Shared {
    flex: Box<dyn Fn() -> Option<Window>>,
    origin: String,
    patience: Timeouts,
    report: Box<dyn Fn(FlexEvent)>,
    port: RefCell<Option<Port>>,
    hello: RefCell<Option<Timeout>>,
    replies: RefCell<Map<Ticket, Timeout>>,
}

impl Link {
    /// Listens on `window` for the bridge script and reports its messages. `flex` returns the frame's window once there
    /// is one. `origin` is the origin of the configured Flex. Make the link before the frame is in the page, because
    /// the script may be quick.
    pub fn new(
        window: &Window,
        flex: impl Fn() -> Option<Window> + 'static,
        origin: String,
        patience: Timeouts,
        report: impl Fn(FlexEvent) + 'static,
    ) -> Self {
        let shared = Rc::new(Shared {
            flex: Box::new(flex),
            origin,
            patience,
            report: Box::new(report),
            port: RefCell::default(),
            hello: RefCell::default(),
            replies: RefCell::default(),
        });
        shared.wait_for_snapshot();
        let listening = shared.clone();
        let listener = EventListener::new(window, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                listening.hear(event);
            }
        });
        Self {
            shared,
            _listener: listener,
        }
    }

    /// Sends a command. Its only answer is a [`FlexEvent::Replied`] with this number.
    pub fn perform(&self, request: Ticket, command: FlexCommand) {
        self.shared.perform(request, command);
    }
}

impl Shared {
    /// Handles a message to the window. Checks its source first, then its origin, then its shape.
    fn hear(self: &Rc<Self>, event: &MessageEvent) {
        let message = event.data();
        if !claims_to_be_ours(&message) {
            return;
        }
        let Some(flex) = (self.flex)().filter(|flex| is_from(event, flex)) else {
            return (self.report)(FlexEvent::Foreign);
        };
        if event.origin() != self.origin {
            return (self.report)(FlexEvent::Foreign);
        }
        match json::read(&message).map(|message| Hello::decode(&message)) {
            Some(Ok(hello)) => self.answer(&flex, &hello),
            Some(Err(_)) | None => (self.report)(FlexEvent::Malformed),
        }
    }

    fn answer(self: &Rc<Self>, flex: &Window, hello: &Hello) {
        (self.report)(FlexEvent::Greeted {
            bridge: cut(&hello.script),
            flex: hello.flex.as_str().map(cut),
        });
        self.hang_up();
        (self.report)(FlexEvent::Loading);
        let Some(answer) = json::write(&WindowMessage::answer(hello)) else {
            return;
        };
        if !hello.fits() {
            drop(self.hello.take());
            // The browser refuses only if the frame has just gone. The next page in the frame says hello again.
            let _ = flex.post_message(&answer, &self.origin);
            let theirs = hello.version;
            return (self.report)(FlexEvent::OtherVersion { theirs });
        }
        let Ok(channel) = MessageChannel::new() else {
            return;
        };
        let port = Port::open(channel.port1(), Rc::downgrade(self));
        let _ = self.port.replace(Some(port));
        self.wait_for_snapshot();
        let _ =
            flex.post_message_with_transfer(&answer, &self.origin, &Array::of1(&channel.port2()));
    }

    /// Handles a message on the port.
    fn receive(self: &Rc<Self>, message: &JsValue) {
        let decoded = json::read(message).map(|message| decode(&message, clock::now()));
        match decoded {
            Some(Ok(FlexEvent::Replied { request, result })) => self.replied(request, result),
            Some(Ok(event)) => {
                match event {
                    FlexEvent::Snapshot(_) | FlexEvent::Unfit(_) => drop(self.hello.take()),
                    FlexEvent::Loading => {
                        self.hang_up();
                        self.wait_for_snapshot();
                    }
                    _ => {}
                }
                (self.report)(event);
            }
            Some(Err(malformed)) => {
                if let Some(answer) = malformed.answer() {
                    let _ = self.post(answer);
                }
                (self.report)(FlexEvent::Malformed);
            }
            None => (self.report)(FlexEvent::Malformed),
        }
    }

    fn perform(self: &Rc<Self>, request: Ticket, command: FlexCommand) {
        if self.post(ToFlex::Command { request, command }).is_none() {
            let result = Err(CommandProblem::NotConnected);
            return (self.report)(FlexEvent::Replied { request, result });
        }
        let weak = Rc::downgrade(self);
        let timeout = Timeout::new(self.patience.command, move || {
            if let Some(shared) = weak.upgrade() {
                shared.replied(request, Err(CommandProblem::TimedOut));
            }
        });
        let _ = self.replies.borrow_mut().insert(request, timeout);
    }

    /// Only the first answer to a command counts. A reply after the time-out is dropped, and so is a second reply.
    fn replied(&self, request: Ticket, result: Result<(), CommandProblem>) {
        let awaited = self.replies.borrow_mut().remove(&request);
        (self.report)(match awaited {
            Some(_) => FlexEvent::Replied { request, result },
            None => FlexEvent::Late,
        });
    }

    /// Posts on the port. `None` if there is no port.
    fn post(&self, message: ToFlex) -> Option<()> {
        let message = json::write(&Message::Flex(message))?;
        self.port.borrow().as_ref()?.0.post_message(&message).ok()
    }

    /// Drops the port and the open commands. The script behind the port is gone and hears nothing more.
    fn hang_up(&self) {
        drop(self.port.take());
        self.replies.borrow_mut().clear();
    }

    fn wait_for_snapshot(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let timeout = Timeout::new(self.patience.hello, move || {
            if let Some(shared) = weak.upgrade() {
                (shared.report)(FlexEvent::NotAnswering);
            }
        });
        let _ = self.hello.replace(Some(timeout));
    }
}

/// The panel's end of the channel. Dropping it closes the channel.
struct Port(
    MessagePort,
    #[expect(dead_code, reason = "listens while it lives")] EventListener,
);

impl Port {
    fn open(port: MessagePort, shared: Weak<Shared>) -> Self {
        let listener = EventListener::new(&port, "message", move |event| {
            let event = event.dyn_ref::<MessageEvent>();
            if let Some((shared, event)) = shared.upgrade().zip(event) {
                shared.receive(&event.data());
            }
        });
        port.start();
        Self(port, listener)
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// How many characters of a version are kept.
const LONGEST: usize = 40;

fn cut(version: &str) -> Rc<str> {
    version.chars().take(LONGEST).collect::<String>().into()
}

/// Whether a message claims to be the script's. Flex and other pages also post to the window; their messages are
/// ignored.
fn claims_to_be_ours(message: &JsValue) -> bool {
    message.is_object() && Reflect::has(message, &"cifPanel".into()).unwrap_or(false)
}

fn is_from(event: &MessageEvent, window: &Window) -> bool {
    event
        .source()
        .is_some_and(|source| Object::is(&source, window))
}
