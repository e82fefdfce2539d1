//! Exports text from the page: to the clipboard or into a file.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, Document, HtmlAnchorElement, HtmlDocument, HtmlElement, HtmlTextAreaElement, Url,
};

/// How long the browser has to fetch what it saves, in milliseconds.
const SAVING: u32 = 60_000;

/// Copies text to the clipboard, after a click of the agent. Returns whether that worked. It uses the old
/// `execCommand`, because `navigator.clipboard` needs a permission that Dynamics' frame does not give.
pub fn copy(text: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| copy_in(&document, text).unwrap_or(false))
}

fn copy_in(document: &Document, text: &str) -> Result<bool, JsValue> {
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    field.set_value(text);
    // The browser can only select text that is in the page. The field is out of sight.
    field.set_class_name("unseen");
    let body = document.body().ok_or(JsValue::NULL)?;
    let _ = body.append_child(&field)?;
    let _ = field.focus();
    field.select();
    let copied = document
        .unchecked_ref::<HtmlDocument>()
        .exec_command("copy");
    field.remove();
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    copied
}

/// Saves text as a file of this name. The browser decides, or asks the agent, whether it does.
pub fn save(name: &str, text: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document {
        // A browser without blobs can't save files.
        let _ = save_from(&document, name, text);
    }
}

fn save_from(document: &Document, name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(SAVING, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
