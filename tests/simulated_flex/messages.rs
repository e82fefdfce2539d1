//! Tests what Flex keeps of a conversation.

use serde_json::{Value, json};
use simulation::flex::{DESKTOP, Flex, Input, Route};

use crate::{NOW, act, invoke, route};

fn chat(flex: &mut Flex, conversation: &str) -> String {
    let attributes = json!({"conversationSid": conversation});
    let sid = route(flex, "chat", attributes, Route::Queue);
    assert_eq!(act(flex, "AcceptTask", &sid), Ok(()));
    sid
}

fn writes(flex: &mut Flex, sid: &str, at: u64) {
    let sid = sid.into();
    assert!(flex.handle(Input::CustomerWrites { sid }, at).is_empty());
}

fn unread(conversation: &Value) -> usize {
    conversation["unreadMessages"]
        .as_array()
        .map_or(0, Vec::len)
}

/// When the customer wrote the first message after the agent's last one.
fn waits_since(conversation: &Value) -> Option<u64> {
    let messages = conversation["messages"].as_array()?.iter().rev();
    let unanswered = messages.take_while(|message| message["isFromMe"] == false);
    unanswered.last()?["source"]["dateCreated"].as_u64()
}

fn seen(flex: &Flex, conversation: &str) -> (usize, Option<u64>) {
    let conversation = &flex.state(NOW)["chat"]["conversations"][conversation];
    (unread(conversation), waits_since(conversation))
}

#[test]
fn unseen_messages_are_unread_and_the_customer_waits_since_the_first_one() {
    let mut flex = Flex::default();
    let sid = chat(&mut flex, "CH1");
    assert_eq!(seen(&flex, "CH1"), (0, None));
    writes(&mut flex, &sid, NOW + 1);
    writes(&mut flex, &sid, NOW + 2);
    assert_eq!(seen(&flex, "CH1"), (2, Some(NOW + 1)));
    let _ = act(&mut flex, "SelectTask", &sid);
    assert_eq!(seen(&flex, "CH1"), (0, Some(NOW + 1)));
    let _ = flex.handle(Input::AgentWrites { sid }, NOW + 3);
    assert_eq!(seen(&flex, "CH1"), (0, None));
}

#[test]
fn messages_of_the_task_in_front_are_read() {
    let mut flex = Flex::default();
    let sid = chat(&mut flex, "CH1");
    let _ = act(&mut flex, "SelectTask", &sid);
    writes(&mut flex, &sid, NOW + 1);
    assert_eq!(seen(&flex, "CH1"), (0, Some(NOW + 1)));
    let _ = invoke(&mut flex, "NavigateToView", json!({"viewName": "teams"}));
    writes(&mut flex, &sid, NOW + 2);
    assert_eq!(seen(&flex, "CH1"), (1, Some(NOW + 1)));
    let _ = invoke(&mut flex, "NavigateToView", json!({"viewName": DESKTOP}));
    assert_eq!(seen(&flex, "CH1"), (0, Some(NOW + 1)));
}

#[test]
fn flex_has_a_conversation_only_for_an_accepted_task_that_names_one() {
    let mut flex = Flex::default();
    let waits = route(
        &mut flex,
        "chat",
        json!({"conversationSid": "CH1"}),
        Route::Queue,
    );
    let nameless = route(&mut flex, "chat", json!({}), Route::Queue);
    let _ = act(&mut flex, "AcceptTask", &nameless);
    for sid in [&waits, &nameless] {
        writes(&mut flex, sid, NOW + 1);
    }
    assert_eq!(flex.state(NOW)["chat"]["conversations"], json!({}));
    let _ = act(&mut flex, "AcceptTask", &waits);
    assert_eq!(seen(&flex, "CH1"), (0, None));
}
