//! Time as the test wants it: a page's long clocks (a patience of 10 s or more) wait for the test, whatever the
//! machine is busy with.

use std::time::Duration;

use super::origins::Side;
use super::world::{Outcome, World};

const SCRIPT: &str = include_str!("clock.js");

impl World {
    /// From now on, long clocks that this page starts stand still.
    pub async fn hold_clocks(&self, side: Side) -> Outcome {
        self.add_script(side, SCRIPT).await
    }

    /// So much time passes for the clocks that stand still.
    pub async fn time_passes(&self, side: Side, time: Duration) -> Outcome {
        let script = format!("window.timePasses({})", time.as_millis());
        self.run_in(side, &script).await?;
        Ok(())
    }
}
