//! Records and their tabs in Dynamics. [`records`] keeps what is known about each record. [`opening`], [`watching`] and
//! [`matching`] bring a record's tab up, [`focus`] brings it to the front, and [`poll`] follows the agent.

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
