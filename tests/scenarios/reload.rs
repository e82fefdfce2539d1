//! Nothing is lost by a reload: of the panel, of Flex, of the whole window, at any moment.

use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Mode};
use store::Settings;
use store::state::RecordTab;

use crate::world::World;

/// Moments in the first seconds after a call has come in, in milliseconds: during the search, the look, the
/// opening, and when the tab is there.
const MOMENTS: [u64; 9] = [0, 1, 300, 700, 1_000, 1_600, 2_100, 2_600, 5_000];

type Reload = fn(&mut World);

#[test]
fn the_case_of_a_waiting_call_opens_once_wherever_the_panel_or_flex_is_reloaded() {
    let reloads: [(&str, Reload); 2] = [
        ("the panel", World::reload_panel),
        ("Flex", World::reload_flex),
    ];
    for (what, reload) in reloads {
        for moment in MOMENTS {
            let mut world = World::new();
            let sid = world.contacted_by("ada", "voice");
            world.pass(moment);
            reload(&mut world);
            world.rest();
            let told = format!("{what}, after {moment} ms");
            let record = world.record_of(&sid);
            assert_eq!(world.shown(), [record], "{told}");
            assert_eq!(world.selected(), Some(sid.as_str()), "{told}");
            assert_eq!(world.selected_in_flex(), Some(sid.as_str()), "{told}");
            assert_eq!(world.mode(), Mode::Docked, "{told}");
            let bound = matches!(
                world.panel.tabs.records.get(&record),
                Some(RecordTab::Bound(_))
            );
            assert!(bound, "{told}");
        }
    }
}

#[test]
fn two_customers_are_as_they_were_after_a_reload_of_the_panel() {
    for moment in MOMENTS {
        let mut world = World::new();
        let ada = world.accepted("ada", "voice");
        let juergen = world.accepted("juergen", "chat");
        world.in_flex("SelectTask", json!({"sid": ada}));
        world.pass(moment);
        world.reload_panel();
        world.rest();
        assert_eq!(world.rows(), [ada.as_str(), juergen.as_str()]);
        assert_eq!(world.shown().len(), 2, "after {moment} ms");
        assert_eq!(
            world.selected_in_flex(),
            world.selected(),
            "after {moment} ms"
        );
        let opened = world.sent("dynamics searchandopenrecords").len();
        world.in_flex("SelectTask", json!({"sid": juergen}));
        world.rest();
        assert_eq!(
            world.in_front(),
            Some(world.record_of(&juergen)),
            "after {moment} ms"
        );
        assert_eq!(world.sent("dynamics searchandopenrecords").len(), opened);
    }
}

#[test]
fn the_agent_is_not_moved_by_a_reload() {
    let mut world = World::new();
    let _ = world.accepted("ada", "voice");
    let home = world.dynamics.sessions().front().tabs[0].id.clone();
    world.in_dynamics(HostAct::FocusTab(home));
    world.rest();
    for reload in [World::reload_panel, World::reload_flex] {
        reload(&mut world);
        world.rest();
        assert_eq!(world.in_front(), None, "still at home");
    }
}

#[test]
fn a_panel_that_the_agent_has_docked_without_a_task_stays_docked() {
    let mut world = World::new();
    world.in_dynamics(HostAct::SetMode(Mode::Docked));
    world.rest();
    world.reload_panel();
    world.rest();
    assert_eq!(world.mode(), Mode::Docked);
}

#[test]
fn after_a_reload_of_the_whole_window_nothing_opens_unasked_and_all_opens_when_selected() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    world.reload_window();
    world.rest();
    assert_eq!(world.rows(), [ada.as_str(), juergen.as_str()]);
    assert_eq!(world.selected(), Some(juergen.as_str()));
    assert_eq!(world.selected_in_flex(), Some(juergen.as_str()));
    assert_eq!(world.mode(), Mode::Docked);
    assert_eq!(world.shown(), [], "Dynamics has forgotten its tabs");
    for sid in [&ada, &juergen] {
        world.in_flex("SelectTask", json!({"sid": sid}));
        world.rest();
        assert_eq!(world.in_front(), Some(world.record_of(sid)));
    }
    assert_eq!(world.shown().len(), 2);
}

#[test]
fn a_tab_that_was_closed_during_the_reload_is_opened_again_when_its_task_is_selected() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let _ = world.accepted("juergen", "chat");
    let tab = world.dynamics.sessions().front().tabs[1].id.clone();
    world.in_dynamics(HostAct::CloseTab(tab));
    world.reload_panel();
    world.rest();
    assert_eq!(world.shown().len(), 1);
    world.in_flex("SelectTask", json!({"sid": ada}));
    world.rest();
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
}

#[test]
fn without_storage_a_waiting_task_pops_and_the_rest_waits_to_be_selected() {
    let mut world = World::with(Settings::default());
    let ada = world.accepted("ada", "voice");
    world.saved = Default::default();
    world.reload_window();
    world.rest();
    assert_eq!(world.rows(), [ada.as_str()]);
    assert_eq!(world.shown(), []);
}

#[test]
fn a_waiting_task_that_has_popped_once_does_not_pop_again_after_a_reload_of_the_window() {
    let mut world = World::new();
    let ada = world.contacted_by("ada", "voice");
    world.pass(5_000);
    world.reload_window();
    world.pass(30_000);
    assert_eq!(world.rows(), [ada.as_str()]);
    assert_eq!(world.shown(), []);
    assert_eq!(world.selected(), Some(ada.as_str()));
    assert_eq!(world.mode(), Mode::Docked);
}
