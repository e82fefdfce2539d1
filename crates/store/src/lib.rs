//! The shared state store: what the panel knows, what can happen, what it then does.
//!
//! Everything here is plain Rust: no browser, no clock, no randomness, no panic. It has two floors over a vocabulary:
//!
//! 1. [`words`]: the [`state`], the [`event`]s and the [`effect`]s. They do nothing.
//! 2. `mechanisms`: each keeps one part of the state. They report outcomes and decide nothing about each other.
//! 3. `rules`: R1 to R10, as `docs/rules.md` tells them. They turn the outcome of one mechanism into acts of others. With
//!    them stand `agent` (what the agent does), `snapshot` (all tasks of Flex at once) and `restore` (after a reload).
//!
//! [`update()`] is one turn over all of it. [`runtime`] drives it: it queues events, drains them through `update` and tells
//! who is listening. A test fails if a file uses one of a higher floor, or if files use each other in a circle.
//!
//! Nothing in this workspace is used here, and everything else may use it.

mod agent;
mod mechanisms;
mod restore;
mod rules;
pub mod runtime;
mod snapshot;
pub mod update;
pub mod words;

pub use mechanisms::extension::can_send_digits;
pub use mechanisms::tabs::front::foreign_in_front;
pub use mechanisms::tabs::room::TABS_PER_SESSION;
pub use runtime::{Store, Traced};
pub use update::update;
pub use words::agent::AgentAction;
pub use words::effect::{DynamicsCall, Effect, FlexCommand, Timer};
pub use words::event::{DynamicsEvent, Event, FlexEvent, WindowEvent};
pub use words::ids::{
    ActivitySid, Entity, Guid, Millis, Record, ReservationSid, SessionId, Tab, TabId, Ticket,
};
pub use words::problem::Problem;
pub use words::settings::Settings;
pub use words::state::State;
pub use words::windows::{WindowId, WindowsCall};
pub use words::{
    action, activity, awaited, click, configuration, counters, effect, event, extension, ids,
    language, problem, saved, settings, state, timeouts, windows,
};
