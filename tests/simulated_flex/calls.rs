//! Tests the call in this browser, whichever task it belongs to.

use serde_json::{Value, json};
use simulation::flex::{Flex, Input, Output, Route, Status};

use crate::{
    NOW, act, invoke, names, offer, on_the_line, outputs_of, refused, route, status, with,
};

fn callback(flex: &mut Flex) -> String {
    let attributes = json!({"taskType": "callback", "name": "Jo"});
    route(flex, "voice", attributes, Route::Queue)
}

fn conference(flex: &Flex, sid: &str) -> Value {
    flex.task(sid).expect("it is there").as_itask(NOW)["conference"].clone()
}

#[test]
fn a_call_lives_from_its_reservation_to_its_wrap_up() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "voice");
    for (action, events) in [
        ("AcceptTask", vec!["taskUpdated", "taskAccepted"]),
        ("HoldCall", vec!["taskUpdated"]),
        ("UnholdCall", vec!["taskUpdated"]),
        ("ToggleMute", vec!["taskUpdated"]),
        ("HangupCall", vec!["taskUpdated", "taskWrapup"]),
        ("CompleteTask", vec!["taskUpdated", "taskCompleted"]),
    ] {
        assert_eq!(
            invoke(&mut flex, action, json!({"sid": sid})),
            (events, Ok(())),
            "{action}"
        );
    }
    assert!(flex.tasks().is_empty());
}

#[test]
fn the_conference_that_identifies_the_call_is_known_a_moment_later() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "voice");
    let _ = act(&mut flex, "AcceptTask", &sid);
    assert!(conference(&flex, &sid).is_null());
    let call = flex.state(NOW)["phone"]["activeCall"]["parameters"]["CallSid"].clone();
    assert!(call.is_string());
    crate::conference_is_known(&mut flex, &sid);
    let agent = &conference(&flex, &sid)["participants"][0];
    assert_eq!(
        (&agent["callSid"], &agent["isCurrentWorker"]),
        (&call, &json!(true))
    );
}

#[test]
fn hanging_up_ends_the_call_in_the_browser_for_any_named_task() {
    for action in ["HangupCall", "EndVoiceTask"] {
        let mut flex = Flex::default();
        let other = on_the_line(&mut flex);
        let talks = on_the_line(&mut flex);
        assert_eq!(act(&mut flex, action, &other), Ok(()), "{action}");
        assert_eq!(status(&flex, &talks), Some(Status::Wrapping), "{action}");
        assert_eq!(status(&flex, &other), Some(Status::Accepted), "{action}");
        assert_eq!(flex.active_call, None, "{action}");
    }
}

#[test]
fn selecting_a_task_does_not_bring_its_call_into_the_browser() {
    let mut flex = Flex::default();
    let other = on_the_line(&mut flex);
    let _ = on_the_line(&mut flex);
    let before = flex.active_call.clone();
    let _ = act(&mut flex, "SelectTask", &other);
    assert_eq!(flex.active_call, before);
}

#[test]
fn without_a_call_in_the_browser_hang_up_is_refused_and_flex_s_button_wraps_up() {
    let mut flex = with(|flex| flex.desk_phone = true);
    let sid = on_the_line(&mut flex);
    assert_eq!(
        act(&mut flex, "HangupCall", &sid),
        refused("no active call")
    );
    assert_eq!(status(&flex, &sid), Some(Status::Accepted));
    assert_eq!(act(&mut flex, "EndVoiceTask", &sid), Ok(()));
    assert_eq!(status(&flex, &sid), Some(Status::Wrapping));
    assert_eq!(act(&mut flex, "EndVoiceTask", &sid), Ok(()));
    assert_eq!(status(&flex, &sid), None);
}

#[test]
fn flex_s_button_resolves_without_an_effect_on_a_waiting_call() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "voice");
    let before = flex.clone();
    assert_eq!(act(&mut flex, "EndVoiceTask", &sid), Ok(()));
    assert_eq!(flex, before);
}

#[test]
fn a_reloaded_page_has_no_call() {
    let mut flex = Flex::default();
    let sid = on_the_line(&mut flex);
    let mut flex = Flex::resumed(flex.tasks().to_vec(), flex.made());
    assert_eq!(
        act(&mut flex, "HangupCall", &sid),
        refused("no active call")
    );
}

