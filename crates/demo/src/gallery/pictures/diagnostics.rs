//! The page for support.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew_router::Router;
use yew_router::history::{AnyHistory, History, MemoryHistory};

use super::super::cast::{accepted, call};
use super::super::picture::Picture;
use super::super::scene::Scene;
use flex_cif_panel::components::diagnostics::{DiagnosticsPage, Subject};
use flex_cif_panel::components::flex_area::FlexAreaProps;
use flex_cif_panel::components::language::I18nProvider;
use flex_cif_panel::components::panel::Panel;
use flex_cif_panel::config::Config;
use flex_cif_panel::diagnostics::Recorder;
use store::FlexEvent;

pub const ALL: &[Picture] = &[
    Picture::page("diagnostics", || html! { <OverPanel ringing=false /> }),
    Picture::page(
        "diagnostics-ringing",
        || html! { <OverPanel ringing=true /> },
    ),
    Picture::page("diagnostics-open", || html! { <OverPanel ringing=false /> }).after_clicks(&[
        "[data-facts=counters] summary",
        "[data-facts=configuration] summary",
        "[data-entry=task] summary",
    ]),
    Picture::page("diagnostics-misconfigured", || html! { <Alone /> }),
];

/// A configuration with the organization and one setting. With more, the second setting is wrong.
fn config(more: &str) -> String {
    format!(r#"{{"dynamicsOrg": "acme.crm4", "popOn": "accepted"{more}}}"#)
}

fn history() -> AnyHistory {
    let history = AnyHistory::from(MemoryHistory::new());
    history.push("/diagnostics");
    history
}

#[derive(PartialEq, Properties)]
struct OverPanelProps {
    ringing: bool,
}

#[component]
fn OverPanel(props: &OverPanelProps) -> Html {
    let ringing = props.ringing;
    let history = use_memo((), |()| history());
    let stage = use_memo((), |()| {
        let dark = Scene::dark();
        let recorder = Recorder::of(&dark.store());
        let greeted = FlexEvent::Greeted {
            bridge: "1.2.0".into(),
            flex: Some("2.17.1".into()),
        };
        let scene = dark.dynamics_is_up().flex(greeted);
        let scene = scene.flex_is_up([accepted(call(1))]).docked();
        let scene = match ringing {
            true => scene.arrives(call(2)),
            false => scene.arrives(accepted(call(2))),
        };
        // A demo that was built with wrong defaults has no such picture.
        let config = Config::read(Some(&config("")), None).ok()?;
        let config = Rc::new(RefCell::new(config));
        Some((scene.store(), Subject::Panel { recorder, config }))
    });
    let flex = flex_area();
    let panel = (*stage).clone().map(|(store, subject)| {
        html! {
            <ContextProvider<Subject> context={subject}><Panel {store} {flex} /></ContextProvider<Subject>>
        }
    });
    html! { <Router history={(*history).clone()}>{ panel }</Router> }
}

#[component]
fn Alone() -> Html {
    let history = use_memo((), |()| history());
    let wrong = Config::read(Some(&config(r#", "arrival": "never""#)), None).err();
    let page = wrong.map(|wrong| html! { <DiagnosticsPage subject={Subject::NoPanel(wrong)} /> });
    html! { <Router history={(*history).clone()}><I18nProvider>{ page }</I18nProvider></Router> }
}

/// The area of Flex in a panel with a page for support.
pub(super) fn flex_area() -> FlexAreaProps {
    FlexAreaProps {
        url: "/flex.html".into(),
        panel_origin: "https://panel.acme.example".into(),
        dynamics_origin: "https://acme.crm4.dynamics.com".into(),
    }
}
