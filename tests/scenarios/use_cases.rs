//! The use cases as lists of steps, for tests that disturb them.

use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Mode, Page, Trouble};
use simulation::flex::Input;
use store::settings::{Arrival, OpenWith, PopOn, Sessions};
use store::state::RecordTab;
use store::{AgentAction, ReservationSid, Settings};

use crate::world::{World, person};

/// What people do at one time.
type Step = fn(&mut World);

/// What people do, one after the other.
pub struct UseCase {
    pub name: &'static str,
    pub settings: fn() -> Settings,
    pub steps: &'static [Step],
}

pub const USE_CASES: &[UseCase] = &[
    UseCase {
        name: "a call is taken in the list, ended and completed",
        settings: Settings::default,
        steps: &[
            |world| drop(world.contacted_by("ada", "voice")),
            |world| of(world, 0, AgentAction::Accept),
            |world| of(world, 0, |sid| AgentAction::Hold(sid, true)),
            |world| of(world, 0, |sid| AgentAction::Hold(sid, false)),
            |world| of(world, 0, AgentAction::End),
            |world| of(world, 0, AgentAction::Complete),
        ],
    },
    UseCase {
        name: "a chat is taken in Flex, the customer goes, and it is completed there",
        settings: Settings::default,
        steps: &[
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| in_flex(world, 0, "AcceptTask"),
            |world| {
                let sid = nth(world, 0);
                world.customer_leaves(&sid);
            },
            |world| in_flex(world, 0, "CompleteTask"),
        ],
    },
    UseCase {
        name: "a customer of whom nothing is known",
        settings: Settings::default,
        steps: &[
            |world| drop(world.offered("chat", json!({"name": "Somebody"}))),
            |world| of(world, 0, AgentAction::Accept),
            |world| of(world, 0, AgentAction::End),
            |world| of(world, 0, AgentAction::Complete),
        ],
    },
    UseCase {
        name: "an arrival comes to nothing, in four ways",
        settings: Settings::default,
        steps: &[
            |world| drop(world.contacted_by("ada", "voice")),
            |world| of(world, 0, AgentAction::Decline),
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| in_flex(world, 0, "RejectTask"),
            |world| drop(world.contacted_by("oconnor", "voice")),
            |world| {
                let sid = nth(world, 0);
                world.customer_leaves(&sid);
            },
            |world| drop(world.contacted_by("linnea", "sms")),
            |world| {
                let sid = nth(world, 0);
                world.in_cloud(Input::Rescind { sid });
            },
        ],
    },
    UseCase {
        name: "three customers, and the agent switches in the list, in Flex and in Dynamics",
        settings: Settings::default,
        steps: &[
            |world| drop(world.contacted_by("ada", "voice")),
            |world| of(world, 0, AgentAction::Accept),
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| in_flex(world, 1, "AcceptTask"),
            |world| drop(world.contacted_by("linnea", "sms")),
            |world| of(world, 2, AgentAction::Accept),
            |world| of(world, 0, AgentAction::Select),
            |world| in_flex(world, 1, "SelectTask"),
            |world| go_to(world, 2),
            |world| go_to(world, 0),
            |world| {
                let home = world.dynamics.sessions().front().tabs[0].id.clone();
                world.in_dynamics(HostAct::FocusTab(home));
            },
        ],
    },
    UseCase {
        name: "a newcomer is brought to the front",
        settings: || Settings {
            arrival: Arrival::Bring,
            ..Settings::default()
        },
        steps: &[
            |world| drop(world.contacted_by("ada", "chat")),
            |world| of(world, 0, AgentAction::Accept),
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| of(world, 1, AgentAction::Accept),
        ],
    },
    UseCase {
        name: "a record waits until its task is accepted",
        settings: || Settings {
            pop_on: PopOn::Accepted,
            ..Settings::default()
        },
        steps: &[
            |world| drop(world.contacted_by("ada", "chat")),
            |world| of(world, 0, AgentAction::Accept),
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| in_flex(world, 1, "AcceptTask"),
        ],
    },
    UseCase {
        name: "a customer writes and calls about one case, and its tab is closed",
        settings: || Settings {
            open_with: OpenWith::Form,
            ..Settings::default()
        },
        steps: &[
            |world| drop(world.contacted_by("ada", "chat")),
            |world| of(world, 0, AgentAction::Accept),
            |world| {
                let id = world.record_of(&nth(world, 0)).id.to_string();
                let _ = world.offered("voice", json!({"name": "Ada", "incidentId": id}));
            },
            |world| of(world, 1, AgentAction::Accept),
            |world| {
                let record = world.record_of(&nth(world, 0));
                let tabs = &world.dynamics.sessions().front().tabs;
                let shows = |page| page == Page::Record(record);
                let tab = tabs
                    .iter()
                    .find(|tab| shows(tab.page))
                    .map(|tab| tab.id.clone());
                tab.into_iter()
                    .for_each(|tab| world.in_dynamics(HostAct::CloseTab(tab)));
            },
            |world| of(world, 0, AgentAction::Select),
        ],
    },
    UseCase {
        name: "a phone field is clicked",
        settings: Settings::default,
        steps: &[
            |world| {
                let record = person("ada").record().expect("a contact");
                world.in_dynamics(HostAct::OpenRecord(record));
            },
            |world| {
                let record = person("ada").record().expect("a contact");
                let column = "telephone1";
                world.in_dynamics(HostAct::ClickPhone { record, column });
            },
        ],
    },
    UseCase {
        name: "the agent docks and minimizes by hand",
        settings: Settings::default,
        steps: &[
            |world| world.in_dynamics(HostAct::SetMode(Mode::Docked)),
            |world| drop(world.contacted_by("ada", "chat")),
            |world| of(world, 0, AgentAction::Decline),
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| of(world, 0, AgentAction::Accept),
            |world| world.in_dynamics(HostAct::SetMode(Mode::Minimized)),
            |world| world.in_list(AgentAction::Dock),
        ],
    },
    UseCase {
        name: "each customer has a session",
        settings: || Settings {
            sessions: Sessions::PerTask,
            ..Settings::default()
        },
        steps: &[
            |world| drop(world.contacted_by("ada", "chat")),
            |world| of(world, 0, AgentAction::Accept),
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| of(world, 1, AgentAction::Accept),
            |world| go_to_session(world, 0),
            |world| go_to_session(world, 1),
            |world| of(world, 0, AgentAction::End),
            |world| of(world, 0, AgentAction::Complete),
        ],
    },
    UseCase {
        name: "Dynamics is slow",
        settings: Settings::default,
        steps: &[
            |world| {
                world.trouble(Trouble::Slow);
                let _ = world.contacted_by("ada", "chat");
            },
            |world| of(world, 0, AgentAction::Accept),
            |world| drop(world.contacted_by("juergen", "chat")),
            |world| of(world, 1, AgentAction::Accept),
        ],
    },
];

