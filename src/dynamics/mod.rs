//! The adapter for Dynamics (CIF v2). [`payload`] turns a [`DynamicsCall`](crate::store::DynamicsCall) into calls of
//! the client library, and [`decode`] turns what comes back into a typed [`Answer`](crate::store::event::Answer).

mod bindings;
pub mod client;
pub mod decode;
pub mod environment;
pub mod events;
pub mod hearing;
pub mod link;
pub mod page;
pub mod payload;
