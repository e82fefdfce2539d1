//! Messages, activities, and paused tasks.

use serde_json::{Value, json};
use simulation::flex::{Activity, Input, Route};

use super::both::{Telephone, play_in_both};
use crate::event_bridge::{ACTIVITIES, Status};
use crate::stage::Outcome;

const BREAK: &str = "WA00000000000000000000000000000002";

fn to(sid: &str) -> Value {
    json!({ "activitySid": sid })
}

#[tokio::test]
async fn a_message_of_the_customer_is_unread_and_waits_for_an_answer() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        let attributes = json!({ "conversationSid": "CH1" });
        let task = both.offer("chat", attributes, Route::Queue).await?;
        both.settles_alike("AcceptTask", task, json!({})).await?;
        let sid = both.sids(task).1.to_owned();
        let messages = [("agent", 0), ("jo", 2_000), ("jo", 3_000)];
        let written: Vec<Value> = messages
            .map(|(author, at)| json!({ "author": author, "at": at }))
            .to_vec();
        both.script(&format!(
            "window.voice.conversation('CH1', {})",
            json!(written)
        ))
        .await?;
        for (_, at) in messages.into_iter().filter(|(author, _)| *author == "jo") {
            let sid = sid.clone();
            both.flex.handle(Input::CustomerWrites { sid }, at);
        }
        both.alike("the customer has written twice").await
    })
    .await
}

#[tokio::test]
async fn every_change_of_activity_settles_alike() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        for status in [400, 429] {
            both.cloud.refuse_activities(Some(status));
            both.flex.activity_refused = true;
            let words = both.invoke("SetActivity", to(BREAK)).await?;
            assert_eq!(words.as_deref(), Some("could not set activity"), "{status}");
            both.alike("no change").await?;
        }
        both.cloud.refuse_activities(None);
        both.flex.activity_refused = false;
        for payload in [
            to("WA-unknown"),
            json!({ "activityName": "Fishing" }),
            to(BREAK),
            to(BREAK),
        ] {
            both.invoke("SetActivity", payload.clone()).await?;
            both.alike(&format!("after {payload}")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_change_of_activity_that_a_plugin_cancels_is_refused_and_may_come_later() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        let cancel =
            "Twilio.Flex.Actions.addListener('beforeSetActivity', (payload, abort) => abort())";
        both.script(cancel).await?;
        both.flex.activity_held_back = true;
        let words = both.invoke("SetActivity", to(BREAK)).await?;
        assert_eq!(
            words.as_deref(),
            Some("Action SetActivity cancelled by before event")
        );
        both.alike("no change").await?;
        both.cloud.set_activity("Break");
        both.input(Input::ActivitySet { sid: BREAK.into() });
        both.alike("it comes later").await
    })
    .await
}

/// The activities that Flex's own menu offers.
const MENU: &str = r#"
    document.querySelector("[data-testid='activity-dropdown-button']").click();
    const menu = document.querySelector("[data-testid='activity-menu']");
    return [...menu.querySelectorAll("[role='menuitem'], [role='menuitemradio']")].map((one) => one.textContent);
"#;

#[tokio::test]
async fn flex_s_own_menu_hides_the_activity_reserved_and_translates_names() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        let strings = "const manager = Twilio.Flex.Manager.getInstance();
            manager.strings = { ...manager.strings, tr_activity_Break: 'Pause' };";
        both.script(strings).await?;
        let menu = both.script(MENU).await?;
        assert_eq!(menu, json!(["Offline", "Available", "Pause"]));
        let label = "return Twilio.Flex.Manager.getInstance().strings.tr_activity_Break";
        assert_eq!(both.script(label).await?, "Pause");
        both.flex.activities = ACTIVITIES
            .map(|one| Activity {
                sid: one.sid.into(),
                name: one.name.into(),
                available: one.available,
            })
            .to_vec();
        let reserved = ACTIVITIES[3].sid;
        both.cloud.set_activity("Reserved");
        both.input(Input::ActivitySet {
            sid: reserved.into(),
        });
        both.alike("and has it all the same").await
    })
    .await
}

#[tokio::test]
async fn a_paused_task_can_only_be_completed() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        let task = both.offer("chat", json!({}), Route::Queue).await?;
        both.act("AcceptTask", task).await?;
        let paused = |sid| Input::Paused { sid, paused: true };
        both.advance(task, Status::Paused, paused).await?;
        for action in [
            "AcceptTask",
            "RejectTask",
            "WrapupTask",
            "HoldCall",
            "HangupCall",
        ] {
            assert!(both.act(action, task).await?.is_some(), "{action}");
        }
        assert_eq!(both.act("CompleteTask", task).await?, None);
        Ok(())
    })
    .await
}
