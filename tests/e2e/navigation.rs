//! Use case 5: the panel docks when the agent navigates in Flex, and not when somebody else does (R7).

use crate::stage::{Outcome, Setting, Side, Step, play};

#[tokio::test]
async fn the_first_view_of_flex_does_not_dock_the_panel_and_another_view_does() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        // A view can't be clicked in a minimized panel, but other plugins and shortcuts also navigate.
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
async fn a_view_that_the_panel_itself_asked_for_does_not_dock_it() -> Outcome {
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
