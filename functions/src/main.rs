//! The machine as Node.js sees it: text in, text out. `functions/run.private.js` drives it.
//!
//! It is compiled for WebAssembly only. Elsewhere it is an empty program, so that the whole crate builds.

#[cfg(target_arch = "wasm32")]
mod edge {
    use std::rc::Rc;

    use functions::cache::Cache;
    use functions::call::Call;
    use functions::problem::Problem;
    use functions::protocol::Output;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        /// What the calls of this instance keep.
        static CACHE: Rc<Cache> = Rc::default();
    }

    /// One call of a function, or the problem that prevents it.
    #[wasm_bindgen]
    pub struct Session(Result<Call, Problem>);

    #[wasm_bindgen]
    impl Session {
        /// A call that has not begun, from a `functions::protocol::Start` as JSON.
        #[wasm_bindgen(constructor)]
        pub fn new(start: &str) -> Self {
            Self(Call::from_json(start, CACHE.with(Rc::clone)))
        }

        /// One step: takes a `functions::protocol::Input` and returns a `functions::protocol::Output`, both as JSON.
        pub fn step(&mut self, input: &str) -> String {
            let output = match (&mut self.0, serde_json::from_str(input)) {
                (Err(problem), _) => Output::Answer(problem.clone().into()),
                (Ok(call), Ok(input)) => call.step(input),
                (Ok(_), Err(_)) => Output::Answer(Problem::out_of_order().into()),
            };
            serde_json::to_string(&output).unwrap_or_default()
        }
    }
}

fn main() {}
