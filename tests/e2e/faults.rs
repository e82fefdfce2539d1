//! The platform misbehaves at the client library and in Flex. Every call and every command fails: the agent is told
//! and can try again, and the list works on. The panel's time limits end when the test says so (`stage::clock`).
//!
//! Each call and each command fails in one way. The calls of a test run fail in different ways, so that each way is
//! tried. With `E2E_FAULTS=all` every call and every command fails in every way: `make test-all` does that. Without a
//! browser `tests/scenarios/faults.rs` tries every way in each test run.

mod commands;
mod flex;
mod focusing;
mod mode;
mod network;
mod opening;
mod sessions;
mod start;

use std::time::Duration;

use serde_json::{Value, json};

use crate::stage::sights::PanelSight;
use crate::stage::{DynamicsSight, Outcome, Setting, Side, World, play};

const LIBRARY: &str = include_str!("faults/library.js");

const FAULTS: [&str; 7] = [
    "text", "map", "throws", "nonsense", "empty", "never", "late",
];
/// The calls that a test lets fail. Each begins with another fault than the one before it.
const CALLS: [&str; 14] = [
    "getEnvironment",
    "setClickToAct",
    "setMode",
    "search",
    "getFocusedSession",
    "searchAndOpenRecords",
    "focusTab",
    "openForm",
    "getFocusedTab",
    "getTabs",
    "createSession",
    "setSessionTitle",
    "requestFocusSession",
    "canCreateSession",
];
/// One person for each fault, with the title of their Case.
const PEOPLE: [(&str, &str); 7] = [
    ("juergen", "Invoice shows the wrong address"),
    ("oconnor", "Delivery hasn't arrived"),
    ("smith-sons", "Order of 40 grinders & filters"),
    ("amelie", "Water filter doesn't fit"),
    ("linnea", "Warranty for the milk frother"),
    ("jack", "Subscription renewed twice"),
    ("rajesh", "Question about descaling"),
];
/// How long the panel waits for a call, and for the opening of a record.
const PATIENCE: Duration = Duration::from_secs(12);
const OPENING: Duration = Duration::from_secs(60);

/// Whether each call and each command has to fail in every way, not only in one.
fn all_faults() -> bool {
    std::env::var("E2E_FAULTS").is_ok_and(|faults| faults == "all")
}

/// The faults to try with this call.
fn faults_of(call: &str) -> impl Iterator<Item = &'static str> {
    assert!(CALLS.contains(&call), "{call} is not in the list");
    let place = CALLS.iter().take_while(|it| **it != call).count();
    let count = if all_faults() { FAULTS.len() } else { 1 };
    FAULTS.into_iter().cycle().skip(place).take(count)
}

/// A panel with a wrapped library that fails like this from its first call on.
async fn wrapped(
    config: Value,
    faults: Value,
    test: impl AsyncFnOnce(&World) -> Outcome,
) -> Outcome {
    let setting = Setting {
        held: Some((Side::Dynamics, "/webresources/")),
        ..Setting::with(config)
    };
    play(setting, async |world| {
        wrap(world, faults).await?;
        test(world).await?;
        nothing_is_unhandled(world).await
    })
    .await
}

/// Wraps the library for a panel that waits for it, and then lets it load.
async fn wrap(world: &World, faults: Value) -> Outcome {
    world
        .panel_until("the panel waits for the library", |panel| {
            panel.mode.is_some()
        })
        .await?;
    for side in [Side::Dynamics, Side::Panel] {
        world.hold_clocks(side).await?;
    }
    world.add_script(Side::Panel, LIBRARY).await?;
    let faults = format!("window.faults = {faults}");
    world.run_in(Side::Panel, &faults).await?;
    world.release();
    Ok(())
}

async fn nothing_is_unhandled(world: &World) -> Outcome {
    let unhandled = world.run_in(Side::Panel, "return window.unhandled").await?;
    assert_eq!(unhandled, json!([]), "rejections that nobody handled");
    Ok(())
}

async fn set_fault(world: &World, call: &str, fault: Option<&str>) -> Outcome {
    set_fault_in(world, Side::Panel, call, fault).await
}

async fn set_fault_in(world: &World, side: Side, name: &str, fault: Option<&str>) -> Outcome {
    let fault = json!({ name: fault });
    let script = format!("window.met = {{}}; window.faults = {fault};");
    world.run_in(side, &script).await?;
    Ok(())
}

async fn is_met(world: &World, call: &str) -> Outcome {
    let script = format!("return window.met[{}] ?? 0", json!(call));
    let met = async || world.run_in(Side::Panel, &script).await;
    world
        .until_soon(&format!("{call} fails"), met, |met| met.as_u64() > Some(0))
        .await
}

/// Lets the time of a hanging call run out. Calls that don't hang are answered first.
async fn give_up(world: &World, patience: Duration) -> Outcome {
    let script = format!("return window.giveUp({})", patience.as_millis());
    let given_up = async || world.run_in(Side::Panel, &script).await;
    let hope = "nothing but what hangs is under way";
    world
        .until_soon(hope, given_up, |done| *done == json!(true))
        .await
}

/// Waits until the panel is as hoped for. The time of any call that hangs meanwhile runs out.
async fn in_the_end(
    world: &World,
    patience: Duration,
    hope: &str,
    as_hoped: impl Fn(&PanelSight) -> bool,
) -> Outcome {
    let give_up = format!("window.giveUp({})", patience.as_millis());
    let look = async || {
        world.run_in(Side::Panel, &give_up).await?;
        world.panel().await
    };
    world.until_soon(hope, look, as_hoped).await
}

/// The late answers come now, when nobody waits for them. The panel must do nothing in Dynamics because of them.
async fn late_answers_do_nothing(world: &World) -> Outcome {
    give_up(world, OPENING).await?;
    let acts = world
        .run_in(Side::Panel, "return window.answerLate()")
        .await?;
    assert_eq!(acts, json!([]), "a late answer has done something");
    Ok(())
}

/// The same, after Ada's call is accepted and her Case has its tab.
async fn with_ada_on_the_phone(
    config: Value,
    test: impl AsyncFnOnce(&World, &str) -> Outcome,
) -> Outcome {
    let mut config = config;
    config["arrival"] = json!("keep");
    wrapped(config, json!({}), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.row_settled(&ada).await?;
        test(world, &ada).await
    })
    .await
}

/// Waits until the Case is open, exactly once.
async fn case_is_up(world: &World, case: &str) -> Outcome {
    let up = |dynamics: &DynamicsSight| {
        let tabs = dynamics.tabs.iter().filter(|tab| tab.title.contains(case));
        tabs.count() == 1
    };
    world
        .dynamics_until(&format!("{case:?} is up, once"), up)
        .await?;
    Ok(())
}

async fn adas_case_in_front(world: &World) -> Outcome {
    world
        .dynamics_until("Ada's Case is in front", |dynamics| {
            dynamics
                .tab("Espresso machine leaks")
                .is_some_and(|tab| tab.focused)
        })
        .await?;
    Ok(())
}

#[tokio::test]
async fn an_unhandled_rejection_would_be_noticed() -> Outcome {
    wrapped(json!({}), json!({}), async |world| {
        world
            .add_script(Side::Panel, "Promise.reject(\"by the test\")")
            .await?;
        let unhandled = async || world.run_in(Side::Panel, "return window.unhandled").await;
        let noticed = |told: &Value| *told == json!(["by the test"]);
        world
            .until_soon("it is noticed", unhandled, noticed)
            .await?;
        world.run_in(Side::Panel, "window.unhandled = []").await?;
        Ok(())
    })
    .await
}
