//! The looks of every state of the panel: what an auditor of accessibility and a designer would object to.
//!
//! `tools/test looks` runs it on the gallery of the demo build (`/state/<name>`). A [`gallery`] is one browser that
//! goes from state to state without loading a page; the scripts in `page/` do the checks there, all states in one
//! call. A [`view`] is how they are looked at: theme, width, language. [`findings`] says in words what was found. [`pictures`] compares them
//! with those in `docs/screenshots/states/`, and takes them anew.
//!
//! Native lists under a choice can't be looked at or photographed: they are the browser's own windows.

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
