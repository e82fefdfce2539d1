//! Tests what is made for this agent and what is not: outgoing calls, which ring at the customer, and messages.

use serde_json::{Value, json};
use simulation::flex::{Flex, Input, Output, Route, Status, Timer};

use crate::{NOW, act, invoke, names, offer, on_the_line, refused, route, status, with};

/// The words of a refusal, and what leads to it.
type Reason<'a> = (&'a str, &'a dyn Fn(&mut Flex));

const DIAL: &str = "StartOutboundCall";

fn dialled(flex: &mut Flex) -> String {
    let payload = json!({"destination": "+4930123456", "taskAttributes": {"name": "Boiler"}});
    assert_eq!(invoke(flex, DIAL, payload), (vec![], Ok(())));
    assert!(flex.tasks().is_empty());
    let outputs = flex.handle(Input::TimeUp(Timer::Outbound), NOW);
    assert_eq!(names(&outputs), ["taskReceived"]);
    flex.tasks()[0].sid.clone()
}

fn ringing(flex: &mut Flex) -> String {
    let sid = dialled(flex);
    let timer = Timer::Leg { sid: sid.clone() };
    let _ = flex.handle(Input::TimeUp(timer), NOW);
    sid
}

fn own_message() -> Value {
    json!({"direction": "outbound", "flexInteractionChannelSid": "UO1"})
}

#[test]
fn an_outgoing_call_is_selected_and_pending_while_it_rings() {
    let mut flex = Flex::default();
    let sid = dialled(&mut flex);
    assert_eq!(flex.selected.as_deref(), Some(sid.as_str()));
    assert_eq!(flex.active_call, None);
    let timer = Timer::Leg { sid: sid.clone() };
    assert!(flex.handle(Input::TimeUp(timer), NOW).is_empty());
    assert!(flex.active_call.is_some());
    let _ = flex.handle(Input::TimeUp(Timer::Outbound), NOW);
    assert_eq!(status(&flex, &sid), Some(Status::Pending));
    let answers = Input::CustomerAnswers { sid: sid.clone() };
    assert_eq!(
        names(&flex.handle(answers, NOW)),
        ["taskUpdated", "taskAccepted"]
    );
    let task = flex.task(&sid).expect("it is there");
    assert_eq!(
        task.attributes,
        json!({"name": "Boiler", "direction": "outbound", "outbound_to": "+4930123456"})
    );
    assert!(task.as_itask(NOW)["routingTarget"].is_string());
}

#[test]
fn an_outgoing_call_that_rings_can_t_be_accepted_or_wrapped_up() {
    let mut flex = Flex::default();
    let sid = ringing(&mut flex);
    let before = flex.clone();
    assert_eq!(
        act(&mut flex, "AcceptTask", &sid),
        refused("Action is blocked")
    );
    assert!(act(&mut flex, "WrapupTask", &sid).is_err());
    assert_eq!(act(&mut flex, "EndVoiceTask", &sid), Ok(()));
    assert_eq!(flex, before);
}

#[test]
fn an_outgoing_call_is_cancelled_by_hanging_up_or_without_an_answer() {
    for hang_up in [true, false] {
        let mut flex = Flex::default();
        let sid = ringing(&mut flex);
        let events = if hang_up {
            invoke(&mut flex, "HangupCall", json!({"sid": sid})).0
        } else {
            names(&flex.handle(Input::CustomerLeft { sid }, NOW))
        };
        assert_eq!(events, ["taskUpdated", "taskCanceled"]);
        assert_eq!((flex.tasks().len(), &flex.active_call), (0, &None));
    }
}

#[test]
fn cancelling_a_call_before_the_browser_has_it_is_refused() {
    let mut flex = Flex::default();
    let sid = dialled(&mut flex);
    assert_eq!(
        act(&mut flex, "HangupCall", &sid),
        refused("no active call")
    );
}

#[test]
fn a_desk_phone_rings_without_a_call_in_the_browser() {
    let mut flex = with(|flex| flex.desk_phone = true);
    let sid = ringing(&mut flex);
    assert_eq!(flex.active_call, None);
    let _ = flex.handle(Input::CustomerAnswers { sid: sid.clone() }, NOW);
    assert_eq!(
        (status(&flex, &sid), &flex.active_call),
        (Some(Status::Accepted), &None)
    );
}

