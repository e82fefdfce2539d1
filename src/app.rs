//! The app: it fetches the configuration, then shows the panel, or a page that says why there is no panel.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Node};
use yew::prelude::*;
use yew_router::Router;
use yew_router::Switch;
use yew_router::history::{AnyHistory, MemoryHistory};
use yew_router::hooks::use_navigator;

use crate::browser::first;
use crate::components::button::{Button, Look};
use crate::components::diagnostics::open::use_open;
use crate::components::diagnostics::{DiagnosticsPage, Subject};
use crate::components::icons::Icon;
use crate::components::language::{I18nProvider, use_i18n};
use crate::components::page::Page;
use crate::components::panel::{Panel, PanelProps};
use crate::components::words::configuration;
use crate::config::{self, ConfigProblem};
use crate::flex::frame;
use crate::route::Route;
use crate::wiring;

/// Mounts the app, or a component around it, and removes the message `#load`, which the page shows until then.
pub fn mount<Root>()
where
    Root: BaseComponent<Properties: Default>,
{
    if let Some(place) = place() {
        let _ = yew::Renderer::<Root>::with_root(place).render();
    }
}

/// An element for the app alone, because Yew clears the element into which it mounts, and the page's `#crashed` must
/// stay.
///
/// It stands before Flex's frame, which the page's first script may have put in already. The frame must not move.
fn place() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    if let Some(load) = document.get_element_by_id("load") {
        load.remove();
    }
    let place = document.create_element("div").ok()?;
    place.set_id("app");
    let frame = frame::element();
    let before = frame.as_deref().map(|frame| -> &Node { frame });
    document.body()?.insert_before(&place, before).ok()?;
    Some(place)
}

/// What the app is told by the page's program.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct AppProps {
    /// The origin of a demo, which plays all parts itself. It takes the place of addresses that are not configured.
    #[prop_or_default]
    pub demo_origin: Option<AttrValue>,
}

/// The app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let history = use_memo((), |()| AnyHistory::from(MemoryHistory::new()));
    html! { <Router history={(*history).clone()}><Pages ..props.clone() /></Router> }
}

/// How the start ended.
#[derive(Clone, PartialEq)]
enum Started {
    Panel(PanelProps, Subject),
    NoPanel(config::Misconfigured),
}

#[component]
fn Pages(props: &AppProps) -> Html {
    let demo_origin = props.demo_origin.clone();
    let started = use_state(|| None::<Started>);
    let navigator = use_navigator();
    let setter = started.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let Some(window) = web_sys::window() else {
                return;
            };
            let (outcome, page) = match config::load::load(demo_origin.as_deref()).await {
                Ok(config) => {
                    let (panel, subject) = wiring::start(config, &window);
                    (Started::Panel(panel, subject), Route::Panel)
                }
                Err(wrong) => {
                    first::end(&window);
                    (Started::NoPanel(wrong), Route::Configuration)
                }
            };
            setter.set(Some(outcome));
            if let Some(navigator) = navigator {
                navigator.replace(&page);
            }
        });
    });
    let started = (*started).clone();
    let page = Callback::from(move |route| match (route, &started) {
        // The page for support lies over the panel. Both routes render the panel in the same place, so that it is not
        // mounted anew.
        (Route::Panel | Route::Diagnostics, Some(Started::Panel(panel, subject))) => html! {
            <ContextProvider<Subject> context={subject.clone()}>
                <Panel ..panel.clone() />
            </ContextProvider<Subject>>
        },
        (Route::Configuration, Some(Started::NoPanel(wrong))) => {
            html! { <I18nProvider><Misconfigured problem={wrong.problem.clone()} /></I18nProvider> }
        }
        (Route::Diagnostics, Some(Started::NoPanel(wrong))) => {
            let subject = Subject::NoPanel(wrong.clone());
            html! { <I18nProvider><DiagnosticsPage {subject} /></I18nProvider> }
        }
        _ => html! { <I18nProvider><Starting /></I18nProvider> },
    });
    html! { <Switch<Route> render={page} /> }
}

/// The page while the configuration is being fetched.
#[component]
pub fn Starting() -> Html {
    let i18n = use_i18n();
    html! { <Page name="start" title={i18n.starting()} busy=true /> }
}

/// What the page shows.
#[derive(PartialEq, Properties)]
pub struct MisconfiguredProps {
    /// What is wrong.
    pub problem: ConfigProblem,
}

/// The page that says why there is no panel.
#[component]
pub fn Misconfigured(props: &MisconfiguredProps) -> Html {
    let i18n = use_i18n();
    let open = use_open();
    let reload = use_callback((), |(), ()| {
        if let Some(window) = web_sys::window() {
            // The browser may refuse to reload the page. Then it stays as it is.
            let _ = window.location().reload();
        }
    });
    html! {
        <Page name="configuration" title={i18n.config_title()}>
            <p data-problem={props.problem.code()}>{ configuration::text(&i18n, &props.problem) }</p>
            <p>{ i18n.config_remedy() }</p>
            <Button
                act="reload" label={i18n.reload()} icon={Some(Icon::Reload)} look={Look::Primary}
                onclick={reload}
            />
            <Button act="diagnostics" label={i18n.diagnostics()} onclick={open} />
        </Page>
    }
}
