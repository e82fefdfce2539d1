//! flex-cif-panel: Twilio Flex as a channel of Dynamics 365. One shared state store keeps the two in step.
//!
//! Where to start: [`store`] tells the whole story without a browser. Then read the edges: [`dynamics`] (CIF v2),
//! [`flex`] (the frame and its bridge script), [`browser`] and [`phone`]. [`components`] is what the agent sees.
//! [`app`] and [`wiring`] put it all together.
//!
//! The layers, the lowest first: `store` depends on nothing else here. The adapters depend on the store's words.
//! [`diagnostics`] puts these words into a form for support. `components` depend on the store, and `app` depends on
//! everything. `simulation` depends only on the wire types and `store::ids`. `demo` and the tests use the simulation;
//! production code uses neither.

pub mod app;
pub mod browser;
pub mod components;
pub mod config;
#[cfg(feature = "demo")]
pub mod demo;
pub mod diagnostics;
pub mod dynamics;
pub mod flex;
pub mod phone;
pub mod route;
#[cfg(feature = "demo")]
pub mod simulation;
pub mod store;
pub mod wiring;
