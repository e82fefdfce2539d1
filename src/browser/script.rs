//! Loads a script that is not part of the bundle.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlScriptElement};

use super::clock;

/// The script could not be loaded, or did not load in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// Loads and runs the script at `url` (relative to the page). It has these attributes before it runs.
///
/// # Errors
/// [`NotLoaded`] after an error or after `patience` milliseconds.
pub async fn load(url: &str, attributes: &[(&str, &str)], patience: u32) -> Result<(), NotLoaded> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(NotLoaded)?;
    let script = element(&document, url, attributes).map_err(|_| NotLoaded)?;
    let settled = Promise::new(&mut |resolve, reject| {
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(&reject));
    });
    let appended = document
        .head()
        .is_some_and(|head| head.append_child(&script).is_ok());
    let loaded = appended
        && clock::within(patience, JsFuture::from(settled))
            .await
            .is_some_and(|settled| settled.is_ok());
    if loaded {
        Ok(())
    } else {
        script.remove();
        Err(NotLoaded)
    }
}

fn element(
    document: &Document,
    url: &str,
    attributes: &[(&str, &str)],
) -> Result<HtmlScriptElement, JsValue> {
    let script: HtmlScriptElement = document.create_element("script")?.unchecked_into();
    for (name, value) in attributes {
        script.set_attribute(name, value)?;
    }
    script.set_src(url);
    Ok(script)
}
