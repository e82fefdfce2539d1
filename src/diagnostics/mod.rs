//! What helps those who help the agent: what has gone through the store, what the two sides have told of themselves,
//! which configuration is in force. Nothing here changes what the panel does.
//!
//! The [`recorder`] keeps the last events and effects as they are in a [`log`], which costs next to nothing. Only when
//! somebody looks are they put in words: [`describe`] makes a line of each, [`mask`] hides what is about people,
//! [`rows`] puts question and answer together and searches, [`facts`] has the rest, and [`report`] makes JSON of it
//! all. What the page shows and what leaves it is the same, and masked alike. For support: `docs/diagnostics.md`.
//!
//! Who may use it: components and the app. Whom it knows: the store, the configuration and the clock.

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
