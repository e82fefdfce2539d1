//! Wires a store to the world: what it does goes to the adapters, what they hear comes back as events.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use web_sys::Window;

use crate::browser::publishing::Publishing;
use crate::browser::visibility::{self, Visibility};
use crate::browser::windows::Windows;
use crate::browser::{clock, publishing, saved, search};
use crate::components::diagnostics::Subject;
use crate::components::flex_area::FlexAreaProps;
use crate::components::panel::PanelProps;
use crate::config::Config;
use crate::diagnostics::Recorder;
use crate::dynamics::client::Client;
use crate::flex::link::Timeouts;
use crate::{dynamics, flex, phone};
use store::{
    DynamicsEvent, Effect, Event, FlexCommand, State, Store, Ticket, WindowEvent, WindowsCall,
};

/// Everything that a panel stands on, started, and what is to be told of it to those who help. It lives as long as the
/// page.
#[must_use]
pub fn start(config: Config, window: &Window) -> (PanelProps, Subject) {
    let flex_props = FlexAreaProps {
        url: config.flex_url.to_string().into(),
        panel_origin: window.location().origin().unwrap_or_default().into(),
        dynamics_origin: config.dynamics_url.origin().to_owned().into(),
    };
    let among = config.among();
    let organization = config.dynamics_url.to_string();
    let flex_origin = config.flex_url.origin().to_owned();
    let state = State::new(config.settings.clone());
    let config = Rc::new(RefCell::new(config));
    let dynamics = dynamics::link::Link::new(Client::default(), config.clone());
    let listening = Rc::new(OnceCell::<Listening>::new());

    let store = {
        let (dynamics, listening) = (dynamics.clone(), listening.clone());
        let in_force = config.clone();
        let (page, organization) = (window.clone(), organization.clone());
        Store::new(state, move |store, effect| match effect {
            Effect::Dynamics { request, call } => dynamics.perform(store, request, call),
            Effect::Flex { request, command } => {
                // It is there before the first event, and so before the first effect.
                if let Some(listening) = listening.get() {
                    listening.command_flex(request, command);
                }
            }
            Effect::ReadNumber { request, text } => {
                let country = in_force.borrow().default_country.clone();
                phone::perform(store, request, text, country);
            }
            Effect::Save(kept) => saved::save(&page, &kept),
            Effect::SaveSearch { opens_nothing } => {
                search::save(&organization, opens_nothing);
            }
            Effect::Windows(call) => {
                if let Some(listening) = listening.get() {
                    listening.perform(call);
                }
            }
            Effect::Wait { timer, millis } => clock::perform(store, timer, millis),
        })
    };

    let recorder = Recorder::of(&store);
    if let Some(before) = saved::restore(window) {
        store.dispatch(Event::Restored(before));
    }
    if search::opens_nothing(&organization) {
        store.dispatch(Event::Dynamics(DynamicsEvent::SearchOpensNothing));
    }
    // It hears before the other windows do that the page goes: what it then says must come before the farewell.
    let publishing = publishing::start(window, &store);
    let (reported, page) = (store.clone(), window.clone());
    let listening = listening.get_or_init(|| Listening {
        listen_to_flex: Box::new(move || {
            let reported = reported.clone();
            flex::link::Link::new(
                &page,
                || flex::frame::element()?.content_window(),
                flex_origin.clone(),
                Timeouts::default(),
                move |event| reported.dispatch(Event::Flex(event)),
            )
        }),
        flex: RefCell::default(),
        windows: Windows::join(window, &store, &among),
        _visibility: visibility::watch(window, &store),
        _publishing: publishing,
    });
    match &listening.windows {
        Some(windows) => {
            store.dispatch(Event::Window(WindowEvent::Follows));
            windows.start();
        }
        None => store.dispatch(Event::Window(WindowEvent::Standalone)),
    }
    dynamics.start(&store);
    // The components begin with what is known by now: a window that follows must not load Flex even once.
    store.publish();
    let panel = PanelProps {
        store,
        flex: flex_props,
    };
    (panel, Subject::Panel { recorder, config })
}

/// What listens to the world. It wants the store, and lives as long as what the store does.
struct Listening {
    listen_to_flex: Box<dyn Fn() -> flex::link::Link>,
    /// There while this window leads.
    flex: RefCell<Option<flex::link::Link>>,
    /// Where the browser can tell windows of each other.
    windows: Option<Windows>,
    _visibility: Visibility,
    _publishing: Option<Publishing>,
}

impl Listening {
    fn command_flex(&self, request: Ticket, command: FlexCommand) {
        if let Some(flex) = &*self.flex.borrow() {
            flex.perform(request, command);
        }
    }

    fn perform(&self, call: WindowsCall) {
        let leads = match call {
            WindowsCall::Lead => true,
            WindowsCall::Follow => false,
            WindowsCall::Take => return self.among_windows(Windows::take),
            WindowsCall::Say(to, message) => {
                return self.among_windows(|windows| windows.say(to, message));
            }
        };
        let _ = self.flex.replace(leads.then(&self.listen_to_flex));
        self.among_windows(|windows| windows.lead(leads));
    }

    fn among_windows(&self, act: impl FnOnce(&Windows)) {
        if let Some(windows) = &self.windows {
            act(windows);
        }
    }
}
