//! What can be wrong with a task's record, its tab, or a command for it.

use super::super::cast::{accepted, by, call, case, sid};
use super::super::picture::Picture;
use super::super::scene::Scene;
use store::Entity;
use store::event::Answer;
use store::problem::CallProblem;
use store::state::{Channel, FocusedSession, Origin, Task};
use store::{AgentAction, DynamicsCall, DynamicsEvent, Problem, Timer};

pub const ALL: &[Picture] = &[
    Picture::panel("case-not-found", || {
        Scene::with([])
            .but(|call| {
                matches!(call, DynamicsCall::Search(_)).then_some(Some(Ok(Answer::Found(0))))
            })
            .arrives(call(1))
    }),
    Picture::panel("case-not-shown", || {
        Scene::with([])
            .but(|call| matches!(call, DynamicsCall::OpenBySearch(_)).then_some(None))
            .arrives(call(1))
            .time_up(|timer| matches!(timer, Timer::Opening(_)))
    }),
    Picture::panel("case-refused", || {
        Scene::with([])
            .but(|call| {
                let words = "Principal user is missing prvReadIncident privilege";
                matches!(call, DynamicsCall::OpenBySearch(_))
                    .then(|| Some(Err(CallProblem::Refused(words.into()))))
            })
            .arrives(call(1))
    }),
    Picture::panel("case-not-opened", || {
        Scene::working_on([Task {
            origin: Origin::Dialled,
            ..accepted(call(1))
        }])
    }),
    Picture::panel("tab-closed", || {
        Scene::working_on([accepted(call(1)), accepted(by(Channel::Chat, 2))])
            .agent(AgentAction::Select(sid(2)))
            .host(super::super::host::Host::close_tabs)
            .but(|call| matches!(call, DynamicsCall::Search(_)).then_some(None))
            .agent(AgentAction::Select(sid(1)))
    }),
    Picture::panel("tab-not-focused", || {
        Scene::working_on([accepted(call(1)), accepted(by(Channel::Chat, 2))])
            .but(|call| {
                matches!(call, DynamicsCall::FocusTab(_))
                    .then_some(Some(Err(CallProblem::TimedOut)))
            })
            .agent(AgentAction::Select(sid(2)))
            .agent(AgentAction::Select(sid(1)))
    }),
    Picture::panel("session-behind", || {
        Scene::working_on([accepted(call(1)), accepted(by(Channel::Chat, 2))])
            .agent(AgentAction::Select(sid(2)))
            .dynamics(DynamicsEvent::SessionSwitched("session-id-7".into()))
            .agent(AgentAction::Select(sid(1)))
    }),
    Picture::panel("another-customers-case-in-front", || {
        let stranger = Task {
            customer: "".into(),
            address: Some("+442079460958".into()),
            case_number: None,
            record: None,
            ..accepted(by(Channel::Chat, 2))
        };
        Scene::working_on([accepted(call(1))])
            .arrives(stranger)
            .agent(AgentAction::Select(sid(2)))
    }),
    Picture::panel("session-full", || {
        Scene::with([])
            .host(super::super::host::Host::fill_session)
            .arrives(call(1))
    }),
    Picture::panel("session-of-others", || {
        Scene::with([])
            .host(|host| host.session = FocusedSession::NotOurs)
            .arrives(call(1))
    }),
    Picture::panel("record-malformed", || {
        Scene::working_on([Task {
            record: None,
            case_number: None,
            malformed: Some(Problem::MalformedId {
                entity: Entity::Case,
                value: "CAS-01001' or title ne '".into(),
            }),
            ..accepted(call(1))
        }])
    }),
    Picture::panel("attributes-unreadable", || {
        Scene::working_on([Task {
            customer: "".into(),
            record: None,
            case_number: None,
            malformed: Some(Problem::AttributesUnreadable),
            ..accepted(call(1))
        }])
    }),
    Picture::panel("command-refused", || {
        Scene::working_on([accepted(call(1))])
            .flex_refusing()
            .agent(AgentAction::Hold(sid(1), true))
    }),
    Picture::panel("everything-refused", || {
        Scene::with([])
            .but(|call| {
                matches!(call, DynamicsCall::Search(_)).then_some(Some(Ok(Answer::Found(0))))
            })
            .arrives(Task {
                malformed: Some(Problem::MalformedId {
                    entity: Entity::Contact,
                    value: "unknown".into(),
                }),
                record: case(1),
                ..call(1)
            })
            .flex_refusing()
            .agent(AgentAction::Accept(sid(1)))
    }),
];
