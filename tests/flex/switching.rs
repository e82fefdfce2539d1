//! Use cases 2, 5 and 6: several customers and one focus on three sides, with the task list that Flex itself renders.

use serde_json::json;

use crate::agent::{accepted, play_with_flex, with_own_list};
use crate::stage::{DynamicsSight, Outcome, Setting, Side, Step, World};

const ADAS_CASE: &str = "Espresso machine leaks";
const JUERGENS_CASE: &str = "Invoice shows the wrong address";

fn in_front(case: &str) -> impl Fn(&DynamicsSight) -> bool {
    move |dynamics| dynamics.tab(case).is_some_and(|tab| tab.focused)
}

/// Ada's call and Jürgen's chat are accepted, both Cases are open, and Jürgen's is in front.
async fn two(world: &World) -> Outcome<[String; 2]> {
    let ada = accepted(world, "ada", "call").await?;
    world.row_settled(&ada).await?;
    let juergen = accepted(world, "juergen", "chat").await?;
    world.row_settled(&juergen).await?;
    world
        .dynamics_until("Jürgen's Case is in front", in_front(JUERGENS_CASE))
        .await?;
    Ok([ada, juergen])
}

#[tokio::test]
async fn selecting_on_any_side_moves_the_other_two_sides() -> Outcome {
    play_with_flex(with_own_list(), async |world, _| {
        let [ada, juergen] = two(world).await?;

        // In the task list that Flex renders.
        world
            .click(
                Side::Flex,
                "[data-testid='task-item'][aria-label*='Ada Whitfield']",
            )
            .await?;
        world.selected_in_list(&ada).await?;
        world
            .dynamics_until("Ada's Case is in front", in_front(ADAS_CASE))
            .await?;

        // In the panel's list.
        world.select(&juergen).await?;
        world.selected_in_flex(&juergen).await?;
        world
            .dynamics_until("Jürgen's Case is in front", in_front(JUERGENS_CASE))
            .await?;

        // In Dynamics.
        let tab = world.dynamics().await?.known_tab(ADAS_CASE)?;
        world.go_to_tab(&tab).await?;
        world.selected_in_list(&ada).await?;
        world.selected_in_flex(&ada).await?;

        // And back, by the action that everything in Flex invokes.
        let settled = world
            .invoke("SelectTask", json!({ "sid": juergen }))
            .await?;
        assert_eq!(settled, None);
        world.selected_in_list(&juergen).await?;
        world
            .dynamics_until("Jürgen's Case is in front", in_front(JUERGENS_CASE))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_arrival_does_not_move_the_selection_of_a_busy_agent() -> Outcome {
    play_with_flex(Setting::opening_beside_calls(), async |world, _| {
        let ada = accepted(world, "ada", "call").await?;
        world.row_settled(&ada).await?;
        let juergen = world.arrival("juergen", "chat").await?;
        world
            .panel_until("Jürgen's record is ready", |panel| {
                panel.row(&juergen).is_some_and(|row| row.ready)
            })
            .await?;
        world
            .dynamics_until("Ada's Case has the focus back", in_front(ADAS_CASE))
            .await?;
        assert_eq!(world.store().await?.selected.as_deref(), Some(ada.as_str()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_view_docks_the_panel_and_a_selection_brings_the_desktop_back() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let [ada, _] = two(world).await?;
        world
            .click(Side::Dynamics, "[data-act='toggle-panel']")
            .await?;
        world
            .panel_until("minimized by the agent", |panel| panel.is("minimized"))
            .await?;
        let dock = Step::asks_dynamics("setmode").with("\"value\":1");
        let before = world.count(&dock).await?;
        world
            .invoke("NavigateToView", json!({ "viewName": "notes" }))
            .await?;
        world
            .panel_until("docked", |panel| panel.is("docked"))
            .await?;
        world
            .store_until("on another view", |flex| {
                flex.view.as_deref() == Some("notes")
            })
            .await?;
        assert_eq!(world.count(&dock).await?, before + 1);

        world.select(&ada).await?;
        world.selected_in_flex(&ada).await?;
        world
            .store_until("on the desktop", |flex| {
                flex.view.as_deref() == Some("agent-desktop")
            })
            .await
    })
    .await
}

#[tokio::test]
async fn a_closed_tab_is_opened_again_when_flex_selects_its_task() -> Outcome {
    play_with_flex(with_own_list(), async |world, _| {
        let [ada, _] = two(world).await?;
        let tab = world.dynamics().await?.known_tab(ADAS_CASE)?;
        world.close_tab(&tab).await?;
        world
            .dynamics_until("the tab is closed", |dynamics| {
                dynamics.tab(ADAS_CASE).is_none()
            })
            .await?;
        world
            .click(
                Side::Flex,
                "[data-testid='task-item'][aria-label*='Ada Whitfield']",
            )
            .await?;
        world.selected_in_list(&ada).await?;
        world
            .dynamics_until("Ada's Case is open again", in_front(ADAS_CASE))
            .await?;
        Ok(())
    })
    .await
}
