//! A reload of Flex or of the panel during a call loses nothing.

use serde_json::{Value, json};

use crate::stage::{Outcome, Setting, Side, Step, World, play};

const ADAS_CASE: &str = "Espresso machine leaks";
const JUERGENS_CASE: &str = "Invoice shows the wrong address";

/// Ada is on the phone, and Jürgen's chat is accepted and selected. Returns both sids.
async fn busy(world: &World) -> Outcome<[String; 2]> {
    world.at_rest().await?;
    let ada = world.arrival("ada", "call").await?;
    world.press(&ada, "accept").await?;
    world.row_until(&ada, "accepted").await?;
    world.row_settled(&ada).await?;
    let juergen = world.arrival("juergen", "chat").await?;
    world.press(&juergen, "accept").await?;
    world.row_until(&juergen, "accepted").await?;
    world.row_settled(&juergen).await?;
    in_front(world, JUERGENS_CASE).await?;
    Ok([ada, juergen])
}

async fn in_front(world: &World, case: &str) -> Outcome {
    world
        .dynamics_until(&format!("{case:?} is in front"), |dynamics| {
            dynamics.tab(case).is_some_and(|tab| tab.focused)
        })
        .await?;
    Ok(())
}

/// The list, the selection and the mode are as before, each Case has been opened once, and a tab is still found.
async fn is_as_before(world: &World, sids: &[String; 2]) -> Outcome {
    is_as_before_but(world, sids, 0).await
}

/// The same, but the Cases of this many new tasks were opened as well.
async fn is_as_before_but(world: &World, sids: &[String; 2], newcomers: usize) -> Outcome {
    let [ada, juergen] = sids;
    world
        .panel_until("both rows are there, Jürgen's is selected", |panel| {
            let accepted = |sid| panel.row(sid).is_some_and(|row| row.status == "accepted");
            panel.flex.as_deref() == Some("connected")
                && panel.dynamics.as_deref() == Some("connected")
                && panel.is("docked")
                && accepted(ada)
                && accepted(juergen)
                && panel.selected() == Some(juergen)
        })
        .await?;
    world
        .flex_until("Jürgen is selected in Flex", |flex| {
            let selected = |sid: &str| {
                flex.reservations
                    .iter()
                    .any(|it| it.sid == sid && it.selected)
            };
            selected(juergen)
        })
        .await?;
    world.row_settled(ada).await?;
    world.select(ada).await?;
    in_front(world, ADAS_CASE).await?;
    let opened = world
        .count(&Step::asks_dynamics("searchandopenrecords"))
        .await?;
    assert_eq!(opened, 2 + newcomers, "a Case was opened again");
    let dynamics = world.dynamics().await?;
    for case in [ADAS_CASE, JUERGENS_CASE] {
        let tabs = dynamics.tabs.iter().filter(|tab| tab.title.contains(case));
        assert_eq!(tabs.count(), 1, "{case}");
    }
    Ok(())
}

#[tokio::test]
async fn a_reload_of_flex_during_a_call_loses_nothing() -> Outcome {
    play(Setting::default(), async |world| {
        let sids = busy(world).await?;
        world.run_in(Side::Flex, "location.reload()").await?;
        world.until_count(&Step::flex_tells("snapshot"), 2).await?;
        is_as_before(world, &sids).await
    })
    .await
}

#[tokio::test]
async fn a_reload_of_the_panel_during_a_call_loses_nothing() -> Outcome {
    play(Setting::default(), async |world| {
        let sids = busy(world).await?;
        world.run_in(Side::Panel, "location.reload()").await?;
        world.until_count(&Step::flex_tells("snapshot"), 2).await?;
        is_as_before(world, &sids).await
    })
    .await
}

#[tokio::test]
async fn a_reload_of_both_while_a_case_opens_does_not_open_it_twice() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        let opening = Step::asks_dynamics("searchandopenrecords");
        world.until_count(&opening, 1).await?;
        world.run_in(Side::Flex, "location.reload()").await?;
        world.run_in(Side::Panel, "location.reload()").await?;
        in_front(world, ADAS_CASE).await?;
        world.row_settled(&ada).await?;
        assert_eq!(world.count(&opening).await?, 1);
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_flex_frame_that_shows_another_page_is_waited_for_and_comes_back() -> Outcome {
    play(Setting::default(), async |world| {
        let sids = busy(world).await?;
        let home = world.run_in(Side::Flex, "return location.href").await?;
        world
            .run_in(Side::Flex, "location.href = \"about:blank\"")
            .await?;
        world
            .panel_until("Flex is loading, the rows stay", |panel| {
                panel.flex.as_deref() == Some("loading") && panel.rows.len() == 2
            })
            .await?;
        let come_back = format!(
            "document.querySelector(\"iframe[data-flex]\").contentWindow.location = {};",
            json!(home.as_str())
        );
        world.run_in(Side::Panel, &come_back).await?;
        world.until_count(&Step::flex_tells("snapshot"), 2).await?;
        is_as_before(world, &sids).await
    })
    .await
}

#[tokio::test]
async fn a_panel_that_was_navigated_away_comes_back_and_learns_what_happened_meanwhile() -> Outcome
{
    play(Setting::opening_beside_calls(), async |world| {
        let sids = busy(world).await?;
        let home = world.run_in(Side::Panel, "return location.href").await?;
        world.send_panel_to("about:blank").await?;
        let address = async || world.run_in(Side::Panel, "return location.href").await;
        let away = |address: &Value| *address == json!("about:blank");
        world.until_soon("it is away", address, away).await?;
        world.customer("oconnor", "text").await?;

        world
            .send_panel_to(home.as_str().unwrap_or_default())
            .await?;
        world
            .panel_until("three rows, one of them new", |panel| {
                panel.rows.len() == 3 && panel.rows.iter().any(|row| row.status == "pending")
            })
            .await?;
        world
            .dynamics_until("the newcomer's Case is up", |dynamics| {
                dynamics.tab("Delivery hasn't arrived").is_some()
            })
            .await?;
        is_as_before_but(world, &sids, 1).await
    })
    .await
}
