//! The adapter for Flex: the [`frame`] that shows Flex, the [`link`] to the bridge script in it, and their messages
//! ([`wire::bridge`]).

pub mod frame;
mod json;
pub mod link;
