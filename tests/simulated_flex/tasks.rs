//! Tests a reservation from its start to its end, the selection and the views.

use serde_json::json;
use simulation::flex::{Flex, Input, Output, Route, Status, Timer};

use crate::{NOW, act, invoke, names, offer, route, status};

/// What ends a reservation with this sid.
type Way = fn(String) -> Input;

#[test]
fn a_waiting_reservation_can_end_in_four_ways() {
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
fn the_timer_of_an_accepted_reservation_does_nothing() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = act(&mut flex, "AcceptTask", &sid);
    let before = flex.clone();
    let rings = Input::TimeUp(Timer::Reservation { sid });
    assert!(flex.handle(rings, NOW).is_empty());
    assert_eq!(flex, before);
}

#[test]
fn an_accepted_chat_goes_to_wrap_up_when_the_customer_leaves() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = act(&mut flex, "AcceptTask", &sid);
    let left = Input::CustomerLeft { sid: sid.clone() };
    assert_eq!(
        names(&flex.handle(left, NOW)),
        ["taskUpdated", "taskWrapup"]
    );
    assert_eq!(status(&flex, &sid), Some(Status::Wrapping));
}

#[test]
fn selecting_an_unknown_sid_stores_it_and_selecting_none_deselects() {
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
    let _ = act(&mut flex, "AcceptTask", &chat);
    let before = flex.clone();
    for (action, payload) in [
        ("AcceptTask", json!({"sid": "WRbogus"})),
        ("AcceptTask", json!({"sid": chat})),
        ("RejectTask", json!({"sid": chat})),
        ("WrapupTask", json!({"sid": call})),
        ("CompleteTask", json!({"sid": "WRbogus"})),
        ("HangupCall", json!({"sid": chat})),
        ("HoldCall", json!({"sid": call})),
        ("HoldCall", json!({"sid": chat})),
        ("EndVoiceTask", json!({"sid": "WRbogus"})),
        ("ToggleMute", json!({})),
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
fn flex_swallows_the_refusal_to_complete_a_waiting_task() {
    let mut flex = Flex::default();
    let chat = offer(&mut flex, "chat");
    let before = flex.clone();
    assert_eq!(act(&mut flex, "CompleteTask", &chat), Ok(()));
    assert_eq!(flex, before);
}

#[test]
fn a_paused_task_can_be_completed_and_nothing_else() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = act(&mut flex, "AcceptTask", &sid);
    let paused = Input::Paused {
        sid: sid.clone(),
        paused: true,
    };
    assert_eq!(names(&flex.handle(paused, NOW)), ["taskUpdated"]);
    assert_eq!(flex.state(NOW)["worker"]["tasks"][0]["status"], "paused");
    for action in ["AcceptTask", "RejectTask", "WrapupTask", "HoldCall"] {
        assert!(act(&mut flex, action, &sid).is_err(), "{action}");
    }
    assert_eq!(act(&mut flex, "CompleteTask", &sid), Ok(()));
    assert!(flex.tasks().is_empty());
}

#[test]
fn a_paused_task_can_be_resumed() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = act(&mut flex, "AcceptTask", &sid);
    for (paused, expected) in [(true, Status::Paused), (false, Status::Accepted)] {
        let sid = sid.clone();
        let _ = flex.handle(Input::Paused { sid, paused }, NOW);
        assert_eq!(flex.tasks()[0].status, expected);
    }
}

#[test]
fn a_transferred_task_waits_like_any_other() {
    let mut flex = Flex::default();
    let attributes = json!({"direction": "outbound"});
    let sid = route(&mut flex, "voice", attributes, Route::Transfer);
    let task = &flex.state(NOW)["worker"]["tasks"][0];
    assert_eq!(task["incomingTransferObject"]["type"], "WORKER");
    assert!(task["routingTarget"].is_string());
    assert_eq!((flex.selected.as_deref(), &flex.active_call), (None, &None));
    assert_eq!(act(&mut flex, "AcceptTask", &sid), Ok(()));
    assert_eq!(status(&flex, &sid), Some(Status::Accepted));
}

#[test]
fn a_change_of_view_sends_an_event() {
    let mut flex = Flex::default();
    let stats = json!({"viewName": "queues-stats"});
    assert_eq!(
        invoke(&mut flex, "NavigateToView", stats.clone()).0,
        ["selectedViewChanged"]
    );
    assert!(invoke(&mut flex, "NavigateToView", stats).0.is_empty());
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
            route: Route::Queue,
        };
        assert_eq!(flex.handle(offer, NOW), [Output::NotReserved]);
    }
}

#[test]
fn a_task_that_is_transferred_leaves_the_worker() {
    let mut flex = Flex::default();
    let sid = offer(&mut flex, "chat");
    let _ = act(&mut flex, "AcceptTask", &sid);
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

#[test]
fn the_channel_type_is_the_attribute_or_else_the_channel_s_name() {
    for (attributes, expected) in [(json!({}), "chat"), (json!({"channelType": "web"}), "web")] {
        let mut flex = Flex::default();
        let _ = route(&mut flex, "chat", attributes, Route::Queue);
        let state = flex.state(NOW);
        assert_eq!(state["worker"]["tasks"][0]["channelType"], expected);
    }
}
