//! Use case 8: whichever side comes up first, the end is the same and nothing is lost.

use simulation::dynamics::Mode;
use store::Settings;

use crate::world::{Scheduler, World};

/// What starts when, in milliseconds, and when the customer calls.
const ORDERS: [(&str, u64, u64); 4] = [
    ("both at once", 0, 0),
    ("Flex ten seconds late", 0, 10_000),
    ("Dynamics ten seconds late", 10_000, 0),
    ("Flex so late that the panel says so", 0, 30_000),
];

#[test]
fn the_order_of_the_start_does_not_matter_to_an_idle_panel() {
    for (what, dynamics, flex) in ORDERS {
        let world = started(dynamics, flex, |_| {});
        assert_eq!(world.mode(), Mode::Minimized, "{what}");
        assert_eq!(world.notices(), [""; 0], "{what}");
    }
}

#[test]
fn a_customer_who_calls_before_all_is_up_is_not_lost() {
    for (what, dynamics, flex) in ORDERS {
        let world = started(dynamics, flex, |world| {
            let _ = world.contacted_by("ada", "voice");
        });
        assert_eq!(world.rows().len(), 1, "{what}");
        assert_eq!(world.mode(), Mode::Docked, "{what}");
        assert_eq!(world.in_front(), world.panel.tasks[0].record, "{what}");
        assert_eq!(
            world.sent("dynamics searchandopenrecords").len(),
            1,
            "{what}"
        );
    }
}

fn started(dynamics: u64, flex: u64, first: impl FnOnce(&mut World)) -> World {
    let mut world = World::asleep(Settings::default());
    first(&mut world);
    let (earlier, later) = (dynamics.min(flex), dynamics.max(flex));
    for moment in [earlier, later] {
        world.pass(moment);
        if moment == dynamics {
            world.start_dynamics();
        }
        if moment == flex {
            world.start_flex();
        }
        if dynamics == flex {
            break;
        }
    }
    world.rest();
    world
}
