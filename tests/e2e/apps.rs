//! The apps of Dynamics in which the panel can be, as the demo's drawer offers them.

use std::time::Duration;

use serde_json::json;

use crate::stage::{DynamicsSight, Outcome, Setting, Side, Step, World, play};

/// Opens the panel in an app of Dynamics and waits until both links are connected.
async fn in_app(world: &World, app: &str) -> Outcome {
    world.at_rest().await?;
    world.choose_app(app).await?;
    let chosen = format!("return location.search.includes(\"app={app}\")");
    let there = async || world.run_in(Side::Dynamics, &chosen).await;
    world
        .until_soon("a fresh world", there, |there| *there == json!(true))
        .await?;
    // Beside another provider the panel keeps its mode, so the mode says nothing.
    world
        .panel_until("both links are up", |panel| {
            panel.dynamics.as_deref() == Some("connected")
                && panel.flex.as_deref() == Some("connected")
        })
        .await?;
    Ok(())
}

/// In an app: a customer calls, and their Case is open.
async fn called(world: &World, app: &str) -> Outcome<String> {
    in_app(world, app).await?;
    let ada = world.arrival("ada", "call").await?;
    world.row_settled(&ada).await?;
    Ok(ada)
}

/// How long the panel waits for an opening.
const OPENING: Duration = Duration::from_secs(60);

#[tokio::test]
async fn if_the_search_opens_nothing_the_form_opens_the_case_and_the_next_one_at_once() -> Outcome {
    play(Setting::default(), async |world| {
        in_app(world, "searchless").await?;
        world.hold_clocks(Side::Panel).await?;
        let ada = world.arrival("ada", "chat").await?;
        world
            .until_count(&Step::asks_dynamics("searchandopenrecords"), 1)
            .await?;
        assert_eq!(world.count(&Step::asks_dynamics("openform")).await?, 0);
        world.time_passes(Side::Panel, OPENING).await?;
        case_is_up(world, "Espresso machine leaks").await?;
        world.row_settled(&ada).await?;
        let juergen = world.arrival("juergen", "chat").await?;
        world
            .until_count(&Step::asks_dynamics("openform"), 2)
            .await?;
        world.row_settled(&juergen).await?;
        let searched = Step::asks_dynamics("searchandopenrecords");
        assert_eq!(world.count(&searched).await?, 1);
        Ok(())
    })
    .await
}

async fn case_is_up(world: &World, title: &str) -> Outcome {
    let up = |dynamics: &DynamicsSight| dynamics.tab(title).is_some();
    world.dynamics_until("the Case is up", up).await?;
    Ok(())
}

fn per_task() -> Setting {
    Setting::with(json!({ "sessions": "perTask" }))
}

#[tokio::test]
async fn in_omnichannel_a_case_opens_in_the_session_in_front() -> Outcome {
    play(per_task(), async |world| {
        let ada = called(world, "omnichannel").await?;
        world
            .panel_until("the row says that there is no session of its own", |panel| {
                let row = panel.row(&ada);
                row.is_some_and(|row| row.problem_codes() == ["session.not-made"])
            })
            .await?;
        case_is_up(world, "Espresso machine leaks").await?;
        let made = Step::asks_dynamics("createSession");
        assert_eq!(world.count(&made).await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn beside_another_provider_the_refused_mode_is_reported_and_the_case_opens() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = called(world, "providers").await?;
        let panel = world
            .panel_until("a notice says that the mode is refused", |panel| {
                panel.notice_codes().contains(&"mode.refused")
            })
            .await?;
        assert_eq!(panel.selected(), Some(ada.as_str()));
        case_is_up(world, "Espresso machine leaks").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_demo_says_why_the_panel_is_hidden_beside_another_provider() -> Outcome {
    play(Setting::default(), async |world| {
        in_app(world, "providers").await?;
        let hidden = |dynamics: &DynamicsSight| dynamics.hidden_by() == Some("second-panel");
        let dynamics = world
            .dynamics_until("the page says why the panel is hidden", hidden)
            .await?;
        let words = dynamics.hidden.map(|it| it.words).unwrap_or_default();
        assert!(words.contains("A session per customer"), "{words}");
        world.choose_set_up(r#"{"sessions":"perTask"}"#).await?;
        world.customer("ada", "call").await?;
        world
            .panel_until("docked in Ada's session", |panel| panel.is("docked"))
            .await?;
        world
            .dynamics_until("nothing is explained any more", |dynamics| {
                dynamics.mode.as_deref() == Some("docked") && dynamics.hidden.is_none()
            })
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_panel_follows_a_template_that_minimizes_it() -> Outcome {
    play(per_task(), async |world| {
        let ada = called(world, "template").await?;
        world
            .panel_until("minimized by the template", |panel| panel.is("minimized"))
            .await?;
        assert!(world.panel().await?.row(&ada).is_some());
        world.dock().await
    })
    .await
}
