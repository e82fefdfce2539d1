//! Use case 5: going somewhere in Flex docks the panel; what is not the agent's doing does not (R7).

use crate::stage::{Outcome, Setting, Side, Step, play};

#[tokio::test]
async fn flexs_first_view_leaves_the_panel_minimized_and_navigating_docks_it() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        // A view can't be clicked in a minimized panel, but other plugins and shortcuts navigate too.
        world
            .click_unseen(Side::Flex, "button[data-view='queues-stats']")
            .await?;
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
async fn a_view_that_our_own_command_brings_does_not_dock_a_minimized_panel() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        world.row_settled(&juergen).await?;
        world.go_to_view("queues-stats").await?;
        let away = Step::flex_tells("view").with("queues-stats");
        world.until_count(&away, 1).await?;
        world
            .click(Side::Dynamics, "[data-act='toggle-panel']")
            .await?;
        world
            .panel_until("minimized by the agent", |panel| panel.is("minimized"))
            .await?;
        let dock = Step::asks_dynamics("setmode").with("\"value\":1");
        let before = world.count(&dock).await?;

        let row = format!("[data-task='{juergen}'] button:not([data-act])");
        world.click_unseen(Side::Panel, &row).await?;
        world
            .journal_tells(&[
                away,
                Step::commands_flex("SelectTask").with(&juergen),
                Step::flex_tells("view").with("agent-desktop"),
                Step::flex_tells("selected").with(&juergen),
                Step::flex_tells("reply"),
            ])
            .await?;
        assert_eq!(world.count(&dock).await?, before);
        assert!(world.panel().await?.is("minimized"));
        Ok(())
    })
    .await
}
