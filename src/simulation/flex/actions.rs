//! The Actions framework: what `Actions.invokeAction` does, with the quirks of the real one.

use serde_json::Value;

use super::event::{Event, Output, TaskEvent, Timer};
use super::task::{Status, outbound_attributes};
use super::{Flex, OFFLINE, OUTBOUND, Outbound};

/// An action's effects, or the message of the error that its promise rejects with.
type Invoked = Result<Vec<Output>, String>;

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
                // Any sid will do: Flex stores it unseen. Without one it deselects.
                self.selected = sid_in(payload).map(Into::into);
                Ok(Vec::new())
            }
            "AcceptTask" => {
                let sid = self.sid_of(payload, Status::Pending)?;
                Ok(self.advance(&sid, Status::Accepted, TaskEvent::Accepted))
            }
            "RejectTask" => {
                let sid = self.sid_of(payload, Status::Pending)?;
                Ok(self.end(&sid, None, TaskEvent::Rejected))
            }
            "WrapupTask" => {
                let sid = self.sid_of(payload, Status::Accepted)?;
                Ok(self.advance(&sid, Status::Wrapping, TaskEvent::Wrapup))
            }
            "CompleteTask" => self.complete(payload),
            "TransferTask" => {
                let sid = self.sid_of(payload, Status::Accepted)?;
                let _ = self.change(&sid, None, |task| task.handed_on = true);
                Ok(self.end(&sid, Some(Status::Completed), TaskEvent::Completed))
            }
            "HangupCall" => {
                let sid = self.call_of(payload)?;
                Ok(self.advance(&sid, Status::Wrapping, TaskEvent::Wrapup))
            }
            "HoldCall" | "UnholdCall" => {
                let sid = self.call_of(payload)?;
                Ok(self.change(&sid, None, |task| task.on_hold = action == "HoldCall"))
            }
            "ToggleMute" => {
                let sid = self.call_of(payload)?;
                Ok(self.change(&sid, None, |task| task.muted = !task.muted))
            }
            "StartOutboundCall" => self.start_outbound_call(payload),
            "NavigateToView" => self.navigate(payload),
            "SetActivity" => self.set_activity(payload),
            "Logout" => Ok(self.log_out()),
            _ => Err("Action does not exist".into()),
        }
    }

    /// The task that a payload names, which must be in this status.
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

    /// Needs no wrap-up before. Flex swallows what the cloud refuses: a waiting task stays, and the promise resolves.
    fn complete(&mut self, payload: &Value) -> Invoked {
        let sid = sid_in(payload).unwrap_or_default();
        let task = self
            .task(sid)
            .ok_or_else(|| format!("Task {sid} not found"))?;
        Ok(match task.status {
            Status::Accepted | Status::Wrapping => {
                self.end(sid, Some(Status::Completed), TaskEvent::Completed)
            }
            _ => Vec::new(),
        })
    }

    /// Refuses while the worker is offline or has a call, on the line or waiting. Resolves where the browser can't
    /// place it.
    fn start_outbound_call(&mut self, payload: &Value) -> Invoked {
        let destination = payload
            .get("destination")
            .and_then(Value::as_str)
            .filter(|number| !number.is_empty())
            .ok_or("No destination")?;
        let has_call = |status| {
            let mut tasks = self.tasks.iter();
            tasks.any(|task| task.is_call() && task.status == status)
        };
        if has_call(Status::Pending) {
            return Err("A call waits already".into());
        }
        if self.outbound.is_some() || has_call(Status::Accepted) {
            return Err("A call is live already".into());
        }
        if self.activity.sid == OFFLINE {
            return Err("The worker is offline".into());
        }
        if std::mem::take(&mut self.next_call_fails) {
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

    fn navigate(&mut self, payload: &Value) -> Invoked {
        let view = payload
            .get("viewName")
            .and_then(Value::as_str)
            .ok_or("No view")?;
        if self.view == view {
            return Ok(Vec::new());
        }
        self.view = view.into();
        Ok(vec![Output::Event(Event::View(view.into()))])
    }

    /// Resolves for an activity that is none. One in which nobody is available rejects what waits.
    fn set_activity(&mut self, payload: &Value) -> Invoked {
        let field = |name| payload.get(name).and_then(Value::as_str);
        let (name, sid) = (field("activityName"), field("activitySid"));
        let activity = self
            .activities
            .iter()
            .find(|one| name == Some(&one.name) || sid == Some(&one.sid))
            .cloned();
        let Some(activity) = activity else {
            return Ok(Vec::new());
        };
        let mut outputs = Vec::new();
        if !activity.available {
            let waiting = self
                .tasks
                .iter()
                .filter(|one| one.status == Status::Pending);
            let waiting: Vec<String> = waiting.map(|one| one.sid.clone()).collect();
            outputs.extend(
                waiting
                    .iter()
                    .flat_map(|sid| self.end(sid, None, TaskEvent::Rejected)),
            );
        }
        self.activity = activity.clone();
        outputs.push(Output::Event(Event::Activity(activity)));
        Ok(outputs)
    }

    /// The worker goes offline and the page goes; the reservations stay in the cloud.
    fn log_out(&mut self) -> Vec<Output> {
        self.signed_in = false;
        if let Some(offline) = self.activities.iter().find(|one| one.sid == OFFLINE) {
            self.activity = offline.clone();
        }
        vec![Output::After("afterLogout")]
    }
}

/// `sid`, or the sid of `task`: a reservation's, as in all payloads.
fn sid_in(payload: &Value) -> Option<&str> {
    payload
        .get("sid")
        .or_else(|| payload.get("task")?.get("sid"))?
        .as_str()
}
