//! Flex loses its connection to Twilio, and has it again; and the worker's activity, which our header can change.

use simulation::dynamics::AgentAction as HostAct;
use store::AgentAction;
use store::state::{FlexLink, TaskStatus};

use crate::world::{World, person};

const BREAK: &str = "WA00000000000000000000000000000002";

#[test]
fn a_list_is_not_current_while_flex_reconnects_and_what_was_missed_is_there_afterwards() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    world.flex_is_connected(false);
    assert_eq!(world.panel.flex.link, FlexLink::Reconnecting);
    world.customer_leaves(&ada);
    world.pass(60_000);
    assert_eq!(world.row(&ada).status, TaskStatus::Accepted);
    world.flex_is_connected(true);
    assert_eq!(world.panel.flex.link, FlexLink::Connected);
    assert_eq!(world.row(&ada).status, TaskStatus::Wrapping);
    assert_eq!(world.rows(), [ada.as_str(), juergen.as_str()]);
}

#[test]
fn while_flex_reconnects_a_command_is_sent_and_its_refusal_told_but_nothing_is_dialled() {
    let mut world = World::new();
    let ada = world.accepted("ada", "chat");
    world.flex_is_connected(false);
    world.in_list(AgentAction::End(ada.as_str().into()));
    world.rest();
    assert_eq!(world.sent("flex WrapupTask").len(), 1);
    let refused = world.row(&ada).problem.as_ref();
    assert_eq!(refused.map(|problem| problem.code()), Some("flex.command"));
    let record = person("juergen").record().expect("a contact");
    world.in_dynamics(HostAct::OpenRecord(record));
    let column = "telephone1";
    world.in_dynamics(HostAct::ClickPhone { record, column });
    world.rest();
    assert_eq!(world.sent("flex StartOutboundCall").len(), 0);
    assert_eq!(world.notices(), ["dial.flex"]);
    world.flex_is_connected(true);
    assert!(world.notices().is_empty());
    world.in_list(AgentAction::End(ada.as_str().into()));
    world.rest();
    assert_eq!(world.row(&ada).status, TaskStatus::Wrapping);
}

#[test]
fn the_activity_is_the_chosen_one_until_flex_answers_and_then_what_flex_has() {
    let mut world = World::new();
    assert_eq!(world.activity(), "Available");
    world.flex_is_connected(false);
    world.in_list(AgentAction::SetActivity(BREAK.into()));
    world.rest();
    assert_eq!(world.activity(), "Available");
    assert_eq!(world.notices(), ["flex.command"]);
    world.flex_is_connected(true);
    world.in_list(AgentAction::SetActivity(BREAK.into()));
    world.rest();
    assert_eq!(world.activity(), "Break");
    assert!(world.notices().is_empty());
    assert_eq!(world.desktop.flex.activity.name, "Break");
}

#[test]
fn an_activity_that_the_account_has_not_is_not_asked_for() {
    let mut world = World::new();
    world.in_list(AgentAction::SetActivity("WAbogus".into()));
    world.rest();
    assert_eq!(world.sent("flex SetActivity").len(), 0);
}
