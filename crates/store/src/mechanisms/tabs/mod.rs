//! Records and their tabs in Dynamics.

pub mod clicked;
pub mod focus;
pub mod front;
pub mod matching;
pub mod opening;
pub mod poll;
pub mod records;
pub mod room;
pub mod sessions;
pub mod watching;
