//! Several windows of one agent: [`election`] decides which one leads, [`outbox`] carries what the agent does in a
//! follower to the leader, and [`remote_tabs`] finds records that are open in another window.

pub mod election;
pub mod outbox;
pub mod remote_tabs;
