//! Use case 9: a Case that is slow, or does not come, or is not there, or may not be read.

use simulation::dynamics::Trouble;
use store::settings::OpenWith;
use store::state::RecordTab;
use store::{AgentAction, Settings};

use crate::world::World;

#[test]
fn a_case_that_takes_twenty_seconds_is_bound_when_it_comes() {
    let mut world = World::new();
    world.trouble(Trouble::Slow);
    let sid = world.contacted_by("ada", "voice");
    world.pass(15_000);
    let record = world.record_of(&sid);
    assert!(world.panel.tabs.opening_of(record).is_some());
    world.pass(10_000);
    assert!(matches!(
        world.panel.tabs.records.get(&record),
        Some(RecordTab::Bound(_))
    ));
    assert_eq!(world.sent("dynamics searchandopenrecords").len(), 1);
}

#[test]
fn a_second_arrival_is_bound_to_its_own_tab_while_the_first_is_slow() {
    let mut world = World::new();
    world.trouble(Trouble::Slow);
    let ada = world.contacted_by("ada", "voice");
    world.pass(1_000);
    let juergen = world.contacted_by("juergen", "chat");
    world.rest();
    for sid in [&ada, &juergen] {
        world.in_list(AgentAction::Select(sid.as_str().into()));
        world.pass(5_000);
        assert_eq!(world.in_front(), Some(world.record_of(sid)));
    }
    assert_eq!(world.shown().len(), 2);
}

#[test]
fn what_does_not_come_up_is_told_and_opened_when_the_agent_asks() {
    for (trouble, code) in [
        (Trouble::NeverShows, "record.not-shown"),
        (Trouble::NotFound, "record.not-found"),
        (Trouble::NotReadable, "record.refused"),
    ] {
        let mut world = World::with(Settings {
            open_with: OpenWith::Search,
            ..Settings::default()
        });
        world.trouble(trouble);
        let sid = world.contacted_by("ada", "voice");
        world.pass(70_000);
        assert_eq!(world.wrong_with(&sid), Some(code), "{trouble:?}");
        assert_eq!(world.shown(), [], "{trouble:?}");
        world.in_list(AgentAction::Open(sid.as_str().into()));
        world.pass(20_000);
        assert_eq!(world.in_front(), Some(world.record_of(&sid)), "{trouble:?}");
        assert_eq!(world.wrong_with(&sid), None, "{trouble:?}");
    }
}

#[test]
fn what_does_not_come_up_in_a_minute_is_opened_by_form_without_a_press() {
    let mut world = World::new();
    world.trouble(Trouble::NeverShows);
    let sid = world.contacted_by("ada", "voice");
    world.pass(59_000);
    assert_eq!(world.shown(), []);
    world.pass(10_000);
    assert_eq!(world.shown(), [world.record_of(&sid)]);
    assert_eq!(world.wrong_with(&sid), None);
}

#[test]
fn a_host_that_never_lists_its_tabs_costs_a_moment_and_no_binding() {
    let mut world = World::new();
    world.trouble(Trouble::OldHost);
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    assert_eq!(world.in_front(), Some(world.record_of(&juergen)));
    world.in_list(AgentAction::Select(ada.as_str().into()));
    world.rest();
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
    assert_eq!(world.shown().len(), 2);
}

#[test]
fn a_call_that_is_never_answered_leaves_the_rest_working() {
    let mut world = World::new();
    world.trouble(Trouble::Unanswered);
    let ada = world.contacted_by("ada", "voice");
    world.rest();
    assert_eq!(world.rows(), [ada.as_str()]);
    let juergen = world.accepted("juergen", "chat");
    assert_eq!(world.in_front(), Some(world.record_of(&juergen)));
}
