//! The call in the browser of the real Flex, and the conferences of its tasks.

use serde_json::{Value, json};

use crate::event_bridge::{EventBridge, WORKER, call_sid};
use crate::stage::{Failure, Outcome, Side, World};

/// The browser has a microphone, so calls can be placed in it.
pub async fn hears_in_the_browser(world: &World) -> Outcome {
    world
        .run_in(Side::Flex, "window.voice.hasMicrophone()")
        .await?;
    Ok(())
}

/// The agent's `contact_uri` if the browser is the telephone.
pub const BROWSER: &str = "client:agent";

/// An event bridge for which the browser is the agent's telephone.
pub async fn cloud_with_voice() -> Outcome<EventBridge> {
    let cloud = EventBridge::open().await?;
    cloud.set_contact_uri(BROWSER);
    Ok(cloud)
}

impl World {
    /// The agent's call of this reservation is in the browser.
    pub async fn browser_call(&self, sid: &str) -> Outcome {
        let call = json!(call_sid(sid));
        self.run_in(Side::Flex, &format!("window.voice.call({call})"))
            .await?;
        Ok(())
    }

    /// Flex learns of the conference of this reservation's task: the agent and these people are on the line.
    pub async fn conference(&self, sid: &str, others: &[&str]) -> Outcome {
        let mut participants =
            vec![json!({"type": "agent", "workerSid": WORKER, "callSid": call_sid(sid)})];
        participants.extend(
            others.iter().enumerate().map(
                |(number, kind)| json!({"type": kind, "callSid": format!("CA-{sid}-{number}")}),
            ),
        );
        self.participants(sid, &json!(participants)).await
    }

    /// The same, with each participant in detail.
    pub async fn participants(&self, sid: &str, participants: &Value) -> Outcome {
        let script = format!("window.voice.conference({}, {participants})", json!(sid));
        self.run_in(Side::Flex, &script).await?;
        Ok(())
    }

    /// The customer answers the outgoing call, once it rings.
    pub async fn customer_answers(&self, cloud: &EventBridge) -> Outcome {
        let not_yet = || Failure("nothing rings".to_owned());
        self.until_done("the customer answers", async || {
            cloud.customer_answers().map(drop).ok_or_else(not_yet)
        })
        .await
    }

    /// The sid of the call in the browser.
    pub async fn call_in_browser(&self) -> Outcome<Option<String>> {
        let script =
            "return Twilio.Flex.Manager.getInstance().store.getState().flex.phone.activeCall
            ?.parameters.CallSid ?? null";
        Ok(self
            .run_in(Side::Flex, script)
            .await?
            .as_str()
            .map(str::to_owned))
    }
}
