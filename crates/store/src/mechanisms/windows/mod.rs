//! Several windows of one agent.

pub mod election;
pub mod outbox;
pub mod remote_tabs;
