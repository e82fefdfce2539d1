//! Tests the twin of the bridge script with the golden messages that test the script itself.

use serde_json::{Value, json};

use super::super::flex::{Route, Timer};
use super::*;

const NOW: u64 = 1_700_000_000_000;

fn golden(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

fn offer(desktop: &mut AgentDesktop, attributes: Value) -> (String, Vec<Value>) {
    let channel = "voice".into();
    let offer = Input::Offer {
        channel,
        attributes,
        route: Route::Queue,
    };
    let reaction = desktop.happen(offer, NOW);
    let sid = desktop.flex.tasks().last().unwrap().sid.clone();
    (sid, reaction.messages)
}

fn act(desktop: &mut AgentDesktop, action: &str, payload: Value) -> Vec<Value> {
    let invoke = Input::Invoke {
        id: 0,
        action: action.into(),
        payload,
    };
    desktop.happen(invoke, NOW).messages
}

fn types(messages: &[Value]) -> Vec<&str> {
    messages
        .iter()
        .map(|message| message["type"].as_str().unwrap())
        .collect()
}

/// The answers that the script gets from Flex, by the rules of Flex's own task channels.
fn around(around: &Value, itask: &Value) -> Around {
    let leg = |task: &Value| {
        let legs = task.pointer("/conference/participants")?.as_array()?;
        let own = legs.iter().find(|leg| leg["participantType"] == "worker")?;
        own.get("callSid")?.as_str().map(str::to_owned)
    };
    let attributes = &itask["attributes"];
    let registered = around["registered"].as_array().is_some_and(|kinds| {
        kinds.contains(&attributes["taskType"]) && attributes["taskType"].is_string()
    });
    let channel = itask["taskChannelUniqueName"].as_str().unwrap();
    let call = channel == "voice" && !registered;
    let rings = call
        && itask["routingTarget"].is_string()
        && attributes["direction"] == "outbound"
        && itask["incomingTransferObject"].is_null()
        && itask["status"] == "pending";
    let others = around["tasks"].as_array();
    let legs: Vec<Option<String>> = others.into_iter().flatten().map(leg).collect();
    let active = around.pointer("/phone/activeCall/parameters/CallSid");
    let line = active.and_then(Value::as_str).map_or(Line::None, |call| {
        line_of(&call.to_owned(), leg(itask).as_ref(), rings, &legs)
    });
    let conversations = &around["chat"]["conversations"];
    let sid = ["conversationSid", "channelSid"].map(|name| attributes[name].as_str());
    let conversation = sid.into_iter().flatten().next();
    Around {
        call,
        wrapup: ["voice", "chat", "sms", "web", "email"].contains(&channel) && !registered,
        line,
        conversation: conversation.map(|sid| in_millis(&conversations[sid])),
    }
}

/// The golden dates as the simulation has them: in milliseconds since 1970.
fn in_millis(conversation: &Value) -> Value {
    let mut conversation = conversation.clone();
    for message in conversation["messages"].as_array_mut().unwrap() {
        let date = message["source"]["dateCreated"].as_str().unwrap();
        // All golden dates are minutes of one hour.
        let minute: u64 = date[14..16].parse().unwrap();
        message["source"]["dateCreated"] = json!(1_699_999_200_000 + minute * 60_000);
    }
    conversation
}

#[test]
fn each_golden_task_is_sent_as_the_script_sends_it() {
    for case in golden(include_str!("../../../tests/golden/bridge/tasks.json")) {
        let fields = chosen_fields(&case["flex"], &around(&case["around"], &case["flex"])).unwrap();
        assert_eq!(
            serde_json::to_value(fields).unwrap(),
            case["message"]["task"],
            "{}",
            case["about"]
        );
    }
}

#[test]
fn each_golden_command_invokes_the_same_actions_as_the_script() {
    let mut desktop = AgentDesktop::default();
    let (sid, _) = offer(&mut desktop, json!({}));
    act(&mut desktop, "AcceptTask", json!({"sid": sid}));
    let conference = Timer::Conference { sid: sid.clone() };
    desktop.happen(Input::TimeUp(conference), NOW);
    let own = desktop.flex.active_call.clone();
    let text = include_str!("../../../tests/golden/bridge/commands.json")
        .replace("\"WR1\"", &format!("{sid:?}"));
    for case in golden(&text) {
        desktop.flex.view = case["state"]["view"].as_str().unwrap().into();
        desktop.flex.active_call = match case["state"]["line"].as_str() {
            Some("own") => own.clone(),
            Some("other") => Some("CA2".into()),
            _ => None,
        };
        match desktop.invocations(&case["message"]) {
            Ok(invocations) => assert_eq!(json!(invocations), case["invokes"], "{}", case["about"]),
            Err(failure) => assert_eq!(failure.code, case["error"], "{}", case["about"]),
        }
    }
}

#[test]
fn each_golden_odd_message_is_answered_as_the_script_answers_it() {
    for case in golden(include_str!("../../../tests/golden/bridge/strange.json")) {
        let mut desktop = AgentDesktop::default();
        let _ = desktop.connect(NOW);
        let answers: Vec<Value> = desktop
            .receive(&case["message"], NOW)
            .messages
            .iter()
            .map(|message| {
                let mut answer = json!({"type": message["type"],
                    "code": message.get("code").unwrap_or(&message["error"]["code"])});
                if let Some(request) = message.get("request") {
                    answer["request"] = request.clone();
                }
                answer
            })
            .collect();
        let expected: Vec<Value> = (!case["answer"].is_null())
            .then(|| case["answer"].clone())
            .into_iter()
            .collect();
        assert_eq!(answers, expected, "{}", case["about"]);
    }
}

#[test]
fn nothing_is_posted_without_a_port_and_the_snapshot_then_holds_everything() {
    let mut desktop = AgentDesktop::default();
    let (sid, messages) = offer(&mut desktop, json!({"name": "Jo"}));
    assert!(messages.is_empty());
    let snapshot = desktop.connect(NOW).messages;
    assert_eq!(types(&snapshot), ["snapshot"]);
    assert_eq!(snapshot[0]["tasks"][0]["sid"], sid);
}

#[test]
fn each_step_of_a_call_is_sent_once() {
    let mut desktop = AgentDesktop::default();
    let _ = desktop.connect(NOW);
    let (sid, messages) = offer(&mut desktop, json!({"name": "Jo"}));
    assert_eq!(types(&messages), ["task"]);
    let payload = json!({"sid": sid});
    for (action, expected) in [
        ("SelectTask", vec!["selected"]),
        ("AcceptTask", vec!["task"]),
        ("HoldCall", vec!["task"]),
        ("UnholdCall", vec!["task"]),
        ("HangupCall", vec!["task"]),
        ("CompleteTask", vec!["taskEnded", "selected"]),
    ] {
        let messages = act(&mut desktop, action, payload.clone());
        assert_eq!(types(&messages), expected, "{action}");
        if action == "AcceptTask" {
            let timer = Timer::Conference { sid: sid.clone() };
            let messages = desktop.happen(Input::TimeUp(timer), NOW).messages;
            assert_eq!(types(&messages), ["task"], "the conference is known");
        }
    }
}

#[test]
fn the_reply_to_a_command_follows_its_effects() {
    let mut desktop = AgentDesktop::default();
    let _ = desktop.connect(NOW);
    let (sid, _) = offer(&mut desktop, json!({}));
    let _ = act(
        &mut desktop,
        "NavigateToView",
        json!({"viewName": "queues-stats"}),
    );
    let select = json!({"to": "flex", "type": "command", "request": 5, "action": "SelectTask",
        "payload": {"sid": sid}});
    let reaction = desktop.receive(&select, NOW);
    assert_eq!(types(&reaction.messages), ["view", "selected", "reply"]);
}

#[test]
fn a_refusal_carries_the_words_of_flex() {
    let mut desktop = AgentDesktop::default();
    let _ = desktop.connect(NOW);
    let (sid, _) = offer(&mut desktop, json!({}));
    let wrap_up = json!({"to": "flex", "type": "command", "request": 5, "action": "WrapupTask",
        "payload": {"sid": sid}});
    let reply = desktop.receive(&wrap_up, NOW).messages.remove(0);
    assert_eq!(reply["error"]["code"], "refused");
}

#[test]
fn the_command_for_an_outbound_call_is_answered_before_its_task_comes() {
    let mut desktop = AgentDesktop::default();
    let _ = desktop.connect(NOW);
    let dial = json!({"to": "flex", "type": "command", "request": 5, "action": "StartOutboundCall",
        "payload": {"destination": "+4930123456", "taskAttributes": {"name": "Boiler"}}});
    assert_eq!(types(&desktop.receive(&dial, NOW).messages), ["reply"]);
    let placed = desktop.happen(Input::TimeUp(Timer::Outbound), NOW).messages;
    assert_eq!(types(&placed), ["task", "selected"]);
    assert_eq!(placed[0]["task"]["attributes"]["direction"], "outbound");
    assert_eq!(placed[0]["task"]["attributes"]["name"], "Boiler");
}

#[test]
fn after_the_session_has_ended_only_commands_are_answered() {
    let mut desktop = AgentDesktop::default();
    let _ = desktop.connect(NOW);
    let (sid, _) = offer(&mut desktop, json!({}));
    let ended = desktop.happen(Input::OpenedElsewhere, NOW).messages;
    assert_eq!(types(&ended), ["sessionInvalidated"]);
    let left = desktop.happen(Input::CustomerLeft { sid: sid.clone() }, NOW);
    assert!(left.messages.is_empty());
    let accept = json!({"to": "flex", "type": "command", "request": 5, "action": "AcceptTask",
        "payload": {"sid": sid}});
    assert_eq!(types(&desktop.receive(&accept, NOW).messages), ["reply"]);
}

#[test]
fn signing_out_and_in_again_needs_a_new_port() {
    let mut desktop = AgentDesktop::default();
    let _ = desktop.connect(NOW);
    assert_eq!(
        types(&act(&mut desktop, "Logout", json!({}))),
        ["signedOut"]
    );
    assert!(desktop.happen(Input::LogIn, NOW).messages.is_empty());
    assert_eq!(types(&desktop.connect(NOW).messages), ["snapshot"]);
}
