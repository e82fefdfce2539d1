//! Fetches `config.json`, which lies beside the page.

use gloo_net::http::Request;
use web_sys::RequestCache;

use super::{Config, ConfigProblem, FILE, FetchProblem, Misconfigured, NO_FILE};
use crate::browser::clock::within;
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
    let failed = |why: gloo_net::Error| not_fetched(FetchProblem::Failed(why.to_string().into()));
    let response = Request::get(FILE)
        .cache(RequestCache::NoCache)
        .send()
        .await
        .map_err(failed)?;
    match response.status() {
        200..=299 => response.text().await.map(Some).map_err(failed),
        NO_FILE => Ok(None),
        status => Err(not_fetched(FetchProblem::Status(status))),
    }
}

fn not_fetched(why: FetchProblem) -> ConfigProblem {
    ConfigProblem::NotFetched { why }
}

fn is_page(text: &str) -> bool {
    text.trim_start().starts_with('<')
}
