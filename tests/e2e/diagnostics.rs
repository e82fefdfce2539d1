//! The page for support: over the panel, as a report, and a console without messages.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::stage::sights::PanelSight;
use crate::stage::{Failure, Instead, Outcome, Setting, Side, World, play};

/// Opens the page as an agent does.
async fn open(world: &World) -> Outcome {
    world.click(Side::Panel, "[data-act=diagnostics]").await?;
    page(world, true).await
}

/// Waits until the page is open or closed.
async fn page(world: &World, there: bool) -> Outcome {
    let is_there = |code: &str| code == "diagnostics";
    let hope = if there { "the page comes" } else { "it goes" };
    let shown = world.panel_until(hope, |panel| {
        panel.page.as_ref().is_some_and(|page| is_there(&page.code)) == there
    });
    shown.await.map(|_| ())
}

/// The text in this place of the page.
async fn told(world: &World, selector: &str) -> Outcome<String> {
    let script = format!("return document.querySelector({selector:?})?.textContent ?? ''");
    let told = world.run_in(Side::Panel, &script).await?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}

/// Copies the report and returns what is on the clipboard.
async fn copied(world: &World) -> Outcome<Value> {
    let listen =
        "document.addEventListener('copy', (event) => { window.copied = event.target.value; })";
    let _ = world.run_in(Side::Panel, listen).await?;
    world.click(Side::Panel, "[data-act=copy]").await?;
    let look = async || {
        world
            .run_in(Side::Panel, "return window.copied ?? null")
            .await
    };
    world
        .until_soon("it is copied", look, |text| text.is_string())
        .await?;
    report(look().await?.as_str().unwrap_or_default())
}

fn report(text: &str) -> Outcome<Value> {
    serde_json::from_str(text).map_err(|error| Failure(format!("{error} in {text}")))
}

