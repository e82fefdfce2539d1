//! The messages above Flex: notices and dialling.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::super::cast::{accepted, call};
use super::super::picture::Picture;
use super::super::scene::Scene;
use super::diagnostics::flex_area;
use flex_cif_panel::components::diagnostics::Subject;
use flex_cif_panel::components::panel::Panel;
use flex_cif_panel::config::{Config, ConfigProblem, Place};
use flex_cif_panel::diagnostics::Recorder;
use store::click::{Dialable, Reading};
use store::problem::{CallProblem, NumberProblem};
use store::state::{ClickToAct, Line, Origin, Task};
use store::{DynamicsEvent, Problem};

pub const ALL: &[Picture] = &[
    Picture::panel("notice", || {
        Scene::working_on([accepted(call(1))]).dynamics(click("+1 (415) 555-0132"))
    }),
    Picture::panel("notices", || {
        let refused = || CallProblem::Refused("Access is denied".into());
        let parameters = ConfigProblem::BadValue {
            place: Place::CustomParameters,
            key: "arrival".into(),
            value: "\"sometimes\"".into(),
        };
        [
            Problem::CustomParameters(parameters),
            Problem::ClickToActRefused(refused()),
            Problem::EventsNotHeard(refused()),
        ]
        .into_iter()
        .fold(Scene::working_on([accepted(call(1))]), |scene, problem| {
            scene.dynamics(DynamicsEvent::Warned(problem))
        })
        .dynamics(click("+1 (415) 555-0132"))
    }),
    Picture::panel("reading-a-number", || {
        Scene::with([]).dynamics(click("+1 (415) 555-0132"))
    }),
    Picture::panel("dialling", || {
        Scene::with([])
            .reads(Reading::One("+14155550132".into()))
            .flex_silent()
            .dynamics(click("+1 (415) 555-0132"))
    }),
    Picture::panel("number-of-another-country", || {
        let problem = Problem::NotDialled {
            text: "01 99 00 12 34".into(),
            why: NumberProblem::NotOfCountry("DE".into()),
        };
        Scene::with([]).dynamics(DynamicsEvent::Warned(problem))
    }),
    Picture::panel("two-numbers", || {
        let numbers = ["+14155550132", "+14155550178"].map(Dialable::from);
        Scene::with([])
            .reads(Reading::from_iter(numbers))
            .dynamics(click("415 555-0132 / 415 555-0178"))
    }),
    Picture::panel("extension-offered", || with_extension(Line::Own)),
    Picture::panel("extension-on-a-desk-phone", || with_extension(Line::None)),
    Picture::page("defaults-in-force", || html! { <DefaultsInForce /> }),
];

/// A number with an extension was dialled, and its call is connected.
fn with_extension(line: Line) -> Scene {
    let number = Dialable {
        number: "+14155550132".into(),
        extension: Some("204".into()),
    };
    Scene::with([])
        .reads(Reading::One(number))
        .dynamics(click("415 555-0132 ext. 204"))
        .arrives(Task {
            origin: Origin::Dialled,
            line: Some(line),
            ..accepted(call(1))
        })
}

/// A panel whose server has no `config.json`.
#[component]
fn DefaultsInForce() -> Html {
    let stage = use_memo((), |()| {
        let store = Scene::working_on([accepted(call(1))]).store();
        let recorder = Recorder::of(&store);
        // A demo that was built with wrong defaults has no such picture.
        let config = Config::read(None, Some("https://acme.crm4.dynamics.com")).ok()?;
        let config = Rc::new(RefCell::new(config));
        Some((store, Subject::Panel { recorder, config }))
    });
    let flex = flex_area();
    let panel = (*stage).clone().map(|(store, subject)| {
        html! {
            <ContextProvider<Subject> context={subject}><Panel {store} {flex} /></ContextProvider<Subject>>
        }
    });
    html! { <>{ panel }</> }
}

fn click(number: &str) -> DynamicsEvent {
    DynamicsEvent::ClickToAct(Rc::new(ClickToAct {
        value: number.into(),
        title: Some("Ada Whitfield".into()),
        entity: Some("contact".into()),
        id: None,
    }))
}
