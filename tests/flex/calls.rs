//! What is a call, and in which browser it is. The actions are real; only the Call object is a fake.

use serde_json::json;

use crate::agent::{LOADING, play_at, play_with_flex};
use crate::event_bridge::{EventBridge, Route, Status, call_sid};
use crate::stage::sights::{PanelSight, Row};
use crate::stage::{Failure, Outcome, Setting, World};
use crate::voice::{cloud_with_voice, hears_in_the_browser};

const ADA: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120001";

/// Registers a channel for callbacks, as some plugins do.
const REGISTER: &str = r#"
    const { DefaultTaskChannels, TaskChannels } = Twilio.Flex;
    const isCallback = (task) => Boolean(task.attributes.taskType);
    TaskChannels.register(DefaultTaskChannels.createDefaultTaskChannel("callback", isCallback));
"#;

/// A call is accepted in the panel's list. It is in the browser, and its conference is known.
async fn on_the_line(world: &World, cloud: &EventBridge, name: &str) -> Outcome<String> {
    let sid = cloud.reserve_as("voice", &json!({ "name": name }), Route::Queue);
    world.row_until(&sid, "pending").await?;
    world.press(&sid, "accept").await?;
    world.row_until(&sid, "accepted").await?;
    world.browser_call(&sid).await?;
    world.conference(&sid, &["customer"]).await?;
    can(world, &sid, "hold").await?;
    Ok(sid)
}

/// Waits until the row has this button.
async fn can(world: &World, sid: &str, act: &str) -> Outcome<PanelSight> {
    let hope = format!("{sid} has the button {act}");
    world
        .panel_until(&hope, |panel| {
            panel.row(sid).is_some_and(|row| has(row, act))
        })
        .await
}

fn has(row: &Row, act: &str) -> bool {
    row.acts.iter().any(|one| one == act)
}

fn only_row(panel: &PanelSight) -> Outcome<&Row> {
    let [row] = panel.rows.as_slice() else {
        return Err(Failure(format!("one row: {panel:?}")));
    };
    Ok(row)
}

#[tokio::test]
async fn hanging_up_on_one_row_does_not_cut_off_the_customer_of_another() -> Outcome {
    let cloud = cloud_with_voice().await?;
    play_at(&cloud, Setting::default(), async |world| {
        let ada = on_the_line(world, &cloud, "Ada").await?;
        let ben = on_the_line(world, &cloud, "Ben").await?;
        world.press(&ada, "end").await?;
        world.says_on_row(&ada, "task.other-call").await?;
        assert_eq!(world.call_in_browser().await?, Some(call_sid(&ben)));
        for sid in [&ada, &ben] {
            assert_eq!(cloud.status(sid), Some(Status::Accepted));
        }

        // A plugin for several calls brings the call of the selected task into the browser.
        world.press(&ben, "end").await?;
        world.row_until(&ben, "wrapping").await?;
        assert_eq!(cloud.status(&ada), Some(Status::Accepted));
        assert_eq!(world.call_in_browser().await?, None);
        Ok(())
    })
    .await
}

/// Does what a plugin for several calls does: the call of the selected task is the one in the browser.
const SEVERAL_CALLS: &str = "
    Twilio.Flex.Actions.addListener('afterSelectTask', ({ sid }) => window.voice.call(`CA${sid.slice(2)}`));
";

