//! Tasks, one and many, in each status.

use super::super::cast::{accepted, ago, by, call, named, sid, wrapping};
use super::super::picture::Picture;
use super::super::scene::Scene;
use store::state::{Channel, Line, Origin, Task, TaskStatus};
use store::{AgentAction, DynamicsCall, Timer};

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
        Scene::working_on([accepted(by(Channel::Chat, 1))]).arrives(by(Channel::Sms, 2))
    }),
    Picture::panel("task-waiting-during-a-call", || {
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
            .agent(AgentAction::Accept(sid(2)))
    }),
    Picture::panel("task-wrapping-up", || {
        Scene::working_on([wrapping(call(1)), wrapping(by(Channel::Chat, 2))])
    }),
    Picture::panel("task-calling", || {
        Scene::working_on([Task {
            origin: Origin::Dialled,
            line: Some(Line::Own),
            ..call(1)
        }])
    }),
    Picture::panel("task-paused", || {
        Scene::working_on([Task {
            status: TaskStatus::Paused,
            ..by(Channel::Email, 1)
        }])
    }),
    Picture::panel("strangers", || {
        Scene::working_on([
            stranger("+442079460958", call(1)),
            stranger("+493023125042", accepted(call(2))),
            stranger("whatsapp:+14155550132", accepted(by(Channel::WhatsApp, 3))),
            stranger("client:ada", by(Channel::Chat, 4)),
            wrapping(named("", 5)),
        ])
    }),
    Picture::panel("all-channels", || {
        Scene::working_on(
            CHANNELS
                .iter()
                .zip(1..)
                .map(|(channel, number)| by(channel.clone(), number)),
        )
    }),
    Picture::panel("call-of-three", || {
        Scene::working_on([Task {
            group: true,
            ..accepted(call(1))
        }])
    }),
    Picture::panel("other-call-in-this-browser", || {
        Scene::working_on([Task {
            line: Some(Line::Own),
            ..accepted(call(1))
        }])
        .arrives(Task {
            line: Some(Line::Other),
            ..accepted(call(2))
        })
        .agent(AgentAction::End(sid(2)))
        .time_up(|timer| matches!(timer, Timer::Line(_)))
        .agent(AgentAction::Select(sid(1)))
    }),
    Picture::panel("messages-unread", || {
        Scene::working_on([
            accepted(call(1)),
            wrote(1, 35, accepted(by(Channel::Chat, 2))),
        ])
        .arrives(wrote(12, 754, accepted(by(Channel::WhatsApp, 3))))
    }),
];

const CHANNELS: [Channel; 12] = [
    Channel::Call,
    Channel::Callback,
    Channel::Voicemail,
    Channel::Chat,
    Channel::Sms,
    Channel::WhatsApp,
    Channel::Messenger,
    Channel::Instagram,
    Channel::GoogleBusiness,
    Channel::AppleMessages,
    Channel::Rcs,
    Channel::Email,
];

/// The task, with a customer who is known only by this address.
fn stranger(address: &str, task: Task) -> Task {
    Task {
        customer: "".into(),
        address: Some(address.into()),
        case_number: None,
        record: None,
        ..task
    }
}

/// The task with unread messages of its customer. The first one without an answer is this many seconds old.
fn wrote(unread: u32, seconds: u64, task: Task) -> Task {
    Task {
        unread,
        unanswered: Some(ago(seconds)),
        ..task
    }
}

/// A mix of all kinds of tasks.
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
