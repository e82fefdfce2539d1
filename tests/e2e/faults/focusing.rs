//! `focusTab`: the tab of the selected task gets the focus back.

use serde_json::json;

use super::{
    PATIENCE, PEOPLE, adas_case_in_front, faults_of, in_the_end, is_met, late_answers_do_nothing,
    set_fault, with_ada_on_the_phone,
};
use crate::stage::Outcome;

#[tokio::test]
async fn a_tab_may_fail_to_come_to_the_front() -> Outcome {
    with_ada_on_the_phone(json!({}), async |world, ada| {
        for (fault, (person, _)) in faults_of("focusTab").zip(PEOPLE) {
            set_fault(world, "focusTab", Some(fault)).await?;
            let sid = world.arrival(person, "chat").await?;
            world.row_settled(&sid).await?;
            is_met(world, "focusTab").await?;
            // The host has done it, although its answer makes no sense.
            if !matches!(fault, "nonsense" | "empty") {
                let hope = format!("{fault}: Ada's row says so");
                in_the_end(world, PATIENCE, &hope, |panel| {
                    panel
                        .row(ada)
                        .is_some_and(|row| row.problem_codes() == ["tab.not-focused"])
                })
                .await?;
            }
            set_fault(world, "focusTab", None).await?;
            world.select(ada).await?;
            adas_case_in_front(world).await?;
            world
                .panel_until("nothing is wrong with Ada's row", |panel| {
                    panel.row(ada).is_some_and(|row| row.problems.is_empty())
                })
                .await?;
            late_answers_do_nothing(world).await?;
            world.press(&sid, "decline").await?;
            world.row_gone(&sid).await?;
        }
        Ok(())
    })
    .await
}
