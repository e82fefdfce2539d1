//! flex-cif-panel: Twilio Flex as a channel of Dynamics 365. One shared state store keeps the two in step.
//!
//! Where to start: the crate [`store`] tells the whole story without a browser, and the crate [`wire`] has the two
//! protocols. Then read the edges: [`dynamics`] (CIF v2), [`flex`] (the frame and its bridge script), [`browser`] and
//! [`phone`]. [`components`] is what the agent sees. [`app`] and [`wiring`] put it all together.
//!
//! The crate `demo` mounts the same app, and plays the world around it.
//!
//! The adapters and the components depend on the store's words and not on each other. [`diagnostics`] puts these words
//! into a form for support.

pub mod app;
pub mod browser;
pub mod components;
pub mod config;
pub mod diagnostics;
pub mod dynamics;
pub mod flex;
pub mod phone;
pub mod route;
pub mod wiring;
