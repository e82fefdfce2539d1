//! Queues that ring at several agents at once: somebody else accepts.

use simulation::dynamics::Mode;
use simulation::flex::Input as FlexInput;
use store::Settings;
use store::settings::PopOn;

use crate::world::World;

fn accepted_elsewhere(world: &mut World, sid: &str) {
    world.in_cloud(FlexInput::Rescind { sid: sid.into() });
}

#[test]
fn of_a_task_that_somebody_else_took_nothing_is_left_whenever_they_take_it() {
    for millis in (0..8_000).step_by(250) {
        for pop_on in [PopOn::Reserved, PopOn::Accepted] {
            let mut world = World::with(Settings {
                pop_on,
                ..Settings::default()
            });
            let before = world.saved.clone();
            let ada = world.contacted_by("ada", "voice");
            world.pass(millis);
            accepted_elsewhere(&mut world, &ada);
            world.rest();
            let when = format!("after {millis} ms, {pop_on:?}");
            assert!(world.rows().is_empty(), "{when}");
            assert_eq!(world.notices(), [] as [&str; 0], "{when}");
            assert_eq!(world.mode(), Mode::Minimized, "{when}");
            assert_eq!(world.saved.popped, before.popped, "{when}");
            assert_eq!(world.saved.statuses, before.statuses, "{when}");
            assert_eq!(world.saved.selected, before.selected, "{when}");
            if pop_on == PopOn::Accepted {
                assert_eq!(world.shown(), [], "{when}");
                assert_eq!(world.saved.tabs, before.tabs, "{when}");
            }
        }
    }
}
