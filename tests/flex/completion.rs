//! Use cases 4 and 6: tasks end, the panel minimizes when its work is done, and the tabs stay.

use serde_json::json;

use crate::agent::{accepted, play_with_flex};
use crate::event_bridge::Status;
use crate::stage::{Outcome, Setting, Step};

#[tokio::test]
async fn a_chat_is_ended_and_completed_from_the_list_and_the_panel_minimizes() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let ada = accepted(world, "ada", "chat").await?;
        world.row_settled(&ada).await?;
        let tabs = world.dynamics().await?.tabs.len();
        world.press(&ada, "end").await?;
        world.row_until(&ada, "wrapping").await?;
        assert_eq!(cloud.status(&ada), Some(Status::Wrapping));
        world.press(&ada, "complete").await?;
        world.row_gone(&ada).await?;
        world
            .panel_until("minimized, the list empty", |panel| {
                panel.is("minimized") && panel.rows.is_empty()
            })
            .await?;
        let statuses = ["accepted", "wrapping", "completed"];
        assert_eq!(
            cloud.asked(),
            statuses.map(|status| json!({ "ReservationStatus": status }))
        );
        assert_eq!(
            world.dynamics().await?.tabs.len(),
            tabs,
            "the tabs are the agent's"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_call_that_the_customer_ends_is_completed_and_another_task_keeps_the_panel_docked()
-> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let ada = accepted(world, "ada", "call").await?;
        let juergen = accepted(world, "juergen", "chat").await?;
        world.customer("ada", "leave").await?;
        world.row_until(&ada, "wrapping").await?;
        world.press(&ada, "complete").await?;
        world.row_gone(&ada).await?;
        let minimize = Step::asks_dynamics("setmode").with("\"value\":0");
        let before = world.count(&minimize).await?;
        world.press(&juergen, "end").await?;
        world.row_until(&juergen, "wrapping").await?;
        world.press(&juergen, "complete").await?;
        world.row_gone(&juergen).await?;
        world.until_count(&minimize, before + 1).await?;
        Ok(())
    })
    .await
}
