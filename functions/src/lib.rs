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
//! - [`http`], [`problem`], [`payload`]: the vocabulary: requests and responses, all that can go wrong, as values, and
//!   what is written.
//! - [`environment`], [`parameters`]: what the administrator has set, what the caller has passed.
//! - [`phone`], [`spellings`]: numbers, by libphonenumber's rules, and how they are usually written.
//! - [`odata`], [`binding`]: queries that cannot be broken out of, and how a caller points to a record.
//! - [`refusal`], [`retry`], [`host`]: what a refusal means, when to try again, the way out.
//! - [`shared`], [`cache`], [`login`], [`dataverse`]: tokens and metadata shared by calls, the log-in, the Web API.
//! - [`columns`], [`lengths`]: the columns of a Case, by the organization's own metadata.
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
pub mod lengths;
pub mod login;
pub mod odata;
pub mod parameters;
pub mod payload;
pub mod phone;
pub mod problem;
pub mod refusal;
pub mod related;
pub mod retry;
pub mod shared;
#[cfg(feature = "simulation")]
pub mod simulation;
pub mod spellings;
pub mod texts;
