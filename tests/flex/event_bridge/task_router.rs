//! TaskRouter as one worker sees it: reservations and their statuses, activities, and refusals. It is pure: a request
//! goes in; an answer and the events for all sockets come out.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::records::{ACTIVITIES, Activity, Reservation, Route, Status, WORKER};
use super::shapes;

/// An event for every socket.
#[derive(Clone, Debug)]
pub struct Event {
    pub name: &'static str,
    pub payload: Value,
}

/// Why a request is refused: the HTTP status, and words.
#[derive(Clone, Debug)]
pub struct Refusal(pub u16, pub String);

/// The result of a request.
pub type Answer = Result<(Value, Vec<Event>), Refusal>;

/// TaskRouter.
#[derive(Debug)]
pub struct TaskRouter {
    /// The worker's telephone: `client:…` for the browser, otherwise a phone number.
    pub contact_uri: String,
    /// Every change of activity by the worker is refused with this status.
    pub refuses_activities: Option<u16>,
    activity: Activity,
    reservations: BTreeMap<String, Reservation>,
    /// The customers' reservations, by the number that the customers' side uses.
    customers: BTreeMap<u64, String>,
    made: u32,
    version: u32,
}

impl Default for TaskRouter {
    fn default() -> Self {
        Self {
            contact_uri: "+15005550001".into(),
            refuses_activities: None,
            activity: ACTIVITIES[1],
            reservations: BTreeMap::new(),
            customers: BTreeMap::new(),
            made: 0,
            version: 0,
        }
    }
}

impl TaskRouter {
    /// Routes a task to the worker. Returns the reservation's sid.
    pub fn reserve(&mut self, channel: &str, attributes: &str, now: u64) -> (String, Event) {
        self.reserve_as(channel, attributes, Route::Queue, now)
    }

    /// The same, for a task that reaches the worker in another way.
    pub fn reserve_as(
        &mut self,
        channel: &str,
        attributes: &str,
        route: Route,
        now: u64,
    ) -> (String, Event) {
        self.made += 1;
        let reservation = Reservation {
            sid: format!("WR{:032x}", self.made),
            task_sid: format!("WT{:032x}", self.made),
            channel: channel.into(),
            attributes: attributes.into(),
            status: Status::Pending,
            route,
            rings: false,
            created: now,
            version: 0,
        };
        let sid = reservation.sid.clone();
        let event = told(&reservation, now);
        let _ = self.reservations.insert(sid.clone(), reservation);
        (sid, event)
    }

    /// Makes another reservation of the same task.
    pub fn reserve_task_of(&mut self, sid: &str, now: u64) -> Option<(String, Event)> {
        let first = self.reservations.get(sid)?.clone();
        self.made += 1;
        let second = Reservation {
            sid: format!("WR{:032x}", self.made),
            status: Status::Pending,
            ..first
        };
        let (sid, event) = (second.sid.clone(), told(&second, now));
        let _ = self.reservations.insert(sid.clone(), second);
        Some((sid, event))
    }

    /// Changes a reservation, by the worker's request or by somebody else.
    pub fn advance(&mut self, sid: &str, next: Status, now: u64) -> Answer {
        let reservation = self
            .reservations
            .get_mut(sid)
            .ok_or_else(|| Refusal(404, format!("Reservation {sid} not found")))?;
        if !reservation.status.leads_to(next) {
            let (now, next) = (reservation.status.name(), next.name());
            return Err(Refusal(
                400,
                format!("Reservation {sid} is {now} and can't become {next}"),
            ));
        }
        reservation.status = next;
        reservation.version += 1;
        let event = told(reservation, now);
        let payload = event.payload.clone();
        if next.is_over() {
            let _ = self.reservations.remove(sid);
        }
        Ok((payload, vec![event]))
    }

