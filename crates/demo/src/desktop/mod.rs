//! The page `/agent-desktop`: a stand-in for Flex. It runs the [simulated Flex](simulation::flex), shows it to
//! its agent, and offers plugins what they expect of `Twilio.Flex`. The plugin that it loads is the real bridge script.
//! Its tasks come from the [cloud](super::cloud) in the top window.
//!
//! `?panelOrigin=` is the only origin on the account's list (default: this page's own origin). `?delay=` is how many
//! seconds pass before anything starts.

mod cloud_line;
mod flex_api;
mod js;
mod running;
mod tap;
mod tasks;
mod view;

use std::collections::BTreeMap;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use serde_json::Value;
use yew::{Component, Context, Html};

use cloud_line::CloudLine;
use running::Running;
use tap::Noted;

use super::cloud::{Offer, Reservation, ToCloud, ToDesktop, Worker};
use super::page;
use simulation::flex::{Flex, Input, Route, Task};

/// How long plugins wait until the cloud says what the worker has already, in milliseconds.
const CLOUD: u32 = 5_000;

/// Mounts the page, after `?delay=` seconds.
pub fn mount() {
    let delay = page::parameter("delay").and_then(|delay| delay.parse::<u32>().ok());
    let delay = delay.unwrap_or_default().saturating_mul(1000);
    if let Some(root) = page::root("flex", "Flex") {
        let start = move || drop(yew::Renderer::<Desktop>::with_root(root).render());
        Timeout::new(delay, start).forget();
    }
}

/// The page.
struct Desktop {
    running: Running,
    cloud: Option<CloudLine>,
    /// Tasks that wait until the agent is available.
    queue: Vec<Offer>,
    /// The cloud's numbers of the tasks, by reservation.
    numbers: BTreeMap<String, u32>,
    plugins_started: bool,
    /// The next outbound call will fail.
    call_fails: bool,
    _tap: Option<EventListener>,
}

/// What can happen.
enum Message {
    /// Flex has changed.
    Changed,
    /// The cloud sends something.
    Cloud(ToDesktop),
    /// There is no cloud, or it has been silent for too long.
    NoCloud,
    /// The bridge script has received or sent something.
    Noted(Noted),
    /// The agent invokes an action of Flex.
    Act(&'static str, Value),
    /// The agent logs in.
    LogIn,
}

impl Component for Desktop {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let running = Running::new(link.callback(|()| Message::Changed));
        let panel_origin = page::parameter("panelOrigin").unwrap_or_else(page::origin);
        flex_api::install(&running, &panel_origin);
        let window = web_sys::window();
        let tap = window
            .as_ref()
            .map(|window| tap::tap(window, link.callback(Message::Noted)));
        let cloud =
            window.and_then(|window| CloudLine::new(&window, link.callback(Message::Cloud)));
        let patience = if cloud.is_some() { CLOUD } else { 0 };
        let no_cloud = link.callback(|()| Message::NoCloud);
        Timeout::new(patience, move || no_cloud.emit(())).forget();
        Self {
            running,
            cloud,
            queue: Vec::new(),
            numbers: BTreeMap::new(),
            plugins_started: false,
            call_fails: false,
            _tap: tap,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Changed => {
                self.route();
                self.report();
                self.report_a_failed_call();
                return true;
            }
            Message::Cloud(said) => self.hear(said),
            Message::NoCloud => self.start_plugins(),
            Message::Noted(Noted { at, heard, message }) => {
                self.tell(ToCloud::Bridge { at, heard, message });
            }
            // The page shows the result. A refused action changes nothing.
            Message::Act(action, payload) => drop(self.running.invoke(action, payload)),
            Message::LogIn => log_in(),
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let act = ctx
            .link()
            .callback(|(action, payload)| Message::Act(action, payload));
        let log_in = ctx.link().callback(|_| Message::LogIn);
        self.running.read(|flex| view::desktop(flex, &act, &log_in))
    }
}

impl Desktop {
    fn hear(&mut self, said: ToDesktop) {
        match said {
            ToDesktop::Present(worker) => {
                self.resume(worker);
                self.start_plugins();
            }
            ToDesktop::Offer(offer) => {
                self.queue.push(offer);
                self.route();
            }
            ToDesktop::CustomerLeaves { number } => {
                self.queue.retain(|offer| offer.number != number);
                let reserved = self.numbers.iter().find(|(_, it)| **it == number);
                if let Some(sid) = reserved.map(|(sid, _)| sid.clone()) {
                    let _ = self.running.handle(Input::CustomerLeft { sid });
                }
            }
            ToDesktop::NextCallFails { fails } => {
                self.call_fails = fails;
                self.running.next_call_fails(fails);
            }
            ToDesktop::Connection { connected } => {
                let _ = self.running.handle(Input::Connection(connected));
            }
            ToDesktop::OpenElsewhere => drop(self.running.handle(Input::OpenedElsewhere)),
        }
    }

    /// Reserves the tasks that wait, if the agent is available.
    fn route(&mut self) {
        let available = |running: &Running| {
            running.read(|flex| flex.signed_in && flex.connected && flex.activity.available)
        };
        while available(&self.running) && !self.queue.is_empty() {
            let Offer {
                number,
                channel,
                attributes,
            } = self.queue.remove(0);
            let reserved = self.running.handle(Input::Offer {
                channel,
                attributes,
                route: Route::Queue,
            });
            if let Some(sid) = reserved {
                let _ = self.numbers.insert(sid, number);
            }
        }
    }

    /// Gives a reloaded Flex its reservations back. Plugins see them in the store; no event tells of them.
    fn resume(&mut self, worker: Worker) {
        let numbered = worker.reservations.iter();
        self.numbers = numbered
            .filter_map(|it| Some((it.task.sid.clone(), it.number?)))
            .collect();
        let tasks = worker.reservations.into_iter().map(|it| it.task).collect();
        self.running.resume(Flex::resumed(tasks, worker.made));
    }

    fn start_plugins(&mut self) {
        if !std::mem::replace(&mut self.plugins_started, true) {
            flex_api::load_bridge();
        }
    }

    fn report(&self) {
        let worker = self.running.read(|flex| Worker {
            reservations: flex
                .tasks()
                .iter()
                .map(|task| self.reservation(task))
                .collect(),
            made: flex.made(),
        });
        self.tell(ToCloud::Worker(worker));
    }

    fn report_a_failed_call(&mut self) {
        let still = self.running.read(|flex| flex.next_call_fails);
        if std::mem::replace(&mut self.call_fails, still) && !still {
            self.tell(ToCloud::CallFailed);
        }
    }

    fn reservation(&self, task: &Task) -> Reservation {
        Reservation {
            number: self.numbers.get(&task.sid).copied(),
            task: task.clone(),
        }
    }

    fn tell(&self, message: ToCloud) {
        if let Some(cloud) = &self.cloud {
            cloud.say(message);
        }
    }
}

/// After log-in, the page and its plugins load anew.
fn log_in() {
    if let Some(window) = web_sys::window() {
        // The page is already being left.
        let _ = window.location().reload();
    }
}
