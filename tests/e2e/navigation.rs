//! Use case 5: going somewhere in Flex docks the panel; what is not the agent's doing does not (R7).

use crate::stage::{Outcome, Setting, Side, Step, play};

#[tokio::test]
async fn flexs_first_view_leaves_the_panel_minimized_and_navigating_docks_it() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        // A view can't be clicked in a minimized panel, but other plugins and shortcuts navigate too.
        world.navigate_in_flex("queues-stats").await?;
        world
            .panel_until("docked", |panel| panel.is("docked"))
            .await?;
        let dock = Step::asks_dynamics("setmode").with("\"value\":1");
        world
            .journal_tells(&[Step::flex_tells("view").with("queues-stats"), dock.clone()])
            .await?;
        assert_eq!(world.count(&dock).await?, 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_view_that_our_own_command_brought_does_not_dock_a_minimized_panel() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.go_to_view("queues-stats").await?;
        let away = Step::flex_tells("view").with("queues-stats");
        world.until_count(&away, 1).await?;
        let dock = Step::asks_dynamics("setmode").with("\"value\":1");
        let before = world.count(&dock).await?;
        world.select(&ada).await?;
        world
            .journal_tells(&[
                away,
                Step::commands_flex("SelectTask").with(&ada),
                Step::flex_tells("view").with("agent-desktop"),
                Step::flex_tells("reply"),
            ])
            .await?;
        world.click(Side::Panel, "[data-task]").await?;
        assert_eq!(world.count(&dock).await?, before);
        Ok(())
    })
    .await
}
