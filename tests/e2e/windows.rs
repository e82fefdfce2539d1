//! Several windows of one agent: one leads and has Flex, the others show its list and act through it.

use crate::stage::{Outcome, Setting, Side, World, play};

/// Waits until the window in front leads.
async fn leads(world: &World) -> Outcome {
    world
        .panel_until("this window leads, with Flex", |panel| {
            panel.role.as_deref() == Some("leading") && panel.flex_frames == 1
        })
        .await?;
    Ok(())
}

/// Waits until the window in front follows.
pub async fn follows(world: &World) -> Outcome {
    world
        .panel_until("this window follows, without Flex", |panel| {
            panel.role.as_deref() == Some("following") && panel.flex_frames == 0
        })
        .await?;
    Ok(())
}

#[tokio::test]
async fn the_second_window_shows_the_list_of_the_first_and_acts_on_it() -> Outcome {
    play(Setting::default(), async |world| {
        let first = world.window().await?;
        leads(world).await?;
        let ada = world.arrival("ada", "chat").await?;
        world.row_settled(&ada).await?;
        let second = world.open_window().await?;
        follows(world).await?;
        let panel = world
            .panel_until("on screen, with the first window's list", |panel| {
                panel.is("docked") && panel.row(&ada).is_some()
            })
            .await?;
        assert!(panel.words.contains("Flex runs in another window"));

        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        let dynamics = world.dynamics().await?;
        assert!(dynamics.tab("Espresso").is_none(), "{dynamics:?}");
        world.go_to_window(&first).await?;
        world.row_until(&ada, "accepted").await?;
        leads(world).await?;
        world.go_to_window(&second).await?;
        follows(world).await
    })
    .await
}

#[tokio::test]
async fn work_here_moves_flex_but_not_during_a_call() -> Outcome {
    play(Setting::default(), async |world| {
        let first = world.window().await?;
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        let second = world.open_window().await?;
        follows(world).await?;

        world.click(Side::Panel, "[data-act='work-here']").await?;
        world
            .panel_until("refused, in words", |panel| {
                panel.notice_codes() == ["window.call-live"]
            })
            .await?;
        follows(world).await?;

        world.press(&ada, "end").await?;
        world.row_until(&ada, "wrapping").await?;
        world.click(Side::Panel, "[data-act='work-here']").await?;
        leads(world).await?;
        world.go_to_window(&first).await?;
        follows(world).await?;
        world.go_to_window(&second).await?;
        leads(world).await
    })
    .await
}

#[tokio::test]
async fn when_the_first_window_closes_the_second_leads() -> Outcome {
    play(Setting::default(), async |world| {
        let first = world.window().await?;
        leads(world).await?;
        let second = world.open_window().await?;
        follows(world).await?;
        world.go_to_window(&first).await?;
        world.close_window_for(&second).await?;
        leads(world).await
    })
    .await
}

/// From now on, counts how often this window asks whether anybody leads.
const COUNT_QUESTIONS: &str = r#"
    window.questions = 0;
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (letter) {
        if (letter.includes("WhoLeads")) window.questions += 1;
        post.call(this, letter);
    };
"#;
/// A follower asks four times a second, and takes the lead after three unanswered questions.
const QUESTIONS: u64 = 4;

#[tokio::test]
async fn a_frozen_leader_is_replaced_within_a_second_and_gives_up_flex_when_it_thaws() -> Outcome {
    freezes(async |_| Ok(())).await
}

#[tokio::test]
async fn a_frozen_leader_is_replaced_as_quickly_during_a_call() -> Outcome {
    freezes(async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        Ok(())
    })
    .await
}

/// Freezes the leader during this work.
async fn freezes(at_work: impl AsyncFn(&World) -> Outcome) -> Outcome {
    play(Setting::default(), async |world| {
        let first = world.window().await?;
        leads(world).await?;
        at_work(world).await?;
        let second = world.open_window().await?;
        follows(world).await?;

        world.go_to_window(&first).await?;
        world.freeze(true).await?;
        world.go_to_window(&second).await?;
        world.run_in(Side::Panel, COUNT_QUESTIONS).await?;
        leads(world).await?;
        let questions = world.run_in(Side::Panel, "return window.questions").await?;
        assert!(questions.as_u64() <= Some(QUESTIONS), "{questions}");
        world
            .panel_until("Flex is up in it", |panel| {
                panel.flex.as_deref() == Some("connected")
            })
            .await?;

        world.go_to_window(&first).await?;
        world.freeze(false).await?;
        follows(world).await?;
        world.go_to_window(&second).await?;
        leads(world).await
    })
    .await
}
