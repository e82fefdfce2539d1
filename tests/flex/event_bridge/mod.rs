//! A fake of TaskRouter's event bridge, on a port of its own: a WebSocket that tells events, and a POST for what would
//! be REST. What the worker can ask for and what is refused stands in [`task_router`], what is kept in [`records`], its
//! JSON in [`shapes`].

mod records;
mod shapes;
mod task_router;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware, serve};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, watch};

pub use records::{ACTIVITIES, Route, Status, WORKER, call_sid};
use task_router::{Event, Refusal, TaskRouter};

/// Between two empty frames: after 30 s of silence the SDK takes the socket for lost.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The fake.
#[derive(Clone)]
pub struct EventBridge {
    /// `<host>:<port>`.
    pub address: String,
    cloud: Arc<Cloud>,
}

struct Cloud {
    task_router: Mutex<TaskRouter>,
    /// The parameters of what the worker has asked for, without what it has only read.
    asked: Mutex<Vec<Value>>,
    /// To all sockets: an event, or `None` to drop them.
    sockets: broadcast::Sender<Option<String>>,
    /// No socket is taken.
    down: Mutex<bool>,
    /// Sockets are taken, and told nothing.
    silent: watch::Sender<bool>,
}

impl EventBridge {
    /// Opens it.
    pub async fn open() -> io::Result<Self> {
        let cloud = Arc::new(Cloud {
            task_router: Mutex::default(),
            asked: Mutex::default(),
            sockets: broadcast::Sender::new(1000),
            down: Mutex::default(),
            silent: watch::Sender::new(false),
        });
        let app = Router::new()
            .route(
                "/v1/wschannels",
                get(socket).post(request).options(preflight),
            )
            .route("/customers", post(customer).options(preflight))
            .route("/calls", post(call).options(preflight))
            .layer(middleware::map_response(for_all_origins))
            .with_state(cloud.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?.to_string();
        tokio::spawn(async move { serve(listener, app).await });
        Ok(Self { address, cloud })
    }

    /// The worker is called so: `client:…` in the browser, else a telephone.
    pub fn set_contact_uri(&self, uri: &str) {
        lock(&self.cloud.task_router).contact_uri = uri.into();
    }

    /// A task is routed to the worker; the reservation's sid.
    pub fn reserve(&self, channel: &str, attributes: &str) -> String {
        let (sid, event) = lock(&self.cloud.task_router).reserve(channel, attributes, now());
        self.cloud.tell(vec![event]);
        sid
    }

    /// A task comes to the worker in one of these ways; the reservation's sid.
    pub fn reserve_as(&self, channel: &str, attributes: &Value, route: Route) -> String {
        let attributes = attributes.to_string();
        let mut task_router = lock(&self.cloud.task_router);
        let (sid, event) = task_router.reserve_as(channel, &attributes, route, now());
        self.cloud.tell(vec![event]);
        sid
    }

    /// The customer answers the call of the worker's own that rings; its reservation, if there is one.
    pub fn customer_answers(&self) -> Option<String> {
        let (sid, events) = lock(&self.cloud.task_router).customer_answers(now())?;
        self.cloud.tell(events);
        Some(sid)
    }

    /// From now on the worker's wishes for another activity are refused with this status, or (none) granted.
    pub fn refuse_activities(&self, status: Option<u16>) {
        lock(&self.cloud.task_router).refuses_activities = status;
    }

    /// TaskRouter errs: another task is told under the sid of one that is there.
    pub fn reserve_again(&self, sid: &str, attributes: &str) {
        let event = lock(&self.cloud.task_router).reserve_again(sid, attributes, now());
        self.cloud.tell(event.into_iter().collect());
    }

    /// A supervisor sets the worker's activity.
    pub fn set_activity(&self, name: &str) {
        let answer = lock(&self.cloud.task_router).set_activity(name, now());
        if let Ok((_, events)) = answer {
            self.cloud.tell(events);
        }
    }

    /// Somebody else than the worker changes a reservation: the customer gives up, hangs up …
    pub fn advance(&self, sid: &str, next: Status) {
        let answer = lock(&self.cloud.task_router).advance(sid, next, now());
        if let Ok((_, events)) = answer {
            self.cloud.tell(events);
        }
    }

    /// The socket drops and none is taken; what happens now, no event tells.
    pub fn go_down(&self) {
        *lock(&self.cloud.down) = true;
        // Nobody may be listening.
        let _ = self.cloud.sockets.send(None);
    }

    /// Sockets are taken again.
    pub fn come_up(&self) {
        *lock(&self.cloud.down) = false;
    }

    /// From now on sockets are taken and hear nothing.
    pub fn fall_silent(&self) {
        self.cloud.silent.send_replace(true);
    }

    /// Who has waited hears what there is.
    pub fn speak(&self) {
        self.cloud.silent.send_replace(false);
    }

    /// A second reservation of the same task, as of one that is handed on: its sid.
    pub fn reserve_task_of(&self, sid: &str) -> Option<String> {
        let (sid, event) = lock(&self.cloud.task_router).reserve_task_of(sid, now())?;
        self.cloud.tell(vec![event]);
        Some(sid)
    }

    /// The reservation that was made last.
    pub fn newest(&self) -> Option<String> {
        lock(&self.cloud.task_router).newest()
    }

    /// The status of a reservation that is not over.
    pub fn status(&self, sid: &str) -> Option<Status> {
        lock(&self.cloud.task_router).status(sid)
    }

    /// The name of the worker's activity.
    pub fn activity(&self) -> &'static str {
        lock(&self.cloud.task_router).activity()
    }

