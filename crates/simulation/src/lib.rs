//! A Dynamics, a Flex and their people as pure state machines: an event goes in, state and messages come out. They use
//! no browser, no clock and no randomness. The demo plays them in a browser, the tests play them natively, and the
//! model check plays them in all orders, so there is only one model of each platform. They behave as the platforms do,
//! also when they refuse.
//!
//! They depend on the wire types and on the names of things in [`store::ids`]. [`library`] stands between the wire
//! and the calls of the adapter. [`stage`] puts the panel's state between the two sides, for native tests.

pub mod bridge;
pub mod dynamics;
pub mod flex;
pub mod host_wire;
pub mod library;
pub mod people;
pub mod stage;
pub mod studio;
