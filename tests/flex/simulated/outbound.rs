//! What is made for this agent, and what only looks like it.

use serde_json::{Value, json};
use simulation::flex::{Input, Route, Status as Simulated};

use super::both::{Telephone, of_cloud, play_in_both};
use crate::event_bridge::Status;
use crate::stage::Outcome;

fn dial() -> Value {
    json!({ "destination": "+14155550132" })
}

#[tokio::test]
async fn an_outgoing_call_is_pending_while_it_rings_and_is_cancelled_by_hanging_up() -> Outcome {
    play_in_both(Telephone::Browser, async |both| {
        assert_eq!(both.invoke("StartOutboundCall", dial()).await?, None);
        let call = both.ringing().await?;
        assert!(
            both.act("HangupCall", call).await?.is_some(),
            "no call is here"
        );
        both.call_comes_up(call).await?;
        let accepted = both.act("AcceptTask", call).await?;
        assert_eq!(accepted.as_deref(), Some("Action is blocked"));
        assert!(both.act("WrapupTask", call).await?.is_some());
        let words = both.invoke("StartOutboundCall", dial()).await?;
        assert_eq!(words.as_deref(), Some("voice call already live"));
        assert_eq!(
            both.act("EndVoiceTask", call).await?,
            None,
            "and nothing comes of it"
        );
        assert_eq!(both.cloud.status(both.sids(call).0), Some(Status::Pending));
        assert_eq!(both.act("HangupCall", call).await?, None);
        assert_eq!(both.cloud.status(both.sids(call).0), None);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_outgoing_call_is_accepted_when_the_customer_answers() -> Outcome {
    play_in_both(Telephone::Browser, async |both| {
        both.invoke("StartOutboundCall", dial()).await?;
        let call = both.ringing().await?;
        both.call_comes_up(call).await?;
        both.customer_answers(call).await?;
        both.conference(call, &["customer"]).await?;
        both.act("HangupCall", call).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_outgoing_call_rings_at_a_desk_phone_and_may_stay_unanswered() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        both.invoke("StartOutboundCall", dial()).await?;
        let call = both.ringing().await?;
        let words = both.invoke("StartOutboundCall", dial()).await?;
        let pending = "cannot do outbound calls with a pending inbound call";
        assert_eq!(words.as_deref(), Some(pending));
        let left = |sid| Input::CustomerLeft { sid };
        both.advance(call, Status::Canceled, left).await
    })
    .await
}

/// Records which reservations are accepted, by anybody. (Interactions are accepted at an address that does not exist.)
const NOTE: &str = "
    window.accepted = [];
    Twilio.Flex.Actions.addListener('beforeAcceptTask', ({ sid }) => void window.accepted.push(sid));
";

#[tokio::test]
async fn flex_itself_accepts_messages_and_mails_of_the_agent_s_own() -> Outcome {
    play_in_both(Telephone::Browser, async |both| {
        both.script(NOTE).await?;
        let message = json!({ "direction": "outbound", "flexInteractionChannelSid": "UO1" });
        let mail = json!({ "direction": "outbound", "channelType": "email" });
        let inbound = json!({ "flexInteractionChannelSid": "UO1" });
        let mut by_itself = Vec::new();
        for (channel, attributes) in [
            ("chat", &inbound),
            ("chat", &message),
            ("sms", &message),
            ("email", &mail),
        ] {
            for route in [Route::Queue, Route::Transfer, Route::Target] {
                let real = both.cloud.reserve_as(channel, attributes, of_cloud(route));
                both.input(Input::Offer {
                    channel: channel.into(),
                    attributes: attributes.clone(),
                    route,
                });
                let newest = both.flex.tasks().last();
                if newest.is_some_and(|task| task.status == Simulated::Accepted) {
                    by_itself.push(real);
                }
            }
        }
        assert_eq!(by_itself.len(), 6);
        let accepted = async || both.script("return window.accepted").await;
        both.world
            .until_soon("as many are accepted", accepted, |sids| {
                *sids == json!(by_itself)
            })
            .await
    })
    .await
}

#[tokio::test]
async fn a_preview_and_a_transfer_wait_for_the_agent() -> Outcome {
    play_in_both(Telephone::Desk, async |both| {
        let attributes = json!({ "direction": "outbound", "outbound_to": "+14155550132" });
        for route in [Route::Queue, Route::Transfer] {
            let task = both.offer("voice", attributes.clone(), route).await?;
            assert!(!both.flex.tasks().iter().any(|task| both.flex.rings(task)));
            both.accepted(task).await?;
            both.act("EndVoiceTask", task).await?;
        }
        Ok(())
    })
    .await
}
