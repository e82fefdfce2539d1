//! A world with the real Flex in the panel, and what the agent sees and does in it.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::event_bridge::EventBridge;
use crate::stage::sights::PanelSight;
use crate::stage::{Outcome, Setting, Side, World, play};

/// How long 18 MB of script may take on a machine that is busy.
pub const LOADING: Duration = Duration::from_secs(120);

/// Plays a test in a world of its own, with the real Flex at its event bridge.
pub async fn play_with_flex(
    setting: Setting,
    test: impl AsyncFnOnce(&World, &EventBridge) -> Outcome,
) -> Outcome {
    let cloud = EventBridge::open().await?;
    play_at(&cloud, setting, async |world| test(world, &cloud).await).await
}

/// The same at an event bridge that has been there before.
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

/// The same, without waiting for Flex to be there.
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

/// A setting with Flex's own task list, which is hidden otherwise: ours is above it.
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

/// A customer gets in touch and is accepted in our list; the sid.
pub async fn accepted(world: &World, key: &str, act: &str) -> Outcome<String> {
    let sid = world.arrival(key, act).await?;
    world.press(&sid, "accept").await?;
    world.row_until(&sid, "accepted").await?;
    Ok(sid)
}

impl World {
    /// The panel says so of its link to Flex: `connected`, `reconnecting` …
    pub async fn flex_is(&self, link: &str) -> Outcome<PanelSight> {
        let panel = async || self.panel().await;
        let hope = format!("Flex is {link}");
        self.until(LOADING, &hope, panel, |panel| {
            panel.flex.as_deref() == Some(link)
        })
        .await
    }

    /// Flex shows this task.
    pub async fn selected_in_flex(&self, sid: &str) -> Outcome {
        let shows = |flex: &Flex| flex.selected.as_deref() == Some(sid);
        self.store_until(&format!("Flex shows {sid}"), shows).await
    }

    /// Our list shows this task as the selected one.
    pub async fn selected_in_list(&self, sid: &str) -> Outcome {
        let hope = format!("{sid} is selected in our list");
        self.panel_until(&hope, |panel| panel.selected() == Some(sid))
            .await?;
        Ok(())
    }

    /// Something is wrong with a task, and its row says what.
    pub async fn says_on_row(&self, sid: &str, code: &str) -> Outcome {
        self.panel_until(&format!("{code} on the row of {sid}"), |panel| {
            panel
                .row(sid)
                .is_some_and(|row| row.problem_codes().contains(&code))
        })
        .await?;
        Ok(())
    }

    /// The store of Flex as soon as it is as hoped for.
    pub async fn store_until(&self, hope: &str, as_hoped: impl Fn(&Flex) -> bool) -> Outcome {
        let store = async || self.store().await;
        self.until_soon(hope, store, as_hoped).await
    }

    /// The store of Flex at this moment.
    pub async fn store(&self) -> Outcome<Flex> {
        let read = self.run_in(Side::Flex, STORE).await?;
        Ok(serde_json::from_value(read)?)
    }

    /// A script of somebody else in the page of Flex, after which Flex's store tells of a change.
    pub async fn in_flex(&self, script: &str) -> Outcome {
        let change = "Twilio.Flex.Manager.getInstance().store.dispatch({ type: 'SOMETHING' });";
        self.run_in(Side::Flex, &format!("{script};{change}"))
            .await?;
        Ok(())
    }

    /// A button of a row can't be pressed.
    pub async fn is_disabled(&self, sid: &str, act: &str) -> Outcome<bool> {
        let button = json!(format!("[data-task='{sid}'] [data-act='{act}']"));
        let script = format!(
            "const {{ disabled, ariaDisabled }} = document.querySelector({button});
            return disabled || ariaDisabled === 'true';"
        );
        Ok(self.run_in(Side::Panel, &script).await? == true)
    }

    /// An action is invoked, as Flex's own UI does it; how its promise settles: with the words of its error, or none.
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
