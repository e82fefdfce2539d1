//! The links: a port that goes silent, a network that is lost for a minute, words of an earlier life; and how much the
//! panel says while nothing happens.

use std::rc::Rc;

use serde_json::json;
use simulation::dynamics::Trouble;
use store::event::Answer;
use store::{AgentAction, DynamicsEvent, Event, FlexEvent, Ticket};

use crate::world::{Scheduler, World};

#[test]
fn tasks_that_come_and_go_while_the_network_is_lost_are_there_when_it_is_back() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    world.lose_flex();
    let oconnor = world.contacted_by("oconnor", "chat");
    world.customer_leaves(&ada);
    world.in_flex("CompleteTask", json!({"sid": ada}));
    world.pass(60_000);
    assert_eq!(world.rows(), [ada.as_str(), juergen.as_str()]);
    world.start_flex();
    world.pass(20_000);
    assert_eq!(world.rows(), [juergen.as_str(), oconnor.as_str()]);
    assert_eq!(world.selected(), Some(juergen.as_str()));
    assert!(world.shown().contains(&world.record_of(&oconnor)));
    assert_eq!(world.sent("dynamics searchandopenrecords").len(), 3);
}

#[test]
fn a_command_into_a_silent_port_is_told_and_can_be_given_again() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    world.lose_flex();
    let hold = || AgentAction::Hold(ada.as_str().into(), true);
    world.in_list(hold());
    world.rest();
    let refused = world.row(&ada).problem.as_ref();
    assert_eq!(refused.map(|problem| problem.code()), Some("flex.command"));
    world.start_flex();
    world.rest();
    world.in_list(hold());
    world.rest();
    assert_eq!(world.row(&ada).on_hold, Some(true));
    assert!(world.row(&ada).problem.is_none());
}

#[test]
fn words_of_an_earlier_life_change_nothing() {
    let mut world = World::new();
    let _ = world.accepted("ada", "voice");
    world.reload_panel();
    world.rest();
    let before = world.panel.clone();
    for number in 1..200 {
        let request = Ticket(10_000 + number);
        let result = Ok(Answer::Done);
        world.tell(Event::Dynamics(DynamicsEvent::Answered { request, result }));
        let result = Ok(());
        world.tell(Event::Flex(FlexEvent::Replied { request, result }));
    }
    Rc::make_mut(&mut world.panel).diagnostics.counters = before.diagnostics.counters;
    assert_eq!(world.panel, before);
}

#[test]
fn without_an_event_at_most_four_messages_go_to_dynamics_in_a_second() {
    let mut world = World::new();
    let _ = world.accepted("ada", "voice");
    let _ = world.accepted("juergen", "chat");
    let quiet = |world: &mut World| {
        world.journal.clear();
        world.pass(1_000);
        world.sent("dynamics").len()
    };
    let at_rest: Vec<_> = (0..60).map(|_| quiet(&mut world)).collect();
    assert!(at_rest.iter().all(|sent| *sent <= 1), "{at_rest:?}");
    world.trouble(Trouble::NeverShows);
    let _ = world.contacted_by("oconnor", "chat");
    world.pass(5_000);
    let opening: Vec<_> = (0..50).map(|_| quiet(&mut world)).collect();
    assert!(opening.iter().all(|sent| *sent <= 4), "{opening:?}");
}
