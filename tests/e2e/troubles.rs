//! The troubles of the demo's drawer: each has a visible effect, and can be chosen again when it has happened.

use serde_json::json;

use crate::stage::sights::PanelSight;
use crate::stage::{DynamicsSight, Outcome, Setting, Side, Step, World, play};

const ADA: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120001";
const LINK: &str = "return document.querySelector('a[data-phone=telephone1]') !== null";

/// Waits until the page has loaded a new world with this in its address.
async fn fresh(world: &World, holds: &str) -> Outcome {
    let there = format!(
        "return decodeURIComponent(location.search).includes({})",
        json!(holds)
    );
    let look = async || world.run_in(Side::Dynamics, &there).await;
    world
        .until_soon("a fresh world", look, |there| *there == json!(true))
        .await
}

#[tokio::test]
async fn if_click_to_act_may_not_be_switched_on_the_panel_says_so_and_phone_fields_are_no_links()
-> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world.make_trouble("no-privilege").await?;
        fresh(world, "trouble=no-privilege").await?;
        world
            .panel_until("the refusal is told", |panel| {
                panel.notice_codes() == ["dynamics.click-to-act"]
            })
            .await?;
        world.open_record(ADA).await?;
        let words = world
            .top_window_until("the contact is on screen", |it| {
                it.contains("Business phone")
            })
            .await?;
        assert!(words.contains("+1 (415) 555-0132"), "{words}");
        assert_eq!(world.run_in(Side::Dynamics, LINK).await?, json!(false));

        world.make_trouble("normal").await?;
        world.at_rest().await?;
        world.open_record(ADA).await?;
        let link = async || world.run_in(Side::Dynamics, LINK).await;
        world
            .until_soon("the phone is a link", link, |link| *link == json!(true))
            .await?;
        assert_eq!(world.panel().await?.notice_codes(), [""; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_trouble_survives_the_choice_of_an_app_and_of_a_set_up_until_it_has_happened() -> Outcome
{
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world.make_trouble("not-found").await?;
        world.choose_app("template").await?;
        fresh(world, "app=template").await?;
        world.trouble_until("not-found").await?;
        world.choose_set_up(r#"{"popOn":"accepted"}"#).await?;
        fresh(world, "popOn").await?;
        world.trouble_until("not-found").await?;

        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world
            .panel_until("the row says that there is no such Case", |panel| {
                let row = panel.row(&ada);
                row.is_some_and(|row| row.problem_codes() == ["record.not-found"])
            })
            .await?;
        world.trouble_until("normal").await?;
        let address = world
            .run_in(Side::Dynamics, "return location.search")
            .await?;
        assert!(!address.to_string().contains("trouble"), "{address}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn flex_can_be_opened_in_another_place_again_and_again() -> Outcome {
    play(Setting::default(), async |world| {
        for _ in 0..2 {
            let flex = |state: &'static str| {
                move |panel: &PanelSight| panel.flex.as_deref() == Some(state)
            };
            world.panel_until("Flex is up", flex("connected")).await?;
            world.make_trouble("open-elsewhere").await?;
            world
                .panel_until("Flex has ended", flex("replaced"))
                .await?;
            world.trouble_until("normal").await?;
            world
                .click_unseen(Side::Flex, "[data-act='log-in']")
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_flex_without_a_connection_stays_without_one_in_another_app() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world.make_trouble("no-connection").await?;
        world.choose_app("omnichannel").await?;
        fresh(world, "app=omnichannel").await?;
        let flex =
            |state: &'static str| move |panel: &PanelSight| panel.flex.as_deref() == Some(state);
        world
            .panel_until("Flex reconnects", flex("reconnecting"))
            .await?;
        world.make_trouble("normal").await?;
        world.panel_until("Flex is back", flex("connected")).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn if_dynamics_answers_nothing_the_page_says_why_the_panel_is_hidden() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world.make_trouble("dead").await?;
        world.choose_app("template").await?;
        fresh(world, "app=template").await?;
        let hidden = |dynamics: &DynamicsSight| dynamics.hidden_by() == Some("no-answer");
        world.dynamics_until("the page says why", hidden).await?;
        world.make_trouble("normal").await?;
        world.at_rest().await?;
        assert!(world.dynamics().await?.hidden.is_none());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn only_the_next_request_gets_no_answer() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world.make_trouble("slow").await?;
        let list = "document.querySelector('select[data-trouble]')";
        let focus = format!("{list}.focus()");
        let _ = world.run_in(Side::Dynamics, &focus).await?;
        world.make_trouble("unanswered").await?;
        let focused = format!("return document.activeElement === {list}");
        let stays = world.run_in(Side::Dynamics, &focused).await?;
        assert_eq!(stays, json!(true), "the list is another one");
        let ada = world.arrival("ada", "call").await?;
        world.trouble_until("normal").await?;
        world.row_settled(&ada).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_case_opens_although_the_home_session_never_lists_its_tabs() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world.make_trouble("old-host").await?;
        let told = Step::dynamics_tells("getTabsByTagOrName");
        let before = world.count(&told).await?;
        let ada = world.arrival("ada", "call").await?;
        world.row_settled(&ada).await?;
        assert_eq!(world.count(&told).await?, before);
        let asked = Step::asks_dynamics("getTabsByTagOrName");
        assert!(world.count(&asked).await? > before);
        world.trouble_until("old-host").await
    })
    .await
}
