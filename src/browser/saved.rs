//! What survives a reload of the page. It is kept in session storage, which belongs to one window and ends with it.
//!
//! The name of the panel's frame shows whether Dynamics has been reloaded as well: the name survives a reload of the
//! frame, but a reloaded Dynamics makes a new frame.

use serde::{Deserialize, Serialize};
use web_sys::Window;

use super::storage;
use store::saved::SavedState;

/// The key in session storage.
const KEY: &str = "flex-cif-panel";
/// How the names of the panel's frames begin.
const NAME: &str = "flex-cif-panel-";

#[derive(Deserialize, Serialize)]
struct Kept {
    /// The name of the frame that wrote it.
    frame: String,
    memory: SavedState,
}

/// What the page knew before it was reloaded. `None` if it was not reloaded, or if nothing was kept.
#[must_use]
pub fn restore(window: &Window) -> Option<SavedState> {
    let text = storage::read(storage::session(), KEY)?;
    let kept: Kept = serde_json::from_str(&text).ok()?;
    Some(if kept.frame == window.name().unwrap_or_default() {
        kept.memory
    } else {
        kept.memory.of_an_earlier_dynamics()
    })
}

/// Performs [`Effect::Save`](store::Effect::Save).
pub fn save(window: &Window, memory: &SavedState) {
    let kept = Kept {
        frame: own_name(window),
        memory: memory.clone(),
    };
    if let Ok(text) = serde_json::to_string(&kept) {
        storage::keep(storage::session(), KEY, Some(&text));
    }
}

fn own_name(window: &Window) -> String {
    let name = window.name().unwrap_or_default();
    if name.starts_with(NAME) {
        return name;
    }
    let name = format!("{NAME}{:x}", (js_sys::Math::random() * 1e16) as u64);
    // If the name can't be set, every reload looks like a reload of Dynamics.
    let _ = window.set_name(&name);
    name
}
