//! A world with the real Flex in the panel, and what the agent sees and does in it.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::event_bridge::EventBridge;
use crate::stage::sights::PanelSight;
use crate::stage::{Outcome, Setting, Side, World, play};

/// How long a busy machine may need to load 18 MB of script.
pub const LOADING: Duration = Duration::from_secs(120);

/// Runs a test in a world of its own, with the real Flex at its event bridge.
pub async fn play_with_flex(
    setting: Setting,
    test: impl AsyncFnOnce(&World, &EventBridge) -> Outcome,
) -> Outcome {
    let cloud = EventBridge::open().await?;
    play_at(&cloud, setting, async |world| test(world, &cloud).await).await
}

/// The same with an event bridge that exists already.
pub async fn play_at(
    cloud: &EventBridge,
    setting: Setting,
    test: impl AsyncFnOnce(&World) -> Outcome,
) -> Outcome {
    play_from_load(cloud, setting, async |world| {
        world.flex_is("connected").await?;
        test(world).await
    })
    .await
}

/// The same, without waiting until Flex is there.
pub async fn play_from_load(
    cloud: &EventBridge,
    setting: Setting,
    test: impl AsyncFnOnce(&World) -> Outcome,
) -> Outcome {
    let mut flex = setting.flex.unwrap_or_else(|| json!({}));
    flex["eventBridge"] = json!(cloud.address);
    let setting = Setting {
        flex: Some(flex),
        ..setting
    };
    play(setting, test).await
}

/// A setting with these keys in the `config.json` of Flex.
pub fn with_flex(keys: Value) -> Setting {
    Setting {
        flex: Some(keys),
        ..Setting::default()
    }
}

/// A setting with Flex's own task list. Otherwise that is hidden, because the panel's list stands above it.
pub fn with_own_list() -> Setting {
    with_flex(json!({ "hideTaskList": false }))
}

/// The store of Flex at one moment.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Flex {
    /// `view.selectedTaskSid`.
    pub selected: Option<String>,
    /// `view.activeView`.
    pub view: Option<String>,
    /// The name of `worker.activity`.
    pub activity: Option<String>,
}

const STORE: &str = r#"
    if (window.bootError) throw new Error(window.bootError);
    const { view, worker } = Twilio.Flex.Manager.getInstance().store.getState().flex;
    return {
        selected: view.selectedTaskSid ?? null,
        view: view.activeView ?? null,
        activity: worker.activity?.name ?? null,
    };
"#;

/// A customer gets in touch, and the task is accepted in the panel's list. Returns the sid.
pub async fn accepted(world: &World, key: &str, act: &str) -> Outcome<String> {
    let sid = world.arrival(key, act).await?;
    world.press(&sid, "accept").await?;
    world.row_until(&sid, "accepted").await?;
    Ok(sid)
}

impl World {
    /// Waits until the panel shows this state of the link to Flex: `connected`, `reconnecting` …
    pub async fn flex_is(&self, link: &str) -> Outcome<PanelSight> {
        let panel = async || self.panel().await;
        let hope = format!("Flex is {link}");
        self.until(LOADING, &hope, panel, |panel| {
            panel.flex.as_deref() == Some(link)
        })
        .await
    }

    /// Waits until Flex shows this task.
    pub async fn selected_in_flex(&self, sid: &str) -> Outcome {
        let shows = |flex: &Flex| flex.selected.as_deref() == Some(sid);
        self.store_until(&format!("Flex shows {sid}"), shows).await
    }

    /// Waits until the panel's list shows this task as the selected one.
    pub async fn selected_in_list(&self, sid: &str) -> Outcome {
        let hope = format!("{sid} is selected in our list");
        self.panel_until(&hope, |panel| panel.selected() == Some(sid))
            .await?;
        Ok(())
    }

    /// Waits until the row of a task shows this problem.
    pub async fn says_on_row(&self, sid: &str, code: &str) -> Outcome {
        self.panel_until(&format!("{code} on the row of {sid}"), |panel| {
            panel
                .row(sid)
                .is_some_and(|row| row.problem_codes().contains(&code))
        })
        .await?;
        Ok(())
    }

    /// Waits until the store of Flex is as hoped for.
    pub async fn store_until(&self, hope: &str, as_hoped: impl Fn(&Flex) -> bool) -> Outcome {
        let store = async || self.store().await;
        self.until_soon(hope, store, as_hoped).await
    }

    /// The store of Flex at this moment.
    pub async fn store(&self) -> Outcome<Flex> {
        let read = self.run_in(Side::Flex, STORE).await?;
        Ok(serde_json::from_value(read)?)
    }

    /// Runs another program's script in the page of Flex, and then makes Flex's store report a change.
    pub async fn in_flex(&self, script: &str) -> Outcome {
        let change = "Twilio.Flex.Manager.getInstance().store.dispatch({ type: 'SOMETHING' });";
        self.run_in(Side::Flex, &format!("{script};{change}"))
            .await?;
        Ok(())
    }

    /// Whether a button of a row is disabled.
    pub async fn is_disabled(&self, sid: &str, act: &str) -> Outcome<bool> {
        let button = json!(format!("[data-task='{sid}'] [data-act='{act}']"));
        let script = format!(
            "const {{ disabled, ariaDisabled }} = document.querySelector({button});
            return disabled || ariaDisabled === 'true';"
        );
        Ok(self.run_in(Side::Panel, &script).await? == true)
    }

    /// Invokes an action as Flex's own UI does. Returns the words of its error, or none.
    pub async fn invoke(&self, action: &str, payload: Value) -> Outcome<Option<String>> {
        let script = format!(
            "return Twilio.Flex.Actions.invokeAction({}, {payload})
                .then(() => null, (error) => String(error?.message ?? error));",
            json!(action)
        );
        let settled = self.run_in(Side::Flex, &script).await?;
        Ok(settled.as_str().map(str::to_owned))
    }
}
