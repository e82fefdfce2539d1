//! Diagnostics for support: what has gone through the store, what Dynamics and Flex have said about themselves, and
//! which configuration is in force. Nothing here changes what the panel does.
//!
//! The [`recorder`] keeps the last events and effects as values in a [`log`], which costs next to nothing. They become
//! words only when somebody opens the page for support: [`describe`] makes a line of each, [`mask`] hides personal
//! data, [`rows`] joins questions with answers and filters, [`facts`] has everything else, and [`report`] makes JSON of
//! it all. The report holds the same as the page, with the same masks. `docs/diagnostics.md` explains it to support.
//!
//! Components and the app use this module. It depends on the store, the configuration and the clock.

pub mod describe;
pub mod facts;
pub mod log;
pub mod mask;
pub mod recorder;
pub mod report;
pub mod rows;

pub use describe::{Direction, Side};
pub use facts::Facts;
pub use mask::Masks;
pub use recorder::Recorder;
pub use rows::{Filter, Row};
