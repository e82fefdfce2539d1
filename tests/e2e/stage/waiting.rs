//! Waiting for what should come: look again and again, until it is there or its time is over.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use super::journal::{Message, Step, first_missing};
use super::origins::Side;
use super::sights::{DynamicsSight, FlexSight, PanelSight, Row};
use super::world::{Failure, Outcome, World};

/// How long a test waits for what should come at once, on a machine that is busy.
const SOON: Duration = Duration::from_secs(30);
/// From the first look to the second; every further pause is half as long again, up to the longest.
const PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);

impl World {
    /// Looks until the sight is as hoped for; the last sight goes into the error.
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

    /// The same, for what should come at once.
    pub async fn until_soon<T: Debug>(
        &self,
        hope: &str,
        look: impl AsyncFn() -> Outcome<T>,
        as_hoped: impl Fn(&T) -> bool,
    ) -> Outcome {
        self.until(SOON, hope, look, as_hoped).await?;
        Ok(())
    }

    /// Tries until it is done.
    pub async fn until_done(&self, what: &str, attempt: impl AsyncFn() -> Outcome) -> Outcome {
        self.until(SOON, what, attempt, |()| true).await
    }

    /// The panel as soon as it is as hoped for.
    pub async fn panel_until(
        &self,
        hope: &str,
        as_hoped: impl Fn(&PanelSight) -> bool,
    ) -> Outcome<PanelSight> {
        self.until(SOON, hope, async || self.panel().await, as_hoped)
            .await
    }

    /// The Dynamics window as soon as it is as hoped for.
    pub async fn dynamics_until(
        &self,
        hope: &str,
        as_hoped: impl Fn(&DynamicsSight) -> bool,
    ) -> Outcome<DynamicsSight> {
        self.until(SOON, hope, async || self.dynamics().await, as_hoped)
            .await
    }

    /// This is chosen to go wrong, soon at the latest.
    pub async fn trouble_until(&self, trouble: &str) -> Outcome {
        let hope = format!("what goes wrong is {trouble}");
        self.dynamics_until(&hope, |it| it.trouble.as_deref() == Some(trouble))
            .await?;
        Ok(())
    }

    /// The agent desktop as soon as it is as hoped for.
    pub async fn flex_until(
        &self,
        hope: &str,
        as_hoped: impl Fn(&FlexSight) -> bool,
    ) -> Outcome<FlexSight> {
        self.until(SOON, hope, async || self.flex().await, as_hoped)
            .await
    }

    /// The journal tells these steps, in this order, other messages between them; soon at the latest.
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

    /// Both links are up and there is nothing to do: the panel is minimized.
    pub async fn at_rest(&self) -> Outcome<PanelSight> {
        self.panel_until("both links are up, the panel is minimized", |panel| {
            let up = Some("connected");
            panel.dynamics.as_deref() == up && panel.flex.as_deref() == up && panel.is("minimized")
        })
        .await
    }

    /// The row of a task has this status, soon at the latest.
    pub async fn row_until(&self, sid: &str, status: &str) -> Outcome<PanelSight> {
        self.panel_until(&format!("{sid} is {status}"), |panel| {
            panel.row(sid).is_some_and(|row| row.status == status)
        })
        .await
    }

    /// The header shows this activity.
    pub async fn activity_until(&self, name: &str) -> Outcome<PanelSight> {
        self.panel_until(&format!("the activity is {name}"), |panel| {
            panel.activity.as_deref() == Some(name)
        })
        .await
    }

    /// The record of a task has its tab: its row neither says that it is opening nor offers to open it.
    pub async fn row_settled(&self, sid: &str) -> Outcome<PanelSight> {
        self.panel_until(&format!("{sid} has its tab"), |panel| {
            let settled = |row: &Row| {
                !row.words.contains("Opening") && !row.acts.iter().any(|act| act == "open")
            };
            panel.row(sid).is_some_and(settled)
        })
        .await
    }

    /// The task is no longer in the list, soon at the latest.
    pub async fn row_gone(&self, sid: &str) -> Outcome {
        self.panel_until(&format!("{sid} has gone"), |panel| panel.row(sid).is_none())
            .await?;
        Ok(())
    }

    /// The journal has this many messages that fit a step, soon at the latest.
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

    /// The words of the top window as soon as they are as hoped for.
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
