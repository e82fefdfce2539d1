//! Use case 4: tasks end.

use serde_json::json;
use simulation::dynamics::{AgentAction as HostAct, Mode};
use simulation::flex::Input;
use store::AgentAction;

use crate::world::World;

fn complete(world: &mut World, sid: &str) {
    world.customer_leaves(sid);
    world.rest();
    world.in_flex("CompleteTask", json!({"sid": sid}));
    world.rest();
}

#[test]
fn the_last_live_task_completed_minimizes() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    complete(&mut world, &ada);
    assert_eq!(world.rows().len(), 0);
    assert_eq!(world.mode(), Mode::Minimized);
}

#[test]
fn a_task_completed_beside_a_live_one_does_not_minimize() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    complete(&mut world, &ada);
    assert_eq!(world.rows(), [juergen.as_str()]);
    assert_eq!(world.mode(), Mode::Docked);
}

#[test]
fn a_wrap_up_is_still_live() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    world.customer_leaves(&ada);
    world.rest();
    assert_eq!(world.mode(), Mode::Docked);
}

#[test]
fn an_arrival_that_comes_to_nothing_puts_the_panel_back() {
    type End = fn(&mut World, &str);
    let endings: [(&str, End); 4] = [
        ("declined", |world, sid| {
            world.in_flex("RejectTask", json!({"sid": sid}))
        }),
        ("given up by the customer", |world, sid| {
            world.customer_leaves(sid)
        }),
        ("taken back", |world, sid| world.rescinded(sid)),
        ("not answered in time", |world, _| world.pass(130_000)),
    ];
    for (what, end) in endings {
        let mut world = World::new();
        let sid = world.contacted_by("ada", "voice");
        world.pass(5_000);
        assert_eq!(world.mode(), Mode::Docked, "{what}");
        end(&mut world, &sid);
        world.rest();
        assert_eq!(world.rows().len(), 0, "{what}");
        assert_eq!(world.mode(), Mode::Minimized, "{what}");
        assert_eq!(world.shown().len(), 1, "{what}: tabs are the agent's");
    }
}

#[test]
fn an_arrival_that_comes_to_nothing_leaves_alone_what_the_agent_has_docked() {
    let mut world = World::new();
    world.in_dynamics(HostAct::SetMode(Mode::Docked));
    world.rest();
    let sid = world.contacted_by("ada", "voice");
    world.pass(5_000);
    world.customer_leaves(&sid);
    world.rest();
    assert_eq!(world.mode(), Mode::Docked);
}

#[test]
fn an_arrival_that_comes_to_nothing_leaves_the_rest_as_it_is() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let juergen = world.contacted_by("juergen", "chat");
    world.pass(5_000);
    world.customer_leaves(&juergen);
    world.rest();
    assert_eq!(world.rows(), [ada.as_str()]);
    assert_eq!(world.selected(), Some(ada.as_str()));
    assert_eq!(world.in_front(), Some(world.record_of(&ada)));
    assert_eq!(world.mode(), Mode::Docked);
}

#[test]
fn a_task_can_be_worked_from_our_list_to_its_end() {
    let mut world = World::new();
    let sid = world.contacted_by("ada", "chat");
    world.rest();
    for act in [AgentAction::Accept, AgentAction::End, AgentAction::Complete] {
        world.in_list(act(sid.as_str().into()));
        world.rest();
    }
    assert_eq!(world.rows().len(), 0);
    assert_eq!(world.mode(), Mode::Minimized);
}

impl World {
    fn rescinded(&mut self, sid: &str) {
        self.in_cloud(Input::Rescind { sid: sid.into() });
    }
}
