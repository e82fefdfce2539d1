//! The findings in words: one line for each, however many views show it.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;

use crate::stage::{Failure, Outcome};
use crate::view::View;

/// A finding in a state.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Found {
    /// The state.
    pub state: String,
    /// The element.
    pub element: String,
    /// What is wrong.
    pub what: String,
}

/// All findings.
#[derive(Debug, Default)]
pub struct Findings(BTreeMap<Found, Vec<String>>);

impl Findings {
    /// Adds the findings of a view.
    pub fn add(&mut self, view: &View, found: Vec<Found>) {
        for found in found {
            let views = self.0.entry(found).or_default();
            let view = view.to_string();
            if !views.contains(&view) {
                views.push(view);
            }
        }
    }

    /// Whether there is a finding of this kind.
    pub fn has(&self, what: &str) -> bool {
        self.0.keys().any(|found| found.what.contains(what))
    }

    /// Fails if there is any finding.
    pub fn none(&self) -> Outcome {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(Failure(self.report()))
    }

    /// All findings, one line each.
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
