//! The store, rule by rule, with events told by hand: the orders and answers that a well-behaved world rarely
//! gives. Whole use cases in a simulated world are told in `tests/scenarios`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::expect_used)]

mod arrivals;
mod bad_input;
mod bounds;
mod desk;
mod dialing;
mod elsewhere;
mod errands;
mod focus;
mod glance;
mod memory;
mod mode;
mod mode_orders;
mod opening;
mod panel;
mod recognition;
mod sessions;
mod totality;
mod windows;