#[tokio::test]
async fn a_call_is_in_the_log_can_be_found_copied_and_saved_and_flex_stays_loaded() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.row_settled(&ada).await?;
        let _ = world.run_in(Side::Flex, "window.untouched = true").await?;
        open(world).await?;

        assert_eq!(told(world, "[data-fact=flexUi]").await?, "simulated");
        assert_eq!(told(world, "[data-fact=cif]").await?, "9.2.0.51");
        assert_eq!(told(world, "[data-fact=defaultCountry]").await?, "USconfig.json");
        assert_eq!(told(world, "[data-fact=sessions]").await?, "shareddefault");
        let words = told(world, "[data-page=diagnostics]").await?;
        for kind in ["onmodechanged", "searchAndOpenRecords", "AcceptTask", "snapshot"] {
            assert!(words.contains(kind), "{kind} in {words}");
        }
        assert!(!words.contains("Whitfield"), "{words}");

        let search = "const field = document.querySelector('[data-filter=words]');
            field.value = 'accepttask'; field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        let _ = world.run_in(Side::Panel, search).await?;
        let found = async || told(world, "[data-entry=AcceptTask] pre").await;
        world
            .until_soon("the command alone is found", found, |entry| entry.contains(&ada))
            .await?;
        assert_eq!(told(world, "[data-entry=setMode]").await?, "");

        let masked = copied(world).await?;
        assert_eq!(masked["masked"], true);
        assert_eq!(masked["links"]["flex"]["state"], "connected");
        let customer = |report: &Value| {
            let log = report["log"].as_array().into_iter().flatten();
            let tasks = log.filter(|entry| entry["kind"] == "task");
            let mut customers = tasks.map(|entry| entry["details"]["task"]["customer"].clone());
            customers.next_back().unwrap_or_default()
        };
        assert_eq!(customer(&masked), "[name 1]");
        world.click(Side::Panel, "[data-act=personal]").await?;
        let open = copied(world).await?;
        assert_eq!((&open["masked"], customer(&open)), (&json!(false), json!("Ada Whitfield")));

        let folder = world.saves_into().await?;
        world.click(Side::Panel, "[data-act=download]").await?;
        let saved = async || World::saved_in(&folder);
        world
            .until_soon("the report is a file", saved, |text| {
                report(text).is_ok_and(|saved| saved["masked"] == false)
            })
            .await?;

        world.click(Side::Panel, "[data-act=back]").await?;
        page(world, false).await?;
        let untouched = world.run_in(Side::Flex, "return window.untouched").await?;
        assert_eq!(untouched, true);
        assert_eq!(world.panel().await?.flex.as_deref(), Some("connected"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_call_that_comes_while_the_page_is_open_is_shown_there_and_one_click_away() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let juergen = world.arrival("juergen", "chat").await?;
        world.press(&juergen, "accept").await?;
        world.row_until(&juergen, "accepted").await?;
        open(world).await?;
        world.customer("ada", "call").await?;
        world
            .click(Side::Panel, "[data-act=back-to-waiting]")
            .await?;
        page(world, false).await?;
        world
            .panel_until("both are in the list", |panel| panel.rows.len() == 2)
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_configuration_that_is_wrong_can_be_diagnosed() -> Outcome {
    play(Setting::with(json!({"arrival": "never"})), async |world| {
        world
            .panel_until("it says so", |panel| panel.page.is_some())
            .await?;
        // A panel that never started is not on screen.
        world
            .click_unseen(Side::Panel, "[data-act=diagnostics]")
            .await?;
        page(world, true).await?;
        assert_eq!(
            told(world, "[data-fact=defaultCountry]").await?,
            "USconfig.json"
        );
        assert_eq!(told(world, "[data-fact=arrival]").await?, "autodefault");
        let words = told(world, "[data-page=diagnostics]").await?;
        assert!(words.contains("keep, bring or wait"), "{words}");
        world.click_unseen(Side::Panel, "[data-act=back]").await?;
        world
            .panel_until("it says so again", |panel| {
                panel
                    .page
                    .as_ref()
                    .is_some_and(|page| page.code == "configuration")
            })
            .await?;
        Ok(())
    })
    .await
}

/// The demo's defaults are enough: both sides are on the panel's own origin.
#[tokio::test]
async fn defaults_in_force_are_shown_until_they_are_dismissed_and_can_be_diagnosed() -> Outcome {
    let setting = Setting {
        missing: Some((Side::Panel, "/config.json")),
        ..Setting::default()
    };
    play(setting, async |world| {
        let tells = |panel: &PanelSight| panel.notice_codes().contains(&"config.defaults");
        let panel = world.panel_until("it is told", tells).await?;
        let mut notices = panel.notices.iter();
        let notice = notices.find(|notice| notice.code == "config.defaults");
        let words = notice.map_or("", |notice| &notice.words);
        for part in ["config.json", "defaults", "IIS"] {
            assert!(words.contains(part), "{part} in {words}");
        }
        // The panel is docked without a task.
        world
            .click_unseen(Side::Panel, "[data-act=diagnostics]")
            .await?;
        page(world, true).await?;
        assert_eq!(
            told(world, "[data-fact='config.json']").await?,
            "404, the build's defaults are in forcebuild"
        );
        world.click_unseen(Side::Panel, "[data-act=back]").await?;
        page(world, false).await?;
        let dismiss = "[data-notice='config.defaults'] [data-act=dismiss]";
        world.click_unseen(Side::Panel, dismiss).await?;
        world
            .panel_until("it is put away", |panel| !tells(panel))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn defaults_do_not_replace_a_file_that_exists() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        for status in [
            StatusCode::GONE,
            StatusCode::FORBIDDEN,
            StatusCode::BAD_GATEWAY,
        ] {
            world.panel_origin.mend();
            let refusal = Instead::Status(status);
            world.panel_origin.answer("/config.json", refusal);
            let page = format!("{}/panel", world.panel_origin.url);
            world.visit(&page).await?;
            let hope = format!("{status} is told");
            world
                .top_window_until(&hope, |words| words.contains(status.as_str()))
                .await?;
        }
        Ok(())
    })
    .await
}

/// Keeps what the page writes to the console or leaves unhandled.
const HEAR: &str = "window.said = [];
    for (const level of ['debug', 'log', 'info', 'warn', 'error', 'trace', 'dir', 'table', 'assert']) {
        const write = console[level];
        console[level] = (...args) => { said.push(level + ': ' + args.join(' ')); write(...args); };
    }
    for (const name of ['error', 'unhandledrejection'])
        addEventListener(name, (event) => said.push(name + ': ' + (event.message ?? event.reason)));";

#[tokio::test]
async fn a_whole_call_writes_nothing_to_the_console() -> Outcome {
    let setting = Setting {
        held: Some((Side::Panel, "/config.json")),
        ..Setting::default()
    };
    play(setting, async |world| {
        world
            .panel_until("it waits for its configuration", |panel| {
                panel.page.is_some()
            })
            .await?;
        world.add_script(Side::Panel, HEAR).await?;
        world.release();
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.row_settled(&ada).await?;
        world.press(&ada, "hold").await?;
        world.press(&ada, "unhold").await?;
        world.press(&ada, "end").await?;
        world.row_until(&ada, "wrapping").await?;
        open(world).await?;
        world.click(Side::Panel, "[data-act=copy]").await?;
        world.click(Side::Panel, "[data-act=back]").await?;
        page(world, false).await?;
        world.press(&ada, "complete").await?;
        world.row_gone(&ada).await?;
        let said = "const said = window.said; console.info('heard'); return said;";
        let said = world.run_in(Side::Panel, said).await?;
        assert_eq!(said, json!(["info: heard"]));
        Ok(())
    })
    .await
}
