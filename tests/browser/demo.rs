//! Tests what the demo's page keeps in its address: where the panel is, and what was chosen. `tools/test browser` runs them
//! beside those of the panel.

#![cfg(target_arch = "wasm32")]

use demo::page;
use wasm_bindgen_test::wasm_bindgen_test;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn an_address_without_an_origin_has_the_origin_of_the_page() {
    let here = page::origin();
    for (address, read) in [
        (
            "/panel?language=ar",
            Some(format!("{here}/panel?language=ar")),
        ),
        (
            "https://panel.example/panel",
            Some("https://panel.example/panel".to_owned()),
        ),
        ("https://", None),
    ] {
        assert_eq!(page::absolute(address), read, "{address}");
    }
}

#[wasm_bindgen_test]
fn a_kept_parameter_stands_beside_the_others_in_the_address_until_it_is_removed() {
    page::keep("app", "providers");
    page::keep("trouble", "no-call");
    page::keep("trouble", "not found & more");
    let kept = |name| page::parameter(name);
    assert_eq!(kept("trouble").as_deref(), Some("not found & more"));
    assert_eq!(kept("app").as_deref(), Some("providers"));
    page::keep("trouble", "");
    assert_eq!(kept("trouble"), None);
    assert_eq!(kept("app").as_deref(), Some("providers"));
    page::keep("app", "");
}