    /// Sends another task under the sid of an existing one.
    pub fn reserve_again(&mut self, sid: &str, attributes: &str, now: u64) -> Option<Event> {
        let reservation = self.reservations.get_mut(sid)?;
        reservation.attributes = attributes.into();
        Some(told(reservation, now))
    }

    /// Somebody sets the worker's activity, by its name.
    pub fn set_activity(&mut self, name: &str, now: u64) -> Answer {
        let activity = ACTIVITIES
            .into_iter()
            .find(|activity| activity.name == name);
        let sid = activity.map(|activity| activity.sid);
        self.change_activity(&json!({ "ActivitySid": sid }), now)
    }

    /// The customer answers the call that rings. Returns its reservation.
    pub fn customer_answers(&mut self, now: u64) -> Option<(String, Vec<Event>)> {
        let rings = |one: &&Reservation| one.rings && one.status == Status::Pending;
        let sid = self.reservations.values().find(rings)?.sid.clone();
        let (_, events) = self.advance(&sid, Status::Accepted, now).ok()?;
        Some((sid, events))
    }

    /// The worker's call and its conference end. An accepted task goes to wrap-up; a call that rang is canceled.
    pub fn call_ends(&mut self, call: &str, now: u64) -> Vec<Event> {
        let mut reservations = self.reservations.values();
        let Some(of_call) = reservations.find(|one| one.call_sid() == call) else {
            return Vec::new();
        };
        let next = match of_call.status {
            Status::Pending => Status::Canceled,
            _ => Status::Wrapping,
        };
        let sid = of_call.sid.clone();
        self.advance(&sid, next, now)
            .map_or_else(|_| Vec::new(), |(_, events)| events)
    }

    /// A customer of the simulated Dynamics gets in touch or leaves. A repeated offer is recognized.
    pub fn customer(&mut self, act: &Value, now: u64) -> Vec<Event> {
        let Some(number) = act["number"].as_u64() else {
            return Vec::new();
        };
        match (act["type"].as_str(), self.customers.get(&number).cloned()) {
            (Some("offer"), None) => {
                let channel = act["channel"].as_str().unwrap_or("default");
                let (sid, event) = self.reserve(channel, &act["attributes"].to_string(), now);
                let _ = self.customers.insert(number, sid);
                vec![event]
            }
            (Some("customerLeaves"), Some(sid)) => {
                let next = match self.status(&sid) {
                    Some(Status::Pending) => Status::Canceled,
                    _ => Status::Wrapping,
                };
                self.advance(&sid, next, now)
                    .map_or_else(|_| Vec::new(), |(_, events)| events)
            }
            _ => Vec::new(),
        }
    }

    /// The last reservation that is not over.
    pub fn newest(&self) -> Option<String> {
        self.reservations.keys().next_back().cloned()
    }

    /// The status of a reservation that is not over.
    pub fn status(&self, sid: &str) -> Option<Status> {
        self.reservations
            .get(sid)
            .map(|reservation| reservation.status)
    }

