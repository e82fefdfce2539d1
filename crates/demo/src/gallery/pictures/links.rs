//! The two links: while they wait, and what can be wrong with them.

use super::super::cast::{accepted, call};
use super::super::picture::Picture;
use super::super::scene::Scene;
use store::problem::CallProblem;
use store::{DynamicsEvent, FlexEvent, Problem};

pub const ALL: &[Picture] = &[
    Picture::panel("waiting-for-both", Scene::dark).while_flex_loads(),
    Picture::panel("waiting-for-both-long", || {
        Scene::dark()
            .dynamics(silent())
            .flex(FlexEvent::NotAnswering)
    }),
    Picture::panel("waiting-for-dynamics", || Scene::dark().flex_is_up([])),
    Picture::panel("waiting-for-dynamics-long", || {
        Scene::dark().flex_is_up([call(1)]).dynamics(silent())
    }),
    Picture::panel("waiting-for-flex", || Scene::dark().dynamics_is_up()).while_flex_loads(),
    Picture::panel("waiting-for-flex-long", || {
        Scene::dark().dynamics_is_up().flex(FlexEvent::NotAnswering)
    }),
    Picture::panel("waiting-for-flex-checklist", || {
        Scene::dark().dynamics_is_up().flex(FlexEvent::NotAnswering)
    })
    .after_clicks(&["summary"]),
    Picture::panel("dynamics-library-missing", || {
        let url = "https://acme.crm4.dynamics.com/webresources/Widget/msdyn_ciLibrary.js";
        let problem = Problem::LibraryNotLoaded { url: url.into() };
        Scene::dark()
            .flex_is_up([])
            .dynamics(DynamicsEvent::Failed(problem))
    }),
    Picture::panel("dynamics-not-around", || {
        Scene::dark().dynamics(DynamicsEvent::Failed(Problem::NotInDynamics))
    }),
    Picture::panel("dynamics-other-organization", || {
        let told = "https://globex.crm4.dynamics.com".into();
        let problem = Problem::OtherOrganization { told };
        Scene::dark()
            .flex_is_up([])
            .dynamics(DynamicsEvent::Failed(problem))
    }),
    Picture::panel("dynamics-silent", || {
        Scene::working_on([accepted(call(1))]).dynamics(DynamicsEvent::Silent(true))
    }),
    Picture::panel("flex-signed-out", || working(FlexEvent::SignedOut)),
    Picture::panel("flex-reconnecting", || working(FlexEvent::Reconnecting)),
    Picture::panel("flex-replaced", || working(FlexEvent::Replaced)),
    Picture::panel("flex-other-version", || {
        working(FlexEvent::OtherVersion { theirs: 2 })
    }),
    Picture::panel("flex-unfit", || {
        working(FlexEvent::Unfit("manager.events".into()))
    }),
];

fn silent() -> DynamicsEvent {
    DynamicsEvent::Failed(Problem::HostSilent(CallProblem::TimedOut))
}

fn working(event: FlexEvent) -> Scene {
    Scene::working_on([accepted(call(1)), call(2)]).flex(event)
}
