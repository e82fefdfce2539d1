//! `setMode`: an arrival docks the panel.

use serde_json::json;

use super::{
    PATIENCE, PEOPLE, faults_of, in_the_end, is_met, late_answers_do_nothing, set_fault, wrapped,
};
use crate::stage::{Outcome, Side};

#[tokio::test]
async fn the_panel_may_fail_to_dock() -> Outcome {
    wrapped(json!({}), json!({}), async |world| {
        for (fault, (person, _)) in faults_of("setMode").zip(PEOPLE) {
            world.at_rest().await?;
            set_fault(world, "setMode", Some(fault)).await?;
            let sid = world.arrival(person, "chat").await?;
            world.row_settled(&sid).await?;
            is_met(world, "setMode").await?;
            // Even if the answer is late, `onmodechanged` has shown that the mode is set.
            if !matches!(fault, "nonsense" | "empty" | "late") {
                let hope = format!("{fault}: the agent is told");
                in_the_end(world, PATIENCE, &hope, |panel| {
                    panel.notice_codes() == ["mode.refused"]
                })
                .await?;
            }
            set_fault(world, "setMode", None).await?;
            if matches!(fault, "text" | "map" | "throws" | "never") {
                world.dock().await?;
            }
            world
                .panel_until("docked", |panel| panel.is("docked"))
                .await?;
            late_answers_do_nothing(world).await?;
            world.press(&sid, "decline").await?;
            world.row_gone(&sid).await?;
            if world.dynamics().await?.mode.as_deref() == Some("docked") {
                world
                    .click(Side::Dynamics, "[data-act='toggle-panel']")
                    .await?;
            }
            let dismiss = "[data-notice] [data-act='dismiss']";
            if !world.panel().await?.notices.is_empty() {
                world.click_unseen(Side::Panel, dismiss).await?;
            }
        }
        Ok(())
    })
    .await
}
