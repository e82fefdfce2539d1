//! Rows in memory, for tests.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::tables::{Row, Table, Tables, by_set};

/// The rows, by entity set, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    rows: BTreeMap<&'static str, Vec<Row>>,
}

impl Memory {
    /// Adds a row without checks. If there is no such table, does nothing.
    pub fn add(&mut self, set: &str, row: Value) {
        if let (Some(table), Value::Object(row)) = (by_set(set), row) {
            self.insert(table, row);
        }
    }

    /// The rows of an entity set.
    #[must_use]
    pub fn all(&self, set: &str) -> &[Row] {
        self.rows.get(set).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Tables for Memory {
    fn rows(&self, table: &Table) -> Vec<Row> {
        self.all(table.set).to_vec()
    }

    fn insert(&mut self, table: &Table, mut row: Row) {
        let rows = self.rows.entry(table.set).or_default();
        if table.name == "incident" {
            let number = format!("CAS-{:05}-A1B2C3", rows.len() + 1_001);
            row.insert("ticketnumber".to_owned(), json!(number));
        }
        rows.push(row);
    }
}
