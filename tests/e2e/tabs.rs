//! Use case 6: tabs are the agent's. The panel closes none (R8), and opens anew what it needs (R3).

use crate::stage::{Outcome, Setting, Step, play};

const ADAS_CASE: &str = "Espresso machine leaks";

#[tokio::test]
async fn a_closed_tab_is_opened_again_when_its_task_is_selected() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        let dynamics = world
            .dynamics_until("Ada's Case is open", |dynamics| {
                dynamics.tab(ADAS_CASE).is_some_and(|tab| tab.focused)
            })
            .await?;
        let tab = dynamics.known_tab(ADAS_CASE)?;
        world.row_settled(&ada).await?;
        world.close_tab(&tab).await?;
        world
            .dynamics_until("the tab is closed", |dynamics| {
                dynamics.tab(ADAS_CASE).is_none()
            })
            .await?;
        let opened = world
            .count(&Step::asks_dynamics("searchandopenrecords"))
            .await?;

        world.select(&ada).await?;
        let dynamics = world
            .dynamics_until("Ada's Case is open again", |dynamics| {
                dynamics.tab(ADAS_CASE).is_some_and(|tab| tab.focused)
            })
            .await?;
        assert_ne!(dynamics.tab(ADAS_CASE).map(|again| &again.id), Some(&tab));
        let again = world
            .count(&Step::asks_dynamics("searchandopenrecords"))
            .await?;
        assert_eq!(again, opened + 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_tab_stays_when_its_task_is_completed() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world
            .dynamics_until("Ada's Case is open", |dynamics| {
                dynamics.tab(ADAS_CASE).is_some()
            })
            .await?;
        world.press(&ada, "end").await?;
        world.row_until(&ada, "wrapping").await?;
        world.press(&ada, "complete").await?;
        world
            .panel_until("the panel is minimized", |panel| panel.is("minimized"))
            .await?;
        assert!(world.dynamics().await?.tab(ADAS_CASE).is_some());
        let asked_to_close = |kind: &str| kind.to_lowercase().contains("closetab");
        let journal = world.journal().await?;
        assert!(!journal.iter().any(|message| asked_to_close(&message.kind)));
        Ok(())
    })
    .await
}
