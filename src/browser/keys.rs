//! Whether the agent wants keyboard shortcuts. It is kept in local storage. Agents who speak to their computer, or who
//! use a tool with the same keys, switch them off (WCAG 2.1.4).
//!
//! Storage may be missing or forbidden, and then throws. Shortcuts stay on then.

use web_sys::Storage;

/// The key in local storage. It is set only while shortcuts are off.
const KEY: &str = "flex-cif-panel-shortcuts";
const OFF: &str = "off";

/// Whether shortcuts are on.
#[must_use]
pub fn are_on() -> bool {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    kept.as_deref() != Some(OFF)
}

/// Switches shortcuts on or off.
pub fn switch(on: bool) {
    let Some(storage) = storage() else {
        return;
    };
    // If storage is full or forbidden, nothing is kept, and the panel works without it.
    let _ = if on {
        storage.remove_item(KEY)
    } else {
        storage.set_item(KEY, OFF)
    };
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
