//! The use cases from end to end: a real Chromium, three origins, the demo's simulated Dynamics and Flex around the
//! real panel. `tools/test e2e` builds nothing; `tools/test` builds the pages first.
//!
//! [`stage`] has the servers, the browser, what can be seen, and what the agent and the customers do. The other modules
//! are the use cases. No test sleeps: each waits for what an agent would see.

#![cfg(not(target_arch = "wasm32"))]

mod apps;
mod arrival;
mod bad_input;
mod click_to_act;
mod completion;
mod connection;
mod diagnostics;
mod faults;
mod first;
mod keyboard;
mod languages;
mod loading;
mod narrow;
mod navigation;
mod production;
mod reload;
mod security;
mod sessions;
mod slow_dynamics;
mod stage;
mod start_order;
mod storm;
mod switching;
mod tabs;
mod troubles;
mod windows;
