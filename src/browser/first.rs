//! What the page's first script (`first.js`) has done before the panel was there: it has fetched `config.json` and, if
//! this window leads, holds the lock and has put Flex's frame into the page. The panel takes over from here.
//!
//! A page without that script has done nothing of this, and the panel does all by itself.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Window;

use store::{Millis, WindowId};

#[wasm_bindgen]
extern "C" {
    /// `window.flexFirst`.
    type First;

    #[wasm_bindgen(method, getter)]
    fn config(this: &First) -> Promise;

    #[wasm_bindgen(method)]
    fn take(this: &First, name: &str) -> Option<Taken>;

    /// What `take` gives.
    type Taken;

    #[wasm_bindgen(method, getter)]
    fn opened(this: &Taken) -> f64;

    #[wasm_bindgen(method, getter)]
    fn salt(this: &Taken) -> u32;

    #[wasm_bindgen(method, getter)]
    fn held(this: &Taken) -> Promise;

    #[wasm_bindgen(method, getter)]
    fn release(this: &Taken) -> Function;

    /// The answer of the server for `config.json`.
    #[derive(Debug)]
    pub type Answer;

    /// Its status.
    #[wasm_bindgen(method, getter)]
    pub fn status(this: &Answer) -> u16;

    /// Its text, if the status says that there is one.
    #[wasm_bindgen(method, getter)]
    pub fn text(this: &Answer) -> String;
}

/// The lead that the script holds.
#[derive(Debug)]
pub struct Lead {
    /// The name that this window has among the agent's windows.
    pub own: WindowId,
    /// Rejected if another window steals the lock.
    pub held: Promise,
    /// Releases the lock.
    pub release: Function,
}

/// A promise of an [`Answer`], if the script has asked for one. Rejected if no answer came.
#[must_use]
pub fn config(window: &Window) -> Option<Promise> {
    script(window).map(|first| first.config())
}

/// Takes the lead from the script, if it holds the lock with this name. The script's part ends with this, and Flex's
/// frame belongs to the panel. If the script means another lock, it gives its lock and its frame up.
#[must_use]
pub fn take(window: &Window, name: &str) -> Option<Lead> {
    let taken = script(window)?.take(name)?;
    Some(Lead {
        own: WindowId {
            opened: Millis(taken.opened() as u64),
            salt: taken.salt(),
        },
        held: taken.held(),
        release: taken.release(),
    })
}

/// Ends the script's part, because there will be no panel. It gives its lock and its frame up.
pub fn end(window: &Window) {
    if let Some(first) = script(window) {
        // No lock has this name.
        let _ = first.take("");
    }
}

fn script(window: &Window) -> Option<First> {
    let first = Reflect::get(window, &"flexFirst".into()).ok()?;
    first.is_object().then(|| first.unchecked_into())
}
