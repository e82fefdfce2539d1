//! What the Studio flow asks of Dynamics 365 before a task is routed: `findContactByPhoneNum` and `createCase`.
//!
//! The crate does no input or output of its own. A [`call::Call`] is a state machine: it says which HTTP request it
//! wants sent or how long it wants to wait, is stepped on with what came of it, and ends with the answer for the
//! caller. Twilio's Node.js (`functions/run.private.js`), the native tests and the panel's demo all drive the same
//! machine.
//!
//! Where to start: [`call`] for the machine, [`contact`] and [`case`] for the two functions, in the order of their
//! sentences. Below them, lowest first:
//!
//! - [`http`], [`problem`]: the vocabulary: requests and responses, and all that can go wrong, as values.
//! - [`environment`], [`parameters`]: what the administrator has set, what the caller has passed.
//! - [`phone`]: numbers, by libphonenumber's rules.
//! - [`odata`]: queries that cannot be broken out of.
//! - [`cache`], [`desk`], [`login`], [`dataverse`]: tokens and metadata kept between calls, the way out, the log-in,
//!   the Web API.
//! - [`columns`]: further columns of a Case, by the organization's own metadata.
//!
//! `simulation` (a feature) is the other side: a Dataverse and a log-in that answer these requests.

pub mod cache;
pub mod call;
pub mod case;
pub mod columns;
pub mod contact;
pub mod dataverse;
pub mod desk;
pub mod environment;
pub mod http;
pub mod login;
pub mod odata;
pub mod parameters;
pub mod phone;
pub mod problem;
#[cfg(feature = "simulation")]
pub mod simulation;
