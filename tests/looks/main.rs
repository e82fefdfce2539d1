//! The looks of every state of the panel: what an auditor of accessibility and a designer would object to.
//!
//! `tools/test looks` runs these tests on the gallery of the demo build (`/state/<name>`). A [`gallery`] is one browser
//! that goes from state to state without loading a page. The scripts in `page/` do the checks there, for all states in
//! one call. A [`view`] is a theme, a width and a language. [`findings`] says in words what was found. [`pictures`]
//! compares the states with the pictures in `docs/screenshots/states/`, and takes new ones.
//!
//! Native lists under a choice can't be checked or photographed, because they are the browser's own windows.

#![cfg(not(target_arch = "wasm32"))]

mod canary;
mod findings;
mod gallery;
mod languages;
mod pictures;
#[allow(dead_code, unused_imports, reason = "a stage for three targets")]
#[path = "../e2e/stage/mod.rs"]
mod stage;
mod themes;
mod view;
