//! The use cases, played natively: the real store in a simulated world. Each reads as an agent's story.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::expect_used)]

mod apps;
mod arrival;
mod click_to_act;
mod completion;
mod connection;
mod day;
mod diagnostics;
mod fault;
mod faults;
mod full_session;
mod links;
mod moments;

mod reload;
mod ring_all;
mod sessions;
mod slow_dynamics;
mod start;
mod switching;
mod use_cases;
mod world;
