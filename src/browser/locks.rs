//! The Web Locks of the browser, as far as the panel needs them: web-sys has them only behind an unstable flag.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Window;

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`.
    #[derive(Clone, Debug)]
    pub(super) type Locks;

    /// Calls `granted` with the lock, which is held until what that returns has settled. The promise is rejected
    /// when the lock is refused, or is stolen later.
    #[wasm_bindgen(method)]
    pub(super) fn request(
        this: &Locks,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Promise;
}

impl Locks {
    /// `None` where the browser has none, or the page is not secure.
    pub(super) fn of(window: &Window) -> Option<Self> {
        let locks = Reflect::get(&window.navigator(), &"locks".into()).ok()?;
        locks.is_object().then(|| locks.unchecked_into())
    }
}

/// The options of a request: `steal` takes the lock from whoever holds it.
pub(super) fn options(steal: bool) -> Object {
    let options = Object::new();
    // A plain object takes every property.
    let _ = Reflect::set(&options, &"steal".into(), &steal.into());
    options
}