/// The sid of the task in this place of the list.
fn nth(world: &World, place: usize) -> String {
    let rows = world.rows();
    rows.get(place)
        .map(|sid| (*sid).to_owned())
        .unwrap_or_default()
}

fn of(world: &mut World, place: usize, act: impl Fn(ReservationSid) -> AgentAction) {
    let sid = nth(world, place);
    world.in_list(act(sid.as_str().into()));
}

fn in_flex(world: &mut World, place: usize, action: &str) {
    let sid = nth(world, place);
    world.in_flex(action, json!({ "sid": sid }));
}

/// The agent goes to the tab of this task's record, or opens it where there is none.
fn go_to(world: &mut World, place: usize) {
    let record = world.record_of(&nth(world, place));
    if world.shown().contains(&record) {
        world.go_to(record);
    } else {
        in_flex(world, place, "SelectTask");
    }
}

fn go_to_session(world: &mut World, place: usize) {
    let record = world.record_of(&nth(world, place));
    match world.panel.tabs.records.get(&record) {
        Some(RecordTab::Bound(tab)) => {
            let session = tab.session.clone();
            session
                .into_iter()
                .for_each(|session| world.in_dynamics(HostAct::SwitchSession(session)));
        }
        _ => in_flex(world, place, "SelectTask"),
    }
}
