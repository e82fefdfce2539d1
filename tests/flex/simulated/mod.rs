//! Tests that the simulated Flex does what the real one does: the same actions in the same situations settle alike and
//! lead to the same.

mod both;
mod calls;
mod others;
mod outbound;
mod seen;

use serde_json::{Value, json};

use crate::agent::play_with_flex;
use crate::event_bridge::{EventBridge, Status};
use crate::stage::{Outcome, Setting, Side, World};
use simulation::flex::{Flex, Input, Output, Route};

/// The actions on a task before the tested one: none, the first, or both.
const WAYS: [&[&str]; 3] = [&[], &["AcceptTask"], &["AcceptTask", "WrapupTask"]];

const ACTIONS: [&str; 9] = [
    "AcceptTask",
    "RejectTask",
    "WrapupTask",
    "CompleteTask",
    "SelectTask",
    "HangupCall",
    "HoldCall",
    "EndVoiceTask",
    "NoSuchAction",
];

/// The result of an action: whether its promise resolved, and the task's status if the task is still there.
type Came = (bool, Option<&'static str>);

/// Waits for the task, runs the earlier actions, and returns how the last action settles. A call is accepted some time
/// after `AcceptTask` has resolved.
const SETTLED: &str = r#"
    return (async ([sid, way, action]) => {
        const { Actions, Manager } = Twilio.Flex;
        const status = () => Manager.getInstance().store.getState().flex.worker.tasks.get(sid)?.status;
        const becomes = async (wanted) => {
            while (status() !== wanted) await new Promise((done) => setTimeout(done, 10));
        };
        const leadsTo = { AcceptTask: "accepted", WrapupTask: "wrapping" };
        await becomes("pending");
        for (const step of way) {
            await Actions.invokeAction(step, { sid });
            await becomes(leadsTo[step]);
        }
        return Actions.invokeAction(action, { sid }).then(() => true, () => false);
    })(ARGUMENTS);
"#;

async fn in_the_real_one(
    world: &World,
    cloud: &EventBridge,
    channel: &str,
    way: &[&str],
    action: &str,
) -> Outcome<Came> {
    let sid = cloud.reserve(channel, "{}");
    let script = SETTLED.replace("ARGUMENTS", &json!([sid, way, action]).to_string());
    let resolved = world.run_in(Side::Flex, &script).await?;
    let came = (resolved == true, cloud.status(&sid).map(Status::name));
    // Removes the task, in whichever of its two statuses it is.
    cloud.advance(&sid, Status::Rescinded);
    cloud.advance(&sid, Status::Completed);
    Ok(came)
}

fn in_the_simulated_one(channel: &str, way: &[&str], action: &str) -> Came {
    let mut flex = Flex::default();
    flex.desk_phone = true;
    flex.handle(offer(channel), 0);
    let sid = flex
        .tasks()
        .first()
        .map(|task| task.sid.clone())
        .unwrap_or_default();
    for step in way {
        invoke(&mut flex, step, json!({ "sid": sid }));
    }
    let resolved = invoke(&mut flex, action, json!({ "sid": sid }));
    (resolved, flex.task(&sid).map(|task| task.status.name()))
}

fn offer(channel: &str) -> Input {
    Input::Offer {
        channel: channel.into(),
        attributes: json!({}),
        route: Route::Queue,
    }
}

fn invoke(flex: &mut Flex, action: &str, payload: Value) -> bool {
    let action = action.into();
    let outputs = flex.handle(
        Input::Invoke {
            id: 0,
            action,
            payload,
        },
        0,
    );
    outputs
        .iter()
        .any(|output| matches!(output, Output::Settled { result: Ok(()), .. }))
}

#[tokio::test]
async fn every_action_on_a_task_settles_alike_and_has_the_same_effect() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let mut differences = Vec::new();
        let cases = WAYS
            .iter()
            .flat_map(|way| ACTIONS.map(|action| (*way, action)));
        for (channel, (way, action)) in
            cases.flat_map(|case| ["chat", "voice"].map(|channel| (channel, case)))
        {
            let real = in_the_real_one(world, cloud, channel, way, action).await?;
            let simulated = in_the_simulated_one(channel, way, action);
            if real != simulated {
                differences.push(format!(
                    "{channel} {way:?} {action}: {real:?}, simulated {simulated:?}"
                ));
            }
        }
        assert!(differences.is_empty(), "{differences:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn impossible_actions_settle_alike() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let mut simulated = Flex::default();
        let call = || json!({ "destination": "+14155550132" });
        let gone = || json!({ "sid": "WRgone" });
        for (action, payload) in [
            ("SelectTask", gone()),
            ("SelectTask", json!({})),
            ("AcceptTask", gone()),
            ("RejectTask", gone()),
            ("CompleteTask", gone()),
            ("WrapupTask", gone()),
            ("SetActivity", json!({ "activityName": "Asleep" })),
            ("SetActivity", json!({ "activityName": "Offline" })),
            ("StartOutboundCall", call()),
            ("SetActivity", json!({ "activityName": "Available" })),
            ("StartOutboundCall", json!({})),
        ] {
            let real = world.invoke(action, payload.clone()).await?;
            let resolved = invoke(&mut simulated, action, payload.clone());
            assert_eq!(real.is_none(), resolved, "{action} {payload}: {real:?}");
        }
        // Going away rejects waiting tasks, and a waiting call prevents calling.
        let chat = cloud.reserve("chat", "{}");
        world.row_until(&chat, "pending").await?;
        world
            .invoke("SetActivity", json!({ "activityName": "Break" }))
            .await?;
        world.row_gone(&chat).await?;
        assert_eq!(cloud.status(&chat), None);
        world
            .invoke("SetActivity", json!({ "activityName": "Available" }))
            .await?;
        let sid = cloud.reserve("voice", "{}");
        world.row_until(&sid, "pending").await?;
        simulated.handle(offer("voice"), 0);
        let real = world.invoke("StartOutboundCall", call()).await?;
        assert_eq!(
            real.is_none(),
            invoke(&mut simulated, "StartOutboundCall", call())
        );
        Ok(())
    })
    .await
}
