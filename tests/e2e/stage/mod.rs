//! The stage of the use cases.
//!
//! [`play`] gives a test a [`World`]: the three [`origins`] and a [`browser`] with the page open. A test looks at
//! *sights* (what each of the three pages shows at one moment) and acts by clicks. If a test fails, the [`failure`]
//! module saves a screenshot, the journal and the console.

pub mod browser;
pub mod clock;
pub mod failure;
pub mod files;
pub mod hands;
pub mod journal;
pub mod keyboard;
pub mod origins;
pub mod outcome;
pub mod play;
pub mod process;
pub mod project;
pub mod set_up;
pub mod sights;
pub mod waiting;
pub mod windows;
pub mod world;

pub use journal::Step;
pub use origins::{Instead, Side};
pub use outcome::{Failure, Outcome};
pub use play::play;
pub use sights::DynamicsSight;
pub use world::{Setting, World};
