//! The three origins: `dynamics.localhost`, `panel.localhost` and `flex.localhost`, each a static server on a free
//! port with a `config.json`, headers and late or wrong answers as the test sets them.

use std::path::PathBuf;
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

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The organization's origin.
    Dynamics,
    /// The channel URL's.
    Panel,
    /// The one of the agent desktop.
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

/// What a server answers beside its files.
#[derive(Default)]
struct Site {
    config: Mutex<Option<String>>,
    headers: Mutex<Vec<(HeaderName, HeaderValue)>>,
    /// A path that is answered only once the switch is on.
    held: Mutex<Option<(String, watch::Receiver<bool>)>>,
    /// What is answered for paths that hold this, in place of the file.
    instead: Mutex<Vec<(String, Instead)>>,
}

/// What a server answers in place of a file.
#[derive(Clone, Debug)]
pub enum Instead {
    /// This status, and nothing more.
    Status(StatusCode),
    /// Its page, as servers do that take every path for one of an app's.
    Page,
    /// Another page.
    OtherPage(String),
    /// The file as a file of another type.
    Type(&'static str),
    /// The beginning of the file.
    Half,
}

/// Lets a held answer go.
#[derive(Clone)]
pub struct Held(watch::Sender<bool>);

impl Held {
    /// From now on the path is answered.
    pub fn release(&self) {
        self.0.send_replace(true);
    }
}

impl Origin {
    /// Serves a folder; a path that it does not have gets its `index.html`.
    pub async fn open(side: Side, folder: &str) -> std::io::Result<Self> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
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

    /// What `/config.json` says.
    pub fn set_config(&self, text: String) {
        *lock(&self.site.config) = Some(text);
    }

    /// Headers of every answer.
    pub fn set_headers(&self, headers: Vec<(HeaderName, HeaderValue)>) {
        *lock(&self.site.headers) = headers;
    }

    /// Keeps everybody waiting who asks for a path that begins like this.
    pub fn hold(&self, path: &str) -> Held {
        let (sender, receiver) = watch::channel(false);
        *lock(&self.site.held) = Some((path.to_owned(), receiver));
        Held(sender)
    }

    /// From now on answers this for paths that hold `part`.
    pub fn answer(&self, part: &str, instead: Instead) {
        lock(&self.site.instead).push((part.to_owned(), instead));
    }

    /// From now on answers for all paths again as it should.
    pub fn mend(&self) {
        lock(&self.site.instead).clear();
    }
}

async fn answer(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
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
