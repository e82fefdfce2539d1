//! The wire protocols as types: what the panel says, what it hears, and how any JSON becomes an event, an answer or
//! an error. Nothing here needs a browser.
//!
//! [`cif`] is the Channel Integration Framework 2.0 of Dynamics, and [`bridge`] the messages of the bridge script in Flex.
//! [`windows`] is what the agent's windows say to each other. All speak the words of [`store`].

pub mod bridge;
pub mod cif;
mod cut;
pub mod windows;
