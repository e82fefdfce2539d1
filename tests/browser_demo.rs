//! The demo's page takes the panel from where its query says.
#![cfg(target_arch = "wasm32")]

use flex_cif_panel::demo::page;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn an_address_without_an_origin_stands_on_the_pages_own() {
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
