//! Tasks, one and many, in every part of their life.

use super::super::cast::{accepted, by, call, sid, wrapping};
use super::super::picture::Picture;
use super::super::scene::Scene;
use crate::store::state::{Channel, Origin, Task};
use crate::store::{AgentAct, DynamicsCall};

pub const ALL: &[Picture] = &[
    Picture::panel("no-task", || Scene::with([])),
    Picture::panel("one-task", || Scene::with([]).arrives(call(1))),
    Picture::panel("twelve-tasks", || Scene::working_on((1..=12).map(nth))),
    Picture::panel("more-tasks-than-shown", || {
        Scene::working_on((1..=212).map(nth))
    }),
    Picture::panel("task-popping", || {
        Scene::with([])
            .but(|call| matches!(call, DynamicsCall::Search(_)).then_some(None))
            .arrives(call(1))
    }),
    Picture::panel("task-ready", || {
        Scene::working_on([accepted(call(1))]).arrives(by(Channel::Chat, 2))
    }),
    Picture::panel("task-active", || Scene::working_on([accepted(call(1))])),
    Picture::panel("task-on-hold", || {
        Scene::working_on([Task {
            on_hold: Some(true),
            ..accepted(call(1))
        }])
    }),
    Picture::panel("task-muted", || {
        Scene::working_on([Task {
            muted: Some(true),
            ..accepted(call(1))
        }])
    }),
    Picture::panel("task-commanded", || {
        Scene::working_on([accepted(call(1)), call(2)])
            .flex_silent()
            .agent(AgentAct::Accept(sid(2)))
    }),
    Picture::panel("task-wrapping-up", || {
        Scene::working_on([wrapping(call(1)), wrapping(by(Channel::Chat, 2))])
    }),
    Picture::panel("task-calling", || {
        Scene::working_on([Task {
            origin: Origin::Dialled,
            ..call(1)
        }])
    }),
];

/// Something of everything.
fn nth(number: usize) -> Task {
    match number % 6 {
        0 => accepted(by(Channel::Sms, number)),
        1 => accepted(call(number)),
        2 => by(Channel::Chat, number),
        3 => wrapping(call(number)),
        4 => accepted(by(Channel::Chat, number)),
        _ => by(Channel::Sms, number),
    }
}
