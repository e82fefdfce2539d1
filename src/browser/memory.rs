//! What outlives a reload of the page, in session storage: one window's, and gone with it.
//!
//! Storage may be absent or forbidden, and then throws: nothing depends on it. Whether Dynamics itself has been
//! reloaded meanwhile tells the name of our frame: the name survives a reload of the frame, but a Dynamics that loads
//! anew makes a new frame.

use serde::{Deserialize, Serialize};
use web_sys::{Storage, Window};

use crate::store::memory::Memory;

/// Where it is kept.
const KEY: &str = "flex-cif-panel";
/// How the names of our frames begin.
const NAME: &str = "flex-cif-panel-";

#[derive(Deserialize, Serialize)]
struct Kept {
    /// The name of the frame that wrote it.
    frame: String,
    memory: Memory,
}

/// What the page knew before it was loaded anew; `None` if it was not, or nothing can be known.
#[must_use]
pub fn recall(window: &Window) -> Option<Memory> {
    let text = storage(window)?.get_item(KEY).ok()??;
    let kept: Kept = serde_json::from_str(&text).ok()?;
    Some(if kept.frame == window.name().unwrap_or_default() {
        kept.memory
    } else {
        kept.memory.of_an_earlier_dynamics()
    })
}

/// Performs [`Effect::Remember`](crate::store::Effect::Remember).
pub fn remember(window: &Window, memory: &Memory) {
    let kept = Kept {
        frame: own_name(window),
        memory: memory.clone(),
    };
    if let (Some(storage), Ok(text)) = (storage(window), serde_json::to_string(&kept)) {
        // A full or forbidden storage keeps nothing; the panel goes on without.
        let _ = storage.set_item(KEY, &text);
    }
}

fn own_name(window: &Window) -> String {
    let name = window.name().unwrap_or_default();
    if name.starts_with(NAME) {
        return name;
    }
    let name = format!("{NAME}{:x}", (js_sys::Math::random() * 1e16) as u64);
    // A name that can't be set makes every reload look like one of Dynamics.
    let _ = window.set_name(&name);
    name
}

fn storage(window: &Window) -> Option<Storage> {
    window.session_storage().ok()?
}
