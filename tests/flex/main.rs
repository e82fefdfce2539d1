//! The use cases once more, with the real Flex UI: its Actions framework, its plugin manager, its store, its UI, and
//! the real SDK of TaskRouter against a fake of the event bridge. `tools/test-flex` installs and bundles it first.
//!
//! [`event_bridge`] is the fake, [`voice`] a call in the browser, [`agent`] what the agent sees and does in the real
//! Flex; all else is the stage of the
//! end-to-end tests, on which the other modules play.

#![cfg(not(target_arch = "wasm32"))]

mod agent;
mod event_bridge;
#[allow(dead_code, unused_imports, reason = "a stage for two targets")]
#[path = "../e2e/stage/mod.rs"]
mod stage;
mod voice;

mod arrival;
mod bad_input;
mod calls;
mod completion;
mod dialing;
mod interruptions;
mod narrow;
mod other_plugins;
mod sessions;
mod simulated;
mod switching;
