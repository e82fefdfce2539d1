//! A Flex that behaves as the test says. `flex.js` stands between it and the bridge script.

use std::time::Duration;

use serde_json::{Value, json};

use crate::stage::{Outcome, Setting, Side, World, play};

const SCRIPT: &str = include_str!("flex.js");

/// How long the panel waits for a command, and then for the outbound task of a command.
pub const PATIENCE: [Duration; 2] = [Duration::from_secs(10), Duration::from_secs(20)];
/// A customer without a record, so that nothing happens in Dynamics.
pub const CUSTOMER: &str = "stranger";

/// A panel at rest with a wrapped Flex.
pub async fn with_flex_wrapped(test: impl AsyncFnOnce(&World) -> Outcome) -> Outcome {
    let setting = Setting {
        held: Some((Side::Flex, "/cif-panel-bridge.js")),
        ..Setting::default()
    };
    play(setting, async |world| {
        let loaded = "return window.Twilio?.Flex !== undefined";
        let flex = async || world.run_in(Side::Flex, loaded).await;
        let is_there = |told: &Value| *told == json!(true);
        world
            .until_soon("Flex waits for the script", flex, is_there)
            .await?;
        world.add_script(Side::Flex, SCRIPT).await?;
        for side in [Side::Dynamics, Side::Panel] {
            world.hold_clocks(side).await?;
        }
        world.release();
        world.at_rest().await?;
        test(world).await
    })
    .await
}
