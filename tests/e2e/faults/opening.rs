//! The calls by which a record gets its tab.

use serde_json::{Value, json};

use super::{FAULTS, PEOPLE, adas_case_in_front, is_met, set_fault, with_ada_on_the_phone};
use crate::stage::Outcome;
use crate::stage::sights::Row;

/// What the row of a newcomer says in the end, if a call of its opening fails like this.
fn told_on_the_newcomer(call: &str, fault: &str) -> Option<&'static str> {
    match (call, fault) {
        ("search", _) => Some("record.refused"),
        ("searchAndOpenRecords" | "openForm", "text" | "map" | "throws") => Some("record.refused"),
        ("searchAndOpenRecords" | "openForm", "never") => Some("record.not-shown"),
        // A host that names no session is in another provider's.
        ("getFocusedSession", "empty") => Some("record.out-of-reach"),
        _ => None,
    }
}

/// Newcomers beside Ada's call, each with another fault: told or not needed, and brought about by `Open`.
async fn endures(config: Value, call: &str) -> Outcome {
    with_ada_on_the_phone(config, async |world, ada| {
        for (fault, person) in FAULTS.into_iter().zip(PEOPLE) {
            let tabs = world.dynamics().await?.tabs.len();
            set_fault(world, call, Some(fault)).await?;
            let sid = world.arrival(person, "chat").await?;
            is_met(world, call).await?;
            let expected = told_on_the_newcomer(call, fault);
            let hope = format!("{call} {fault}: {expected:?} is told, nothing is under way");
            let codes = |row: &Row| row.problem_codes().first().map(|code| (*code).to_owned());
            world
                .panel_until(&hope, |panel| {
                    panel.row(&sid).is_some_and(|row| {
                        codes(row).as_deref() == expected && !row.words.contains("Opening")
                    })
                })
                .await?;
            set_fault(world, call, None).await?;
            if expected == Some("record.out-of-reach") {
                world
                    .dynamics_until("it has come up all the same", |dynamics| {
                        dynamics.tabs.len() > tabs
                    })
                    .await?;
            }
            if expected.is_some() {
                world.press(&sid, "open").await?;
            }
            world.row_settled(&sid).await?;
            world.press(&sid, "decline").await?;
            world.row_gone(&sid).await?;
            world.select(ada).await?;
            adas_case_in_front(world).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_search_may_fail_in_every_way() -> Outcome {
    endures(json!({}), "search").await
}

#[tokio::test]
async fn an_opening_by_search_may_fail_in_every_way() -> Outcome {
    endures(json!({}), "searchAndOpenRecords").await
}

#[tokio::test]
async fn an_opening_by_form_may_fail_in_every_way() -> Outcome {
    endures(json!({ "openWith": "form" }), "openForm").await
}

#[tokio::test]
async fn the_session_in_front_may_be_untold_in_every_way() -> Outcome {
    endures(json!({}), "getFocusedSession").await
}

#[tokio::test]
async fn the_tab_in_front_may_be_untold_in_every_way() -> Outcome {
    endures(json!({}), "getFocusedTab").await
}

#[tokio::test]
async fn the_tabs_may_be_untold_in_every_way() -> Outcome {
    endures(json!({}), "getTabs").await
}
