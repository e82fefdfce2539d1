//! End to end.
#![cfg(not(target_arch = "wasm32"))]
