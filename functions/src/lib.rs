//! What the Studio flow asks of Dynamics 365 before a task is routed: `findContactByPhoneNum` and `createCase`.
//!
//! The crate does no input or output of its own. A [`call::Call`] is a state machine. It says which HTTP request it
//! needs or how long it has to wait, goes on with the result, and ends with the answer for the caller. Twilio's Node.js
//! (`functions/run.private.js`), the native tests and the panel's demo all drive the same machine.
//!
//! Where to start: [`call`] has the machine, [`contact`] and [`case`] have the two functions. Below them, the lowest
//! first:
//!
//! - [`http`], [`problem`], [`payload`]: requests and responses, everything that can go wrong, and what is written, as
//!   values.
//! - [`protocol`]: what a call and its host say to each other.
//! - [`environment`], [`parameters`]: the settings of the administrator, and what the caller has passed.
//! - [`phone`], [`spellings`]: numbers by libphonenumber's rules, and how they are usually written.
//! - [`odata`], [`binding`]: queries that no value can break, and how a caller names a record.
//! - [`columns`]: the columns of a Case and their types.
//! - [`refusal`], [`retry`], [`host`]: what a refusal means, when to try again, and the way to the host, which drives the call.
//! - [`shared`], [`cache`], [`login`], [`dataverse`]: tokens and metadata that calls share, the log-in, the Web API.
//! - [`metadata`]: which columns a Case has, and how long its texts may be.
//! - [`customer`], [`channel`], [`texts`], [`related`]: the parts of a Case.
//!
//! `simulation` (a feature) is the other side: a Dataverse and a log-in that answer these requests.

pub mod binding;
pub mod cache;
pub mod call;
pub mod case;
pub mod channel;
pub mod columns;
pub mod contact;
pub mod customer;
pub mod dataverse;
pub mod environment;
pub mod host;
pub mod http;
pub mod login;
pub mod metadata;
pub mod odata;
pub mod parameters;
pub mod payload;
pub mod phone;
pub mod problem;
pub mod protocol;
pub mod refusal;
pub mod related;
pub mod retry;
pub mod shared;
#[cfg(feature = "simulation")]
pub mod simulation;
pub mod spellings;
pub mod texts;
