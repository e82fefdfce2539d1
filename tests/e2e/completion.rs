//! Use case 4: tasks end, and the panel minimizes only when its work is done (R5).

use crate::stage::{Outcome, Setting, Step, World, play};

/// A customer calls and is accepted in the panel. Returns the sid.
async fn accepted_call(world: &World, key: &str) -> Outcome<String> {
    let sid = world.arrival(key, "call").await?;
    world.press(&sid, "accept").await?;
    world.row_until(&sid, "accepted").await?;
    Ok(sid)
}

async fn end_and_complete(world: &World, sid: &str) -> Outcome {
    world.press(sid, "end").await?;
    world.row_until(sid, "wrapping").await?;
    world.press(sid, "complete").await?;
    world.row_gone(sid).await
}

#[tokio::test]
async fn completing_the_last_task_minimizes_the_panel() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = accepted_call(world, "ada").await?;
        end_and_complete(world, &ada).await?;
        world
            .panel_until("the panel is minimized, the list empty", |panel| {
                panel.is("minimized") && panel.rows.is_empty()
            })
            .await?;
        world
            .dynamics_until("the side panel too", |dynamics| {
                dynamics.mode.as_deref() == Some("minimized")
            })
            .await?;
        world
            .journal_tells(&[
                Step::commands_flex("HangupCall").with(&ada),
                Step::commands_flex("CompleteTask").with(&ada),
                Step::flex_tells("taskEnded").with(&ada).with("completed"),
                Step::asks_dynamics("setmode").with("\"value\":0"),
            ])
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn completing_one_of_two_tasks_leaves_the_panel_docked() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = accepted_call(world, "ada").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        end_and_complete(world, &ada).await?;
        let panel = world
            .panel_until("Jürgen's chat stays", |panel| panel.rows.len() == 1)
            .await?;
        assert!(panel.row(&juergen).is_some());
        assert!(panel.is("docked"));

        // The last task minimizes the panel. Anything that the first one caused would have come before that.
        let minimize = Step::asks_dynamics("setmode").with("\"value\":0");
        let before = world.count(&minimize).await?;
        world.press(&juergen, "accept").await?;
        world.row_until(&juergen, "accepted").await?;
        end_and_complete(world, &juergen).await?;
        world.until_count(&minimize, before + 1).await?;
        Ok(())
    })
    .await
}

/// A call ends without a conversation while another call is accepted. Its row goes, and the rest stays.
async fn comes_to_nothing(ending: &str, end: impl AsyncFn(&World, &str) -> Outcome) -> Outcome {
    play(Setting::default(), async |world| {
        let ada = accepted_call(world, "ada").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        end(world, &juergen).await?;
        world.row_gone(&juergen).await?;
        let panel = world
            .panel_until("Ada is still selected, the panel docked", |panel| {
                panel.selected() == Some(&ada) && panel.is("docked")
            })
            .await?;
        assert_eq!(panel.rows.len(), 1);
        let ended = Step::flex_tells("taskEnded").with(&juergen).with(ending);
        world.journal_tells(&[ended]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_declined_task_goes_and_the_rest_stays() -> Outcome {
    comes_to_nothing("rejected", async |world, sid| {
        world.press(sid, "decline").await
    })
    .await
}

#[tokio::test]
async fn a_task_that_its_customer_gave_up_goes_and_the_rest_stays() -> Outcome {
    comes_to_nothing("canceled", async |world, _| {
        world.customer("juergen", "leave").await
    })
    .await
}

#[tokio::test]
async fn a_panel_docked_for_a_task_that_was_never_accepted_minimizes_again() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world
            .panel_until("docked for Ada", |panel| panel.is("docked"))
            .await?;
        world.customer("ada", "leave").await?;
        world.row_gone(&ada).await?;
        world
            .panel_until("minimized again", |panel| panel.is("minimized"))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_panel_that_the_agent_has_used_stays_docked_when_a_task_is_never_accepted() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.select(&ada).await?;
        world.press(&ada, "decline").await?;
        world.row_gone(&ada).await?;
        // The next arrival needs no docking, because the panel is still docked.
        let dock = Step::asks_dynamics("setmode").with("\"value\":1");
        let before = world.count(&dock).await?;
        let juergen = world.arrival("juergen", "chat").await?;
        world
            .panel_until("Jürgen is selected in a docked panel", |panel| {
                panel.is("docked") && panel.selected() == Some(&juergen)
            })
            .await?;
        assert_eq!(world.count(&dock).await?, before);
        Ok(())
    })
    .await
}
