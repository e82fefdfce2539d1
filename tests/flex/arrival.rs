//! Use case 1: a task arrives.

use crate::agent::play_with_flex;
use crate::stage::{Outcome, Setting, Step};

#[tokio::test]
async fn a_call_opens_its_case_docks_the_panel_and_is_accepted_from_the_list() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        world.at_rest().await?;
        let before = world.dynamics().await?.tabs.len();
        let ada = world.arrival("ada", "call").await?;
        world
            .panel_until("docked, and Ada's call waits, selected", |panel| {
                panel.is("docked") && panel.selected() == Some(&ada)
            })
            .await?;
        world
            .dynamics_until("Ada's Case is in front, in a tab of its own", |dynamics| {
                dynamics.tabs.len() == before + 1 && dynamics.focused().is_some()
            })
            .await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world
            .store_until("Flex shows Ada's call", |flex| {
                flex.selected.as_deref() == Some(&ada)
            })
            .await?;
        let opened = Step::asks_dynamics("searchandopenrecords").with("incidentid");
        world.journal_tells(&[opened]).await?;
        Ok(())
    })
    .await
}
