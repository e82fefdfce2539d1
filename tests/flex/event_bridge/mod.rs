//! A fake of TaskRouter's event bridge, on a port of its own: a WebSocket for events, and a POST in the place of REST.
//! [`task_router`] says what the worker can ask for and what is refused, [`records`] holds the records, and [`shapes`]
//! makes their JSON.

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

/// The time between two empty frames. After 30 s of silence the SDK treats the socket as lost.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The fake.
#[derive(Clone)]
pub struct EventBridge {
    /// Its address: `<host>:<port>`.
    pub address: String,
    cloud: Arc<Cloud>,
}

struct Cloud {
    task_router: Mutex<TaskRouter>,
    /// The parameters of the worker's requests, without those that only read.
    asked: Mutex<Vec<Value>>,
    /// To all sockets: an event, or `None` to drop them.
    sockets: broadcast::Sender<Option<String>>,
    /// No socket is accepted.
    down: Mutex<bool>,
    /// Sockets are accepted, but get no events.
    silent: watch::Sender<bool>,
}

impl EventBridge {
    /// Starts the fake.
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

    /// The worker's telephone: `client:…` for the browser, otherwise a phone number.
    pub fn set_contact_uri(&self, uri: &str) {
        lock(&self.cloud.task_router).contact_uri = uri.into();
    }

    /// Routes a task to the worker. Returns the reservation's sid.
    pub fn reserve(&self, channel: &str, attributes: &str) -> String {
        let (sid, event) = lock(&self.cloud.task_router).reserve(channel, attributes, now());
        self.cloud.tell(vec![event]);
        sid
    }

    /// The same for a task that reaches the worker in this way.
    pub fn reserve_as(&self, channel: &str, attributes: &Value, route: Route) -> String {
        let attributes = attributes.to_string();
        let mut task_router = lock(&self.cloud.task_router);
        let (sid, event) = task_router.reserve_as(channel, &attributes, route, now());
        self.cloud.tell(vec![event]);
        sid
    }

    /// The customer answers the outgoing call that rings. Returns its reservation, if there is one.
    pub fn customer_answers(&self) -> Option<String> {
        let (sid, events) = lock(&self.cloud.task_router).customer_answers(now())?;
        self.cloud.tell(events);
        Some(sid)
    }

    /// From now on, refuses the worker's changes of activity with this status, or (none) allows them.
    pub fn refuse_activities(&self, status: Option<u16>) {
        lock(&self.cloud.task_router).refuses_activities = status;
    }

    /// TaskRouter makes an error: it sends another task under the sid of an existing one.
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

    /// Drops the socket and accepts none. No event tells what happens from now on.
    pub fn go_down(&self) {
        *lock(&self.cloud.down) = true;
        // Nobody may be listening.
        let _ = self.cloud.sockets.send(None);
    }

    /// Accepts sockets again.
    pub fn come_up(&self) {
        *lock(&self.cloud.down) = false;
    }

    /// From now on, accepts sockets but sends nothing.
    pub fn fall_silent(&self) {
        self.cloud.silent.send_replace(true);
    }

    /// Sends what was held back, and goes on normally.
    pub fn speak(&self) {
        self.cloud.silent.send_replace(false);
    }

    /// Makes a second reservation of the same task, as for a transferred task. Returns its sid.
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

    /// The parameters of the worker's requests so far.
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

/// What the customers of the simulated Dynamics do. The page of Flex passes it on.
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
