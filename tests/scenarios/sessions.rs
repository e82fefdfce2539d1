//! One session per customer (`sessions: perTask`), and other providers' sessions.

use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Owner};
use store::settings::Sessions;
use store::state::RecordTab;
use store::{AgentAction, SessionId, Settings};

use crate::world::{World, person};

fn per_task() -> World {
    World::with(Settings {
        sessions: Sessions::PerTask,
        session_template: Some("flex_session".into()),
        ..Settings::default()
    })
}

impl World {
    fn front(&self) -> SessionId {
        self.dynamics.sessions().front().id.clone()
    }

    fn problem_on(&self, sid: &str) -> Option<&'static str> {
        self.row(sid).problem.as_ref().map(|problem| problem.code())
    }

    fn session_of(&self, sid: &str) -> SessionId {
        match self.panel.tabs.records.get(&self.record_of(sid)) {
            Some(RecordTab::Bound(tab)) => tab.session.clone().expect("a session"),
            other => panic!("not bound: {other:?}"),
        }
    }
}

#[test]
fn each_customer_has_a_session_that_bears_their_name() {
    let mut world = per_task();
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    assert_ne!(world.session_of(&ada), world.session_of(&juergen));
    let titles: Vec<_> = world.dynamics.sessions().iter().skip(1).collect();
    let titles: Vec<_> = titles
        .iter()
        .map(|session| session.title.as_str())
        .collect();
    assert_eq!(titles, [person("ada").name, person("juergen").name]);
    assert_eq!(world.front(), world.session_of(&juergen));
    assert_eq!(world.in_front(), Some(world.record_of(&juergen)));
}

#[test]
fn an_arrival_makes_no_session_under_a_busy_agents_hands() {
    let mut world = per_task();
    let ada = world.accepted("ada", "voice");
    let _ = world.contacted_by("juergen", "chat");
    world.rest();
    assert_eq!(world.front(), world.session_of(&ada));
    assert_eq!(world.sent("dynamics createSession").len(), 1);
}

#[test]
fn a_task_whose_session_is_behind_asks_the_agent_to_go_there() {
    let mut world = per_task();
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    world.in_list(AgentAction::Select(ada.as_str().into()));
    world.rest();
    assert_eq!(world.problem_on(&ada), Some("session.behind"));
    assert_eq!(world.front(), world.session_of(&juergen));
    let asked = world.dynamics.sessions().get(&world.session_of(&ada));
    assert!(asked.is_some_and(|session| session.asks_for_focus));

    world.in_dynamics(HostAct::SwitchSession(world.session_of(&ada)));
    world.rest();
    assert_eq!(world.problem_on(&ada), None);
    assert_eq!(world.selected(), Some(ada.as_str()));
}

#[test]
fn going_to_a_customers_session_selects_their_task() {
    let mut world = per_task();
    let ada = world.accepted("ada", "voice");
    let _ = world.accepted("juergen", "chat");
    world.in_dynamics(HostAct::SwitchSession(world.session_of(&ada)));
    world.rest();
    assert_eq!(world.selected(), Some(ada.as_str()));
    assert_eq!(world.selected_in_flex(), Some(ada.as_str()));
}

#[test]
fn a_session_that_the_agent_closes_is_unbound_and_made_again_when_its_task_is_selected() {
    let mut world = per_task();
    let ada = world.accepted("ada", "voice");
    let _ = world.accepted("juergen", "chat");
    let session = world.session_of(&ada);
    world.in_dynamics(HostAct::CloseSession(session.clone()));
    world.rest();
    assert!(
        !world
            .panel
            .tabs
            .records
            .contains_key(&world.record_of(&ada))
    );
    world.in_flex("SelectTask", json!({"sid": ada}));
    world.rest();
    assert_ne!(world.session_of(&ada), session);
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
}

#[test]
fn where_no_more_sessions_can_be_made_the_record_opens_in_the_one_in_front_and_the_row_says_so() {
    let mut world = per_task();
    for number in 0..9 {
        world.in_dynamics(HostAct::OpenSession {
            owner: Owner::Other,
            title: format!("Chat {number}"),
            panel: None,
        });
    }
    world.in_dynamics(HostAct::SwitchSession("session-id-0".into()));
    let ada = world.contacted_by("ada", "voice");
    world.rest();
    assert_eq!(world.session_of(&ada), "session-id-0".into());
    assert_eq!(world.problem_on(&ada), Some("session.not-made"));
}

#[test]
fn what_opens_in_another_providers_session_is_out_of_reach_and_the_row_says_so() {
    let mut world = World::new();
    world.in_dynamics(HostAct::OpenSession {
        owner: Owner::Other,
        title: "Somebody else's chat".into(),
        panel: None,
    });
    let ada = world.contacted_by("ada", "voice");
    world.rest();
    let shown = world.panel.tabs.records.get(&world.record_of(&ada));
    assert_eq!(shown, Some(&RecordTab::OutOfReach));
}
