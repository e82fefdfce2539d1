//! Loads the words of a language, a file beside the page.

use gloo_net::http::Request;

use super::clock::within;
use crate::components::words::texts;
use store::language::Language;
use store::timeouts;

/// Loads them, unless that fails or takes too long. [`texts`] has them then.
pub async fn load(language: Language) {
    if let Some(Some(text)) = within(timeouts::CONFIG, fetch(texts::file(language))).await {
        texts::learn(language, &text);
    }
}

async fn fetch(file: &str) -> Option<String> {
    let response = Request::get(file).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
