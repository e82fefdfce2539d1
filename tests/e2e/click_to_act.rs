//! Use case 3: the agent clicks a phone field, and Flex dials (R6). Use case 7: what was dialled opens nothing.

use std::time::Duration;

use serde_json::{Value, json};

use crate::stage::sights::PanelSight;
use crate::stage::{Outcome, Setting, Side, Step, World, play};

/// Contacts of the demo, named by the contents of their phone fields.
const BLANKS_AND_BRACKETS: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120001";
const INTERNATIONAL: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120009";
const NATIONAL: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120004";
const NO_NUMBER: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac12000c";

const START: &str = "StartOutboundCall";
/// How long the panel waits for the task of a call that Flex has accepted.
const OUTBOUND: Duration = Duration::from_secs(20);

/// The agent opens a contact and clicks one of its phone fields.
async fn dial(world: &World, contact: &str, field: &str) -> Outcome {
    world.at_rest().await?;
    world.open_record(contact).await?;
    world.click_phone(field).await
}

/// The row of the call names the contact, and brings her tab back when the agent has gone elsewhere.
async fn comes_back(world: &World, name: &str) -> Outcome {
    let panel = world
        .panel_until("the row names the contact and has her tab", |panel| {
            let mut rows = panel.rows.iter();
            rows.all(|row| {
                row.words.contains("Contact") && row.acts.iter().all(|act| act != "open")
            })
        })
        .await?;
    let call = panel
        .rows
        .first()
        .map(|row| row.sid.clone())
        .unwrap_or_default();
    world.go_to_tab("tab-id-0").await?;
    world
        .dynamics_until("the agent is elsewhere", |dynamics| {
            dynamics.tab(name).is_some_and(|tab| !tab.focused)
        })
        .await?;
    world.select(&call).await?;
    world
        .dynamics_until("her tab is back", |dynamics| {
            dynamics.tab(name).is_some_and(|tab| tab.focused)
        })
        .await?;
    Ok(())
}

/// Dials from a contact: the call is in Flex, carries the record, and opens nothing.
async fn reaches(contact: &str, name: &str, number: &str) -> Outcome {
    play(Setting::default(), async |world| {
        dial(world, contact, "telephone1").await?;
        let panel = world
            .panel_until("docked, the outbound call is in the list", |panel| {
                panel.is("docked") && panel.rows.len() == 1
            })
            .await?;
        assert!(panel.rows.iter().all(|row| row.words.contains(name)));
        assert!(panel.rows.iter().all(|row| row.channel == "voice"));
        assert!(panel.notices.is_empty(), "{:?}", panel.notices);
        let flex = world.flex().await?;
        assert_eq!(flex.reservations.len(), 1);
        let command = Step::commands_flex(START)
            .with(&format!("\"destination\":\"{number}\""))
            .with(&format!("\"name\":\"{name}\""))
            .with(contact);
        world
            .journal_tells(&[
                Step::dynamics_tells("onclicktoact"),
                command,
                Step::flex_tells("task").with("outbound"),
            ])
            .await?;
        for kind in ["search", "searchandopenrecords", "openform"] {
            assert_eq!(world.count(&Step::asks_dynamics(kind)).await?, 0, "{kind}");
        }
        comes_back(world, name).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_number_with_blanks_and_brackets_is_dialled_with_its_record() -> Outcome {
    reaches(BLANKS_AND_BRACKETS, "Ada Whitfield", "+14155550132").await
}

#[tokio::test]
async fn an_international_number_is_dialled_as_it_is() -> Outcome {
    reaches(INTERNATIONAL, "Rajesh Iyer", "+442079460321").await
}

#[tokio::test]
async fn a_national_number_gets_the_configured_country() -> Outcome {
    reaches(NATIONAL, "Smith & Sons", "+12125550143").await
}

/// A click dials nothing: there is a notice with this code and these words, and no command to Flex.
async fn is_explained(
    config: Value,
    code: &str,
    words: &str,
    click: impl AsyncFn(&World) -> Outcome,
) -> Outcome {
    play(Setting::with(config), async |world| {
        click(world).await?;
        let panel = world
            .panel_until("docked, with a notice", |panel| {
                panel.is("docked") && panel.notice_codes() == [code]
            })
            .await?;
        let told: String = panel.notices.into_iter().map(|it| it.words).collect();
        assert!(told.contains(words), "{told}");
        assert_eq!(world.count(&Step::commands_flex(START)).await?, 0);
        world
            .click(Side::Panel, "[data-notice] [data-act='dismiss']")
            .await?;
        world
            .panel_until("the notice is put away", |panel| panel.notices.is_empty())
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_text_that_is_no_number_leads_to_an_explanation() -> Outcome {
    is_explained(json!({}), "dial.number", "no phone", async |world| {
        dial(world, NO_NUMBER, "mobilephone").await
    })
    .await
}

#[tokio::test]
async fn a_national_number_without_a_configured_country_leads_to_an_explanation() -> Outcome {
    let no_country = json!({ "defaultCountry": null });
    is_explained(no_country, "dial.number", "country", async |world| {
        dial(world, NATIONAL, "telephone1").await
    })
    .await
}

#[tokio::test]
async fn no_second_call_is_started_during_a_call() -> Outcome {
    is_explained(json!({}), "dial.call-live", "call", async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.row_settled(&ada).await?;
        world.click_phone("telephone1").await
    })
    .await
}

#[tokio::test]
async fn an_agent_who_is_offline_dials_nothing() -> Outcome {
    is_explained(json!({}), "dial.offline", "offline", async |world| {
        world.at_rest().await?;
        world.dock().await?;
        world.set_activity("Offline").await?;
        world
            .journal_tells(&[Step::flex_tells("activity").with("Offline")])
            .await?;
        world.open_record(NATIONAL).await?;
        world.click_phone("telephone1").await
    })
    .await
}

#[tokio::test]
async fn a_call_that_flex_does_not_place_is_reported_and_a_second_click_meanwhile_does_nothing()
-> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world.hold_clocks(Side::Panel).await?;
        world.make_trouble("no-call").await?;
        dial(world, NATIONAL, "telephone1").await?;
        let start = Step::commands_flex(START);
        world.until_count(&start, 1).await?;
        world.click_phone("telephone1").await?;
        world
            .until_count(&Step::dynamics_tells("onclicktoact"), 2)
            .await?;
        let later = async || {
            world.time_passes(Side::Panel, OUTBOUND).await?;
            world.panel().await
        };
        let hope = "the panel says that no call came";
        let told = |panel: &PanelSight| panel.notice_codes() == ["dial.no-task"];
        world.until_soon(hope, later, told).await?;
        assert_eq!(world.count(&start).await?, 1);
        // This was the only call that should fail.
        world.trouble_until("normal").await?;
        world.click_phone("telephone1").await?;
        world
            .panel_until("the second call is in the list", |panel| {
                panel.rows.len() == 1
            })
            .await?;
        Ok(())
    })
    .await
}
