//! Fetches `config.json`, which lies beside the page, unless the page's first script has fetched it already.

use gloo_net::http::Request;
use js_sys::{Error, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use super::{Config, ConfigProblem, FILE, FetchProblem, Misconfigured, NO_FILE};
use crate::browser::clock::within;
use crate::browser::first::{self, Answer};
use store::timeouts;

/// The configuration from `config.json` and the build's defaults. A missing file is fine if the defaults are enough. A
/// file that can't be read is an error.
///
/// The server at `demo_origin` answers with its page for every missing file. Any other server must not: such an answer
/// is reported as no JSON.
///
/// # Errors
/// What is wrong. The agent then sees a page that says so.
pub async fn load(demo_origin: Option<&str>) -> Result<Config, Misconfigured> {
    let file = within(timeouts::CONFIG, fetch())
        .await
        .unwrap_or_else(|| Err(not_fetched(FetchProblem::Silent)))
        .map_err(Config::unread)?
        .filter(|text| demo_origin.is_none() || !is_page(text));
    Config::read(file.as_deref(), demo_origin)
}

/// The text of the file. `None` if there is no such file.
async fn fetch() -> Result<Option<String>, ConfigProblem> {
    let answer = match web_sys::window().and_then(|window| first::config(&window)) {
        Some(answer) => fetched(answer).await,
        None => ask().await,
    };
    match answer.map_err(|why| not_fetched(FetchProblem::Failed(why.into())))? {
        (200..=299, text) => Ok(Some(text)),
        (NO_FILE, _) => Ok(None),
        (status, _) => Err(not_fetched(FetchProblem::Status(status))),
    }
}

/// The status and the text that the page's first script was answered, or why it was not.
async fn fetched(answer: Promise) -> Result<(u16, String), String> {
    let answer = JsFuture::from(answer).await;
    let answer = answer.map_err(|why| String::from(why.unchecked_into::<Error>().to_string()))?;
    let answer: Answer = answer.unchecked_into();
    Ok((answer.status(), answer.text()))
}

/// The same, if there is no such script.
async fn ask() -> Result<(u16, String), String> {
    let answer = async {
        let request = Request::get(FILE).cache(RequestCache::NoCache);
        let response = request.send().await?;
        Ok((response.status(), response.text().await?))
    };
    answer.await.map_err(|why: gloo_net::Error| why.to_string())
}

fn not_fetched(why: FetchProblem) -> ConfigProblem {
    ConfigProblem::NotFetched { why }
}

fn is_page(text: &str) -> bool {
    text.trim_start().starts_with('<')
}
