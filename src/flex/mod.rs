//! The Flex side: the [`frame`] that shows Flex, the [`link`] to the bridge script in it, and what the two say to
//! each other ([`protocol`]).

pub mod frame;
mod json;
pub mod link;
pub mod protocol;
