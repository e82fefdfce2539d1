//! The page `/`: a window that looks and behaves like Customer Service workspace or Omnichannel, around the simulated Dynamics.
//! In its side panel stands the container frame, in that the real panel. Around the window, on the demo's own
//! ground: the customers at the left, the journal below.
//!
//! One direction of flow: what comes from the panel, the agent, the customers, Flex or a clock is a `Message`;
//! [`Host::update`](Component::update) plays it, says what is to be said, and the page is drawn anew.

mod activities;
mod chrome;
mod cloud_wire;
mod customers;
mod dashboard;
mod drawer;
mod forms;
mod host_wire;
mod journal;
mod mishap;
mod pieces;
mod search;
mod setup;
mod side_panel;
mod tabs;
mod timeline;
mod who;

use gloo_timers::callback::Timeout;
use serde::Serialize;
use yew::{Component, Context, Html, html};

use activities::Activities;
use cloud_wire::{CloudWire, FromFlex};
use customers::{Act, Customers};
use drawer::Wishes;
use host_wire::{FromPanel, HostWire};
use journal::{Journal, Side};
use mishap::Mishap;
use who::Who;

use super::cloud::{ToCloud, ToDesktop};
use super::page;
use crate::simulation::dynamics::{AgentAct, Dynamics, Input, Output, Timer};
use crate::simulation::people;

/// In a page narrower than this, in pixels, the customers' drawer lies over the window (`styles/stage.css`), and is
/// closed at first.
const NARROW: i32 = 1100;

/// Mounts the page.
pub fn mount() {
    let title = format!("{} · flex-cif-panel demo", setup::app_name());
    if let Some(root) = page::root("dynamics", &title) {
        let _ = yew::Renderer::<Host>::with_root(root).render();
    }
}

/// The page.
struct Host {
    /// The name of the app.
    app: &'static str,
    dynamics: Dynamics,
    customers: Customers,
    activities: Activities,
    journal: Journal,
    mishap: Mishap,
    /// The customers' drawer is open.
    drawer: bool,
    /// What stands in the search.
    search: String,
    /// Of the docked side panel, in pixels.
    width: i32,
    container: String,
    panel: Option<HostWire>,
    flex: Option<CloudWire>,
}

/// What can happen.
enum Message {
    /// The panel says something.
    Panel(FromPanel),
    /// Flex says something.
    Flex(FromFlex),
    /// The agent does something in Dynamics.
    Agent(AgentAct),
    /// A customer does something.
    Customer(Who, Act),
    /// Something is going to go wrong.
    GoWrong(Mishap),
    /// A clock of Dynamics has run out.
    TimeUp(Timer),
    /// The customers' drawer opens or closes.
    Drawer(bool),
    /// The agent types into the search.
    Search(String),
    /// The agent draws the side panel to this width.
    Widen(i32),
}

