//! A session of Dynamics that is full: ten tabs, and no more.

use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Dynamics, Organization};
use simulation::people;
use store::{AgentAction, Record};

use crate::world::{Scheduler, World, person};

impl World {
    /// The agent opens so many records by hand.
    fn by_hand(&mut self, count: usize) {
        let record = person("amelie").record().expect("a contact");
        for _ in 0..count {
            self.in_dynamics(HostAct::OpenRecord(record));
        }
    }

    /// The agent closes the tab in this place.
    fn close(&mut self, place: usize) {
        let tab = self.dynamics.sessions().front().tabs.get(place);
        let tab = tab.map(|tab| tab.id.clone()).expect("a tab");
        self.in_dynamics(HostAct::CloseTab(tab));
    }

    fn shows(&self, record: Record) -> bool {
        self.shown().contains(&record)
    }
}

#[test]
fn a_full_session_is_told_at_once_and_the_case_opens_when_a_tab_is_closed() {
    let mut world = World::new();
    world.by_hand(9);
    let ada = world.contacted_by("ada", "voice");
    let juergen = world.contacted_by("juergen", "chat");
    world.pass(2_000);
    for sid in [&ada, &juergen] {
        assert_eq!(world.wrong_with(sid), Some("session.full"));
    }
    assert!(world.sent("dynamics searchandopenrecords").is_empty());
    world.in_list(AgentAction::Select(ada.as_str().into()));
    world.close(3);
    world.pass(6_000);
    assert!(world.shows(world.record_of(&ada)));
    assert_eq!(world.wrong_with(&ada), None);
    assert_eq!(world.wrong_with(&juergen), Some("session.full"));
    world.close(3);
    world.pass(6_000);
    assert!(world.shows(world.record_of(&juergen)));
}

#[test]
fn open_tries_even_then_and_what_dynamics_says_to_that_changes_nothing() {
    let mut world = World::new();
    world.by_hand(9);
    let ada = world.contacted_by("ada", "voice");
    world.pass(2_000);
    world.in_list(AgentAction::Open(ada.as_str().into()));
    world.pass(2_000);
    assert_eq!(world.sent("dynamics openform").len(), 1);
    assert_eq!(world.wrong_with(&ada), Some("session.full"));
    world.close(3);
    world.pass(6_000);
    assert!(world.shows(world.record_of(&ada)));
}

#[test]
fn where_dynamics_takes_more_tabs_open_finds_it_out_and_the_next_case_opens_by_itself() {
    let mut world = World::asleep(Default::default());
    let organization = Organization {
        tabs: 20,
        ..Organization::default()
    };
    world.dynamics = Dynamics::new(organization, people::records()).into();
    world.start_dynamics();
    world.start_flex();
    world.rest();
    world.by_hand(9);
    let ada = world.contacted_by("ada", "voice");
    world.pass(2_000);
    assert_eq!(world.wrong_with(&ada), Some("session.full"));
    world.in_list(AgentAction::Open(ada.as_str().into()));
    world.pass(6_000);
    assert!(world.shows(world.record_of(&ada)));
    let juergen = world.contacted_by("juergen", "chat");
    world.pass(6_000);
    assert!(world.shows(world.record_of(&juergen)));
}

#[test]
fn a_case_that_has_its_tab_in_the_full_session_is_focused_for_its_customers_second_task() {
    let mut world = World::new();
    let ada = world.accepted("ada", "chat");
    world.by_hand(8);
    let id = world.record_of(&ada).id.to_string();
    let again = world.offered("voice", json!({"name": "Ada", "incidentId": id}));
    world.in_flex("AcceptTask", json!({"sid": again}));
    world.pass(6_000);
    assert_eq!(world.in_front(), Some(world.record_of(&again)));
    assert_eq!(world.wrong_with(&again), None);
    assert_eq!(world.dynamics.sessions().front().tabs.len(), 10);
}
