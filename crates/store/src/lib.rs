//! The store of the panel: what the panel knows, what can happen, and what the panel then does.
//!
//! Everything here is plain Rust without a browser, a clock, random numbers or panics. The crate has three floors. Each
//! floor uses only the floors before it:
//!
//! 1. [`words`], the vocabulary: the [`state`], the [`event`]s and the [`effect`]s. Words do nothing by themselves.
//! 2. `mechanisms`: each mechanism keeps one part of the state. It reports outcomes, and decides nothing for others.
//! 3. `rules`: the rules R1 to R10 of `docs/rules.md`. They turn the outcome of one mechanism into acts of others.
//!    Beside the rules stand `agent` (what the agent does), `snapshot` (all tasks of Flex at once) and `restore` (what
//!    happens after a reload).
//!
//! [`update()`] handles one event in one turn over all floors. [`runtime`] queues the events, passes them to `update`
//! one by one, and tells the listeners about each new state. A test fails if a file uses a higher floor, or if files
//! use each other in a circle.
//!
//! The store uses nothing else of this workspace. Everything else may use the store.

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
pub use update::{publish, turn, update};
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
    language, problem, saved, settings, sorted, state, timeouts, windows,
};