    /// The parameters of what the worker has asked for so far.
    pub fn asked(&self) -> Vec<Value> {
        lock(&self.cloud.asked).clone()
    }
}

impl Cloud {
    fn tell(&self, events: Vec<Event>) {
        for Event { name, payload } in events {
            let text = json!({"event_type": name, "payload": payload}).to_string();
            // Nobody may be listening.
            let _ = self.sockets.send(Some(text));
        }
    }
}

async fn socket(State(cloud): State<Arc<Cloud>>, upgrade: WebSocketUpgrade) -> Response {
    if *lock(&cloud.down) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let events = cloud.sockets.subscribe();
    let mut silent = cloud.silent.subscribe();
    upgrade.on_upgrade(async move |socket| {
        // An error means that the test is over.
        let _ = silent.wait_for(|silent| !silent).await;
        talk(socket, events).await;
    })
}

async fn talk(mut socket: WebSocket, mut events: broadcast::Receiver<Option<String>>) {
    let init = json!({"event_type": "init", "payload": shapes::init()}).to_string();
    let mut next = Some(init);
    let mut heartbeat = tokio::time::interval(HEARTBEAT);
    while let Some(text) = next {
        if socket.send(Message::text(text)).await.is_err() {
            return;
        }
        next = tokio::select! {
            event = events.recv() => event.ok().flatten(),
            _ = heartbeat.tick() => Some(String::new()),
        };
    }
}

async fn request(State(cloud): State<Arc<Cloud>>, body: String) -> Response {
    let request: Value = serde_json::from_str(&body).unwrap_or_default();
    let (method, url) = (request["method"].as_str(), request["url"].as_str());
    let (method, url) = (method.unwrap_or_default(), url.unwrap_or_default());
    if method == "POST" {
        lock(&cloud.asked).push(request["params"].clone());
    }
    let answer = lock(&cloud.task_router).request(method, url, &request["params"], now());
    match answer {
        Ok((payload, events)) => {
            cloud.tell(events);
            Json(json!({ "payload": payload })).into_response()
        }
        Err(Refusal(status, words)) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
            (status, Json(json!({ "message": words }))).into_response()
        }
    }
}

/// What the customers of the simulated Dynamics do, passed on by the page of Flex.
async fn customer(State(cloud): State<Arc<Cloud>>, body: String) -> StatusCode {
    let act: Value = serde_json::from_str(&body).unwrap_or_default();
    let events = lock(&cloud.task_router).customer(&act, now());
    cloud.tell(events);
    StatusCode::NO_CONTENT
}

/// The worker's call in the browser has ended.
async fn call(State(cloud): State<Arc<Cloud>>, sid: String) -> StatusCode {
    let events = lock(&cloud.task_router).call_ends(&sid, now());
    cloud.tell(events);
    StatusCode::NO_CONTENT
}

async fn preflight() -> StatusCode {
    StatusCode::NO_CONTENT
}

async fn for_all_origins(mut response: Response) -> Response {
    for name in [
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        header::ACCESS_CONTROL_ALLOW_HEADERS,
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static("*"));
    }
    response
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
