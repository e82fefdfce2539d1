//! Flex belongs to others, too: plugins that refuse or replace actions, or select what is not there.

use serde_json::json;

use crate::agent::{accepted, play_with_flex};
use crate::event_bridge::Status;
use crate::stage::{Outcome, Setting, Side};

#[tokio::test]
async fn an_acceptance_that_another_plugin_aborts_is_told_on_the_row_and_can_be_tried_again()
-> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let ada = world.arrival("ada", "call").await?;
        let abort = "window.aborts = true;
            Twilio.Flex.Actions.addListener('beforeAcceptTask', (payload, abort) => {
                if (window.aborts) abort();
            });";
        world.run_in(Side::Flex, abort).await?;
        world.press(&ada, "accept").await?;
        world.says_on_row(&ada, "flex.command").await?;
        assert_eq!(cloud.status(&ada), Some(Status::Pending));

        world.run_in(Side::Flex, "window.aborts = false").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_acceptance_that_another_plugin_swallows_leaves_the_task_waiting_in_the_list() -> Outcome
{
    play_with_flex(Setting::default(), async |world, cloud| {
        let ada = world.arrival("ada", "call").await?;
        let swallow = "Twilio.Flex.Actions.replaceAction('AcceptTask', async () => {
                window.swallowed = true;
            });";
        world.run_in(Side::Flex, swallow).await?;
        world.press(&ada, "accept").await?;
        world
            .until_soon(
                "swallowed",
                async || {
                    world
                        .run_in(Side::Flex, "return window.swallowed ?? false")
                        .await
                },
                |swallowed| swallowed == true,
            )
            .await?;
        world
            .panel_until("waiting still, and can be accepted", |panel| {
                panel.row(&ada).is_some_and(|row| {
                    row.status == "pending" && row.acts.iter().any(|act| act == "accept")
                })
            })
            .await?;
        assert_eq!(cloud.status(&ada), Some(Status::Pending));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_selection_that_another_plugin_swallows_is_not_shown_as_made() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let ada = accepted(world, "ada", "call").await?;
        world.row_settled(&ada).await?;
        let juergen = accepted(world, "juergen", "chat").await?;
        world.row_settled(&juergen).await?;
        world.selected_in_flex(&juergen).await?;
        let swallow = "Twilio.Flex.Actions.replaceAction('SelectTask', async () => {});";
        world.run_in(Side::Flex, swallow).await?;
        world.select(&ada).await?;
        world.says_on_row(&ada, "flex.command").await?;
        world.selected_in_list(&juergen).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_task_that_is_not_there_may_be_selected_in_flex_and_the_list_goes_on() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let ada = accepted(world, "ada", "chat").await?;
        world.row_settled(&ada).await?;
        world.selected_in_flex(&ada).await?;
        // Flex resolves this, and deselects when its view finds no such task.
        assert_eq!(
            world
                .invoke("SelectTask", json!({ "sid": "WRgone" }))
                .await?,
            None
        );
        world
            .store_until("nothing is selected", |flex| {
                flex.selected.as_deref() == Some("")
            })
            .await?;
        world
            .panel_until("nothing is selected", |panel| panel.selected().is_none())
            .await?;
        world.select(&ada).await?;
        world.selected_in_flex(&ada).await?;
        world.selected_in_list(&ada).await
    })
    .await
}
