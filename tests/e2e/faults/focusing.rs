//! `focusTab`: the selected task's tab gets the focus back.

use serde_json::json;

use super::{FAULTS, PEOPLE, adas_case_in_front, is_met, set_fault, with_ada_on_the_phone};
use crate::stage::Outcome;

#[tokio::test]
async fn a_tab_may_fail_to_come_to_the_front_in_every_way() -> Outcome {
    with_ada_on_the_phone(json!({}), async |world, ada| {
        for (fault, person) in FAULTS.into_iter().zip(PEOPLE) {
            set_fault(world, "focusTab", Some(fault)).await?;
            let sid = world.arrival(person, "chat").await?;
            is_met(world, "focusTab").await?;
            // A host that has done it, and answers with nonsense, has done it.
            if !matches!(fault, "nonsense" | "empty") {
                world
                    .panel_until(&format!("{fault}: Ada's row says so"), |panel| {
                        panel
                            .row(ada)
                            .is_some_and(|row| row.problem_codes() == ["tab.not-focused"])
                    })
                    .await?;
            }
            set_fault(world, "focusTab", None).await?;
            world.row_settled(&sid).await?;
            world.select(ada).await?;
            adas_case_in_front(world).await?;
            world
                .panel_until("nothing is wrong with Ada's row", |panel| {
                    panel.row(ada).is_some_and(|row| row.problems.is_empty())
                })
                .await?;
            world.press(&sid, "decline").await?;
            world.row_gone(&sid).await?;
        }
        Ok(())
    })
    .await
}
