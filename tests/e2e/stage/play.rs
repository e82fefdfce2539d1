//! Plays a test in a world.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt;

use super::failure::leave_behind;
use super::outcome::Outcome;
use super::world::{Setting, World};

/// Runs a test in a world of its own. If the test fails, saves what helps to find out why.
pub async fn play(setting: Setting, test: impl AsyncFnOnce(&World) -> Outcome) -> Outcome {
    let world = World::open(setting).await?;
    let played = AssertUnwindSafe(test(&world)).catch_unwind().await;
    let words = match &played {
        Ok(Ok(())) => None,
        Ok(Err(failure)) => Some(failure.0.clone()),
        Err(_) => Some("an assertion failed".to_owned()),
    };
    if let Some(words) = words {
        let thread = std::thread::current();
        leave_behind(&world, thread.name().unwrap_or("test"), &words).await;
    }
    let left = world.browser.leave().await;
    played.unwrap_or_else(|panic| resume_unwind(panic))?;
    left
}
