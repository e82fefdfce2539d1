//! The simulated Flex behaves as the real one does, in success and in refusal.

#![cfg(feature = "demo")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use flex_cif_panel::simulation::flex::{Flex, Input, Output, Status, Timer};
use serde_json::{Value, json};

/// What ends a reservation, once its sid is known.
type Way = fn(String) -> Input;

const NOW: u64 = 1_700_000_000_000;

fn offer(flex: &mut Flex, channel: &str) -> String {
    let channel = channel.into();
    let attributes = json!({"name": "Jo"});
    let outputs = flex.handle(
        Input::Offer {
            channel,
            attributes,
        },
        NOW,
    );
    assert_eq!(names(&outputs), ["taskReceived"]);
    flex.tasks().last().expect("it is there").sid.clone()
}

fn invoke(
    flex: &mut Flex,
    action: &str,
    payload: Value,
) -> (Vec<&'static str>, Result<(), String>) {
    let id = 7;
    let action = action.into();
    let outputs = flex.handle(
        Input::Invoke {
            id,
            action,
            payload,
        },
        NOW,
    );
    let Some(Output::Settled { id: 7, result }) = outputs.last() else {
        panic!("every action settles");
    };
    (names(&outputs), result.clone())
}

fn names(outputs: &[Output]) -> Vec<&'static str> {
    outputs
        .iter()
        .filter_map(|output| match output {
            Output::Event(event) => Some(event.name()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_call_lives_from_its_reservation_to_its_wrap_up() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "voice");
    let payload = json!({"sid": sid});
    for (action, events) in [
        ("AcceptTask", vec!["taskUpdated", "taskAccepted"]),
        ("HoldCall", vec!["taskUpdated"]),
        ("UnholdCall", vec!["taskUpdated"]),
        ("ToggleMute", vec!["taskUpdated"]),
        ("HangupCall", vec!["taskUpdated", "taskWrapup"]),
        ("CompleteTask", vec!["taskUpdated", "taskCompleted"]),
    ] {
        assert_eq!(
            invoke(&mut flex, action, payload.clone()),
            (events, Ok(())),
            "{action}"
        );
    }
    assert!(flex.tasks().is_empty());
}

#[test]
fn a_waiting_reservation_can_end_in_four_ways_and_is_gone() {
    let ways: [(&str, Way); 4] = [
        ("taskCanceled", |sid| Input::CustomerLeft { sid }),
        ("taskRescinded", |sid| Input::Rescind { sid }),
        ("taskTimeout", |sid| {
            Input::TimeUp(Timer::Reservation { sid })
        }),
        ("taskRejected", |sid| Input::Invoke {
            id: 0,
            action: "RejectTask".into(),
            payload: json!({"task": {"sid": sid}}),
        }),
    ];
    for (event, way) in ways {
        let mut flex = Flex::default();
        let sid = offer(&mut flex, "chat");
        assert_eq!(
            names(&flex.handle(way(sid.clone()), NOW)),
            ["taskUpdated", event]
        );
        assert!(flex.tasks().is_empty());
        assert!(names(&flex.handle(Input::CustomerLeft { sid }, NOW)).is_empty());
    }
}

#[test]
fn a_timer_of_a_reservation_that_was_accepted_rings_in_vain() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = invoke(&mut flex, "AcceptTask", json!({"sid": sid}));
    let before = flex.clone();
    let rings = Input::TimeUp(Timer::Reservation { sid });
    assert!(flex.handle(rings, NOW).is_empty());
    assert_eq!(flex, before);
}

#[test]
fn a_customer_who_leaves_an_accepted_chat_leaves_its_wrap_up() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = invoke(&mut flex, "AcceptTask", json!({"sid": sid}));
    let left = Input::CustomerLeft { sid: sid.clone() };
    assert_eq!(
        names(&flex.handle(left, NOW)),
        ["taskUpdated", "taskWrapup"]
    );
    assert_eq!(flex.task(&sid).unwrap().status, Status::Wrapping);
}

#[test]
fn selecting_an_unknown_sid_resolves_and_stores_it_and_none_deselects() {
    let mut flex = Flex::default();
    assert_eq!(
        invoke(&mut flex, "SelectTask", json!({"sid": "WRbogus"})),
        (vec![], Ok(()))
    );
    assert_eq!(flex.selected.as_deref(), Some("WRbogus"));
    assert_eq!(invoke(&mut flex, "SelectTask", json!({})), (vec![], Ok(())));
    assert_eq!(flex.selected, None);
}

#[test]
fn refusals_reject_with_words_and_change_nothing() {
    let mut flex = Flex::default();
    let call = offer(&mut flex, "voice");
    let chat = offer(&mut flex, "chat");
    let _ = invoke(&mut flex, "AcceptTask", json!({"sid": chat}));
    let before = flex.clone();
    for (action, payload) in [
        ("AcceptTask", json!({"sid": "WRbogus"})),
        ("AcceptTask", json!({"sid": chat})),
        ("WrapupTask", json!({"sid": call})),
        ("CompleteTask", json!({"sid": "WRbogus"})),
        ("HangupCall", json!({"sid": chat})),
        ("HoldCall", json!({"sid": call})),
        ("StartOutboundCall", json!({})),
        ("NavigateToView", json!({})),
    ] {
        let (events, result) = invoke(&mut flex, action, payload);
        assert!(events.is_empty() && result.is_err(), "{action}");
    }
    let (_, result) = invoke(&mut flex, "Sing", json!({}));
    assert_eq!(result, Err("Action does not exist".into()));
    assert_eq!(flex, before);
}

