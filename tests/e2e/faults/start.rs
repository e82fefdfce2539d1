//! The calls of the start: the host answers, handlers are added, the mode is read, click-to-act is switched on.

use serde_json::json;

use super::{PATIENCE, faults_of, in_the_end, is_met, late_answers_do_nothing, wrapped};
use crate::stage::sights::PanelSight;
use crate::stage::{Outcome, Side, World};

/// Ada's call comes, docks the panel and is accepted.
async fn the_list_works(world: &World) -> Outcome {
    let ada = world.arrival("ada", "call").await?;
    world.press(&ada, "accept").await?;
    world.row_until(&ada, "accepted").await?;
    world.row_settled(&ada).await?;
    Ok(())
}

/// Dynamics is connected, and these are the notices, in any order.
fn is_up_and_tells(panel: &PanelSight, expected: &[&str]) -> bool {
    let mut codes = panel.notice_codes();
    codes.sort_unstable();
    panel.dynamics.as_deref() == Some("connected") && codes == expected
}

#[tokio::test]
async fn a_host_that_fails_is_reported_and_asked_again() -> Outcome {
    for fault in faults_of("getEnvironment") {
        let faults = json!({
            "getEnvironment": fault, "addHandler": fault, "getMode": fault, "getClickToAct": fault,
        });
        wrapped(json!({}), faults, async |world| {
            is_met(world, "getEnvironment").await?;
            // An answer that is no environment names no other organization, and the library talks to no other host.
            if fault != "nonsense" {
                let hope = format!("{fault}: the link has failed");
                in_the_end(world, PATIENCE, &hope, |panel| {
                    panel.dynamics.as_deref() == Some("failed")
                })
                .await?;
            }
            let lift = "delete window.faults.getEnvironment";
            world.run_in(Side::Panel, lift).await?;
            // The library itself returns nothing for `addHandler`.
            let expected: &[&str] = match fault {
                "nonsense" | "empty" => &["dynamics.click-to-act"],
                _ => &["dynamics.click-to-act", "dynamics.events"],
            };
            let hope = format!("{fault}: up, {expected:?} are told");
            in_the_end(world, PATIENCE, &hope, |panel| {
                is_up_and_tells(panel, expected)
            })
            .await?;
            for call in ["addHandler", "getMode", "getClickToAct"] {
                is_met(world, call).await?;
            }
            late_answers_do_nothing(world).await?;
            the_list_works(world).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn switching_click_to_act_on_may_fail() -> Outcome {
    for fault in faults_of("setClickToAct") {
        let faults = json!({ "getClickToAct": "off", "setClickToAct": fault });
        wrapped(json!({}), faults, async |world| {
            is_met(world, "setClickToAct").await?;
            let expected: &[&str] = match fault {
                "nonsense" | "empty" => &[],
                _ => &["dynamics.click-to-act"],
            };
            let hope = format!("{fault}: up, {expected:?} is told");
            in_the_end(world, PATIENCE, &hope, |panel| {
                is_up_and_tells(panel, expected)
            })
            .await?;
            late_answers_do_nothing(world).await?;
            the_list_works(world).await
        })
        .await?;
    }
    Ok(())
}
