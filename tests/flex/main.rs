//! The use cases with the real Flex UI: its Actions framework, its plugin manager, its store, its UI, and the real SDK
//! of TaskRouter. Only the event bridge is a fake. `tools/test-flex` installs and bundles it first.
//!
//! [`event_bridge`] is the fake, [`voice`] a call in the browser, and [`agent`] what the agent sees and does in the
//! real Flex. Everything else is the stage of the end-to-end tests. The other modules are the tests.

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
