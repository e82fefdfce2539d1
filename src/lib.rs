//! flex-cif-panel: Twilio Flex as a channel of Dynamics 365, kept in step by one shared state store.
//!
//! Where to start: [`store`] tells the story without a browser. Then the edges: [`dynamics`] (CIF v2), [`flex`]
//! (the frame and its bridge script), [`browser`] and [`phone`]. [`components`] is what the agent sees; [`app`]
//! and [`wiring`] put it all together.
//!
//! Who may use whom, lowest first: `store` knows nobody; the adapters know the store's vocabularies; [`diagnostics`]
//! puts them in words for support; `components` know the store; `app` knows all of them. `simulation` knows the wire and `store::ids` only; `demo` and the tests
//! stand on it, and nobody in production knows either.

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
