//! Flex first: the page puts Flex's frame in before the panel is there, and the panel takes it over as it is. It uses the
//! production build on a server with the documented headers.

use std::time::Duration;

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::loading::{explanation, file};
use crate::production::documented_headers;
use crate::stage::{Instead, Outcome, Setting, Side, World, play};
use crate::windows::follows;

/// The panel's module and its loader.
const MODULE: &str = "/flex-cif-panel-";
const FLEX: &str = "/agent-desktop";
const LIBRARY: &str = "/webresources/Widget/msdyn_ciLibrary.js";
/// How late the module is. A follower takes the lead after three quarters of a second without an answer.
const LATE: Duration = Duration::from_secs(10);

async fn in_production(
    held: Option<(Side, &'static str)>,
    test: impl AsyncFnOnce(&World) -> Outcome,
) -> Outcome {
    let setting = Setting {
        production: true,
        headers: documented_headers()?,
        held,
        ..Setting::default()
    };
    play(setting, test).await
}

/// What the page shows while the panel is not there.
#[derive(Debug, Deserialize)]
struct Sight {
    /// The panel is there.
    panel: bool,
    /// How many frames hold Flex.
    frames: usize,
    /// The frame has loaded Flex.
    loaded: bool,
}

const LOOK: &str = r#"
    const frames = document.querySelectorAll("iframe[data-flex]");
    return {
        panel: document.getElementById("app") !== null,
        frames: frames.length,
        loaded: [...frames].some((frame) => "loaded" in frame.dataset),
    };
"#;

async fn look(world: &World) -> Outcome<Sight> {
    Ok(serde_json::from_value(
        world.run_in(Side::Panel, LOOK).await?,
    )?)
}

/// Waits until the page has Flex and no panel.
async fn has_flex_first(world: &World) -> Outcome {
    let sight = async || look(world).await;
    world
        .until_soon("Flex is there, the panel is not", sight, |sight| {
            !sight.panel && sight.frames == 1 && sight.loaded
        })
        .await
}

/// Waits until a server was asked for this as often.
async fn is_asked(world: &World, side: Side, path: &str, times: usize) -> Outcome {
    let asked = async || Ok(world.asked(side, path));
    let hope = format!("{path} is asked for {times} times");
    world
        .until_soon(&hope, asked, |asked| *asked == times)
        .await
}

async fn leads(world: &World) -> Outcome {
    world
        .panel_until("this window leads, and Flex is connected", |panel| {
            panel.role.as_deref() == Some("leading")
                && panel.flex_frames == 1
                && panel.flex.as_deref() == Some("connected")
        })
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_normal_start_asks_once_for_flex_the_configuration_and_the_library() -> Outcome {
    in_production(None, async |world| {
        let panel = world.at_rest().await?;
        assert_eq!(panel.flex_frames, 1);
        for (side, path) in [
            (Side::Flex, FLEX),
            (Side::Panel, "/config.json"),
            (Side::Dynamics, LIBRARY),
        ] {
            assert_eq!(world.asked(side, path), 1, "{path}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn flex_and_the_library_are_asked_for_before_the_module_has_arrived() -> Outcome {
    in_production(Some((Side::Panel, MODULE)), async |world| {
        has_flex_first(world).await?;
        is_asked(world, Side::Dynamics, LIBRARY, 1).await?;
        let mark = "window.isTheSame = true;";
        let _ = world.run_in(Side::Flex, mark).await?;
        world.release();
        world.at_rest().await?;
        leads(world).await?;
        let same = world.run_in(Side::Flex, "return window.isTheSame").await?;
        assert_eq!(same, json!(true), "Flex was not loaded again");
        assert_eq!(world.asked(Side::Flex, FLEX), 1);
        assert_eq!(world.asked(Side::Dynamics, LIBRARY), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_two_windows_without_a_module_the_first_has_flex_and_keeps_it() -> Outcome {
    in_production(Some((Side::Panel, MODULE)), async |world| {
        let first = world.window().await?;
        has_flex_first(world).await?;
        let second = world.open_window().await?;
        is_asked(world, Side::Panel, "/config.json", 2).await?;
        world.release_after(LATE);
        follows(world).await?;
        world.go_to_window(&first).await?;
        leads(world).await?;
        world.go_to_window(&second).await?;
        follows(world).await?;
        assert_eq!(world.asked(Side::Flex, FLEX), 1);
        Ok(())
    })
    .await
}

/// Opens a second window whose module comes at once, while that of the first is held.
async fn open_quick_window(world: &World) -> Outcome<thirtyfour::WindowHandle> {
    // What was asked for before stays held.
    is_asked(world, Side::Panel, MODULE, 2).await?;
    let _ = world.panel_origin.hold("/nothing");
    let quick = world.open_empty_window().await?;
    world.leave_cache_out().await?;
    world.visit(&world.window_url()).await?;
    Ok(quick)
}

/// From now on, counts how often this window asks whether anybody leads, and how often it is answered.
const COUNT: &str = r#"
    window.asked = 0;
    window.answered = 0;
    const hearing = new BroadcastChannel(NAME);
    hearing.onmessage = ({ data }) => {
        if (data.includes("WhoLeads")) window.asked += 1;
        if (data.includes("ILead")) window.answered += 1;
    };
"#;
/// A follower takes the lead after three unanswered questions.
const QUESTIONS: i64 = 8;

#[tokio::test]
async fn a_window_whose_module_is_late_keeps_the_lead_against_one_that_asks() -> Outcome {
    in_production(Some((Side::Panel, MODULE)), async |world| {
        let first = world.window().await?;
        has_flex_first(world).await?;
        let quick = open_quick_window(world).await?;
        follows(world).await?;
        let name = format!(
            "`flex-cif-panel {} {}/agent-desktop?panelOrigin={}`",
            world.dynamics_origin.url, world.flex_origin.url, world.panel_origin.url
        );
        world
            .run_in(Side::Panel, &COUNT.replace("NAME", &name))
            .await?;
        let answered = async || world.run_in(Side::Panel, "return window.answered").await;
        world
            .until_soon(
                "its questions are answered",
                answered,
                |answered: &Value| answered.as_i64() >= Some(QUESTIONS),
            )
            .await?;
        follows(world).await?;
        assert_eq!(world.asked(Side::Flex, FLEX), 1);
        world.go_to_window(&first).await?;
        has_flex_first(world).await?;
        world.release();
        leads(world).await?;
        world.go_to_window(&quick).await?;
        follows(world).await?;
        assert_eq!(world.asked(Side::Flex, FLEX), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_window_that_is_frozen_before_its_module_comes_loses_the_lead_and_its_flex() -> Outcome {
    in_production(Some((Side::Panel, MODULE)), async |world| {
        let first = world.window().await?;
        has_flex_first(world).await?;
        let quick = open_quick_window(world).await?;
        follows(world).await?;
        world.go_to_window(&first).await?;
        world.freeze(true).await?;
        world.go_to_window(&quick).await?;
        leads(world).await?;
        world.go_to_window(&first).await?;
        world.freeze(false).await?;
        let sight = async || look(world).await;
        world
            .until_soon("Flex is gone here", sight, |sight| {
                !sight.panel && sight.frames == 0
            })
            .await?;
        world.release();
        follows(world).await?;
        world.go_to_window(&quick).await?;
        leads(world).await
    })
    .await
}

#[tokio::test]
async fn a_window_that_is_closed_before_its_module_comes_leaves_flex_to_the_next() -> Outcome {
    in_production(Some((Side::Panel, MODULE)), async |world| {
        let first = world.window().await?;
        has_flex_first(world).await?;
        let quick = open_quick_window(world).await?;
        follows(world).await?;
        world.go_to_window(&first).await?;
        world.close_window_for(&quick).await?;
        leads(world).await
    })
    .await
}

/// Where the message and Flex are, from top to bottom, and whether Flex is what a click meets there.
const PLACES: &str = r##"
    const [load, frame] = ["#load", "iframe[data-flex]"].map((css) => document.querySelector(css));
    const [above, below] = [load, frame].map((element) => element.getBoundingClientRect());
    return {
        cause: load.dataset.cause ?? null,
        words: [...load.querySelectorAll("h1, p")].map(({ textContent }) =>
            textContent.replace(/[\u2068\u2069]/g, "")),
        seen: getComputedStyle(load).visibility === "visible" && above.height > 0,
        apart: above.top >= 0 && above.bottom <= below.top && below.bottom <= innerHeight + 1,
        half: below.height >= innerHeight / 2,
        met: document.elementFromPoint(innerWidth / 2, (below.top + below.bottom) / 2) === frame,
    };
"##;

#[tokio::test]
async fn if_the_module_fails_flex_stays_usable_under_the_message() -> Outcome {
    let wasm = file(".wasm")?;
    in_production(None, async |world| {
        world.visit("about:blank").await?;
        world
            .panel_origin
            .answer(".wasm", Instead::Status(StatusCode::NOT_FOUND));
        world.empty_cache().await?;
        let before = world.asked(Side::Flex, FLEX);
        world.visit(&format!("{}/panel", world.panel_origin.url)).await?;
        let expected = json!({
            "cause": "not-served",
            "words": explanation("en", "not-served", &[("file", &wasm), ("status", "404")])?,
            "seen": true,
            "apart": true,
            "half": true,
            "met": true,
        });
        let places = async || world.run_in_top_window(PLACES).await;
        world
            .until_soon("the message above Flex", places, |places| *places == expected)
            .await?;
        // Flex goes on.
        let choose = "const [own] = document.querySelectorAll('select[data-activity]'); \
                      own.selectedIndex = 1; own.dispatchEvent(new Event('change', { bubbles: true })); \
                      return own.selectedOptions[0].label;";
        world
            .until_done("Flex can be used", async || {
                world.run_in_flex_of_top_window(choose).await.map(drop)
            })
            .await?;
        assert_eq!(world.asked(Side::Flex, FLEX), before + 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_slow_module_puts_the_message_above_flex_after_ten_seconds() -> Outcome {
    in_production(None, async |world| {
        world.visit("about:blank").await?;
        let held = world.panel_origin.hold(MODULE);
        world.visit(&format!("{}/panel", world.panel_origin.url)).await?;
        let at = |moment: u32| {
            format!(
                "const [clock] = document.getAnimations(); clock.pause(); clock.currentTime = {moment}; {PLACES}"
            )
        };
        let before = async || world.run_in_top_window(&at(9_999)).await;
        world
            .until_soon("Flex alone", before, |told| {
                told["seen"] == false && told["met"] == true && told["half"] == true
            })
            .await?;
        let after = world.run_in_top_window(&at(10_000)).await?;
        for what in ["seen", "apart", "half", "met"] {
            assert_eq!(after[what], true, "{what}: {after}");
        }
        held.release();
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_configuration_that_the_panel_refuses_has_no_flex() -> Outcome {
    let setting = Setting {
        config: json!({ "arrival": "never" }),
        production: true,
        headers: documented_headers()?,
        ..Setting::default()
    };
    play(setting, async |world| {
        world
            .panel_until("the configuration is refused, without Flex", |panel| {
                panel
                    .page
                    .as_ref()
                    .is_some_and(|page| page.code == "configuration")
                    && panel.flex_frames == 0
            })
            .await?;
        Ok(())
    })
    .await
}
