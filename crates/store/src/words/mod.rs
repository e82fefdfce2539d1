//! The vocabulary of the store: what the panel knows ([`state`]), what can happen ([`event`]), and what the panel then
//! does ([`effect`]). Words do nothing by themselves.

pub mod action;
pub mod activity;
pub mod agent;
pub mod awaited;
pub mod click;
pub mod configuration;
pub mod counters;
pub mod effect;
pub mod event;
pub mod extension;
pub mod ids;
pub mod language;
pub mod links;
pub mod mode;
pub mod problem;
pub mod saved;
pub mod settings;
pub mod sorted;
pub mod state;
pub mod tabs;
pub mod task;
pub mod timeouts;
pub mod windows;
