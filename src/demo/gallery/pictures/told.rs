//! What the agent is told above Flex: notices, and dialling.

use std::rc::Rc;

use super::super::cast::{accepted, call};
use super::super::picture::Picture;
use super::super::scene::Scene;
use crate::config::{ConfigProblem, Place};
use crate::store::problem::CallProblem;
use crate::store::state::ClickToAct;
use crate::store::{DynamicsEvent, Problem};

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
    Picture::panel("dialling", || {
        Scene::with([]).dynamics(click("+1 (415) 555-0132"))
    }),
];

fn click(number: &str) -> DynamicsEvent {
    DynamicsEvent::ClickToAct(Rc::new(ClickToAct {
        value: number.into(),
        title: Some("Ada Whitfield".into()),
        entity: Some("contact".into()),
        id: None,
    }))
}