#[test]
fn a_call_rings_on_while_flex_has_no_connection_to_twilio() {
    let mut flex = Flex::default();
    let _ = invoke(&mut flex, DIAL, json!({"destination": "+15550100"}));
    let _ = flex.handle(Input::Connection(false), NOW);
    assert!(flex.handle(Input::TimeUp(Timer::Outbound), NOW).is_empty());
    let outputs = flex.handle(Input::Connection(true), NOW);
    assert_eq!(names(&outputs), ["connectionStateChanged"]);
    let waits = |output: &Output| {
        matches!(
            output,
            Output::Wait {
                timer: Timer::Leg { .. },
                ..
            }
        )
    };
    assert!(outputs.iter().any(waits));
}

#[test]
fn flex_accepts_and_selects_messages_and_mails_of_the_agent_s_own() {
    let mail = json!({"direction": "outbound", "channelType": "email"});
    for (channel, attributes) in [("chat", own_message()), ("email", mail)] {
        let mut flex = Flex::default();
        let sid = route(&mut flex, channel, attributes, Route::Target);
        assert_eq!(status(&flex, &sid), Some(Status::Accepted), "{channel}");
        assert_eq!(flex.selected.as_deref(), Some(sid.as_str()), "{channel}");
    }
}

#[test]
fn an_outbound_task_is_not_always_the_agent_s_own() {
    let preview = json!({"direction": "outbound", "outbound_to": "+15550100"});
    for (channel, attributes) in [("voice", preview), ("chat", own_message())] {
        let mut flex = Flex::default();
        let sid = route(&mut flex, channel, attributes, Route::Queue);
        assert_eq!(
            (status(&flex, &sid), &flex.selected),
            (Some(Status::Pending), &None)
        );
        assert_eq!(act(&mut flex, "AcceptTask", &sid), Ok(()));
    }
}

#[test]
fn start_outbound_call_is_refused_during_a_call_and_offline_and_may_resolve_in_vain() {
    let refusals: [Reason<'_>; 5] = [
        (
            "cannot do outbound calls with a pending inbound call",
            &|flex| {
                let _ = offer(flex, "voice");
            },
        ),
        ("voice call already live", &|flex| {
            let _ = on_the_line(flex);
        }),
        ("live call task already exists", &|flex| {
            flex.desk_phone = true;
            let _ = on_the_line(flex);
        }),
        (
            "cannot do outbound calls with a pending inbound call",
            &|flex| {
                flex.desk_phone = true;
                let _ = ringing(flex);
            },
        ),
        ("cannot do outbound calls when offline", &|flex| {
            let _ = invoke(flex, "SetActivity", json!({"activityName": "Offline"}));
        }),
    ];
    for (words, reason) in refusals {
        let mut flex = Flex::default();
        reason(&mut flex);
        let before = flex.clone();
        let dial = json!({"destination": "+15550100"});
        assert_eq!(invoke(&mut flex, DIAL, dial), (vec![], refused(words)));
        assert_eq!(flex, before);
    }
    let mut flex = with(|flex| flex.next_call_fails = true);
    assert_eq!(
        invoke(&mut flex, DIAL, json!({"destination": "+15550100"})),
        (vec![], Ok(()))
    );
    assert_eq!(flex, with(|flex| flex.next_call_fails = false));
}

#[test]
fn a_second_call_started_before_the_first_has_its_task_is_never_placed() {
    let mut flex = Flex::default();
    let dial = || json!({"destination": "+15550100"});
    let _ = invoke(&mut flex, DIAL, dial());
    let before = flex.clone();
    assert_eq!(invoke(&mut flex, DIAL, dial()), (vec![], Ok(())));
    assert_eq!(flex, before);
}

#[test]
fn a_task_in_wrap_up_does_not_block_a_call() {
    let mut flex = Flex::default();
    let sid = on_the_line(&mut flex);
    let _ = act(&mut flex, "HangupCall", &sid);
    let dial = json!({"destination": "+15550100"});
    assert_eq!(invoke(&mut flex, DIAL, dial), (vec![], Ok(())));
}
