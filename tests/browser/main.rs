//! What only a browser can show, one component or one edge at a time, in one page of Chromium: `tools/test browser`.
//!
//! The tests share that page and come one after the other. Each leaves it as it was: [`stage`] takes away what a test
//! has shown.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod announcer;
mod demo;
mod diagnostics;
mod dynamics;
mod keyboard;
mod language;
mod link;
mod panel;
mod phone;
mod renderings;
mod script;
mod shortcuts;
mod stage;
mod task_list;
mod windows;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
