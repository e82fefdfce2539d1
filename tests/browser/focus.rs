//! The tests of components that move the focus. A page has only one focus, so they have a page of their own.
//! `tools/test browser` runs them after those in `main.rs`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod keyboard;
mod shortcuts;
#[allow(dead_code, reason = "a stage for two targets")]
mod stage;
mod task_list;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
