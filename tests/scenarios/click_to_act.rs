//! Use case 3: a click on a phone field dials.

use std::rc::Rc;

use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Mode};
use simulation::flex::Input as FlexInput;
use store::AgentAction;
use store::click::Dialable;
use store::state::{Dialing, Origin};

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
    assert_eq!(world.panel.calls.dialing, Dialing::Idle);
}

#[test]
fn a_call_names_the_record_that_it_was_dialled_from_and_brings_its_tab_back() {
    let mut world = World::new();
    let chat = world.accepted("juergen", "chat");
    world.rest();
    let ada = person("ada").record().expect("a contact");
    click(&mut world, "ada", "telephone1");
    world.rest();
    let task = world.panel.tasks.last().expect("a call").clone();
    assert_eq!(task.record, Some(ada));
    assert_eq!(world.in_front(), Some(ada));

    world.in_list(AgentAction::Select(chat.as_str().into()));
    world.rest();
    assert_eq!(world.in_front(), Some(world.record_of(&chat)));
    let tabs = world.shown();
    world.in_list(AgentAction::Select(task.sid.clone()));
    world.rest();
    assert_eq!(world.in_front(), Some(ada));
    assert_eq!(world.shown(), tabs, "nothing is opened");
}

#[test]
fn a_call_that_is_dialled_from_a_list_names_its_record_and_has_no_tab() {
    let mut world = World::new();
    let record = person("ada").record().expect("a contact");
    world.in_dynamics(HostAct::ClickPhone {
        record,
        column: "telephone1",
    });
    world.rest();
    let recorded: Vec<_> = world.panel.tasks.iter().map(|task| task.record).collect();
    assert_eq!(recorded, [Some(record)]);
    assert_eq!(world.panel.tabs.records.get(&record), None);
}

#[test]
fn a_call_that_flex_does_not_place_is_told() {
    let mut world = World::new();
    Rc::make_mut(&mut world.desktop).flex.next_call_fails = true;
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

/// A field with two numbers, of which the first has an extension.
#[test]
fn of_two_numbers_the_chosen_one_is_called_and_its_extension_sent_when_the_customer_has_answered() {
    let mut world = World::new();
    click(&mut world, "smith-sons", "mobilephone");
    world.rest();
    let numbers: Vec<Dialable> = world
        .panel
        .calls
        .choice
        .iter()
        .flat_map(|choice| choice.numbers.to_vec())
        .collect();
    let told: Vec<_> = numbers.iter().map(|it| it.number.as_ref()).collect();
    assert_eq!(told, ["+12125550147", "+12125550148"]);
    assert_eq!(world.sent("flex"), [""; 0]);

    let office = numbers.first().cloned().expect("the first");
    world.in_list(AgentAction::Call(office));
    world.pass(2_000);
    assert_eq!(
        world.sent("flex StartOutboundCall"),
        ["flex StartOutboundCall +12125550147"]
    );
    let sid = world.panel.tasks[0].sid.clone();
    let offered = |world: &World| {
        let task = world.panel.tasks.first().expect("the call");
        world.panel.extension(task).cloned()
    };
    assert_eq!(offered(&world), None, "it rings");

    world.in_cloud(FlexInput::CustomerAnswers {
        sid: sid.as_str().to_owned(),
    });
    world.rest();
    assert_eq!(offered(&world).as_deref(), Some("40"));
    world.in_list(AgentAction::SendExtension(sid.clone()));
    world.rest();
    let sent = format!("flex SendDTMFDigits {}", sid.as_str());
    assert_eq!(world.sent("flex SendDTMFDigits"), [sent]);
    let [task] = world.panel.tasks.as_slice() else {
        panic!("one task")
    };
    assert_eq!(task.problem, None);
}
