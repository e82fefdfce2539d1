//! A Dynamics, a Flex and their people as pure state machines: event in, state and messages out; no browser, no
//! clock, no randomness. The demo plays them in a browser, the tests natively, the model check in all orders:
//! there is no second truth. They behave as the platforms do, in success and in refusal.
//!
//! They know the wire, and borrow the names of things from [`store::ids`](crate::store::ids). [`library`] stands
//! between the wire and the calls of the adapter.

pub mod bridge;
pub mod dynamics;
pub mod flex;
pub mod library;
pub mod people;
pub mod studio;
pub mod wire;
