//! Time under the control of the test: a page's long timers (10 s or more) wait for the test, however busy the machine
//! is.

use std::time::Duration;

use super::origins::Side;
use super::outcome::Outcome;
use super::world::World;

const SCRIPT: &str = include_str!("clock.js");

impl World {
    /// From now on, long timers that this page starts stand still.
    pub async fn hold_clocks(&self, side: Side) -> Outcome {
        self.add_script(side, SCRIPT).await
    }

    /// Lets this much time pass for the timers that stand still.
    pub async fn time_passes(&self, side: Side, time: Duration) -> Outcome {
        let script = format!("window.timePasses({})", time.as_millis());
        self.run_in(side, &script).await?;
        Ok(())
    }
}
