//! Use case 9: a Case that opens slowly or never, does not exist, or may not be read.

use std::time::Duration;

use serde_json::json;

use crate::stage::{Outcome, Setting, Side, Step, World, play};

const ADAS_CASE: &str = "Espresso machine leaks";
/// How long a slow Dynamics takes.
const SLOW: Duration = Duration::from_secs(20);
/// How long the panel waits for an opening.
const OPENING: Duration = Duration::from_secs(60);

/// Dynamics misbehaves, Ada calls, and her Case has been asked for. What takes long takes as long as the test says.
async fn asked_for(world: &World, trouble: &str) -> Outcome<String> {
    world.at_rest().await?;
    for side in [Side::Dynamics, Side::Panel] {
        world.hold_clocks(side).await?;
    }
    world.make_trouble(trouble).await?;
    let ada = world.arrival("ada", "call").await?;
    let opening = Step::asks_dynamics("searchandopenrecords");
    world.until_count(&opening, 1).await?;
    Ok(ada)
}

#[tokio::test]
async fn a_case_that_takes_20_seconds_is_bound_to_its_tab_and_opened_once() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = asked_for(world, "slow").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        for side in [Side::Panel, Side::Dynamics] {
            world.time_passes(side, SLOW).await?;
        }
        world
            .dynamics_until("the Case is up", |dynamics| {
                dynamics.tab(ADAS_CASE).is_some()
            })
            .await?;
        world.row_settled(&ada).await?;
        let opened = Step::asks_dynamics("searchandopenrecords");
        assert_eq!(world.count(&opened).await?, 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_case_that_never_opens_is_shown_on_the_row_and_the_button_opens_it() -> Outcome {
    let by_search = Setting::with(json!({ "openWith": "search" }));
    play(by_search, async |world| {
        let ada = asked_for(world, "never-shows").await?;
        world.time_passes(Side::Panel, OPENING).await?;
        world
            .panel_until("the row says that no tab came", |panel| {
                panel.row(&ada).is_some_and(|row| {
                    row.problem_codes() == ["record.not-shown"]
                        && row.acts.iter().any(|act| act == "open")
                })
            })
            .await?;
        let opened = Step::asks_dynamics("searchandopenrecords");
        assert_eq!(world.count(&opened).await?, 1, "opened again unasked");
        world.press(&ada, "open").await?;
        world
            .dynamics_until("the Case is up", |dynamics| {
                dynamics.tab(ADAS_CASE).is_some()
            })
            .await?;
        world.row_settled(&ada).await?;
        world
            .journal_tells(&[opened, Step::asks_dynamics("openform")])
            .await?;
        Ok(())
    })
    .await
}

/// A search without exactly one row: the row says so, no tab opens, and the call goes on.
async fn opens_nothing(trouble: &str, code: &str) -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let tabs = world.dynamics().await?.tabs.len();
        world.make_trouble(trouble).await?;
        let ada = world.arrival("ada", "call").await?;
        let panel = world
            .panel_until("the row says what is wrong", |panel| {
                panel
                    .row(&ada)
                    .is_some_and(|row| row.problem_codes() == [code])
            })
            .await?;
        let row = panel.known_row(&ada)?;
        assert!(row.problems.iter().all(|problem| !problem.words.is_empty()));
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        assert_eq!(world.dynamics().await?.tabs.len(), tabs, "a tab was opened");
        let opened = Step::asks_dynamics("searchandopenrecords");
        assert_eq!(world.count(&opened).await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_case_that_does_not_exist_is_shown_on_the_row() -> Outcome {
    opens_nothing("not-found", "record.not-found").await
}

#[tokio::test]
async fn a_case_that_may_not_be_read_is_shown_on_the_row() -> Outcome {
    opens_nothing("not-readable", "record.refused").await
}
