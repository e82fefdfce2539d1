//! Use case 3: a click on a phone field dials.

use flex_cif_panel::simulation::dynamics::{AgentAct as HostAct, Mode};
use flex_cif_panel::store::state::{Dialing, Origin};
use serde_json::json;

use crate::world::{World, person};

fn click(world: &mut World, key: &str, column: &'static str) {
    let record = person(key).record().expect("a contact");
    world.in_dynamics(HostAct::OpenRecord(record));
    world.in_dynamics(HostAct::ClickPhone { record, column });
}

#[test]
fn a_click_docks_and_calls_with_the_record_on_the_task_and_opens_nothing() {
    let mut world = World::new();
    click(&mut world, "ada", "telephone1");
    let tabs = world.shown();
    world.rest();
    assert_eq!(world.mode(), Mode::Docked);
    assert_eq!(
        world.sent("flex StartOutboundCall"),
        ["flex StartOutboundCall +14155550132"]
    );
    let [task] = world.panel.tasks.as_slice() else {
        panic!("one task")
    };
    assert_eq!(task.origin, Origin::Dialled);
    let attributes = &world.desktop.flex.tasks()[0].attributes;
    assert_eq!(attributes["name"], json!(person("ada").name));
    let id = person("ada").record().map(|record| record.id.to_string());
    assert_eq!(attributes["recordId"], json!(id));
    assert_eq!(world.shown(), tabs);
    assert_eq!(world.panel.dialing, Dialing::Idle);
}

#[test]
fn a_call_that_flex_does_not_place_is_told() {
    let mut world = World::new();
    world.desktop.flex.next_call_fails = true;
    click(&mut world, "ada", "telephone1");
    world.rest();
    assert_eq!(world.rows().len(), 0);
    assert_eq!(world.notices(), ["dial.no-task"]);
}

#[test]
fn a_field_without_a_number_is_told_and_nothing_is_dialled() {
    let mut world = World::new();
    click(&mut world, "mia", "mobilephone");
    world.rest();
    assert_eq!(world.notices(), ["dial.number"]);
    assert_eq!(world.sent("flex"), [""; 0]);
}

#[test]
fn nothing_is_dialled_beside_a_live_call() {
    let mut world = World::new();
    let _ = world.accepted("juergen", "voice");
    click(&mut world, "ada", "telephone1");
    world.rest();
    assert_eq!(world.notices(), ["dial.call-live"]);
    assert_eq!(world.sent("flex StartOutboundCall"), [""; 0]);
}

#[test]
fn nothing_is_dialled_by_an_agent_who_is_offline() {
    let mut world = World::new();
    world.in_flex("SetActivity", json!({"activityName": "Offline"}));
    world.rest();
    click(&mut world, "ada", "telephone1");
    world.rest();
    assert_eq!(world.notices(), ["dial.offline"]);
}
