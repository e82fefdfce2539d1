//! One session per customer (`sessions: perTask`). The panel can't switch sessions, so the row says where to click.

use serde_json::json;

use crate::stage::{Outcome, Setting, Side, Step, play};

#[tokio::test]
async fn a_task_with_a_session_in_the_background_says_where_to_click() -> Outcome {
    play(
        Setting::with(json!({ "sessions": "perTask" })),
        async |world| {
            let ada = world.arrival("ada", "call").await?;
            world.press(&ada, "accept").await?;
            world.row_until(&ada, "accepted").await?;
            world.row_settled(&ada).await?;
            let juergen = world.arrival("juergen", "chat").await?;
            world.press(&juergen, "accept").await?;
            world.row_until(&juergen, "accepted").await?;
            world.row_settled(&juergen).await?;
            world
                .dynamics_until("Jürgen's Case is in front", |dynamics| {
                    dynamics
                        .tab("Invoice shows the wrong address")
                        .is_some_and(|tab| tab.focused)
                })
                .await?;

            world.select(&ada).await?;
            world
                .panel_until("Ada's row says that its session is behind", |panel| {
                    panel
                        .row(&ada)
                        .is_some_and(|row| row.problem_codes() == ["session.behind"])
                })
                .await?;
            let asked = Step::asks_dynamics("requestFocusSession");
            world.journal_tells(&[asked]).await?;

            world.click(Side::Dynamics, "[data-asks='true']").await?;
            world
                .panel_until("Ada is selected, and nothing is wrong", |panel| {
                    panel.selected() == Some(&ada)
                        && panel
                            .row(&ada)
                            .is_some_and(|row| row.problem_codes().is_empty())
                })
                .await?;
            world
                .dynamics_until("Ada's Case is in front", |dynamics| {
                    dynamics
                        .tab("Espresso machine leaks")
                        .is_some_and(|tab| tab.focused)
                })
                .await?;
            Ok(())
        },
    )
    .await
}
