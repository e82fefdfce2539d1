//! The calls that open a record in a tab.

use serde_json::{Value, json};

use super::{
    OPENING, PATIENCE, PEOPLE, adas_case_in_front, case_is_up, faults_of, give_up, in_the_end,
    is_met, late_answers_do_nothing, set_fault, with_ada_on_the_phone,
};
use crate::stage::Outcome;

/// What the row of a new task says in the end, if a call of its opening fails like this.
fn told_on_the_newcomer(call: &str, fault: &str) -> Option<&'static str> {
    match (call, fault) {
        ("search", _) => Some("record.refused"),
        ("searchAndOpenRecords" | "openForm", "text" | "map" | "throws") => Some("record.refused"),
        ("searchAndOpenRecords" | "openForm", "never") => Some("record.not-shown"),
        // A host that names no session is in a session of another provider.
        ("getFocusedSession", "empty") => Some("record.out-of-reach"),
        _ => None,
    }
}

/// New tasks beside Ada's call, each with another fault. Each fault is reported or does not matter, and `Open` opens
/// the record.
async fn endures(config: Value, call: &str) -> Outcome {
    with_ada_on_the_phone(config, async |world, ada| {
        for (fault, (person, case)) in faults_of(call).zip(PEOPLE) {
            set_fault(world, call, Some(fault)).await?;
            let sid = world.arrival(person, "chat").await?;
            is_met(world, call).await?;
            let expected = told_on_the_newcomer(call, fault);
            let opens = matches!(call, "searchAndOpenRecords" | "openForm");
            if !opens {
                give_up(world, PATIENCE).await?;
            }
            if expected.is_none_or(|code| code == "record.out-of-reach") {
                case_is_up(world, case).await?;
            }
            let patience = if opens { OPENING } else { PATIENCE };
            let hope = format!("{call} {fault}: {expected:?} is told, nothing is under way");
            in_the_end(world, patience, &hope, |panel| {
                panel.row(&sid).is_some_and(|row| {
                    let codes = row.problem_codes();
                    codes.first().copied() == expected && !row.words.contains("Opening")
                })
            })
            .await?;
            set_fault(world, call, None).await?;
            if expected.is_some() {
                world.press(&sid, "open").await?;
            }
            world.row_settled(&sid).await?;
            // The panel can't see the tab, so the agent has opened the record a second time.
            if expected != Some("record.out-of-reach") {
                case_is_up(world, case).await?;
            }
            late_answers_do_nothing(world).await?;
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
async fn a_search_may_fail() -> Outcome {
    endures(json!({}), "search").await
}

#[tokio::test]
async fn an_opening_by_search_may_fail() -> Outcome {
    endures(json!({}), "searchAndOpenRecords").await
}

#[tokio::test]
async fn an_opening_by_form_may_fail() -> Outcome {
    endures(json!({ "openWith": "form" }), "openForm").await
}

#[tokio::test]
async fn reading_the_focused_session_may_fail() -> Outcome {
    endures(json!({}), "getFocusedSession").await
}

#[tokio::test]
async fn reading_the_focused_tab_may_fail() -> Outcome {
    endures(json!({}), "getFocusedTab").await
}

#[tokio::test]
async fn reading_the_tabs_may_fail() -> Outcome {
    endures(json!({}), "getTabs").await
}
