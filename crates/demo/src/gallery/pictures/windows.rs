//! Several windows of one agent.

use super::super::cast::{accepted, ago, call};
use super::super::picture::Picture;
use super::super::scene::Scene;
use store::windows::Message;
use store::{WindowEvent, WindowId};

pub const ALL: &[Picture] = &[
    Picture::panel("window-looking-for-leader", || {
        Scene::dark().dynamics_is_up().window(WindowEvent::Follows)
    }),
    Picture::panel("window-following", || {
        following(Scene::dark().dynamics_is_up())
    }),
    Picture::panel("window-refused", || {
        following(Scene::dark().dynamics_is_up())
            .window(WindowEvent::Heard(window(0), Message::Busy))
    }),
    Picture::panel("window-alone", || {
        Scene::dark()
            .window(WindowEvent::Standalone)
            .dynamics_is_up()
            .flex_is_up([call(1)])
            .docked()
    }),
];

/// The window follows another window with two tasks.
fn following(scene: Scene) -> Scene {
    let heard = |message| WindowEvent::Heard(window(1), message);
    let leader = Scene::working_on([accepted(call(1)), call(2)])
        .window(heard(Message::Following(Default::default())));
    let list = leader.said().last().cloned();
    list.into_iter()
        .fold(scene.window(WindowEvent::Follows), |scene, list| {
            scene.window(WindowEvent::Heard(window(0), list))
        })
        .docked()
}

fn window(salt: u32) -> WindowId {
    WindowId {
        opened: ago(3 * 60 * 60),
        salt,
    }
}
