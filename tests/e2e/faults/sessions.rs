//! The calls for sessions (`sessions: perTask`).

use serde_json::json;

use super::{
    PATIENCE, PEOPLE, adas_case_in_front, case_is_up, faults_of, give_up, in_the_end, is_met,
    late_answers_do_nothing, set_fault, with_ada_on_the_phone,
};
use crate::stage::{Outcome, World};

/// What the row of a new task says once its record is open, if a call for its session fails like this.
fn told_on_the_newcomer(call: &str, fault: &str) -> &'static [&'static str] {
    match (call, fault) {
        ("canCreateSession" | "createSession", _) => &["session.not-made"],
        // A host that names no session is in a session of another provider.
        ("getFocusedSession", "empty") => &["record.out-of-reach"],
        _ => &[],
    }
}

/// New tasks beside Ada's call, each with another fault. Their Cases open all the same, if needed in the session in
/// front, and the agent can go back to Ada.
async fn endures(call: &str) -> Outcome {
    with_ada_on_the_phone(json!({ "sessions": "perTask" }), async |world, ada| {
        for (fault, (person, case)) in faults_of(call).zip(PEOPLE) {
            let sid = world.arrival(person, "chat").await?;
            set_fault(world, call, Some(fault)).await?;
            world.select(&sid).await?;
            is_met(world, call).await?;
            if call != "setSessionTitle" {
                give_up(world, PATIENCE).await?;
            }
            case_is_up(world, case).await?;
            let expected = told_on_the_newcomer(call, fault);
            let hope = format!("{call} {fault}: {expected:?} is told, nothing is under way");
            in_the_end(world, PATIENCE, &hope, |panel| {
                panel.row(&sid).is_some_and(|row| {
                    row.problem_codes() == expected && !row.words.contains("Opening")
                })
            })
            .await?;
            set_fault(world, call, None).await?;
            late_answers_do_nothing(world).await?;
            back_to_ada(world, ada).await?;
            world.press(&sid, "decline").await?;
            world.row_gone(&sid).await?;
        }
        Ok(())
    })
    .await
}

/// The agent selects Ada, and goes to her session if the panel can't.
async fn back_to_ada(world: &World, ada: &str) -> Outcome {
    world.select(ada).await?;
    world
        .panel_until("Ada is selected", |panel| panel.selected() == Some(ada))
        .await?;
    world.go_to_session("Ada").await?;
    adas_case_in_front(world).await?;
    world
        .panel_until("Ada is selected, and nothing is wrong", |panel| {
            panel.selected() == Some(ada)
                && panel.row(ada).is_some_and(|row| row.problems.is_empty())
        })
        .await?;
    Ok(())
}

#[tokio::test]
async fn asking_whether_a_session_can_be_created_may_fail() -> Outcome {
    endures("canCreateSession").await
}

#[tokio::test]
async fn creating_a_session_may_fail() -> Outcome {
    endures("createSession").await
}

#[tokio::test]
async fn setting_the_title_of_a_session_may_fail() -> Outcome {
    endures("setSessionTitle").await
}

#[tokio::test]
async fn reading_the_focused_session_may_fail_with_a_session_per_task() -> Outcome {
    endures("getFocusedSession").await
}

#[tokio::test]
async fn asking_the_agent_to_go_to_a_session_may_fail() -> Outcome {
    with_ada_on_the_phone(json!({ "sessions": "perTask" }), async |world, ada| {
        let juergen = world.arrival("juergen", "chat").await?;
        world.press(&juergen, "accept").await?;
        world.row_until(&juergen, "accepted").await?;
        world.row_settled(&juergen).await?;
        for fault in faults_of("requestFocusSession") {
            set_fault(world, "requestFocusSession", Some(fault)).await?;
            world.select(ada).await?;
            is_met(world, "requestFocusSession").await?;
            let hope = format!("{fault}: Ada's row says that its session is behind");
            in_the_end(world, PATIENCE, &hope, |panel| {
                panel
                    .row(ada)
                    .is_some_and(|row| row.problem_codes() == ["session.behind"])
            })
            .await?;
            set_fault(world, "requestFocusSession", None).await?;
            late_answers_do_nothing(world).await?;
            back_to_ada(world, ada).await?;
            world.select(&juergen).await?;
            world.go_to_session("Jürgen").await?;
            world
                .panel_until("Jürgen is selected, and nothing is wrong", |panel| {
                    panel.selected() == Some(&juergen)
                        && panel.rows.iter().all(|row| row.problems.is_empty())
                })
                .await?;
        }
        Ok(())
    })
    .await
}
