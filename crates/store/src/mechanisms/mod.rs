//! The mechanisms of the store. Each one keeps one part of the state and knows nothing of the rules above it. What a
//! mechanism finds out and does not decide itself, it reports as an [`Outcome`](turn::Outcome).

pub mod activity;
pub mod dialing;
pub mod ending;
pub mod extension;
pub mod flex_link;
pub mod mode;
pub mod selection;
pub mod tabs;
pub mod tasks;
pub mod turn;
pub mod windows;
