//! Waiting: a test looks again and again until something is there or its time is over.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use super::journal::{Message, Step, first_missing};
use super::origins::Side;
use super::outcome::{Failure, Outcome};
use super::sights::{DynamicsSight, FlexSight, PanelSight, Row};
use super::world::World;

/// How long a test waits, on a busy machine, for what should come at once.
const SOON: Duration = Duration::from_secs(30);
/// The pause between the first two looks. Each further pause is half as long again, up to a limit.
const PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);

impl World {
    /// Looks until the sight is as hoped for. The error contains the last sight.
    pub async fn until<T: Debug>(
        &self,
        within: Duration,
        hope: &str,
        look: impl AsyncFn() -> Outcome<T>,
        as_hoped: impl Fn(&T) -> bool,
    ) -> Outcome<T> {
        let deadline = Instant::now() + within;
        let mut pause = PAUSE;
        loop {
            let sight = look().await;
            match sight {
                Ok(sight) if as_hoped(&sight) => return Ok(sight),
                sight if Instant::now() > deadline => {
                    return Err(Failure(format!("in vain: {hope}\nlast seen: {sight:#?}")));
                }
                _ => tokio::time::sleep(pause).await,
            }
            pause = LONGEST_PAUSE.min(pause * 3 / 2);
        }
    }

    /// The same for what should come at once.
    pub async fn until_soon<T: Debug>(
        &self,
        hope: &str,
        look: impl AsyncFn() -> Outcome<T>,
        as_hoped: impl Fn(&T) -> bool,
    ) -> Outcome {
        self.until(SOON, hope, look, as_hoped).await?;
        Ok(())
    }

    /// Tries until it works.
    pub async fn until_done(&self, what: &str, attempt: impl AsyncFn() -> Outcome) -> Outcome {
        self.until(SOON, what, attempt, |()| true).await
    }

    /// Waits until the panel is as hoped for.
    pub async fn panel_until(
        &self,
        hope: &str,
        as_hoped: impl Fn(&PanelSight) -> bool,
    ) -> Outcome<PanelSight> {
        self.until(SOON, hope, async || self.panel().await, as_hoped)
            .await
    }

    /// Waits until the Dynamics window is as hoped for.
    pub async fn dynamics_until(
        &self,
        hope: &str,
        as_hoped: impl Fn(&DynamicsSight) -> bool,
    ) -> Outcome<DynamicsSight> {
        self.until(SOON, hope, async || self.dynamics().await, as_hoped)
            .await
    }

    /// Waits until this trouble is chosen.
    pub async fn trouble_until(&self, trouble: &str) -> Outcome {
        let hope = format!("what goes wrong is {trouble}");
        self.dynamics_until(&hope, |it| it.trouble.as_deref() == Some(trouble))
            .await?;
        Ok(())
    }

    /// Waits until the agent desktop is as hoped for.
    pub async fn flex_until(
        &self,
        hope: &str,
        as_hoped: impl Fn(&FlexSight) -> bool,
    ) -> Outcome<FlexSight> {
        self.until(SOON, hope, async || self.flex().await, as_hoped)
            .await
    }

    /// Waits until the journal has these steps, in this order, with other messages between them.
    pub async fn journal_tells(&self, steps: &[Step]) -> Outcome<Vec<Message>> {
        let journal = async || self.journal().await;
        let told = |messages: &Vec<Message>| first_missing(steps, messages).is_none();
        self.until(
            SOON,
            &format!("the journal tells {steps:#?}"),
            journal,
            told,
        )
        .await
    }

    /// Waits until both links are connected and there is nothing to do: the panel is minimized.
    pub async fn at_rest(&self) -> Outcome<PanelSight> {
        self.panel_until("both links are up, the panel is minimized", |panel| {
            let up = Some("connected");
            panel.dynamics.as_deref() == up && panel.flex.as_deref() == up && panel.is("minimized")
        })
        .await
    }

    /// Waits until the row of a task has this status.
    pub async fn row_until(&self, sid: &str, status: &str) -> Outcome<PanelSight> {
        self.panel_until(&format!("{sid} is {status}"), |panel| {
            panel.row(sid).is_some_and(|row| row.status == status)
        })
        .await
    }

    /// Waits until the header shows this activity.
    pub async fn activity_until(&self, name: &str) -> Outcome<PanelSight> {
        self.panel_until(&format!("the activity is {name}"), |panel| {
            panel.activity.as_deref() == Some(name)
        })
        .await
    }

    /// Waits until the record of a task has its tab: its row neither says that it opens nor offers to open it.
    pub async fn row_settled(&self, sid: &str) -> Outcome<PanelSight> {
        self.panel_until(&format!("{sid} has its tab"), |panel| {
            let settled = |row: &Row| {
                !row.words.contains("Opening") && !row.acts.iter().any(|act| act == "open")
            };
            panel.row(sid).is_some_and(settled)
        })
        .await
    }

    /// Waits until the task is no longer in the list.
    pub async fn row_gone(&self, sid: &str) -> Outcome {
        self.panel_until(&format!("{sid} has gone"), |panel| panel.row(sid).is_none())
            .await?;
        Ok(())
    }

    /// Waits until the journal has this many messages that fit a step.
    pub async fn until_count(&self, step: &Step, count: usize) -> Outcome {
        let counted = async || self.count(step).await;
        self.until(SOON, &format!("{count} times {step:?}"), counted, |told| {
            *told == count
        })
        .await?;
        Ok(())
    }

    /// How many messages of the journal fit a step.
    pub async fn count(&self, step: &Step) -> Outcome<usize> {
        let messages = self.journal().await?;
        Ok(messages.iter().filter(|message| step.fits(message)).count())
    }

    /// Waits until the words of the top window are as hoped for.
    pub async fn top_window_until(
        &self,
        hope: &str,
        as_hoped: impl Fn(&String) -> bool,
    ) -> Outcome<String> {
        let words = async || {
            self.read(Side::Dynamics, "return document.body.innerText")
                .await
        };
        self.until(SOON, hope, words, as_hoped).await
    }
}
