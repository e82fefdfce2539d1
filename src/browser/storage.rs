//! What the browser keeps for the panel. Storage may be missing, full or forbidden, and then throws. Nothing is kept then,
//! and the panel works without it.

use web_sys::Storage;

/// What all windows of this origin keep for good.
pub(super) fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What one window keeps until it ends.
pub(super) fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What is kept under this key.
pub(super) fn read(storage: Option<Storage>, key: &str) -> Option<String> {
    storage?.get_item(key).ok()?
}

/// Keeps a value under this key. `None` removes it.
pub(super) fn keep(storage: Option<Storage>, key: &str, value: Option<&str>) {
    if let Some(storage) = storage {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}
