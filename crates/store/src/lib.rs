//! The shared state store: what the panel knows, what can happen, what it then does.
//!
//! Everything here is plain Rust: no browser, no clock, no randomness, no panic. Read in this order:
//! the three vocabularies [`state`], [`event`] and [`effect`], with [`problem`], [`configuration`] and [`language`];
//! then [`update()`], one match that hands on to the stories: [`tasks`] (the life of a reservation), [`arrival`] (how
//! it begins), [`snapshot`] (all of them at once), [`records`], [`opening`], [`sessions`], [`watching`],
//! [`recognition`] and [`room`] (a record gets its tab), [`selection`], [`focus`] and [`glance`] (one focus on three
//! sides), [`mode`] (dock, minimize), [`ending`] (a call and all else ends), [`dialing`] (click-to-act) with
//! [`clicked`], [`dialable`] and [`extension`], [`activity`] (what the worker does), [`memory`] (what outlives a reload) and
//! [`lead`] (which of several [`windows`] leads), with [`errands`] and [`elsewhere`]; [`counters`] counts what went
//! amiss.
//! [`runtime`] drives it: it queues events, drains them through `update` and tells who is listening.
//!
//! Who may use it: everybody. Whom it knows: nobody.

pub mod activity;
pub mod arrival;
pub mod awaited;
pub mod clicked;
pub mod configuration;
pub mod counters;
pub mod dialable;
pub mod dialing;
pub mod effect;
pub mod elsewhere;
pub mod ending;
pub mod errands;
pub mod event;
pub mod extension;
pub mod focus;
pub mod glance;
pub mod ids;
pub mod language;
pub mod lead;
pub mod memory;
pub mod mode;
pub mod opening;
pub mod patience;
pub mod problem;
pub mod recognition;
pub mod records;
pub mod room;
pub mod runtime;
pub mod selection;
pub mod sessions;
pub mod settings;
pub mod snapshot;
pub mod state;
pub mod tabs;
pub mod task;
pub mod tasks;
mod turn;
pub mod update;
pub mod watching;
pub mod windows;

pub use effect::{DynamicsCall, Effect, FlexCommand, Timer};
pub use event::{AgentAct, DynamicsEvent, Event, FlexEvent, WindowEvent};
pub use ids::{
    ActivitySid, Entity, Guid, Millis, Record, RequestId, ReservationSid, SessionId, Tab, TabId,
};
pub use problem::Problem;
pub use runtime::{Happened, Store};
pub use settings::Settings;
pub use state::State;
pub use update::update;
pub use windows::{WindowId, WindowsCall};
