//! How a language writes numbers and times of day, and which of its plurals goes with a number. The browser's `Intl`
//! knows.
//!
//! Objects of `Intl` are expensive to make and cheap to use, so an [`Intl`] lives as long as its language is in use.
//! Native tests use a small stand-in with the same plurals.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use native::Intl;
#[cfg(target_arch = "wasm32")]
pub use web::Intl;

/// The categories of plurals (CLDR).
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The plural category of this name.
fn category(told: &str) -> &'static str {
    let known = CATEGORIES.into_iter().find(|name| *name == told);
    known.unwrap_or("other")
}
