//! Whether the agent wants keyboard shortcuts. It is kept in local storage. Agents who speak to their computer, or who
//! use a tool with the same keys, switch them off (WCAG 2.1.4).

use super::storage;

/// The key in local storage. It is set only while shortcuts are off.
const KEY: &str = "flex-cif-panel-shortcuts";
const OFF: &str = "off";

/// Whether shortcuts are on.
#[must_use]
pub fn are_on() -> bool {
    storage::read(storage::local(), KEY).as_deref() != Some(OFF)
}

/// Switches shortcuts on or off.
pub fn switch(on: bool) {
    storage::keep(storage::local(), KEY, (!on).then_some(OFF));
}
