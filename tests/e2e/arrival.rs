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

#[tokio::test]
async fn a_task_with_a_contact_only_opens_the_contact() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let mia = world.arrival("contact-only", "chat").await?;
        let dynamics = world
            .dynamics_until("Mia's Contact is in front", |dynamics| {
                dynamics
                    .tab("Mia van den Berg")
                    .is_some_and(|tab| tab.focused)
            })
            .await?;
        let tab = dynamics.known_tab("Mia van den Berg")?;
        world.press(&mia, "accept").await?;
        world.row_until(&mia, "accepted").await?;
        let search = Step::asks_dynamics("search").with("contactid");
        world
            .journal_tells(&[search, Step::asks_dynamics("searchandopenrecords")])
            .await?;

        // This task takes part in switching, and its tab is opened again after the agent has closed it.
        world.row_settled(&mia).await?;
        let ada = world.arrival("ada", "call").await?;
        world.select(&ada).await?;
        world
            .dynamics_until("Ada's Case is in front", |dynamics| {
                dynamics
                    .tab("Espresso machine leaks")
                    .is_some_and(|tab| tab.focused)
            })
            .await?;
        world.close_tab(&tab).await?;
        world.select(&mia).await?;
        world
            .dynamics_until("Mia's Contact is in front again", |dynamics| {
                dynamics
                    .tab("Mia van den Berg")
                    .is_some_and(|tab| tab.focused)
            })
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_stranger_without_a_record_opens_nothing_and_can_be_accepted() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let tabs = world.dynamics().await?.tabs.len();
        let stranger = world.arrival("stranger", "call").await?;
        world
            .panel_until("docked", |panel| panel.is("docked"))
            .await?;
        world.press(&stranger, "accept").await?;
        let panel = world.row_until(&stranger, "accepted").await?;
        assert!(panel.known_row(&stranger)?.problems.is_empty());
        assert_eq!(world.dynamics().await?.tabs.len(), tabs);
        assert_eq!(world.count(&Step::asks_dynamics("search")).await?, 0);
        Ok(())
    })
    .await
}