#[tokio::test]
async fn with_a_plugin_for_several_calls_the_selected_row_s_call_is_hung_up() -> Outcome {
    let cloud = cloud_with_voice().await?;
    play_at(&cloud, Setting::default(), async |world| {
        let ada = on_the_line(world, &cloud, "Ada").await?;
        let ben = on_the_line(world, &cloud, "Ben").await?;
        world.select(&ben).await?;
        world.selected_in_flex(&ben).await?;
        world.in_flex(SEVERAL_CALLS).await?;
        world.press(&ada, "end").await?;
        world.row_until(&ada, "wrapping").await?;
        assert_eq!(cloud.status(&ben), Some(Status::Accepted));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_callback_can_be_ended_during_a_call() -> Outcome {
    let cloud = cloud_with_voice().await?;
    play_at(&cloud, Setting::default(), async |world| {
        world.in_flex(REGISTER).await?;
        let attributes = json!({ "name": "Cleo", "taskType": "callback" });
        let callback = cloud.reserve_as("voice", &attributes, Route::Queue);
        world.row_until(&callback, "pending").await?;
        world.press(&callback, "accept").await?;
        world.row_until(&callback, "accepted").await?;
        let call = on_the_line(world, &cloud, "Ada").await?;
        let panel = world.panel().await?;
        assert!(!has(panel.known_row(&callback)?, "hold"), "{panel:?}");
        world.press(&callback, "end").await?;
        world.row_gone(&callback).await?;
        assert_eq!(
            cloud.status(&callback),
            None,
            "its channel knows no wrap-up"
        );
        assert_eq!(cloud.status(&call), Some(Status::Accepted));
        assert_eq!(world.call_in_browser().await?, Some(call_sid(&call)));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_agent_can_dial_during_a_callback_unless_flex_treats_it_as_a_call() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let attributes = json!({ "name": "Cleo", "taskType": "callback" });
        let callback = cloud.reserve_as("voice", &attributes, Route::Queue);
        world.row_until(&callback, "pending").await?;
        world.press(&callback, "accept").await?;
        world.row_until(&callback, "accepted").await?;
        world.open_record(ADA).await?;
        world.click_phone("telephone1").await?;
        let refused = |panel: &PanelSight| panel.notice_codes() == ["dial.callback"];
        world.panel_until("it says why not", refused).await?;

        world.in_flex(REGISTER).await?;
        world.click_phone("telephone1").await?;
        world
            .panel_until("the call rings", |panel| panel.rows.len() == 2)
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_outgoing_call_that_rings_does_not_wait_for_the_agent_and_can_be_cancelled() -> Outcome {
    let cloud = cloud_with_voice().await?;
    play_at(&cloud, Setting::default(), async |world| {
        hears_in_the_browser(world).await?;
        world.open_record(ADA).await?;
        world.click_phone("telephone1").await?;
        let panel = world
            .panel_until("a call that can be cancelled", |panel| {
                panel.rows.iter().any(|row| has(row, "cancel"))
            })
            .await?;
        let row = only_row(&panel)?;
        assert_eq!(row.status, "pending");
        assert!(!has(row, "accept") && !has(row, "decline"), "{row:?}");
        let sid = row.sid.clone();
        assert!(
            world.is_disabled(&sid, "cancel").await?,
            "no call is here yet"
        );
        world.browser_call(&sid).await?;
        world
            .until_done("the call can be cancelled", async || {
                match world.is_disabled(&sid, "cancel").await? {
                    true => Err(Failure("it can't".to_owned())),
                    false => Ok(()),
                }
            })
            .await?;
        assert_eq!(
            cloud.status(&sid),
            Some(Status::Pending),
            "it rings and rings"
        );
        world.press(&sid, "cancel").await?;
        world.row_gone(&sid).await?;
        assert_eq!(cloud.status(&sid), None);
        assert_eq!(world.call_in_browser().await?, None);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn ending_a_call_on_a_desk_phone_leads_to_wrap_up() -> Outcome {
    for uri in ["+15005550001", "sip:agent@phones.example"] {
        let cloud = EventBridge::open().await?;
        cloud.set_contact_uri(uri);
        play_at(&cloud, Setting::default(), async |world| {
            let sid = world.arrival("ada", "call").await?;
            world.press(&sid, "accept").await?;
            world.row_until(&sid, "accepted").await?;
            world.conference(&sid, &["customer"]).await?;
            can(world, &sid, "hold").await?;
            world.press(&sid, "end").await?;
            world.row_until(&sid, "wrapping").await?;
            assert_eq!(cloud.status(&sid), Some(Status::Wrapping));
            let panel = world.panel().await?;
            let row = panel.known_row(&sid)?;
            assert!(row.problems.is_empty(), "{row:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_call_of_a_dialler_waits_for_the_agent() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let preview = json!({
            "direction": "outbound", "outbound_to": "+14155550132", "from": "+15005550006",
        });
        let sid = cloud.reserve_as("voice", &preview, Route::Queue);
        let offered = |panel: &PanelSight| {
            let row = panel.row(&sid);
            panel.is("docked") && row.is_some_and(|row| has(row, "accept") && row.selected)
        };
        let panel = world
            .until(
                LOADING,
                "docked, selected, to be accepted",
                async || world.panel().await,
                offered,
            )
            .await?;
        let words = &panel.known_row(&sid)?.words;
        assert!(words.contains("415") && !words.contains("500"), "{words}");
        assert_eq!(cloud.status(&sid), Some(Status::Pending));
        world.press(&sid, "accept").await?;
        world.row_until(&sid, "accepted").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn three_strangers_have_different_rows() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let blank = json!({ "name": " ", "from": "+442079460321" });
        let called = json!({ "from": "+14155550143" });
        let texted = json!({ "customerAddress": "+493023125042", "channelType": "sms" });
        let strangers = [("voice", &blank), ("voice", &called), ("chat", &texted)]
            .map(|(channel, attributes)| cloud.reserve_as(channel, attributes, Route::Queue));
        let panel = world
            .panel_until("all three", |panel| panel.rows.len() == 3)
            .await?;
        for (sid, number) in strangers.iter().zip(["7946 0321", "555-0143", "23125042"]) {
            let words = &panel.known_row(sid)?.words;
            let digits = |text: &str| {
                text.chars()
                    .filter(char::is_ascii_digit)
                    .collect::<String>()
            };
            assert!(digits(words).contains(&digits(number)), "{words}");
            assert!(!words.contains("Unknown"), "{words}");
        }
        Ok(())
    })
    .await
}
