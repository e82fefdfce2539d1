//! Tests of the store, rule by rule. Each test dispatches its events by hand, in orders that a well-behaved world
//! rarely produces. `tests/scenarios` runs whole use cases in a simulated world.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::expect_used)]

mod activity;
mod after_an_end;
mod arrivals;
mod auto;
mod bad_input;
mod bounds;
mod clicked;
mod desk;
mod dialing;
mod dialing_reloads;
mod ending;
mod extension;
mod floors;
mod focus;
mod full_session;
mod matching;
mod mode;
mod mode_orders;
mod number_choice;
mod opening;
mod outbox;
mod panel;
mod poll;
mod remote_tabs;
mod rescinded;
mod saved;
mod saved_openings;
mod session_ends;
mod sessions;
mod snapshots;
mod totality;
mod windows;
