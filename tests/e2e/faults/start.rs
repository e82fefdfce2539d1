//! The calls of the start: the host proves itself, handlers are added, the mode is read, click-to-act is switched on.

use serde_json::json;

use super::{FAULTS, is_met, wrapped};
use crate::stage::{Outcome, Side, World};

/// Ada's call comes, docks the panel and is accepted.
async fn the_list_works(world: &World) -> Outcome {
    let ada = world.arrival("ada", "call").await?;
    world.press(&ada, "accept").await?;
    world.row_until(&ada, "accepted").await?;
    world.row_settled(&ada).await?;
    Ok(())
}

#[tokio::test]
async fn a_host_that_fails_in_every_way_is_told_and_asked_again() -> Outcome {
    for fault in FAULTS {
        let faults = json!({
            "getEnvironment": fault, "addHandler": fault, "getMode": fault, "getClickToAct": fault,
        });
        wrapped(json!({}), faults, async |world| {
            is_met(world, "getEnvironment").await?;
            // What is no environment tells no other organization, and the library speaks to nobody else.
            if fault != "nonsense" {
                world
                    .panel_until(&format!("{fault}: the link has failed"), |panel| {
                        panel.dynamics.as_deref() == Some("failed")
                    })
                    .await?;
            }
            let lift = "delete window.faults.getEnvironment";
            world.run_in(Side::Panel, lift).await?;
            world
                .panel_until(&format!("{fault}: up, click-to-act is told"), |panel| {
                    panel.dynamics.as_deref() == Some("connected")
                        && panel.notice_codes() == ["dynamics.click-to-act"]
                })
                .await?;
            for call in ["addHandler", "getMode", "getClickToAct"] {
                is_met(world, call).await?;
            }
            the_list_works(world).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn click_to_act_may_fail_to_be_switched_on_in_every_way() -> Outcome {
    for fault in FAULTS {
        wrapped(
            json!({}),
            json!({ "getClickToAct": "off", "setClickToAct": fault }),
            async |world| {
                is_met(world, "setClickToAct").await?;
                if !matches!(fault, "nonsense" | "empty") {
                    world
                        .panel_until(&format!("{fault}: the agent is told"), |panel| {
                            panel.notice_codes() == ["dynamics.click-to-act"]
                        })
                        .await?;
                }
                the_list_works(world).await
            },
        )
        .await?;
    }
    Ok(())
}
