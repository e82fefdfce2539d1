//! Wires a store to the world: what it does goes to the adapters, what they hear comes back as events.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use web_sys::{HtmlIFrameElement, Window};
use yew::NodeRef;

use crate::browser::attention::{self, Attention};
use crate::browser::{clock, memory};
use crate::components::flex_area::FlexAreaProps;
use crate::components::panel::PanelProps;
use crate::config::Config;
use crate::dynamics::client::Client;
use crate::flex::link::Patience;
use crate::store::{Effect, Event, State, Store};
use crate::{dynamics, flex, phone};

/// Everything that a panel stands on, started; it lives as long as the page.
#[must_use]
pub fn start(config: Config, window: &Window) -> PanelProps {
    let flex_props = FlexAreaProps {
        url: config.flex_url.to_string().into(),
        frame: NodeRef::default(),
        panel_origin: window.location().origin().unwrap_or_default().into(),
        dynamics_origin: config.dynamics_url.origin().to_owned().into(),
    };
    let flex_origin = config.flex_url.origin().to_owned();
    let state = State::new(config.settings.clone());
    let config = Rc::new(RefCell::new(config));
    let dynamics = dynamics::link::Link::new(Client::default(), config.clone());
    let listening = Rc::new(OnceCell::<Listening>::new());

    let store = {
        let (dynamics, listening) = (dynamics.clone(), listening.clone());
        let page = window.clone();
        Store::new(state, move |store, effect| match effect {
            Effect::Dynamics { request, call } => dynamics.perform(store, request, call),
            Effect::Flex { request, command } => {
                // It is there before the first event, and so before the first effect.
                if let Some(listening) = listening.get() {
                    listening.flex.perform(request, command);
                }
            }
            Effect::ReadNumber { request, text } => {
                let country = config.borrow().default_country.clone();
                phone::perform(store, request, text, country);
            }
            Effect::Remember(kept) => memory::remember(&page, &kept),
            Effect::Wait { timer, millis } => clock::perform(store, timer, millis),
        })
    };

    if let Some(before) = memory::recall(window) {
        store.dispatch(Event::Recalled(before));
    }
    let frame = flex_props.frame.clone();
    let reported = store.clone();
    let _ = listening.get_or_init(|| Listening {
        flex: flex::link::Link::new(
            window,
            move || frame.cast::<HtmlIFrameElement>()?.content_window(),
            flex_origin,
            Patience::default(),
            move |event| reported.dispatch(Event::Flex(event)),
        ),
        _attention: attention::watch(window, &store),
    });
    dynamics.start(&store);
    PanelProps {
        store,
        flex: flex_props,
    }
}

/// What listens to the world. It wants the store, and lives as long as what the store does.
struct Listening {
    flex: flex::link::Link,
    _attention: Attention,
}
