//! Use case 3 with the real Flex: the real `StartOutboundCall`, and activities.

use serde_json::json;

use crate::agent::{play_at, play_with_flex};
use crate::event_bridge::EventBridge;
use crate::stage::{Failure, Outcome, Setting, Step};

const ADA: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120001";
const BREAK: &str = "WA00000000000000000000000000000002";

#[tokio::test]
async fn a_clicked_number_becomes_an_outbound_task_with_its_record_and_opens_nothing() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        world.open_record(ADA).await?;
        world.click_phone("telephone1").await?;
        world
            .panel_until("docked, the call rings", |panel| {
                panel.is("docked") && panel.rows.iter().any(|row| row.status == "pending")
            })
            .await?;
        world.customer_answers(cloud).await?;
        let panel = world
            .panel_until("docked, the call is on the line", |panel| {
                panel.is("docked") && panel.rows.iter().any(|row| row.status == "accepted")
            })
            .await?;
        assert!(
            panel
                .rows
                .iter()
                .all(|row| row.words.contains("Ada Whitfield")),
            "{panel:?}"
        );
        assert!(panel.notices.is_empty(), "{panel:?}");
        let asked = cloud.asked();
        let task = asked
            .first()
            .ok_or_else(|| Failure("nothing was asked".to_owned()))?;
        let attributes = &task["Attributes"];
        assert_eq!(attributes["outbound_to"], "+14155550132");
        assert_eq!(attributes["direction"], "outbound");
        assert_eq!(attributes["recordId"], ADA);
        for kind in ["search", "searchandopenrecords", "openform"] {
            assert_eq!(world.count(&Step::asks_dynamics(kind)).await?, 0, "{kind}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_call_that_flex_resolves_but_does_not_place_is_reported() -> Outcome {
    let cloud = EventBridge::open().await?;
    // The call would come to the browser, which has no microphone.
    cloud.set_contact_uri("client:agent");
    play_at(&cloud, Setting::default(), async |world| {
        let start = json!({ "destination": "+14155550132" });
        assert_eq!(
            world.invoke("StartOutboundCall", start).await?,
            None,
            "Flex resolves it"
        );
        world.open_record(ADA).await?;
        world.click_phone("telephone1").await?;
        let panel = world
            .panel_until("the panel says that no call came", |panel| {
                panel.notice_codes() == ["dial.no-task"]
            })
            .await?;
        assert!(panel.rows.is_empty(), "{panel:?}");
        assert!(cloud.asked().is_empty(), "{:?}", cloud.asked());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_activity_that_anybody_changes_is_known_on_all_sides() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        world.dock().await?;
        world.choose_activity(BREAK).await?;
        world
            .store_until("Flex takes a break, too", |flex| {
                flex.activity.as_deref() == Some("Break")
            })
            .await?;
        world.activity_until("Break").await?;
        assert_eq!(cloud.activity(), "Break");

        let offline = json!({ "activityName": "Offline" });
        assert_eq!(world.invoke("SetActivity", offline).await?, None);
        assert_eq!(cloud.activity(), "Offline");
        world.activity_until("Offline").await?;
        world.open_record(ADA).await?;
        world.click_phone("telephone1").await?;
        world
            .panel_until("the number is not dialled", |panel| {
                panel.notice_codes() == ["dial.offline"]
            })
            .await?;

        cloud.set_activity("Available");
        world.activity_until("Available").await?;
        world.click_phone("telephone1").await?;
        world
            .panel_until("the call rings at the customer's", |panel| {
                panel.rows.iter().any(|row| row.words.contains("Calling"))
            })
            .await?;
        Ok(())
    })
    .await
}
