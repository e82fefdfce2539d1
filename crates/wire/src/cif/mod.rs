//! Dynamics (CIF v2). [`payload`] turns a [`DynamicsCall`](store::DynamicsCall) into calls of the client library, and
//! [`decode`] turns what comes back into a typed [`Answer`](store::event::Answer). [`events`] and [`environment`] read what
//! the host tells of itself, and [`page`] remembers the page in front.

pub mod decode;
pub mod environment;
pub mod events;
pub mod page;
pub mod payload;
