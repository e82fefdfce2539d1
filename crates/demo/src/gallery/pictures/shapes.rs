//! The panel in all its widths, with its list folded, with its shortcuts shown, and with other activities.

use super::super::cast::{accepted, activities, by, call, wrapping};
use super::super::picture::{Picture, Size};
use super::super::scene::Scene;
use store::problem::CallProblem;
use store::state::{Channel, PanelMode};
use store::{DynamicsEvent, FlexEvent, Problem};

pub const ALL: &[Picture] = &[
    Picture::panel("rail", || Scene::with([]).minimized()).sized(Size::Rail),
    Picture::panel("rail-counts", || busy().minimized()).sized(Size::Rail),
    Picture::panel("rail-attention", || {
        busy()
            .arrives(call(4))
            .dynamics(DynamicsEvent::Warned(Problem::EventsNotHeard(
                CallProblem::TimedOut,
            )))
            .flex(FlexEvent::SignedOut)
            .minimized()
    })
    .sized(Size::Rail),
    Picture::panel("rail-many", || Scene::with((1..=112).map(call)).minimized()).sized(Size::Rail),
    Picture::panel("hidden", || {
        busy().dynamics(DynamicsEvent::ModeChanged(PanelMode::Hidden))
    }),
    Picture::panel("wide", || busy().arrives(call(4))).sized(Size::Wide),
    Picture::panel("folded", || busy().arrives(call(4))).after_clicks(&["[data-act=fold]"]),
    Picture::panel("shortcuts", || busy().arrives(call(4))).after_clicks(&["[data-act=shortcuts]"]),
    Picture::panel("activity-away", || activity(1)),
    Picture::panel("activity-offline", || activity(2)),
    Picture::panel("activity-long", || activity(3)),
];

fn busy() -> Scene {
    Scene::working_on([
        accepted(call(1)),
        accepted(by(Channel::Chat, 2)),
        wrapping(by(Channel::Sms, 3)),
    ])
}

fn activity(which: usize) -> Scene {
    let chosen = activities().into_iter().nth(which);
    chosen.into_iter().fold(busy(), |scene, activity| {
        scene.flex(FlexEvent::ActivityChanged(activity))
    })
}
