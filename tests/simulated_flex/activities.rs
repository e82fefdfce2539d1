//! Tests what `SetActivity` leads to.

use serde_json::json;
use simulation::flex::{Flex, Input};

use crate::{NOW, act, invoke, names, offer, refused, with};

const BREAK: &str = "WA00000000000000000000000000000002";

#[test]
fn a_change_of_activity_sends_an_event_and_the_same_activity_does_not() {
    let mut flex = Flex::default();
    let away = json!({"activitySid": BREAK});
    assert_eq!(
        invoke(&mut flex, "SetActivity", away.clone()),
        (vec!["workerActivityUpdated"], Ok(()))
    );
    assert_eq!(invoke(&mut flex, "SetActivity", away), (vec![], Ok(())));
}

#[test]
fn an_activity_without_availability_rejects_waiting_reservations() {
    let mut flex = Flex::default();
    let waiting = offer(&mut flex, "chat");
    let going_on = offer(&mut flex, "chat");
    let _ = act(&mut flex, "AcceptTask", &going_on);
    let (events, _) = invoke(&mut flex, "SetActivity", json!({"activityName": "Break"}));
    assert_eq!(
        events,
        ["taskUpdated", "taskRejected", "workerActivityUpdated"]
    );
    assert!(flex.task(&waiting).is_none() && flex.task(&going_on).is_some());
}

#[test]
fn a_change_that_taskrouter_refuses_rejects_and_one_that_a_plugin_swallows_resolves() {
    let refusing = with(|flex| flex.activity_refused = true);
    let swallowing = with(|flex| flex.activity_swallowed = true);
    let settled = [refused("could not set activity"), Ok(())];
    for (mut flex, settled) in [refusing, swallowing].into_iter().zip(settled) {
        let before = flex.clone();
        let away = json!({"activitySid": BREAK});
        assert_eq!(invoke(&mut flex, "SetActivity", away), (vec![], settled));
        assert_eq!(flex, before);
    }
}

#[test]
fn a_change_that_a_plugin_holds_back_rejects_and_may_come_later() {
    let mut flex = with(|flex| flex.activity_held_back = true);
    assert_eq!(
        invoke(&mut flex, "SetActivity", json!({"activitySid": BREAK})),
        (
            vec![],
            refused("Action SetActivity cancelled by before event")
        )
    );
    let later = Input::ActivitySet { sid: BREAK.into() };
    assert_eq!(names(&flex.handle(later, NOW)), ["workerActivityUpdated"]);
    assert_eq!(flex.activity.sid, BREAK);
}

#[test]
fn an_unknown_name_resolves_and_an_unknown_sid_makes_flex_throw() {
    let mut flex = with(|_| {});
    let before = flex.clone();
    let fishing = json!({"activityName": "Fishing"});
    assert_eq!(invoke(&mut flex, "SetActivity", fishing), (vec![], Ok(())));
    let unknown = invoke(&mut flex, "SetActivity", json!({"activitySid": "WAnone"}));
    assert!(unknown.1.is_err());
    assert_eq!(flex, before);
}
