//! The adapter for Dynamics (CIF v2). [`payload`](wire::cif::payload) turns a [`DynamicsCall`](store::DynamicsCall) into
//! calls of the client library, and [`decode`](wire::cif::decode) turns what comes back into a typed
//! [`Answer`](store::event::Answer).

mod bindings;
pub mod client;
pub mod hearing;
pub mod link;
