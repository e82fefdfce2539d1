//! The call in this browser, and what Flex treats as a call.

use serde_json::json;
use simulation::flex::{Input, Output, Route};

use super::both::{Both, Telephone, play_in_both};
use crate::event_bridge::Status;
use crate::stage::Outcome;

fn dial() -> serde_json::Value {
    json!({ "destination": "+14155550132" })
}

/// Registers a channel for callbacks, as some plugins do.
const REGISTER: &str = r#"
    const { DefaultTaskChannels, TaskChannels } = Twilio.Flex;
    const isCallback = (task) => Boolean(task.attributes.taskType);
    TaskChannels.register(DefaultTaskChannels.createDefaultTaskChannel("callback", isCallback));
"#;

#[tokio::test]
async fn hang_up_ends_whatever_call_is_in_the_browser() -> Outcome {
    play_in_both(Telephone::Browser, async |both| {
        for action in ["HangupCall", "EndVoiceTask"] {
            let other = both.on_the_line().await?;
            let talks = both.on_the_line().await?;
            both.act("SelectTask", other).await?;
            assert_eq!(both.act(action, other).await?, None);
            assert_eq!(
                both.cloud.status(both.sids(talks).0),
                Some(Status::Wrapping)
            );
            assert_eq!(
                both.cloud.status(both.sids(other).0),
                Some(Status::Accepted)
            );
            both.act("CompleteTask", talks).await?;
            // Its call goes on without being heard.
            both.act("WrapupTask", other).await?;
            both.act("CompleteTask", other).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_a_call_in_the_browser_hang_up_fails_and_flex_s_button_wraps_up() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        let task = both.on_the_line().await?;
        for action in ["HangupCall", "ToggleMute"] {
            assert!(both.act(action, task).await?.is_some(), "{action}");
        }
        assert_eq!(both.act("EndVoiceTask", task).await?, None);
        assert_eq!(both.act("EndVoiceTask", task).await?, None);
        let waits = both.offer("voice", json!({}), Route::Queue).await?;
        assert_eq!(both.act("EndVoiceTask", waits).await?, None);
        assert!(both.act("HangupCall", waits).await?.is_some());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn digits_go_to_the_call_in_the_browser_and_hold_goes_to_the_task() -> Outcome {
    play_in_both(Telephone::Browser, async |both| {
        let waits = both.offer("voice", json!({}), Route::Queue).await?;
        let keys = || json!({ "digits": "12#" });
        assert!(
            both.act_with("SendDTMFDigits", waits, keys())
                .await?
                .is_some()
        );
        assert!(both.act("HoldCall", waits).await?.is_some());
        both.accepted(waits).await?;
        let other = waits;
        let talks = both.on_the_line().await?;
        for action in ["HoldCall", "UnholdCall"] {
            assert_eq!(both.act(action, other).await?, None, "{action}");
        }
        assert_eq!(both.act_with("SendDTMFDigits", other, keys()).await?, None);
        assert_eq!(both.script("return window.voice.digits()").await?, "12#");
        let sid = both.sids(other).1.to_owned();
        let outputs = both.input(Input::Invoke {
            id: 0,
            action: "SendDTMFDigits".into(),
            payload: json!({ "sid": sid, "digits": "12#" }),
        });
        let to = both
            .flex
            .task(both.sids(talks).1)
            .map(|task| task.call_sid());
        let sent = outputs.into_iter().find_map(|output| match output {
            Output::Digits { call, .. } => Some(call),
            _ => None,
        });
        assert_eq!(sent, to);
        both.act("HangupCall", talks).await?;
        assert!(
            both.act_with("SendDTMFDigits", other, keys())
                .await?
                .is_some()
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn more_than_two_people_on_the_line_are_a_group() -> Outcome {
    play_in_both(Telephone::Browser, async |both| {
        let task = both.on_the_line().await?;
        both.conference(task, &["customer", "external"]).await?;
        both.conference(task, &["customer", "external", "agent"])
            .await?;
        both.conference(task, &["customer"]).await?;
        both.conference(task, &["customer", "external"]).await?;
        assert_eq!(both.act("HangupCall", task).await?, None);
        Ok(())
    })
    .await
}

async fn live_callback(both: &mut Both<'_>, kind: &str) -> Outcome<super::both::Task> {
    let attributes = json!({ "taskType": kind, "name": "Jo" });
    let task = both.offer("voice", attributes, Route::Queue).await?;
    assert!(both.flex.active_call.is_none());
    both.act("AcceptTask", task).await?;
    Ok(task)
}

#[tokio::test]
async fn a_callback_is_a_call_unless_a_plugin_has_registered_a_channel_for_it() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        let task = live_callback(both, "callback").await?;
        let words = both.invoke("StartOutboundCall", dial()).await?;
        assert_eq!(words.as_deref(), Some("live call task already exists"));
        both.act("EndVoiceTask", task).await?;
        both.act("CompleteTask", task).await?;

        both.script(REGISTER).await?;
        both.flex.callbacks_registered = true;
        let task = live_callback(both, "voicemail").await?;
        assert_eq!(both.invoke("StartOutboundCall", dial()).await?, None);
        let call = both.ringing().await?;
        both.act("EndVoiceTask", task).await?;
        both.customer_answers(call).await?;
        Ok(())
    })
    .await
}
