//! Other plugins in Flex: they refuse or replace actions, or select a task that does not exist, and the bridge may be
//! released twice. Flex's own plugin manager loads them like the bridge (`page/plugins/`).

use serde_json::json;

use crate::agent::{accepted, play_with_flex, with_flex};
use crate::event_bridge::Status;
use crate::stage::sights::PanelSight;
use crate::stage::{Outcome, Setting, Side, World};

const AVAILABLE: &str = "Available";
const BREAK: &str = "WA00000000000000000000000000000002";

fn others() -> Setting {
    with_flex(json!({ "plugins": "others" }))
}

#[tokio::test]
async fn a_task_stays_waiting_if_another_plugin_aborts_or_swallows_its_acceptance() -> Outcome {
    play_with_flex(others(), async |world, cloud| {
        let ada = world.arrival("ada", "call").await?;
        world
            .run_in(Side::Flex, "refused.add('AcceptTask')")
            .await?;
        world.press(&ada, "accept").await?;
        world.says_on_row(&ada, "flex.command").await?;
        assert_eq!(cloud.status(&ada), Some(Status::Pending));

        world.run_in(Side::Flex, "refused.clear()").await?;
        swallow(world, "AcceptTask").await?;
        world.press(&ada, "accept").await?;
        swallowed(world).await?;
        let waits = |panel: &PanelSight| {
            panel.row(&ada).is_some_and(|row| {
                row.status == "pending" && row.acts.iter().any(|act| act == "accept")
            })
        };
        world
            .panel_until("waiting still, and can be accepted", waits)
            .await?;
        assert_eq!(cloud.status(&ada), Some(Status::Pending));

        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_selection_or_an_activity_that_another_plugin_prevents_is_reported_and_not_shown()
-> Outcome {
    play_with_flex(others(), async |world, cloud| {
        let ada = accepted(world, "ada", "call").await?;
        world.row_settled(&ada).await?;
        let juergen = accepted(world, "juergen", "chat").await?;
        world.row_settled(&juergen).await?;
        world.selected_in_flex(&juergen).await?;
        swallow(world, "SelectTask").await?;
        world.select(&ada).await?;
        world.says_on_row(&ada, "flex.command").await?;
        world.selected_in_list(&juergen).await?;

        world
            .run_in(Side::Flex, "refused.add('SetActivity')")
            .await?;
        world.choose_activity(BREAK).await?;
        world
            .panel_until("the refusal is told", |panel| {
                panel.notice_codes() == ["flex.command"]
            })
            .await?;
        world.activity_until(AVAILABLE).await?;
        assert_eq!(cloud.activity(), AVAILABLE);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_bridge_that_is_released_twice_runs_once() -> Outcome {
    play_with_flex(
        with_flex(json!({ "plugins": "twice" })),
        async |world, _| {
            let listeners = "const { Manager, Plugins } = Twilio.Flex;
            const { events } = Manager.getInstance();
            return [
                document.querySelectorAll('script[uuid]').length,
                ['taskRescinded', 'taskTimeout'].map((name) => events.listenerCount(name)),
            ];";
            let listeners = world.run_in(Side::Flex, listeners).await?;
            assert_eq!(
                listeners,
                json!([2, [1, 1]]),
                "two scripts, one that listens"
            );
            let ada = accepted(world, "ada", "chat").await?;
            world.selected_in_flex(&ada).await?;
            assert_eq!(world.panel().await?.rows.len(), 1);
            Ok(())
        },
    )
    .await
}

#[tokio::test]
async fn a_task_that_does_not_exist_may_be_selected_in_flex_without_harm_to_the_list() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let ada = accepted(world, "ada", "chat").await?;
        world.row_settled(&ada).await?;
        world.selected_in_flex(&ada).await?;
        // Flex resolves this. It deselects when its view finds no such task.
        assert_eq!(
            world
                .invoke("SelectTask", json!({ "sid": "WRgone" }))
                .await?,
            None
        );
        world
            .store_until("nothing is selected", |flex| {
                flex.selected.as_deref() == Some("")
            })
            .await?;
        world
            .panel_until("nothing is selected", |panel| panel.selected().is_none())
            .await?;
        world.select(&ada).await?;
        world.selected_in_flex(&ada).await?;
        world.selected_in_list(&ada).await
    })
    .await
}

/// The other plugin swallows this action once.
async fn swallow(world: &World, action: &str) -> Outcome {
    let script = format!("swallowed.add('{action}')");
    world.run_in(Side::Flex, &script).await?;
    Ok(())
}

/// Waits until it has done so.
async fn swallowed(world: &World) -> Outcome {
    let left = async || world.run_in(Side::Flex, "return swallowed.size").await;
    world.until_soon("swallowed", left, |left| *left == 0).await
}
