//! What both show at one moment.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::both::Both;
use crate::event_bridge::call_sid;
use crate::stage::{Outcome, Side};

/// The parts of Flex on which the panel depends, for the reservations with these sids, by their place.
const SEEN: &str = r#"
    const { Manager, TaskChannels, TaskHelper } = Twilio.Flex;
    const { chat, phone, view, worker } = Manager.getInstance().store.getState().flex;
    const sids = SIDS;
    const seen = (task) => {
        const conversation = chat.conversations[TaskHelper.getTaskConversationSid(task)];
        // Flex keeps the conference of a call that is over.
        const conference = task.status === "accepted" ? task.conference : undefined;
        const agent = conference?.participants.find((one) => one.isCurrentWorker);
        return {
            status: task.status,
            isCall: TaskHelper.isCallTask(task),
            rings: TaskHelper.isInitialOutboundAttemptTask(task),
            hasWrapUp: TaskChannels.getForTask(task).capabilities.has("Wrapup"),
            isGroup: conference !== undefined && TaskHelper.isGroupCall(task),
            isTarget: Boolean(task.routingTarget),
            transfer: task.incomingTransferObject?.type ?? null,
            channelType: task.channelType,
            live: conference?.liveParticipantCount ?? null,
            callIsHere: phone.activeCall !== undefined && phone.activeCall.parameters.CallSid === agent?.callSid,
            unread: conversation?.unreadMessages.length ?? null,
            waitsSince: WAITS(conversation),
        };
    };
    const callSid = (sid) => `CA${sid.slice(2)}`;
    return {
        tasks: sids.map((sid) => (worker.tasks.has(sid) ? seen(worker.tasks.get(sid)) : null)),
        selected: sids.indexOf(view.selectedTaskSid),
        call: sids.findIndex((sid) => callSid(sid) === phone.activeCall?.parameters.CallSid),
        activity: worker.activity.name,
    };
"#;

/// The first message of others after the agent's last one.
const WAITS: &str = r"((conversation) => {
    const messages = [...(conversation?.messages ?? [])].reverse();
    const mine = messages.findIndex((message) => message.isFromMe);
    const unanswered = mine < 0 ? messages : messages.slice(0, mine);
    return unanswered.at(-1)?.source.dateCreated.getTime() ?? null;
})";

impl Both<'_> {
    /// Waits until both show the same.
    pub async fn alike(&self, moment: &str) -> Outcome {
        let simulated = self.seen_in_the_simulated_one();
        let script = SEEN
            .replace("SIDS", &json!(self.real).to_string())
            .replace("WAITS", WAITS);
        let real = async || self.world.run_in(Side::Flex, &script).await;
        let hope = format!("{moment}: as in the simulated one, {simulated:#}");
        self.world
            .until_soon(&hope, real, |real| *real == simulated)
            .await
    }

    fn seen_in_the_simulated_one(&self) -> Value {
        let flex = &self.flex;
        let places: HashMap<&str, usize> = self
            .simulated
            .iter()
            .enumerate()
            .map(|(place, sid)| (sid.as_str(), place))
            .collect();
        let place = |sid: Option<&str>| {
            let place = sid.and_then(|sid| places.get(sid));
            place.map_or(json!(-1), |place| json!(place))
        };
        let active = flex.active_call.as_deref();
        let calls = self
            .simulated
            .iter()
            .find(|sid| Some(call_sid(sid).as_str()) == active);
        let tasks: Vec<Value> = self
            .simulated
            .iter()
            .map(|sid| self.seen_task(sid))
            .collect();
        json!({
            "tasks": tasks,
            "selected": place(flex.selected.as_deref()),
            "call": place(calls.map(String::as_str)),
            "activity": flex.activity.name,
        })
    }

    fn seen_task(&self, sid: &str) -> Value {
        let flex = &self.flex;
        let Some(task) = flex.task(sid) else {
            return Value::Null;
        };
        let itask = task.as_itask(0);
        let live = itask["conference"]["liveParticipantCount"].as_u64();
        let own = itask["conference"]["participants"][0]["callSid"].as_str();
        let conversation = task.conversation();
        let unread = |conversation: &Value| conversation["unreadMessages"].as_array().map(Vec::len);
        json!({
            "status": itask["status"],
            "isCall": flex.is_call_task(task),
            "rings": flex.rings(task),
            "hasWrapUp": flex.has_wrap_up(task),
            "isGroup": live.is_some_and(|live| live > 2),
            "isTarget": itask["routingTarget"].is_string(),
            "transfer": itask["incomingTransferObject"]["type"],
            "channelType": itask["channelType"],
            "live": live,
            "callIsHere": own.is_some() && own == flex.active_call.as_deref(),
            "unread": conversation.as_ref().and_then(unread),
            "waitsSince": conversation.and(task.waits_since),
        })
    }
}
