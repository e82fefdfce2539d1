//! Calls: the one in this browser, whichever task it belongs to; outgoing calls, which ring at the customer; and what
//! Flex treats as a call.

use serde_json::Value;

use super::actions::{Invoked, sid_in};
use super::event::{Output, TaskEvent, Timer};
use super::task::{Route, Status, Task, call_sid, outbound_attributes};
use super::{CONFERENCE, Flex, OFFLINE, OUTBOUND, Outbound};

impl Flex {
    /// `TaskHelper.isCallTask`: whether Flex treats the task as a call. It does for all tasks on the channel for calls,
    /// unless a plugin has registered a channel of their own for them.
    #[must_use]
    pub fn is_call_task(&self, task: &Task) -> bool {
        task.is_on_voice() && (task.is_call() || !self.callbacks_registered)
    }

    /// `TaskHelper.isInitialOutboundAttemptTask`: whether the task is an outgoing call that rings at the customer.
    #[must_use]
    pub fn rings(&self, task: &Task) -> bool {
        self.is_call_task(task)
            && task.is_outbound()
            && task.route == Route::Target
            && task.status == Status::Pending
    }

    /// `TaskChannels.getForTask(task).capabilities.has("Wrapup")`. The channels that Flex knows have wrap-up. Its
    /// default channel, under which callbacks are registered, has none.
    #[must_use]
    pub fn has_wrap_up(&self, task: &Task) -> bool {
        let is_message =
            matches!(task.channel.as_str(), "chat" | "sms") || task.channel_type() == "apple";
        self.is_call_task(task) || is_message
    }

    /// Ends the call in this browser, whichever task is named.
    pub(super) fn hang_up(&mut self, payload: &Value) -> Invoked {
        self.named(payload)?;
        let call = self.active_call.take().ok_or("no active call")?;
        let task = self.tasks.iter().find(|task| task.call_sid() == call);
        let sid = task.map(|task| task.sid.clone());
        Ok(sid.map_or_else(Vec::new, |sid| self.customer_left(&sid)))
    }

    /// Does what Flex's own buttons do. It swallows every refusal of the action that it invokes.
    pub(super) fn end_voice_task(&mut self, payload: &Value) -> Invoked {
        let task = self.named(payload)?;
        let is_live = self.is_call_task(task) && task.status == Status::Accepted;
        let action = if is_live && self.active_call.is_some() {
            "HangupCall"
        } else if task.status != Status::Wrapping && self.has_wrap_up(task) {
            "WrapupTask"
        } else {
            "CompleteTask"
        };
        Ok(self.invoke(action, payload).unwrap_or_default())
    }

    /// Sends digits to the call in this browser, if the named task is any live call.
    pub(super) fn send_digits(&mut self, payload: &Value) -> Invoked {
        let live = self
            .named(payload)
            .is_ok_and(|task| self.is_call_task(task) && task.status == Status::Accepted);
        if !live {
            return Err("cannot send digits to a non live call".into());
        }
        let call = self.active_call.clone().ok_or("no active call")?;
        let digits = payload.get("digits").and_then(Value::as_str);
        let digits = digits.unwrap_or_default().into();
        Ok(vec![Output::Digits { call, digits }])
    }

    pub(super) fn toggle_mute(&mut self) -> Invoked {
        let call = self.active_call.as_ref();
        let call = call.ok_or("cannot call mute with no live call")?;
        let task = self.tasks.iter().find(|task| task.call_sid() == *call);
        let sid = task.map(|task| task.sid.clone()).unwrap_or_default();
        Ok(self.change(&sid, None, |task| task.muted = !task.muted))
    }

    /// Refuses while there is another call, live or waiting, and while the worker is offline. Resolves without a call
    /// if the browser can't place it, or if a call was started a moment ago: TaskRouter keeps the second one waiting.
    pub(super) fn start_outbound_call(&mut self, payload: &Value) -> Invoked {
        let has_call = |status| {
            let mut tasks = self.tasks.iter();
            tasks.any(|task| self.is_call_task(task) && task.status == status)
        };
        if self.active_call.is_some() {
            return Err("voice call already live".into());
        }
        if has_call(Status::Pending) {
            return Err("cannot do outbound calls with a pending inbound call".into());
        }
        if has_call(Status::Accepted) {
            return Err("live call task already exists".into());
        }
        if self.activity.sid == OFFLINE {
            return Err("cannot do outbound calls when offline".into());
        }
        let destination = payload
            .get("destination")
            .and_then(Value::as_str)
            .filter(|number| !number.is_empty())
            .ok_or("invalid destination")?;
        if self.outbound.is_some() || std::mem::take(&mut self.next_call_fails) {
            return Ok(Vec::new());
        }
        let given = payload.get("taskAttributes").unwrap_or(&Value::Null);
        self.outbound = Some(Outbound {
            attributes: outbound_attributes(destination, given),
        });
        Ok(vec![Output::Wait {
            timer: Timer::Outbound,
            millis: OUTBOUND,
        }])
    }

    /// The call that `StartOutboundCall` has placed gets its reservation and rings.
    pub(super) fn call_out(&mut self, now: u64) -> Vec<Output> {
        let Some(Outbound { attributes }) = self.outbound.take() else {
            return Vec::new();
        };
        self.reserve("voice".into(), attributes, Route::Target, now)
    }

    /// The agent's side of an outgoing call comes up: in the browser, or on the desk phone.
    pub(super) fn leg_is_up(&mut self, sid: &str) -> Vec<Output> {
        if self.task(sid).is_some_and(|task| self.rings(task)) {
            self.call_is_here(sid);
        }
        Vec::new()
    }

    pub(super) fn customer_answers(&mut self, sid: &str) -> Vec<Output> {
        if self.task(sid).is_some_and(|task| self.rings(task)) {
            self.accept(sid)
        } else {
            Vec::new()
        }
    }

    /// The reservation is accepted. Its call is in the browser from then on, unless it is on the desk phone. Flex
    /// learns of the conference a moment later.
    pub(super) fn accept(&mut self, sid: &str) -> Vec<Output> {
        let mut outputs = self.advance(sid, Status::Accepted, TaskEvent::Accepted);
        if self.task(sid).is_some_and(Task::is_call) {
            self.call_is_here(sid);
            outputs.push(Output::Wait {
                timer: Timer::Conference { sid: sid.into() },
                millis: CONFERENCE,
            });
        }
        outputs
    }

    /// The newest call replaces the one before, which goes on without being heard.
    fn call_is_here(&mut self, sid: &str) {
        if !self.desk_phone {
            self.active_call = Some(call_sid(sid));
        }
    }

    /// A conversation ends: the customer leaves, or the agent hangs up. An accepted task goes to wrap-up.
    pub(super) fn customer_left(&mut self, sid: &str) -> Vec<Output> {
        self.call_ends(sid);
        match self.task(sid).map(|task| task.status) {
            Some(Status::Pending) => self.end(sid, Some(Status::Canceled), TaskEvent::Canceled),
            Some(Status::Accepted | Status::Paused) => {
                self.advance(sid, Status::Wrapping, TaskEvent::Wrapup)
            }
            _ => Vec::new(),
        }
    }

    /// The call of this reservation leaves the browser.
    pub(super) fn call_ends(&mut self, sid: &str) {
        let call = call_sid(sid);
        let _ = self.active_call.take_if(|active| *active == call);
    }

    /// The task that the payload of a call's action names.
    fn named(&self, payload: &Value) -> Result<&Task, String> {
        let sid = sid_in(payload).unwrap_or_default();
        self.task(sid).ok_or_else(|| "no task in payload".into())
    }
}
