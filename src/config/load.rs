//! Fetches `config.json`, which lies beside the page.

use gloo_net::http::Request;
use web_sys::RequestCache;

use super::{Config, ConfigProblem, FILE, FetchProblem, Misconfigured, NO_FILE};
use crate::browser::clock::within;
use store::timeouts;

/// The configuration from `config.json` and the build's defaults. A missing file is fine if the defaults are enough. A
/// file that can't be read is an error.
///
/// # Errors
/// What is wrong. The agent then sees a page that says so.
pub async fn load() -> Result<Config, Misconfigured> {
    let file = within(timeouts::CONFIG, fetch())
        .await
        .unwrap_or_else(|| Err(not_fetched(FetchProblem::Silent)))
        .map_err(Config::unread)?;
    Config::read(file.as_deref(), demo_origin().as_deref())
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

/// Whether the demo's server has answered with its page, which it does for every missing file. In production such an
/// answer is reported as no JSON.
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
