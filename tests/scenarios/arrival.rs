//! Use cases 1, 1b and 7: a task arrives.

use serde_json::json;
use simulation::dynamics::Mode;
use store::state::TaskStatus;
use store::{Entity, Guid, Record};

use crate::world::{World, person};

#[test]
fn a_call_opens_its_case_docks_the_panel_and_is_active_once_accepted() {
    let mut world = World::new();
    assert_eq!(world.mode(), Mode::Minimized);
    let sid = world.contacted_by("ada", "voice");
    world.rest();
    assert_eq!(world.mode(), Mode::Docked);
    assert_eq!(world.in_front(), Some(world.record_of(&sid)));
    assert_eq!(world.record_of(&sid).entity, Entity::Case);
    assert_eq!(world.row(&sid).status, TaskStatus::Pending);
    assert_eq!(&*world.row(&sid).customer, person("ada").name);
    assert_eq!(world.selected_in_flex(), Some(sid.as_str()));

    world.in_flex("AcceptTask", json!({"sid": sid}));
    world.rest();
    assert_eq!(world.row(&sid).status, TaskStatus::Accepted);
    assert_eq!(world.shown(), [world.record_of(&sid)]);
}

#[test]
fn the_wire_carries_a_search_then_a_look_then_the_opening() {
    let mut world = World::new();
    world.journal.clear();
    let _ = world.contacted_by("ada", "voice");
    world.rest();
    let opening: Vec<_> = world
        .journal
        .iter()
        .filter(|line| line.starts_with("dynamics search") || line.contains("getTabs"))
        .take(3)
        .map(String::as_str)
        .collect();
    assert_eq!(
        opening,
        [
            "dynamics search incident",
            "dynamics getTabsByTagOrName",
            "dynamics searchandopenrecords incident",
        ]
    );
    assert_eq!(world.sent("dynamics searchandopenrecords").len(), 1);
    assert_eq!(world.sent("dynamics setmode"), ["dynamics setmode 1"]);
    assert_eq!(
        world.sent("dynamics focusTab"),
        [""; 0],
        "a new tab has the focus already"
    );
}

#[test]
fn a_task_with_a_contact_alone_opens_the_contact() {
    let mut world = World::new();
    let ada = person("ada");
    let attributes = json!({"name": ada.name, "contactId": ada.contact});
    let sid = world.offered("voice", attributes);
    world.rest();
    let contact = Record {
        entity: Entity::Contact,
        id: Guid::parse(ada.contact).expect("a GUID"),
    };
    assert_eq!(world.record_of(&sid), contact);
    assert_eq!(world.in_front(), Some(contact));
}

#[test]
fn an_outbound_task_opens_nothing() {
    let mut world = World::new();
    let tabs = world.shown();
    world.in_flex("StartOutboundCall", json!({"destination": "+14155550132"}));
    world.rest();
    assert_eq!(world.rows().len(), 1);
    assert_eq!(world.shown(), tabs);
    assert_eq!(world.sent("dynamics search"), [""; 0]);
}

#[test]
fn a_malformed_case_id_is_told_no_query_is_sent_and_the_task_can_be_worked() {
    let mut world = World::new();
    let hostile = "x' or 1 eq 1&$top=5";
    let sid = world.offered(
        "voice",
        json!({"name": "<b>A & B</b>", "incidentId": hostile}),
    );
    world.rest();
    assert_eq!(world.sent("dynamics search"), [""; 0]);
    let malformed = world
        .row(&sid)
        .malformed
        .as_ref()
        .map(|problem| problem.code());
    assert_eq!(malformed, Some("task.malformed-id"));
    assert_eq!(&*world.row(&sid).customer, "<b>A & B</b>");
    world.in_flex("AcceptTask", json!({"sid": sid}));
    world.rest();
    assert_eq!(world.row(&sid).status, TaskStatus::Accepted);
}
