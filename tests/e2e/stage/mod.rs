//! What the use cases are played on.
//!
//! [`play`] gives a test a [`World`]: the three [`origins`], a [`browser`], the page opened. The world is
//! looked at in *sights* (what each of the three pages shows at one moment) and acted on by clicks. Where a test
//! fails, the [`failure`] module leaves a screenshot, the journal and the console behind.

pub mod browser;
pub mod clock;
pub mod failure;
pub mod files;
pub mod hands;
pub mod journal;
pub mod keyboard;
pub mod origins;
pub mod process;
pub mod set_up;
pub mod sights;
pub mod waiting;
pub mod windows;
pub mod world;

pub use journal::Step;
pub use origins::{Instead, Side};
pub use sights::DynamicsSight;
pub use world::{Failure, Outcome, Setting, World, play};
