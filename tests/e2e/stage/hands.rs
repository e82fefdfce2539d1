//! What people do in the world: the customers, and the agent in the panel, in Flex and in Dynamics.

use thirtyfour::By;

use super::origins::Side;
use super::outcome::{Failure, Outcome};
use super::world::World;

impl World {
    /// A customer acts: `call`, `text`, `chat` or `leave`.
    pub async fn customer(&self, key: &str, act: &str) -> Outcome {
        let button = format!("[data-customer='{key}'] [data-act='{act}']");
        self.click(Side::Dynamics, &button).await
    }

    /// A customer gets in touch. Returns the sid of the task, once the panel lists it.
    pub async fn arrival(&self, key: &str, act: &str) -> Outcome<String> {
        let before = self
            .panel_until("the panel is up", |panel| panel.mode.is_some())
            .await?;
        self.customer(key, act).await?;
        let is_new = |sid: &str| before.row(sid).is_none();
        let hope = format!("{key}'s task is in the list");
        let panel = self
            .panel_until(&hope, |panel| panel.rows.iter().any(|row| is_new(&row.sid)))
            .await?;
        let mut rows = panel.rows.into_iter();
        let row = rows.find(|row| is_new(&row.sid));
        row.map(|row| row.sid)
            .ok_or_else(|| Failure("the new row has gone".to_owned()))
    }

    /// The agent selects a task in the panel's list.
    pub async fn select(&self, sid: &str) -> Outcome {
        let button = format!("[data-task='{sid}'] button:not([data-act])");
        self.click(Side::Panel, &button).await
    }

    /// The agent presses a button of a row: `accept`, `decline`, `open`, `end`, `complete`, `hold`, `unhold`.
    pub async fn press(&self, sid: &str, act: &str) -> Outcome {
        let button = format!("[data-task='{sid}'] [data-act='{act}']");
        self.click(Side::Panel, &button).await
    }

    /// The agent presses a button of a reservation in Flex: `select`, `accept`, `reject`, `hangup`, `wrapup`,
    /// `complete`, `hold`, `unhold`.
    pub async fn press_in_flex(&self, sid: &str, act: &str) -> Outcome {
        let button = format!("[data-reservation='{sid}'] [data-act='{act}']");
        self.click(Side::Flex, &button).await
    }

    /// The agent goes to a view of Flex.
    pub async fn go_to_view(&self, view: &str) -> Outcome {
        let button = format!("button[data-view='{view}']");
        self.click(Side::Flex, &button).await
    }

    /// The agent sets the activity in Flex.
    pub async fn set_activity(&self, activity: &str) -> Outcome {
        self.choose(Side::Flex, "select[data-activity]", activity)
            .await
    }

    /// The agent chooses an activity in the panel's header, by its sid.
    pub async fn choose_activity(&self, sid: &str) -> Outcome {
        self.choose(Side::Panel, "select[data-activity]", sid).await
    }

    /// The agent closes a tab of Dynamics.
    pub async fn close_tab(&self, id: &str) -> Outcome {
        let button = format!("[data-tab='{id}'] [data-act='close-tab']");
        self.click(Side::Dynamics, &button).await
    }

    /// The agent goes to a tab of Dynamics.
    pub async fn go_to_tab(&self, id: &str) -> Outcome {
        self.click(Side::Dynamics, &format!("[data-tab='{id}']"))
            .await
    }

    /// The agent goes to the session whose title contains this.
    pub async fn go_to_session(&self, title: &str) -> Outcome {
        let button = format!("[data-session][title*='{title}']");
        self.click(Side::Dynamics, &button).await
    }

    /// The agent opens a record from a list on the page in front.
    pub async fn open_record(&self, id: &str) -> Outcome {
        self.click(Side::Dynamics, &format!("[data-open='{id}']"))
            .await
    }

    /// The agent clicks a phone field of the record on screen: `telephone1` or `mobilephone`.
    pub async fn click_phone(&self, field: &str) -> Outcome {
        self.click(Side::Dynamics, &format!("a[data-phone='{field}']"))
            .await
    }

    /// The agent docks the panel from its rail.
    pub async fn dock(&self) -> Outcome {
        self.click(Side::Panel, "[data-act='dock']").await?;
        self.panel_until("docked", |panel| panel.is("docked"))
            .await?;
        Ok(())
    }

    /// Makes Dynamics or Flex misbehave.
    pub async fn make_trouble(&self, trouble: &str) -> Outcome {
        self.choose(Side::Dynamics, "select[data-trouble]", trouble)
            .await
    }

    /// An administrator puts the panel into another app. This loads a new world.
    pub async fn choose_app(&self, app: &str) -> Outcome {
        self.choose(Side::Dynamics, "select[data-parameter='app']", app)
            .await
    }

    /// An administrator changes the panel's Custom Parameters. This loads a new world.
    pub async fn choose_set_up(&self, parameters: &str) -> Outcome {
        self.choose(
            Side::Dynamics,
            "select[data-parameter='customParameters']",
            parameters,
        )
        .await
    }

    /// Clicks an element once it can be clicked.
    pub async fn click(&self, side: Side, css: &str) -> Outcome {
        self.until_done(&format!("click {css}"), async || {
            self.within(side, async |page| {
                page.find(By::Css(css)).await?.click().await
            })
            .await
        })
        .await
    }

    /// Clicks an element that is not on screen, by script. It stands for acts from elsewhere, such as a shortcut or a
    /// plugin.
    pub async fn click_unseen(&self, side: Side, css: &str) -> Outcome {
        self.until_done(&format!("click the unseen {css}"), async || {
            self.within(side, async |page| {
                let button = page.find(By::Css(css)).await?.to_json()?;
                page.execute("arguments[0].click()", vec![button]).await
            })
            .await?;
            Ok(())
        })
        .await
    }

    /// Chooses an option of a list by its value or by its words.
    async fn choose(&self, side: Side, css: &str, choice: &str) -> Outcome {
        let option = format!("{css} option[value='{choice}']");
        self.click(side, &option).await
    }
}
