//! Tests the loading of scripts that are not part of the bundle, in a real page.

use flex_cif_panel::browser::script::{NotLoaded, load};
use wasm_bindgen_test::wasm_bindgen_test;

const ENOUGH: u32 = 10_000;

#[wasm_bindgen_test]
async fn a_script_runs_with_its_attributes_before_it_counts_as_loaded() {
    let url = "data:text/javascript,window.seen=document.currentScript.dataset.crmurl";
    let loaded = load(url, &[("data-crmurl", "https://acme.example")], ENOUGH).await;
    assert_eq!(loaded, Ok(()));
    let seen = js_sys::eval("window.seen").expect("a value").as_string();
    assert_eq!(seen.as_deref(), Some("https://acme.example"));
}

#[wasm_bindgen_test]
async fn a_missing_script_leaves_nothing_in_the_page() {
    assert_eq!(load("no-such-script.js", &[], ENOUGH).await, Err(NotLoaded));
    let left = js_sys::eval("String(document.querySelector('script[src=\"no-such-script.js\"]'))");
    assert_eq!(left.expect("a value").as_string().as_deref(), Some("null"));
}
