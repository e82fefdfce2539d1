//! Use case 1: a task arrives.

use crate::stage::{Outcome, Setting, Step, play};

#[tokio::test]
async fn a_call_opens_its_case_docks_the_panel_and_is_listed() -> Outcome {
    play(Setting::default(), async |world| {
        world
            .panel_until("both links are up, the panel is minimized", |panel| {
                panel.is("minimized") && panel.rows.is_empty()
            })
            .await?;
        let before = world.dynamics().await?.tabs.len();

        let ada = world.arrival("ada", "call").await?;
        let panel = world
            .panel_until("docked, and Ada's call waits, selected", |panel| {
                panel.is("docked") && panel.selected() == Some(&ada)
            })
            .await?;
        let row = panel.known_row(&ada)?;
        assert_eq!(
            (row.status.as_str(), row.channel.as_str()),
            ("pending", "voice")
        );
        assert!(row.words.contains("Ada Whitfield"), "{}", row.words);
        let dynamics = world
            .dynamics_until("Ada's Case is in front, in a tab of its own", |dynamics| {
                dynamics.tabs.len() == before + 1 && dynamics.focused().is_some()
            })
            .await?;
        assert_eq!(dynamics.mode.as_deref(), Some("docked"));

        world.press(&ada, "accept").await?;
        world
            .panel_until("Ada's call is active", |panel| {
                panel.row(&ada).is_some_and(|row| row.status == "accepted")
            })
            .await?;
        world
            .journal_tells(&[
                Step::flex_tells("task").with(&ada),
                Step::asks_dynamics("search").with("incidentid"),
                Step::asks_dynamics("searchandopenrecords").with("incidentid"),
                Step::commands_flex("AcceptTask").with(&ada),
            ])
            .await?;
        Ok(())
    })
    .await
}
