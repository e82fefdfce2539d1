//! What was found, in words: one line for each thing, however many views show it.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;

use crate::stage::{Failure, Outcome};
use crate::view::View;

/// Something that is wrong with a state.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Found {
    /// Which state.
    pub state: String,
    /// With what.
    pub element: String,
    /// What is wrong.
    pub what: String,
}

/// Everything that was found.
#[derive(Debug, Default)]
pub struct Findings(BTreeMap<Found, Vec<String>>);

impl Findings {
    /// Adds what was found in a view.
    pub fn add(&mut self, view: &View, found: Vec<Found>) {
        for found in found {
            let views = self.0.entry(found).or_default();
            let view = view.to_string();
            if !views.contains(&view) {
                views.push(view);
            }
        }
    }

    /// Something of this kind was found.
    pub fn has(&self, what: &str) -> bool {
        self.0.keys().any(|found| found.what.contains(what))
    }

    /// Nothing was found.
    pub fn none(&self) -> Outcome {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(Failure(self.report()))
    }

    /// All of it, a line each.
    pub fn report(&self) -> String {
        let mut report = format!("{} findings:\n", self.0.len());
        for (found, views) in &self.0 {
            let Found {
                state,
                element,
                what,
            } = found;
            // Writing to a text can't fail.
            let _ = writeln!(report, "{state} ({}): {element} {what}", views.join(", "));
        }
        report
    }
}
