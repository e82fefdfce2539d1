//! The Actions framework: what `Actions.invokeAction` does, with the quirks of the real one.

use serde_json::Value;

use super::event::{Event, Output, TaskEvent};
use super::task::{Activity, Status};
use super::{Flex, OFFLINE};

/// The outputs of an action, or the message of the error with which its promise rejects.
pub(super) type Invoked = Result<Vec<Output>, String>;

impl Flex {
    pub(super) fn invoke(&mut self, action: &str, payload: &Value) -> Invoked {
        if !self.signed_in {
            return Err("Flex is not logged in".into());
        }
        if !self.connected && !matches!(action, "SelectTask" | "NavigateToView" | "Logout") {
            return Err("Network Error".into());
        }
        match action {
            "SelectTask" => {
                // Flex stores any sid without checking it. Without a sid it deselects.
                self.selected = sid_in(payload).map(Into::into);
                self.read_what_is_in_front();
                Ok(Vec::new())
            }
            "AcceptTask" => {
                let sid = self.sid_of(payload, Status::Pending)?;
                if self.task(&sid).is_some_and(|task| self.rings(task)) {
                    // Flex itself has accepted it and waits for the customer.
                    return Err("Action is blocked".into());
                }
                Ok(self.accept(&sid))
            }
            "RejectTask" => {
                let sid = self.sid_of(payload, Status::Pending)?;
                self.call_ends(&sid);
                Ok(self.end(&sid, None, TaskEvent::Rejected))
            }
            "WrapupTask" => {
                let sid = self.sid_of(payload, Status::Accepted)?;
                Ok(self.advance(&sid, Status::Wrapping, TaskEvent::Wrapup))
            }
            "CompleteTask" => self.complete(payload),
            "TransferTask" => {
                let sid = self.sid_of(payload, Status::Accepted)?;
                self.call_ends(&sid);
                self.alter(&sid, |task| task.handed_on = true);
                Ok(self.end(&sid, Some(Status::Completed), TaskEvent::Completed))
            }
            "HangupCall" => self.hang_up(payload),
            "EndVoiceTask" => self.end_voice_task(payload),
            "HoldCall" | "UnholdCall" => {
                let sid = self.call_of(payload)?;
                Ok(self.change(&sid, None, |task| task.on_hold = action == "HoldCall"))
            }
            "SendDTMFDigits" => self.send_digits(payload),
            "ToggleMute" => self.toggle_mute(),
            "StartOutboundCall" => self.start_outbound_call(payload),
            "NavigateToView" => self.navigate(payload),
            "SetActivity" => self.set_activity(payload),
            "Logout" => Ok(self.log_out()),
            _ => Err("Action does not exist".into()),
        }
    }

    /// The sid of the task that a payload names. The task must have this status.
    fn sid_of(&self, payload: &Value, status: Status) -> Result<String, String> {
        let sid = sid_in(payload).unwrap_or_default();
        let task = self
            .task(sid)
            .ok_or_else(|| format!("Task {sid} not found"))?;
        if task.status == status {
            Ok(task.sid.clone())
        } else {
            Err(format!("Task {sid} is {}", task.status.name()))
        }
    }

    fn call_of(&self, payload: &Value) -> Result<String, String> {
        let sid = self.sid_of(payload, Status::Accepted)?;
        match self.task(&sid) {
            Some(task) if task.is_call() => Ok(sid),
            _ => Err(format!("Task {sid} is no call")),
        }
    }

    /// `CompleteTask` needs no wrap-up first. Flex swallows the refusals of the cloud: a waiting task stays, and the
    /// promise resolves.
    fn complete(&mut self, payload: &Value) -> Invoked {
        let sid = sid_in(payload).unwrap_or_default();
        let task = self
            .task(sid)
            .ok_or_else(|| format!("Task {sid} not found"))?;
        Ok(match task.status {
            Status::Accepted | Status::Paused | Status::Wrapping => {
                self.end(sid, Some(Status::Completed), TaskEvent::Completed)
            }
            _ => Vec::new(),
        })
    }

    fn navigate(&mut self, payload: &Value) -> Invoked {
        let view = payload
            .get("viewName")
            .and_then(Value::as_str)
            .ok_or("No view")?;
        if self.view == view {
            return Ok(Vec::new());
        }
        self.view = view.into();
        self.read_what_is_in_front();
        Ok(vec![Output::Event(Event::View(view.into()))])
    }

    /// `SetActivity` also resolves for an unknown name and for the current activity. An unknown sid makes Flex throw.
    fn set_activity(&mut self, payload: &Value) -> Invoked {
        let field = |name| payload.get(name).and_then(Value::as_str);
        let named = |one: &Activity| Some(one.name.as_str()) == field("activityName");
        let meant = |one: &Activity| match field("activitySid") {
            Some(sid) => one.sid == sid,
            None => named(one),
        };
        if field("activitySid").is_some() && !self.activities.iter().any(meant) {
            return Err("Cannot read properties of undefined (reading 'name')".into());
        }
        if self.activity_held_back {
            return Err("Action SetActivity cancelled by before event".into());
        }
        if self.activity_swallowed || meant(&self.activity) {
            return Ok(Vec::new());
        }
        if self.activity_refused && self.activities.iter().any(meant) {
            return Err("could not set activity".into());
        }
        Ok(self.become_active(meant))
    }

    /// The worker gets this activity, if it exists. An activity in which nobody is available rejects all waiting
    /// reservations.
    pub(super) fn become_active(&mut self, meant: impl Fn(&Activity) -> bool) -> Vec<Output> {
        let Some(activity) = self.activities.iter().find(|one| meant(one)).cloned() else {
            return Vec::new();
        };
        let mut outputs = Vec::new();
        if !activity.available {
            let waiting = self
                .tasks
                .iter()
                .filter(|one| one.status == Status::Pending);
            let waiting: Vec<String> = waiting.map(|one| one.sid.clone()).collect();
            for sid in waiting {
                self.call_ends(&sid);
                outputs.extend(self.end(&sid, None, TaskEvent::Rejected));
            }
        }
        self.activity = activity.clone();
        outputs.push(Output::Event(Event::Activity(activity)));
        outputs
    }

    /// The worker goes offline and the page goes away. The reservations stay in the cloud.
    fn log_out(&mut self) -> Vec<Output> {
        self.signed_in = false;
        if let Some(offline) = self.activities.iter().find(|one| one.sid == OFFLINE) {
            self.activity = offline.clone();
        }
        vec![Output::After("afterLogout")]
    }
}

/// `sid`, or the sid of `task`. It is a reservation's sid, as in all payloads.
pub(super) fn sid_in(payload: &Value) -> Option<&str> {
    payload
        .get("sid")
        .or_else(|| payload.get("task")?.get("sid"))?
        .as_str()
}