    /// The name of the worker's activity.
    pub fn activity(&self) -> &'static str {
        self.activity.name
    }

    /// A request of the SDK, which stands for a REST request.
    pub fn request(&mut self, method: &str, url: &str, params: &Value, now: u64) -> Answer {
        let path: Vec<&str> = url.split('/').collect();
        let list = |contents: Vec<Value>| Ok((json!({ "contents": contents }), Vec::new()));
        match (method, path.as_slice()) {
            ("GET", ["Workspaces", _, "Activities"]) => {
                list(ACTIVITIES.iter().map(shapes::activity).collect())
            }
            ("GET", ["Workspaces", _, "Workers", WORKER]) => Ok((self.worker(now), Vec::new())),
            ("POST", ["Workspaces", _, "Workers", WORKER]) => match self.refuses_activities {
                Some(status) => Err(Refusal(status, "No change of activity".into())),
                None => self.change_activity(params, now),
            },
            ("GET", ["Workspaces", _, "Workers", WORKER, "WorkerChannels"]) => {
                list(["voice", "chat", "sms"].map(shapes::channel).to_vec())
            }
            ("GET", ["Workspaces", _, "Workers", WORKER, "Reservations"]) => {
                let shape = |one| shapes::reservation(one, now);
                list(self.reservations.values().map(shape).collect())
            }
            ("POST", ["Workspaces", _, "Workers", WORKER, "Reservations", sid]) => {
                let next = asked(params).ok_or_else(|| bad(method, url, params))?;
                match self.reservations.get_mut(*sid) {
                    // It is placed, and stays pending until the customer answers.
                    Some(own) if own.is_own_call() && next == Status::Accepted => {
                        own.rings = true;
                        Ok((shapes::reservation(own, now), Vec::new()))
                    }
                    _ => self.advance(sid, next, now),
                }
            }
            ("POST", ["Workspaces", _, "Workers", WORKER, "CustomerParticipant"]) => {
                let of_task = |one: &&Reservation| params["TaskSid"] == one.task_sid.as_str();
                let call = self.reservations.values().find(of_task);
                match call.filter(|one| one.channel == "voice" && one.status == Status::Accepted) {
                    Some(call) => Ok((shapes::task(call, now), Vec::new())),
                    None => Err(bad(method, url, params)),
                }
            }
            ("POST", ["Workspaces", _, "Tasks"]) => {
                let attributes = params["Attributes"].to_string();
                let channel = params["TaskChannelUniqueName"]
                    .as_str()
                    .unwrap_or("default");
                let (sid, event) = self.reserve_as(channel, &attributes, Route::Target, now);
                let task = self.reservations.get(&sid).map(|it| shapes::task(it, now));
                Ok((task.unwrap_or_default(), vec![event]))
            }
            _ => Err(bad(method, url, params)),
        }
    }

    fn worker(&self, now: u64) -> Value {
        shapes::worker(&self.activity, &self.contact_uri, self.version, now)
    }

    fn change_activity(&mut self, params: &Value, now: u64) -> Answer {
        let sid = params["ActivitySid"].as_str();
        let activity = ACTIVITIES
            .into_iter()
            .find(|activity| Some(activity.sid) == sid)
            .ok_or_else(|| Refusal(400, format!("No activity {sid:?}")))?;
        let mut events = Vec::new();
        if params["RejectPendingReservations"] == true {
            let pending = self
                .reservations
                .values()
                .filter(|one| one.status == Status::Pending);
            for sid in pending.map(|one| one.sid.clone()).collect::<Vec<_>>() {
                events.extend(self.advance(&sid, Status::Rejected, now)?.1);
            }
        } else if !activity.available
            && self
                .reservations
                .values()
                .any(|one| one.status == Status::Pending)
        {
            return Err(Refusal(
                400,
                format!("Worker {WORKER} has pending reservations"),
            ));
        }
        self.activity = activity;
        self.version += 1;
        let worker = self.worker(now);
        events.push(Event {
            name: "worker.activity.update",
            payload: worker.clone(),
        });
        Ok((worker, events))
    }
}

/// The status that the worker asks for. A call is accepted by the instruction to join its conference.
fn asked(params: &Value) -> Option<Status> {
    match (
        params["ReservationStatus"].as_str(),
        params["Instruction"].as_str(),
    ) {
        (Some("accepted"), None) | (None, Some("conference")) => Some(Status::Accepted),
        (Some("rejected"), None) => Some(Status::Rejected),
        (Some("wrapping"), None) => Some(Status::Wrapping),
        (Some("completed"), None) => Some(Status::Completed),
        _ => None,
    }
}

fn told(reservation: &Reservation, now: u64) -> Event {
    Event {
        name: reservation.status.event(),
        payload: shapes::reservation(reservation, now),
    }
}

fn bad(method: &str, url: &str, params: &Value) -> Refusal {
    Refusal(400, format!("{method} {url} is not understood: {params}"))
}
