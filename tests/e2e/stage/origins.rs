//! The three origins: `dynamics.localhost`, `panel.localhost` and `flex.localhost`. Each is a static server on a free
//! port. The test sets its `config.json`, its headers, and late or wrong answers.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::{Router, serve};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::{ServeDir, ServeFile};

use super::project::of_project;

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The origin of the organization.
    Dynamics,
    /// The origin of the channel URL.
    Panel,
    /// The origin of the agent desktop.
    Flex,
}

impl Side {
    fn host(self) -> &'static str {
        match self {
            Self::Dynamics => "dynamics.localhost",
            Self::Panel => "panel.localhost",
            Self::Flex => "flex.localhost",
        }
    }
}

/// One server.
pub struct Origin {
    /// `http://<host>:<port>`, without a slash at its end.
    pub url: String,
    site: Arc<Site>,
}

/// What a server answers besides its files.
#[derive(Default)]
struct Site {
    config: Mutex<Option<String>>,
    headers: Mutex<Vec<(HeaderName, HeaderValue)>>,
    /// A path that is answered only after the switch is on.
    held: Mutex<Option<(String, watch::Receiver<bool>)>>,
    /// The paths that were asked for.
    asked: Mutex<Vec<String>>,
    /// The answers for paths that contain this, in the place of the file.
    instead: Mutex<Vec<(String, Instead)>>,
}

/// An answer in the place of a file.
#[derive(Clone, Debug)]
pub enum Instead {
    /// Only this status.
    Status(StatusCode),
    /// The server's page, as servers answer that treat every path as one of an app.
    Page,
    /// Another page.
    OtherPage(String),
    /// The file with another type.
    Type(&'static str),
    /// Only the beginning of the file.
    Half,
}

/// Releases a held answer.
#[derive(Clone)]
pub struct Held(watch::Sender<bool>);

impl Held {
    /// From now on, the path is answered.
    pub fn release(&self) {
        self.0.send_replace(true);
    }
}

impl Origin {
    /// Serves a folder. For a path that does not exist, it sends the `index.html`.
    pub async fn open(side: Side, folder: &str) -> std::io::Result<Self> {
        let folder = of_project(folder);
        let index = folder.join("index.html");
        if !index.is_file() {
            let words = format!("{} is not built: run tools/test", index.display());
            return Err(std::io::Error::other(words));
        }
        let site = Arc::new(Site::default());
        let app = Router::new()
            .fallback_service(ServeDir::new(folder).fallback(ServeFile::new(index)))
            .layer(middleware::from_fn_with_state(site.clone(), answer));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}:{}", side.host(), listener.local_addr()?.port());
        tokio::spawn(async move { serve(listener, app).await });
        Ok(Self { url, site })
    }

    /// Sets the content of `/config.json`.
    pub fn set_config(&self, text: String) {
        *lock(&self.site.config) = Some(text);
    }

    /// Sets the headers of every answer.
    pub fn set_headers(&self, headers: Vec<(HeaderName, HeaderValue)>) {
        *lock(&self.site.headers) = headers;
    }

    /// Holds the answers for paths that begin like this.
    pub fn hold(&self, path: &str) -> Held {
        let (sender, receiver) = watch::channel(false);
        *lock(&self.site.held) = Some((path.to_owned(), receiver));
        Held(sender)
    }

    /// How often paths that begin like this were asked for.
    pub fn asked(&self, path: &str) -> usize {
        let asked = lock(&self.site.asked);
        asked.iter().filter(|asked| asked.starts_with(path)).count()
    }

    /// From now on, gives this answer for paths that contain `part`.
    pub fn answer(&self, part: &str, instead: Instead) {
        lock(&self.site.instead).push((part.to_owned(), instead));
    }

    /// From now on, answers all paths correctly again.
    pub fn mend(&self) {
        lock(&self.site.instead).clear();
    }
}

async fn answer(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    lock(&site.asked).push(path.clone());
    let held = lock(&site.held).clone();
    if let Some((_, mut switch)) = held.filter(|(held, _)| path.starts_with(held)) {
        // An error means that the test is over.
        let _ = switch.wait_for(|open| *open).await;
    }
    let instead = lock(&site.instead).clone().into_iter();
    let instead = instead
        .filter(|(part, _)| path.contains(part))
        .map(|(_, instead)| instead)
        .next_back();
    let config = lock(&site.config).clone();
    let mut response = match (instead, config) {
        (Some(Instead::Status(status)), _) => status.into_response(),
        (Some(Instead::OtherPage(page)), _) => Html(page).into_response(),
        (Some(Instead::Page), _) => {
            *request.uri_mut() = Uri::from_static("/index.html");
            next.run(request).await
        }
        (Some(Instead::Type(kind)), _) => {
            let mut response = next.run(request).await;
            let kind = HeaderValue::from_static(kind);
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
            response
        }
        (Some(Instead::Half), _) => half(next.run(request).await).await,
        (None, Some(config)) if path == "/config.json" => {
            ([(header::CONTENT_TYPE, "application/json")], config).into_response()
        }
        (None, _) => next.run(request).await,
    };
    for (name, value) in lock(&site.headers).iter() {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

async fn half(whole: Response) -> Response {
    let (mut parts, body) = whole.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    Response::from_parts(parts, bytes.slice(..bytes.len() / 2).into())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
