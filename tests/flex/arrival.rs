//! Use cases 1 and 7: a task arrives at any time, and is accepted or declined in the panel's list.

use serde_json::json;

use crate::agent::{accepted, play_at, play_with_flex};
use crate::event_bridge::{EventBridge, Status};
use crate::stage::{Outcome, Setting, Step};

const ADA: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120001";

#[tokio::test]
async fn a_call_opens_its_case_docks_the_panel_and_is_accepted_from_the_list() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let before = world.dynamics().await?.tabs.len();
        let ada = world.arrival("ada", "call").await?;
        world
            .panel_until("docked, and Ada's call waits, selected", |panel| {
                panel.is("docked") && panel.selected() == Some(&ada)
            })
            .await?;
        world
            .dynamics_until("Ada's Case is in front, in a tab of its own", |dynamics| {
                dynamics.tabs.len() == before + 1 && dynamics.focused().is_some()
            })
            .await?;
        assert_eq!(cloud.status(&ada), Some(Status::Pending));
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.selected_in_flex(&ada).await?;
        assert_eq!(cloud.status(&ada), Some(Status::Accepted));
        let opened = Step::asks_dynamics("searchandopenrecords").with("incidentid");
        world.journal_tells(&[opened]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_task_leaves_the_list_when_it_is_declined_or_ended_by_others() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let ada = accepted(world, "ada", "call").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        world.press(&juergen, "decline").await?;
        world.row_gone(&juergen).await?;
        assert_eq!(cloud.status(&juergen), None);

        for ending in [Status::Canceled, Status::Timeout, Status::Rescinded] {
            let sid = cloud.reserve("chat", "{\"name\": \"Jo Gray\"}");
            world.row_until(&sid, "pending").await?;
            cloud.advance(&sid, ending);
            world.row_gone(&sid).await?;
        }
        let panel = world.panel().await?;
        assert!(
            panel.is("docked") && panel.selected() == Some(&ada),
            "{panel:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tasks_that_exist_at_load_are_listed_and_their_records_open() -> Outcome {
    let cloud = EventBridge::open().await?;
    let waiting = cloud.reserve(
        "chat",
        &json!({"name": "Ada Whitfield", "contactId": ADA}).to_string(),
    );
    let going_on = cloud.reserve("voice", "{\"name\": \"Jo Gray\"}");
    cloud.advance(&going_on, Status::Accepted);
    let over = cloud.reserve("sms", "{\"name\": \"Kim Lee\"}");
    cloud.advance(&over, Status::Accepted);
    cloud.advance(&over, Status::Wrapping);
    play_at(&cloud, Setting::default(), async |world| {
        world
            .panel_until("docked, each in its status", |panel| {
                let is = |sid, status| panel.row(sid).is_some_and(|row| row.status == status);
                panel.is("docked")
                    && is(&waiting, "pending")
                    && is(&going_on, "accepted")
                    && is(&over, "wrapping")
            })
            .await?;
        world
            .dynamics_until("Ada's Contact is open", |dynamics| {
                dynamics.tab("Ada Whitfield").is_some()
            })
            .await?;
        Ok(())
    })
    .await
}
