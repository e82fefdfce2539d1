//! The simulated organization and its log-in, over HTTP on their own port.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use axum::body::{Body, to_bytes};
use axum::http::{Method as HttpMethod, Response as HttpResponse};
use functions::http::{Method, Request, Response};
use functions::simulation::Cloud;
use functions::simulation::memory::Memory;
use percent_encoding::percent_decode_str;
use serde_json::json;
use tokio::net::TcpListener;

use crate::support::{directory, rows};

/// What happens to a request to Dynamics instead of an answer.
#[derive(Clone, Copy)]
pub enum Trouble {
    /// 429, to wait for this many seconds.
    Busy(u64),
    /// 429, to wait until this date.
    BusyUntil(SystemTime),
    /// 400, with this code.
    Throttles(&'static str),
    /// 403, with these words.
    Refuses(&'static str),
    /// The connection is closed in the middle of the response.
    HangsUp,
    /// No answer comes.
    Silent,
}

struct Inside {
    cloud: Cloud<Memory>,
    requests: Vec<Seen>,
    troubles: VecDeque<Trouble>,
    /// How long an answer takes.
    latency: Duration,
}

/// A request as it arrived.
#[derive(Clone)]
pub struct Seen {
    pub method: Method,
    pub target: String,
    pub headers: BTreeMap<String, String>,
    pub body: Option<String>,
}

impl Seen {
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The query, decoded.
    pub fn query(&self) -> String {
        let query = self
            .target
            .split_once('?')
            .map(|(_, query)| query)
            .unwrap_or_default();
        percent_decode_str(query)
            .decode_utf8()
            .expect("UTF-8")
            .into_owned()
    }
}

pub struct Organization {
    origin: String,
    inside: Arc<Mutex<Inside>>,
}

impl Organization {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let cloud = Cloud {
            organization: origin.clone(),
            directory: directory(&origin),
            tables: rows(),
        };
        let inside = Inside {
            cloud,
            requests: Vec::new(),
            troubles: VecDeque::new(),
            latency: Duration::ZERO,
        };
        let inside = Arc::new(Mutex::new(inside));
        let (shared, base) = (Arc::clone(&inside), origin.clone());
        let app = axum::Router::new().fallback(move |request: axum::extract::Request| {
            answer(Arc::clone(&shared), base.clone(), request)
        });
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { origin, inside }
    }

    /// The environment variables with which the functions reach this organization.
    pub fn variables(&self) -> BTreeMap<&'static str, String> {
        BTreeMap::from([
            ("DYNAMICS_HOST", self.origin.clone()),
            ("DYNAMICS_LOGIN_URL", self.origin.clone()),
            ("DYNAMICS_TENANT_ID", "acme.onmicrosoft.com".to_owned()),
            ("DYNAMICS_CLIENT_ID", "client".to_owned()),
            ("DYNAMICS_CLIENT_SECRET", "s3cret&".to_owned()),
        ])
    }

    /// The next requests to Dynamics meet these troubles.
    pub fn orders(&self, troubles: impl IntoIterator<Item = Trouble>) {
        self.inside().troubles.extend(troubles);
    }

    /// Ends all trouble.
    pub fn forgives(&self) {
        self.inside().troubles.clear();
    }

    /// From now on each answer takes this long.
    pub fn takes(&self, latency: Duration) {
        self.inside().latency = latency;
    }

    pub fn requests(&self) -> Vec<Seen> {
        self.inside().requests.clone()
    }

    pub fn cases(&self) -> usize {
        self.inside().cloud.tables.all("incidents").len()
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().expect("no test has panicked in here")
    }
}

async fn answer(
    inside: Arc<Mutex<Inside>>,
    origin: String,
    request: axum::extract::Request,
) -> HttpResponse<Body> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a body");
    let body = String::from_utf8(body.into()).expect("UTF-8");
    let headers = parts
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().expect("text").to_owned()));
    let seen = Seen {
        method: match parts.method {
            HttpMethod::GET => Method::Get,
            HttpMethod::PATCH => Method::Patch,
            _ => Method::Post,
        },
        target: parts.uri.to_string(),
        headers: headers.collect(),
        body: Some(body).filter(|body| !body.is_empty()),
    };
    let (taken_in, latency) = {
        let mut inside = inside.lock().expect("no test has panicked in here");
        (inside.take_in(seen, &origin), inside.latency)
    };
    tokio::time::sleep(latency).await;
    match taken_in {
        Ok(response) => {
            let answered = HttpResponse::builder().status(response.status);
            let answered = answered.header("content-type", "application/json");
            answered
                .body(Body::from(response.body))
                .expect("a response")
        }
        Err(trouble) => trouble.response().await,
    }
}

impl Inside {
    /// The organization's response, or the trouble that comes instead.
    fn take_in(&mut self, seen: Seen, origin: &str) -> Result<Response, Trouble> {
        self.requests.push(seen.clone());
        if seen.path().starts_with("/api/")
            && let Some(trouble) = self.troubles.pop_front()
        {
            return Err(trouble);
        }
        let mut request = Request::get(format!("{origin}{}", seen.target));
        request.method = seen.method;
        request.headers = seen.headers;
        request.body = seen.body;
        Ok(self.cloud.answer(&request))
    }
}

impl Trouble {
    async fn response(self) -> HttpResponse<Body> {
        let answered = HttpResponse::builder();
        let answered = match self {
            Self::Busy(seconds) => answered
                .status(429)
                .header("retry-after", seconds)
                .body(Body::empty()),
            Self::BusyUntil(then) => answered
                .status(429)
                .header("retry-after", httpdate::fmt_http_date(then))
                .body(Body::empty()),
            Self::Throttles(code) => {
                let body =
                    json!({ "error": { "code": code, "message": "This query is throttled." } });
                answered.status(400).body(Body::from(body.to_string()))
            }
            Self::Refuses(words) => {
                let body = json!({ "error": { "code": "0x80040220", "message": words } });
                answered.status(403).body(Body::from(body.to_string()))
            }
            Self::HangsUp => answered.header("content-length", 100).body(Body::from("{")),
            Self::Silent => {
                tokio::time::sleep(Duration::from_secs(60)).await;
                answered.body(Body::empty())
            }
        };
        answered.expect("a response")
    }
}
