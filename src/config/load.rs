//! Fetches `config.json` from beside the page.

use gloo_net::http::Request;
use web_sys::RequestCache;

use super::{Config, ConfigProblem, FILE, FetchProblem, Misconfigured, NO_FILE};
use crate::browser::clock::within;
use crate::store::patience;

/// The configuration, from `config.json` and the build's defaults. No file at all is fine if the defaults suffice; a
/// file that can't be read is not.
///
/// # Errors
/// What is wrong with it, for the page that the agent then sees.
pub async fn load() -> Result<Config, Misconfigured> {
    let file = within(patience::CONFIG, fetch())
        .await
        .unwrap_or_else(|| Err(not_fetched(FetchProblem::Silent)))
        .map_err(Config::unread)?;
    Config::read(file.as_deref(), demo_origin().as_deref())
}

/// The file's text; `None` if there is no such file.
async fn fetch() -> Result<Option<String>, ConfigProblem> {
    let failed = |why: gloo_net::Error| not_fetched(FetchProblem::Failed(why.to_string().into()));
    let response = Request::get(FILE)
        .cache(RequestCache::NoCache)
        .send()
        .await
        .map_err(failed)?;
    match response.status() {
        200..=299 => {
            let text = response.text().await.map_err(failed)?;
            Ok((!is_page_instead(&text)).then_some(text))
        }
        NO_FILE => Ok(None),
        status => Err(not_fetched(FetchProblem::Status(status))),
    }
}

fn not_fetched(why: FetchProblem) -> ConfigProblem {
    ConfigProblem::NotFetched { why }
}

/// The demo's server answers with the page where it has no file. In production that is no JSON, and said so.
fn is_page_instead(text: &str) -> bool {
    cfg!(feature = "demo") && text.trim_start().starts_with('<')
}

fn demo_origin() -> Option<String> {
    if cfg!(feature = "demo") {
        web_sys::window()?.location().origin().ok()
    } else {
        None
    }
}
