//! The worker's activity in the header, and a Flex that loses its connection to Twilio.

use crate::stage::{Outcome, Setting, Step, play};

const BREAK: &str = "WA00000000000000000000000000000002";

#[tokio::test]
async fn the_activity_is_chosen_in_the_header_and_in_flex_alike() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.row_until(&ada, "pending").await?;
        world.choose_activity(BREAK).await?;
        world.activity_until("Break").await?;
        assert_eq!(world.flex().await?.activity.as_deref(), Some("Break"));
        world.set_activity("Available").await?;
        world.activity_until("Available").await?;
        let commands = world.count(&Step::commands_flex("SetActivity")).await?;
        assert_eq!(commands, 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_list_says_that_flex_reconnects_and_a_refused_activity_is_not_shown() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "chat").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.make_trouble("no-connection").await?;
        world
            .panel_until("the list says that it may be out of date", |panel| {
                panel.flex.as_deref() == Some("reconnecting")
                    && panel.words.contains("The list may be out of date.")
            })
            .await?;
        world.customer("ada", "leave").await?;
        world.choose_activity(BREAK).await?;
        world
            .panel_until("the refusal is told", |panel| {
                panel.notices.iter().any(|told| told.code == "flex.command")
            })
            .await?;
        world.activity_until("Available").await?;
        world.make_trouble("normal").await?;
        let panel = world.row_until(&ada, "wrapping").await?;
        assert_eq!(panel.flex.as_deref(), Some("connected"));
        assert!(!panel.words.contains("out of date"), "{}", panel.words);
        Ok(())
    })
    .await
}