#[test]
fn a_customer_who_hangs_up_removes_the_call_from_the_browser() {
    let mut flex = Flex::default();
    let sid = on_the_line(&mut flex);
    let left = Input::CustomerLeft { sid };
    assert_eq!(
        names(&flex.handle(left, NOW)),
        ["taskUpdated", "taskWrapup"]
    );
    assert_eq!(flex.active_call, None);
}

#[test]
fn a_call_that_is_wrapped_up_before_it_has_ended_stays_in_the_browser() {
    let mut flex = Flex::default();
    let sid = on_the_line(&mut flex);
    assert_eq!(act(&mut flex, "WrapupTask", &sid), Ok(()));
    let dial = json!({"destination": "+15550100"});
    assert_eq!(
        invoke(&mut flex, "StartOutboundCall", dial).1,
        refused("voice call already live")
    );
    let _ = flex.handle(Input::CustomerLeft { sid }, NOW);
    assert_eq!(flex.active_call, None);
}

#[test]
fn digits_go_to_the_call_in_the_browser_if_any_live_call_is_named() {
    let mut flex = Flex::default();
    let waits = offer(&mut flex, "voice");
    let send = |sid: &str| json!({"sid": sid, "digits": "12#"});
    let not_live = refused("cannot send digits to a non live call");
    assert_eq!(
        invoke(&mut flex, "SendDTMFDigits", send(&waits)).1,
        not_live
    );
    assert_eq!(
        invoke(&mut flex, "SendDTMFDigits", send("WRbogus")).1,
        not_live
    );
    let other = on_the_line(&mut flex);
    let talks = on_the_line(&mut flex);
    let call = flex.task(&talks).expect("it is there").call_sid();
    let outputs = outputs_of(&mut flex, "SendDTMFDigits", send(&other));
    let digits = "12#".into();
    assert_eq!(outputs.first(), Some(&Output::Digits { call, digits }));
    let _ = act(&mut flex, "HangupCall", &talks);
    assert_eq!(
        invoke(&mut flex, "SendDTMFDigits", send(&other)).1,
        refused("no active call")
    );
}

#[test]
fn hold_acts_on_the_named_task() {
    let mut flex = Flex::default();
    let other = on_the_line(&mut flex);
    let talks = on_the_line(&mut flex);
    assert_eq!(act(&mut flex, "HoldCall", &other), Ok(()));
    let held = |sid| conference(&flex, sid)["participants"][1]["onHold"].clone();
    assert_eq!((held(&other), held(&talks)), (json!(true), json!(false)));
}

#[test]
fn others_on_the_line_are_counted_among_the_live_participants() {
    let mut flex = Flex::default();
    let sid = on_the_line(&mut flex);
    for (count, live) in [(0, 2), (2, 4), (1, 3)] {
        let sid_of_call = sid.clone();
        let joined = Input::OthersOnLine {
            sid: sid_of_call,
            count,
        };
        let _ = flex.handle(joined, NOW);
        assert_eq!(conference(&flex, &sid)["liveParticipantCount"], live);
    }
}

#[test]
fn a_callback_is_a_call_for_flex_unless_a_plugin_has_registered_a_channel_for_it() {
    for registered in [false, true] {
        let mut flex = with(|flex| flex.callbacks_registered = registered);
        let sid = callback(&mut flex);
        let task = flex.task(&sid).expect("it is there").clone();
        assert_eq!(flex.is_call_task(&task), !registered);
        assert_eq!(flex.has_wrap_up(&task), !registered);
        assert_eq!(act(&mut flex, "AcceptTask", &sid), Ok(()));
        assert_eq!(
            (&flex.active_call, conference(&flex, &sid)),
            (&None, Value::Null)
        );
        let dial = json!({"destination": "+15550100"});
        let dialled = invoke(&mut flex, "StartOutboundCall", dial).1;
        let expected = if registered {
            Ok(())
        } else {
            refused("live call task already exists")
        };
        assert_eq!(dialled, expected);
        assert_eq!(act(&mut flex, "EndVoiceTask", &sid), Ok(()));
        let left = (!registered).then_some(Status::Wrapping);
        assert_eq!(status(&flex, &sid), left);
    }
}
