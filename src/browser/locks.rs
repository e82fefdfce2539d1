//! The part of the browser's Web Locks that the panel needs. web-sys has them only behind an unstable flag.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Window;

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`.
    #[derive(Clone, Debug)]
    pub(super) type Locks;

    /// Calls `granted` with the lock. The browser holds the lock until the promise that `granted` returns has settled.
    /// The returned promise is rejected if the lock is refused or stolen later.
    #[wasm_bindgen(method)]
    pub(super) fn request(
        this: &Locks,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Promise;
}

impl Locks {
    /// The locks. `None` if the browser has none, or if the page is not secure.
    pub(super) fn of(window: &Window) -> Option<Self> {
        let locks = Reflect::get(&window.navigator(), &"locks".into()).ok()?;
        locks.is_object().then(|| locks.unchecked_into())
    }
}

/// The options of a request. `steal` takes the lock from its holder.
pub(super) fn options(steal: bool) -> Object {
    let options = Object::new();
    // Setting a property of a plain object can't fail.
    let _ = Reflect::set(&options, &"steal".into(), &steal.into());
    options
}
