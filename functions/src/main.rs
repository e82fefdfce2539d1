//! The machine, as Node.js sees it: text in, text out. `functions/run.private.js` drives it.
//!
//! Compiled for WebAssembly only; anywhere else it is an empty program, so that the crate builds as a whole.

#[cfg(target_arch = "wasm32")]
mod edge {
    use std::cell::RefCell;
    use std::rc::Rc;

    use functions::cache::Cache;
    use functions::call::{Call, Output};
    use functions::problem::Problem;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        /// What is kept between the calls of this instance.
        static CACHE: Rc<RefCell<Cache>> = Rc::default();
    }

    /// One call of a function.
    #[wasm_bindgen]
    pub struct Session(Option<Call>);

    #[wasm_bindgen]
    impl Session {
        /// A call that has not begun, from a `functions::call::Start` as JSON.
        #[wasm_bindgen(constructor)]
        pub fn new(start: &str) -> Self {
            let start = serde_json::from_str(start).ok();
            Self(start.map(|start| Call::new(start, CACHE.with(Rc::clone))))
        }

        /// Moves on: a `functions::call::Input` in, a `functions::call::Output` out, both as JSON.
        pub fn step(&mut self, input: &str) -> String {
            let input = serde_json::from_str(input).ok();
            let output = match (&mut self.0, input) {
                (Some(call), Some(input)) => call.step(input),
                _ => Output::Answer(Problem::out_of_order().into()),
            };
            serde_json::to_string(&output).unwrap_or_default()
        }
    }
}

fn main() {}