impl Component for Host {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let origin = page::origin();
        let panel = page::parameter("panel").and_then(|panel| page::absolute(&panel));
        let panel = panel.unwrap_or_else(|| format!("{origin}/panel"));
        let query = String::from(js_sys::encode_uri_component(&panel));
        Self {
            app: setup::app_name(),
            dynamics: Dynamics::new(setup::organization(), people::records()),
            customers: Customers::default(),
            activities: Activities::default(),
            journal: Journal::default(),
            mishap: Mishap::None,
            drawer: page::width().is_none_or(|width| width >= NARROW),
            search: String::new(),
            width: side_panel::first_width(page::width()),
            container: format!("/container.html?panel={query}"),
            panel: HostWire::new(&panel, link.callback(Message::Panel)),
            flex: CloudWire::new(link.callback(Message::Flex)),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Panel(FromPanel::Request(request)) => {
                self.journal.request(page::moment(), &request);
                self.play(ctx, Input::Request(request));
            }
            Message::Panel(FromPanel::Handled(answer)) => {
                self.journal.handled(page::moment(), &answer)
            }
            Message::Agent(act) => self.play(ctx, Input::Agent(act)),
            Message::TimeUp(timer) => self.play(ctx, Input::TimeUp(timer)),
            Message::GoWrong(mishap) => self.go_wrong(ctx, mishap),
            Message::Customer(who, act) => {
                let told = self.customers.act(who, act, self.dynamics.records_mut());
                if let Some(message) = &told {
                    self.tell_flex(message);
                }
            }
            Message::Flex(FromFlex::Started) => {
                let present = self.customers.present();
                present.iter().for_each(|it| self.tell_flex(it));
            }
            Message::Flex(FromFlex::Said(said)) => self.hear_flex(said),
            Message::Drawer(open) => self.drawer = open,
            Message::Search(query) => self.search = query,
            Message::Widen(width) => self.width = width,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let act = link.callback(Message::Agent);
        let wishes = Wishes {
            customer: link.callback(|(who, act)| Message::Customer(who, act)),
            go_wrong: link.callback(Message::GoWrong),
            agent: act.clone(),
            open: link.callback(Message::Drawer),
        };
        let (ask, widen) = (
            link.callback(Message::Search),
            link.callback(Message::Widen),
        );
        let records = self.dynamics.records();
        let sessions = self.dynamics.sessions();
        let mode = self.dynamics.mode();
        html! {
            <>
                { drawer::drawer(&self.customers, self.mishap_to_come(), self.drawer, &wishes) }
                <div class="window">
                    { chrome::top_bar(self.app, search::search(&self.search, records, &act, &ask)) }
                    { chrome::session_rail(sessions, &act) }
                    <main class="session-area">
                        { tabs::strip(sessions.front(), &act) }
                        { tabs::page(&self.dynamics, &self.activities, &act) }
                    </main>
                    { side_panel::side_panel(mode, self.width, &self.container, &act, &widen) }
                </div>
                { self.journal.view() }
            </>
        }
    }
}

impl Host {
    /// Plays Dynamics and says what it says.
    fn play(&mut self, ctx: &Context<Self>, input: Input) {
        for output in self.dynamics.step(input) {
            match output {
                Output::Reply(reply) => {
                    self.journal.reply(page::moment(), &reply);
                    self.tell_panel(&reply);
                }
                Output::Event(event) => {
                    self.journal.event(page::moment(), &event);
                    self.tell_panel(&event);
                }
                Output::Wait { timer, millis } => {
                    let link = ctx.link().clone();
                    Timeout::new(millis, move || link.send_message(Message::TimeUp(timer)))
                        .forget();
                }
            }
        }
    }

    fn go_wrong(&mut self, ctx: &Context<Self>, mishap: Mishap) {
        self.mishap = mishap;
        self.play(ctx, Input::NoTrouble);
        if let Mishap::Dynamics(trouble) = mishap {
            self.play(ctx, Input::Trouble(trouble));
        }
        let fails = mishap == Mishap::NoCall;
        self.tell_flex(&ToDesktop::NextCallFails { fails });
        let connected = mishap != Mishap::NoConnection;
        self.tell_flex(&ToDesktop::Connection { connected });
        if mishap == Mishap::OpenElsewhere {
            self.tell_flex(&ToDesktop::OpenElsewhere);
        }
    }

    /// The chosen mishap, unless it has happened and is over.
    fn mishap_to_come(&self) -> Mishap {
        match self.mishap {
            Mishap::Dynamics(trouble) if !self.dynamics.troubles().contains(&trouble) => {
                Mishap::None
            }
            mishap => mishap,
        }
    }

    fn tell_panel(&self, message: &impl Serialize) {
        if let Some(panel) = &self.panel {
            panel.say(message);
        }
    }

    fn tell_flex(&self, message: &ToDesktop) {
        if let Some(flex) = &self.flex {
            flex.say(message);
        }
    }

    fn hear_flex(&mut self, said: ToCloud) {
        match said {
            ToCloud::Worker(worker) => {
                self.activities.hear(&worker);
                self.customers.hear(worker);
            }
            ToCloud::Bridge { at, heard, message } => {
                let (from, to) = if heard {
                    (Side::Panel, Side::Flex)
                } else {
                    (Side::Flex, Side::Panel)
                };
                self.journal.bridge(at, from, to, &message);
            }
        }
    }
}