#[test]
fn an_outbound_call_gets_its_reservation_after_the_action_has_resolved() {
    let mut flex = Flex::default();
    let payload = json!({"destination": "+4930123456", "taskAttributes": {"name": "Boiler"}});
    assert_eq!(
        invoke(&mut flex, "StartOutboundCall", payload),
        (vec![], Ok(()))
    );
    assert!(flex.tasks().is_empty());
    let outputs = flex.handle(Input::TimeUp(Timer::Outbound), NOW);
    assert_eq!(
        names(&outputs),
        ["taskReceived", "taskUpdated", "taskAccepted"]
    );
    let task = &flex.tasks()[0];
    assert_eq!(task.status, Status::Accepted);
    assert_eq!(
        task.attributes,
        json!({"name": "Boiler", "direction": "outbound", "outbound_to": "+4930123456"})
    );
}

#[test]
fn what_flex_or_the_cloud_refuses_in_silence_resolves_and_changes_nothing() {
    let mut flex = Flex::default();
    let chat = offer(&mut flex, "chat");
    for (action, payload) in [
        ("CompleteTask", json!({"sid": chat})),
        ("SetActivity", json!({"activityName": "Fishing"})),
    ] {
        let before = flex.clone();
        assert_eq!(
            invoke(&mut flex, action, payload),
            (vec![], Ok(())),
            "{action}"
        );
        assert_eq!(flex, before);
    }
}

#[test]
fn start_outbound_call_places_no_call_beside_another_offline_or_in_trouble() {
    let called = |flex: &mut Flex| drop(offer(flex, "voice"));
    let on_a_call = |flex: &mut Flex| {
        let sid = offer(flex, "voice");
        let _ = invoke(flex, "AcceptTask", json!({"sid": sid}));
    };
    let offline = |flex: &mut Flex| {
        let _ = invoke(flex, "SetActivity", json!({"activityName": "Offline"}));
    };
    let in_trouble = |flex: &mut Flex| flex.next_call_fails = true;
    let refused: [&dyn Fn(&mut Flex); 3] = [&called, &on_a_call, &offline];
    let silent: [&dyn Fn(&mut Flex); 1] = [&in_trouble];
    let reasons = refused.map(|reason| (reason, false));
    for (reason, resolves) in reasons.into_iter().chain(silent.map(|it| (it, true))) {
        let mut flex = Flex::default();
        reason(&mut flex);
        let tasks = flex.tasks().len();
        let (events, result) = invoke(
            &mut flex,
            "StartOutboundCall",
            json!({"destination": "+15550100"}),
        );
        assert_eq!((events, result.is_ok()), (vec![], resolves));
        let _ = flex.handle(Input::TimeUp(Timer::Outbound), NOW);
        assert_eq!(flex.tasks().len(), tasks);
    }
}

#[test]
fn who_goes_away_rejects_what_waits() {
    let mut flex = Flex::default();
    let waiting = offer(&mut flex, "chat");
    let going_on = offer(&mut flex, "chat");
    let _ = invoke(&mut flex, "AcceptTask", json!({"sid": going_on}));
    let (events, _) = invoke(&mut flex, "SetActivity", json!({"activityName": "Break"}));
    assert_eq!(
        events,
        ["taskUpdated", "taskRejected", "workerActivityUpdated"]
    );
    assert!(flex.task(&waiting).is_none() && flex.task(&going_on).is_some());
}

#[test]
fn views_and_activities_are_told_when_they_change() {
    let mut flex = Flex::default();
    let stats = json!({"viewName": "queues-stats"});
    assert_eq!(
        invoke(&mut flex, "NavigateToView", stats.clone()).0,
        ["selectedViewChanged"]
    );
    assert!(invoke(&mut flex, "NavigateToView", stats).0.is_empty());
    let away = json!({"activityName": "Break"});
    assert_eq!(
        invoke(&mut flex, "SetActivity", away).0,
        ["workerActivityUpdated"]
    );
}

#[test]
fn nothing_is_reserved_for_an_agent_who_is_away_or_signed_out() {
    for (action, payload) in [
        ("SetActivity", json!({"activityName": "Break"})),
        ("Logout", json!({})),
    ] {
        let mut flex = Flex::default();
        let _ = invoke(&mut flex, action, payload);
        let offer = Input::Offer {
            channel: "voice".into(),
            attributes: json!({}),
        };
        assert_eq!(flex.handle(offer, NOW), [Output::NotReserved]);
    }
}

#[test]
fn a_task_that_is_handed_on_leaves_with_its_transfer() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = invoke(&mut flex, "AcceptTask", json!({"sid": sid}));
    let (events, _) = invoke(&mut flex, "TransferTask", json!({"sid": sid}));
    assert_eq!(events, ["taskUpdated", "taskCompleted"]);
    assert!(flex.tasks().is_empty());
}

#[test]
fn age_is_counted_in_seconds() {
    let mut flex = Flex::default();
    let _ = offer(&mut flex, "sms");
    assert_eq!(flex.state(NOW + 61_500)["worker"]["tasks"][0]["age"], 61);
}
