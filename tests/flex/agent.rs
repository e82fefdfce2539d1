//! A world with the real Flex in the panel, and what the agent sees and does in it.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::event_bridge::EventBridge;
use crate::stage::{Outcome, Setting, Side, World, play};

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
    let setting = Setting {
        event_bridge: Some(cloud.address.clone()),
        ..setting
    };
    play(setting, test).await
}

/// The store of Flex at one moment.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Flex {
    /// `worker.tasks`.
    pub tasks: Vec<FlexTask>,
    /// `view.selectedTaskSid`.
    pub selected: Option<String>,
    /// `view.activeView`.
    pub view: Option<String>,
}

/// A task in the store.
#[derive(Clone, Debug, Deserialize)]
pub struct FlexTask {
    /// The reservation's sid.
    pub sid: String,
    /// Its status.
    pub status: String,
}

const STORE: &str = r#"
    if (window.bootError) throw new Error(window.bootError);
    const { view, worker } = Twilio.Flex.Manager.getInstance().store.getState().flex;
    return {
        tasks: [...worker.tasks.values()].map(({ sid, status }) => ({ sid, status })),
        selected: view.selectedTaskSid ?? null,
        view: view.activeView ?? null,
    };
"#;

impl World {
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
