//! Tests of components and adapters in a page of Chromium. `tools/test browser` runs them.
//!
//! All tests share one page and run one after the other. Each leaves the page as it was: [`stage`] removes what a test
//! has shown. The tests that move the focus have a page of their own: `focus.rs`. Those of the demo
//! are in its crate: `demo.rs`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod announcer;
mod diagnostics;
mod dynamics;
mod language;
mod link;
mod panel;
mod phone;
mod renderings;
mod script;
#[allow(dead_code, reason = "a stage for two targets")]
mod stage;
mod windows;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
