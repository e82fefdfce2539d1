//! Use case 8: Dynamics, Flex and the panel start in any order, and nothing is lost (R9).

use std::time::Duration;

use crate::stage::{Outcome, Setting, Side, Step, World, play};

const LIBRARY: &str = "/webresources/Widget/msdyn_ciLibrary.js";
const BRIDGE: &str = "/cif-panel-bridge.js";
/// How late the last one is.
const LATE: Duration = Duration::from_secs(10);

/// The end state does not depend on the order: Ada's call is listed and selected, and her Case is in front.
async fn nothing_is_lost(world: &World) -> Outcome {
    let panel = world
        .panel_until(
            "both links are up; Ada's call is selected, docked",
            |panel| {
                panel.dynamics.as_deref() == Some("connected")
                    && panel.flex.as_deref() == Some("connected")
                    && panel.is("docked")
                    && panel.selected().is_some()
            },
        )
        .await?;
    assert_eq!(panel.rows.len(), 1);
    assert!(panel.notices.is_empty(), "{:?}", panel.notices);
    world
        .dynamics_until("Ada's Case is in front", |dynamics| {
            dynamics
                .tab("Espresso machine leaks")
                .is_some_and(|tab| tab.focused)
        })
        .await?;
    let opened = Step::asks_dynamics("searchandopenrecords");
    assert_eq!(world.count(&opened).await?, 1);
    Ok(())
}

#[tokio::test]
async fn the_panel_starts_before_dynamics() -> Outcome {
    let setting = Setting {
        held: Some((Side::Dynamics, LIBRARY)),
        ..Setting::default()
    };
    play(setting, async |world| {
        world
            .panel_until("Flex is there, Dynamics is not", |panel| {
                panel.flex.as_deref() == Some("connected")
                    && panel.dynamics.as_deref() == Some("waiting")
            })
            .await?;
        world.arrival("ada", "call").await?;
        world.release_after(LATE);
        nothing_is_lost(world).await
    })
    .await
}

#[tokio::test]
async fn dynamics_starts_before_flex() -> Outcome {
    let setting = Setting {
        held: Some((Side::Flex, BRIDGE)),
        ..Setting::default()
    };
    play(setting, async |world| {
        world
            .panel_until("Dynamics is there, Flex is not", |panel| {
                panel.dynamics.as_deref() == Some("connected")
                    && panel.flex.as_deref() == Some("loading")
            })
            .await?;
        world.customer("ada", "call").await?;
        world.release_after(LATE);
        nothing_is_lost(world).await
    })
    .await
}

#[tokio::test]
async fn flex_has_a_task_before_the_panel_and_dynamics_start() -> Outcome {
    let setting = Setting {
        held: Some((Side::Panel, "/config.json")),
        ..Setting::default()
    };
    play(setting, async |world| {
        world.customer("ada", "call").await?;
        world.release_after(LATE);
        nothing_is_lost(world).await
    })
    .await
}
