//! Use cases 2, 5 and 6: several customers at once, and the agent's tabs.

use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Mode};
use store::settings::Arrival;
use store::{AgentAction, Settings};

use crate::world::World;

/// Three accepted tasks, the last one selected.
fn three_customers(world: &mut World) -> [String; 3] {
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    let linnea = world.accepted("linnea", "sms");
    [ada, juergen, linnea]
}

#[test]
fn three_customers_have_three_tabs() {
    let mut world = World::new();
    let sids = three_customers(&mut world);
    let records: Vec<_> = sids.iter().map(|sid| world.record_of(sid)).collect();
    assert_eq!(world.shown(), records);
    assert_eq!(world.in_front(), Some(records[2]));
}

#[test]
fn selecting_in_flex_focuses_the_tab_and_selects_the_row() {
    let mut world = World::new();
    let [ada, ..] = three_customers(&mut world);
    world.in_flex("SelectTask", json!({"sid": ada}));
    world.rest();
    assert_eq!(world.selected(), Some(ada.as_str()));
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
}

#[test]
fn selecting_in_the_list_focuses_the_tab_and_flex_follows() {
    let mut world = World::new();
    let [ada, ..] = three_customers(&mut world);
    world.in_list(AgentAction::Select(ada.as_str().into()));
    world.rest();
    assert_eq!(world.selected_in_flex(), Some(ada.as_str()));
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
}

#[test]
fn a_tab_that_has_the_focus_already_is_not_focused_again() {
    let mut world = World::new();
    let [_, _, linnea] = three_customers(&mut world);
    world.journal.clear();
    world.in_list(AgentAction::Select(linnea.as_str().into()));
    world.rest();
    assert_eq!(world.sent("dynamics focusTab"), [""; 0]);
}

#[test]
fn an_arrival_leaves_a_busy_agent_where_they_are_or_not_as_configured() {
    for (arrival, shown, newcomer_selected) in [
        (Arrival::Auto, 1, false),
        (Arrival::Keep, 2, false),
        (Arrival::Bring, 2, true),
        (Arrival::Wait, 1, false),
    ] {
        let mut world = World::with(Settings {
            arrival,
            ..Settings::default()
        });
        let ada = world.accepted("ada", "voice");
        let juergen = world.contacted_by("juergen", "chat");
        world.rest();
        assert_eq!(world.shown().len(), shown, "{arrival:?}");
        let expected = if newcomer_selected { &juergen } else { &ada };
        assert_eq!(world.selected(), Some(expected.as_str()), "{arrival:?}");
        assert_eq!(
            world.in_front(),
            Some(world.record_of(expected)),
            "{arrival:?}"
        );
        assert_eq!(
            world.row(&juergen).ready,
            arrival == Arrival::Keep,
            "{arrival:?}"
        );
    }
}

#[test]
fn two_tasks_of_one_case_share_its_tab() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let case = world.record_of(&ada);
    let attributes = json!({"name": "Ada", "incidentId": case.id.to_string()});
    let again = world.offered("chat", attributes);
    world.rest();
    assert_eq!(world.shown(), [case]);
    world.in_list(AgentAction::Select(again.as_str().into()));
    world.rest();
    assert_eq!(world.in_front(), Some(case));
    assert_eq!(world.shown(), [case]);
}

#[test]
fn a_tab_that_the_agent_has_closed_is_opened_again_when_its_task_is_selected() {
    let mut world = World::new();
    let [ada, _, _] = three_customers(&mut world);
    let case = world.record_of(&ada);
    let front = world.dynamics.sessions().front();
    let tab = front
        .tabs
        .get(1)
        .expect("the first customer's tab")
        .id
        .clone();
    world.in_dynamics(HostAct::CloseTab(tab));
    world.rest();
    assert!(
        !world.shown().contains(&case),
        "the panel reopens nothing unasked"
    );
    world.in_flex("SelectTask", json!({"sid": ada}));
    world.rest();
    assert_eq!(world.in_front(), Some(case));
}

#[test]
fn the_panel_closes_no_tab() {
    let mut world = World::new();
    let sids = three_customers(&mut world);
    for sid in &sids {
        world.customer_leaves(sid);
        world.in_flex("CompleteTask", json!({"sid": sid}));
        world.rest();
    }
    assert_eq!(world.shown().len(), 3);
}

#[test]
fn navigating_in_flex_docks_and_our_own_commands_do_not() {
    let mut world = World::new();
    let [ada, ..] = three_customers(&mut world);
    world.in_dynamics(HostAct::SetMode(Mode::Minimized));
    world.rest();
    world.in_flex("NavigateToView", json!({"viewName": "queues-stats"}));
    world.rest();
    assert_eq!(world.mode(), Mode::Docked);

    world.in_dynamics(HostAct::SetMode(Mode::Minimized));
    world.rest();
    world.in_list(AgentAction::Select(ada.as_str().into()));
    world.rest();
    assert_eq!(world.desktop.flex.view, "agent-desktop");
    assert_eq!(world.mode(), Mode::Minimized);
}

#[test]
fn going_to_another_customers_tab_selects_their_task_on_both_sides() {
    let mut world = World::new();
    let [ada, juergen, _] = three_customers(&mut world);
    for sid in [&ada, &juergen] {
        let record = world.record_of(sid);
        world.go_to(record);
        world.journal.clear();
        world.rest();
        assert_eq!(world.selected(), Some(sid.as_str()));
        assert_eq!(world.selected_in_flex(), Some(sid.as_str()));
        assert_eq!(world.in_front(), Some(record));
        assert_eq!(world.sent("flex SelectTask").len(), 1);
        assert_eq!(world.sent("dynamics focusTab"), [""; 0]);
    }
}

#[test]
fn a_tab_of_no_customer_changes_nothing() {
    let mut world = World::new();
    let [_, _, linnea] = three_customers(&mut world);
    let home = world.dynamics.sessions().front().tabs[0].id.clone();
    world.in_dynamics(HostAct::FocusTab(home));
    world.rest();
    assert_eq!(world.selected(), Some(linnea.as_str()));
    assert_eq!(world.in_front(), None);
}
