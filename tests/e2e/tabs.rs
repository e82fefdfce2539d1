//! Use case 6: tabs belong to the agent. The panel closes none (R8), and opens again what it needs (R3).

use crate::stage::{Outcome, Setting, Step, play};

const ADAS_CASE: &str = "Espresso machine leaks";
/// A contact that the dashboard lists.
const LISTED: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120009";

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

#[tokio::test]
async fn in_a_full_session_the_row_says_so_and_the_case_opens_when_a_tab_is_closed() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        for tabs in 2..=10 {
            world.go_to_tab("tab-id-0").await?;
            world.open_record(LISTED).await?;
            world
                .dynamics_until("one more tab", |dynamics| dynamics.tabs.len() == tabs)
                .await?;
        }
        let ada = world.arrival("ada", "call").await?;
        world
            .panel_until("the row says that the session is full", |panel| {
                panel.row(&ada).is_some_and(|row| {
                    row.problem_codes() == ["session.full"]
                        && row.acts.iter().any(|act| act == "open")
                })
            })
            .await?;
        let opened = Step::asks_dynamics("searchandopenrecords");
        assert_eq!(world.count(&opened).await?, 0);
        world.press(&ada, "open").await?;
        world
            .until_count(&Step::asks_dynamics("openform"), 1)
            .await?;
        world
            .panel_until("Dynamics has refused it", |panel| {
                panel
                    .row(&ada)
                    .is_some_and(|row| row.problem_codes() == ["session.full"])
            })
            .await?;
        world.close_tab("tab-id-3").await?;
        world
            .dynamics_until("Ada's Case is open", |dynamics| {
                dynamics.tab(ADAS_CASE).is_some_and(|tab| tab.focused)
            })
            .await?;
        world.row_settled(&ada).await?;
        Ok(())
    })
    .await
}
