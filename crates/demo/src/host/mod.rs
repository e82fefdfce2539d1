//! The page `/`: a window that looks and behaves like Customer Service workspace or Omnichannel, around the simulated
//! Dynamics. Its side panel holds the container frame, and that holds the real panel. Outside the window there are the
//! customers, at the left, and the journal, below.
//!
//! There is one direction of flow. What comes from the panel, the agent, the customers, Flex or a timer is a `Message`.
//! [`Host::update`](Component::update) handles it and sends the outputs, and the page is drawn anew.

mod activities;
mod chrome;
mod cloud_wire;
mod customers;
mod dashboard;
mod drawer;
mod forms;
mod hidden;
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
use web_sys::HtmlElement;
use yew::{Component, Context, Html, NodeRef, html};

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
use simulation::dynamics::{AgentAction, Dynamics, Input, Output, Timer};
use simulation::people;

/// In a page narrower than this, in pixels, the customers' drawer lies over the window (`styles/stage.css`). It closes
/// when a customer has done something, so that the agent sees the result.
const NARROW: i32 = 1100;
/// After this time without a visible panel, the page says why it is missing. In milliseconds.
const LATE: u32 = 10_000;

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
    /// What will still go wrong, or goes on.
    mishap: Mishap,
    /// Whether the customers' drawer is open.
    drawer: bool,
    /// The button that opens and closes it.
    fold: NodeRef,
    /// Whether the panel has had time to appear.
    late: bool,
    /// The text in the search.
    search: String,
    /// The width of the docked side panel, in pixels.
    width: i32,
    container: String,
    panel: Option<HostWire>,
    flex: Option<CloudWire>,
}

/// What can happen.
enum Message {
    /// The panel sends something.
    Panel(FromPanel),
    /// Flex sends something.
    Flex(FromFlex),
    /// The agent does something in Dynamics.
    Agent(AgentAction),
    /// A customer does something.
    Customer(Who, Act),
    /// Something will go wrong.
    GoWrong(Mishap),
    /// A timer of Dynamics has run out.
    TimeUp(Timer),
    /// The panel has had time to appear.
    Late,
    /// The customers' drawer opens or closes.
    Drawer(bool),
    /// The agent types into the search.
    Search(String),
    /// The agent drags the side panel to this width.
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
        let late = link.callback(|()| Message::Late);
        Timeout::new(LATE, move || late.emit(())).forget();
        let mut host = Self {
            app: setup::app_name(),
            dynamics: Dynamics::new(setup::organization(), people::records()),
            customers: Customers::default(),
            activities: Activities::default(),
            journal: Journal::default(),
            mishap: Mishap::None,
            drawer: true,
            fold: NodeRef::default(),
            late: false,
            search: String::new(),
            width: side_panel::first_width(page::width()),
            container: format!("/container.html?panel={query}"),
            panel: HostWire::new(&panel, link.callback(Message::Panel)),
            flex: CloudWire::new(link.callback(Message::Flex)),
        };
        host.go_wrong(ctx, Mishap::of_the_page());
        host
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
            Message::GoWrong(mishap)
                if mishap.is_of_the_world() || self.mishap.is_of_the_world() =>
            {
                mishap.visit();
            }
            Message::GoWrong(mishap) => self.go_wrong(ctx, mishap),
            Message::Customer(who, act) => {
                let told = self.customers.act(who, act, self.dynamics.records_mut());
                if let Some(message) = &told {
                    let _ = self.tell_flex(message);
                }
                self.make_room();
            }
            Message::Flex(FromFlex::Started) => {
                for message in self.customers.present() {
                    let _ = self.tell_flex(&message);
                }
                self.tell_flex_what_goes_wrong();
            }
            Message::Flex(FromFlex::Said(said)) => self.hear_flex(said),
            Message::Late => self.late = true,
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
                { drawer::drawer(&self.customers, self.mishap, self.drawer, &self.fold, &wishes) }
                <div class="window">
                    { chrome::top_bar(self.app, search::search(&self.search, records, &act, &ask)) }
                    { chrome::session_rail(sessions, &act) }
                    <main class="session-area">
                        { tabs::strip(sessions.front(), &act) }
                        { tabs::page(&self.dynamics, &self.activities, &act) }
                    </main>
                    { side_panel::side_panel(mode, self.width, &self.container, &act, &widen) }
                </div>
                { hidden::note(hidden::why(&self.dynamics, self.late)) }
                { self.journal.view() }
            </>
        }
    }
}

impl Host {
    /// Lets Dynamics handle an input, and sends its outputs.
    fn play(&mut self, ctx: &Context<Self>, input: Input) {
        let outputs = self.dynamics.step(input);
        let is_over =
            matches!(self.mishap, Mishap::Dynamics(it) if !self.dynamics.troubles().contains(&it));
        if is_over {
            self.nothing_goes_wrong();
        }
        for output in outputs {
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
        self.play(ctx, Input::NoTrouble);
        if let Mishap::Dynamics(trouble) = mishap {
            self.play(ctx, Input::Trouble(trouble));
        }
        self.mishap = mishap;
        mishap.keep();
        self.tell_flex_what_goes_wrong();
    }

    /// Tells Flex what goes wrong. If there is no Flex yet, it is told when it has started.
    fn tell_flex_what_goes_wrong(&mut self) {
        let fails = self.mishap == Mishap::NoCall;
        let _ = self.tell_flex(&ToDesktop::NextCallFails { fails });
        let connected = self.mishap != Mishap::NoConnection;
        let _ = self.tell_flex(&ToDesktop::Connection { connected });
        if self.mishap == Mishap::OpenElsewhere && self.tell_flex(&ToDesktop::OpenElsewhere) {
            self.nothing_goes_wrong();
        }
    }

    /// What should go wrong has happened.
    fn nothing_goes_wrong(&mut self) {
        self.mishap = Mishap::None;
        self.mishap.keep();
    }

    /// Closes the drawer if it lies over the window. The keyboard focus moves to the button at the edge.
    fn make_room(&mut self) {
        if self.drawer && page::width().is_some_and(|width| width < NARROW) {
            self.drawer = false;
            if let Some(fold) = self.fold.cast::<HtmlElement>() {
                // An element in the page can get the focus.
                let _ = fold.focus();
            }
        }
    }

    fn tell_panel(&self, message: &impl Serialize) {
        if let Some(panel) = &self.panel {
            panel.say(message);
        }
    }

    /// Sends to Flex. Returns `false` if there is no Flex.
    fn tell_flex(&self, message: &ToDesktop) -> bool {
        self.flex.as_ref().is_some_and(|flex| flex.say(message))
    }

    fn hear_flex(&mut self, said: ToCloud) {
        match said {
            ToCloud::Worker(worker) => {
                self.activities.hear(&worker);
                self.customers.hear(worker);
            }
            ToCloud::CallFailed => {
                if self.mishap == Mishap::NoCall {
                    self.nothing_goes_wrong();
                }
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
