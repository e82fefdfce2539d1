//! Whether the agent wants shortcuts at all, kept in local storage: who speaks to the computer, or uses a tool whose
//! keys are the same, switches them off (WCAG 2.1.4).
//!
//! Storage may be absent or forbidden, and then throws: shortcuts stay on then.

use web_sys::Storage;

/// Where it is kept, while they are off.
const KEY: &str = "flex-cif-panel-shortcuts";
const OFF: &str = "off";

/// They are on.
#[must_use]
pub fn are_on() -> bool {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    kept.as_deref() != Some(OFF)
}

/// Switches them on or off.
pub fn switch(on: bool) {
    let Some(storage) = storage() else {
        return;
    };
    // A full or forbidden storage keeps nothing; the panel goes on without.
    let _ = if on {
        storage.remove_item(KEY)
    } else {
        storage.set_item(KEY, OFF)
    };
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
