//! The languages of the panel, for the build. Each has a Fluent file in `src/components/words/languages`.
//!
//! [`read()`] reads the files and compares them. [`functions`] writes the Rust functions that the panel calls, one for
//! each message. [`texts()`] writes what these functions read: a text file for each language. English is in the panel;
//! the build puts the other files beside the page, with the program `languages` of this crate, and the panel loads the one
//! that its agent speaks.

pub mod catalog;
pub mod check;
pub mod functions;
pub mod read;
pub mod texts;

pub use read::{Language, read};
pub use texts::{file, texts};
