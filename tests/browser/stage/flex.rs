//! A frame that plays the bridge script or an enemy, and a link to it.

use std::cell::RefCell;
use std::rc::Rc;

use flex_cif_panel::flex::link::{Link, Timeouts};
use js_sys::{Function, Reflect};
use store::{Event, FlexCommand, FlexEvent, Store, Ticket};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlIFrameElement};

use super::{document, place, until};

/// Time limits that never run out in a test.
pub const CALM: Timeouts = Timeouts {
    hello: 60_000,
    command: 60_000,
};

/// A hello from the frame to its parent, as the bridge script says it.
pub const HELLO: &str =
    "parent.postMessage({cifPanel: 'hello', version: 1, bridge: '1.0.0'}, '*');";
/// Takes the newest port and answers every message on it.
pub const LISTEN: &str = "
    heard = [];
    onmessage = ({data, ports}) => {
        heard.push(data);
        if (!ports[0]) return;
        port = ports[0];
        port.onmessage = ({data}) => heard.push(data);
    };";
/// The first message on every port.
pub const SNAPSHOT: &str = "port.postMessage({to: 'panel', type: 'snapshot',
    tasks: [], selected: null, view: null, activity: null});";

/// A frame of the same origin, a link to it, and what the link has reported.
pub struct Bench {
    pub frame: HtmlIFrameElement,
    place: Element,
    pub link: Option<Link>,
    /// Everything that was reported, except the greetings.
    pub reported: Rc<RefCell<Vec<FlexEvent>>>,
    pub greetings: Rc<RefCell<Vec<FlexEvent>>>,
}

impl Bench {
    pub fn new(patience: Timeouts) -> Self {
        let origin = document().location().unwrap().origin().unwrap();
        Self::with(patience, &origin, |_| {})
    }

    pub fn with(patience: Timeouts, origin: &str, prepare: impl Fn(&HtmlIFrameElement)) -> Self {
        Self::of(patience, origin, prepare, |_| {})
    }

    /// The link also reports to `store`.
    pub fn of_store(store: &Store) -> Self {
        let origin = document().location().unwrap().origin().unwrap();
        let store = store.clone();
        let report = move |event: &FlexEvent| store.dispatch(Event::Flex(event.clone()));
        Self::of(CALM, &origin, |_| {}, report)
    }

    fn of(
        patience: Timeouts,
        origin: &str,
        prepare: impl Fn(&HtmlIFrameElement),
        report: impl Fn(&FlexEvent) + 'static,
    ) -> Self {
        let place = place();
        let frame: HtmlIFrameElement = document()
            .create_element("iframe")
            .unwrap()
            .unchecked_into();
        prepare(&frame);
        let reported = Rc::new(RefCell::new(Vec::new()));
        let greetings = Rc::new(RefCell::new(Vec::new()));
        let (reporting, greeting, flex) = (reported.clone(), greetings.clone(), frame.clone());
        let link = Link::new(
            &web_sys::window().unwrap(),
            move || flex.content_window(),
            origin.into(),
            patience,
            move |event| {
                report(&event);
                match event {
                    FlexEvent::Greeted { .. } => greeting.borrow_mut().push(event),
                    event => reporting.borrow_mut().push(event),
                }
            },
        );
        place.append_child(&frame).unwrap();
        Self {
            frame,
            place,
            link: Some(link),
            reported,
            greetings,
        }
    }

    /// Runs a script in the frame, so that its messages come from the frame's window.
    pub fn run(&self, script: &str) {
        let window = self.frame.content_window().unwrap();
        let function = Reflect::get(&window, &"eval".into()).unwrap();
        let eval: Function = function.unchecked_into();
        let _ = eval.call1(&window, &script.into()).unwrap();
    }

    /// What the frame has received, as JSON.
    pub fn heard(&self) -> String {
        let window = self.frame.content_window().unwrap();
        let heard = Reflect::get(&window, &"heard".into()).unwrap();
        js_sys::JSON::stringify(&heard).map_or_else(|_| String::new(), String::from)
    }

    pub fn reported(&self) -> Vec<FlexEvent> {
        self.reported.borrow().clone()
    }

    pub async fn until_reported(&self, count: usize) -> Vec<FlexEvent> {
        until(&format!("{count} reports"), || {
            self.reported.borrow().len() >= count
        })
        .await;
        self.reported()
    }

    /// Says hello, gets a port, sends the snapshot.
    pub async fn connected(&self) {
        self.run(LISTEN);
        self.run(HELLO);
        until("a welcome", || self.heard().contains("welcome")).await;
        self.run(SNAPSHOT);
        let _ = self.until_reported(2).await;
        self.reported.borrow_mut().clear();
    }

    pub fn perform(&self, request: u32) {
        let sid = "WR1".into();
        self.link
            .as_ref()
            .unwrap()
            .perform(Ticket(request), FlexCommand::AcceptTask { sid });
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.place.remove();
    }
}
