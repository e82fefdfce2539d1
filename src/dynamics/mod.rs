//! The Dynamics side: CIF v2. From [`DynamicsCall`](crate::store::DynamicsCall) to a call of the client library
//! ([`payload`]), and from whatever comes back to a typed [`Answer`](crate::store::event::Answer) ([`decode`]).

mod bindings;
pub mod client;
pub mod decode;
pub mod environment;
pub mod events;
pub mod hearing;
pub mod link;
pub mod page;
pub mod payload;
