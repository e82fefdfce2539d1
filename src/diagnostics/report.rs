//! The report for support: everything as JSON. `docs/diagnostics.md` explains its fields.

use serde_json::Value;

use super::describe::object;
use super::facts::{Fact, Facts};
use super::rows::Row;
use crate::browser::clock::in_utc;
use store::Millis;

/// The version of the report's format.
const VERSION: u32 = 1;

/// What a report consists of.
pub struct Report<'a> {
    /// When it was made.
    pub at: Millis,
    /// Whether personal data is masked.
    pub masked: bool,
    /// Everything except the log.
    pub facts: &'a Facts,
    /// The log, the oldest row first, unfiltered.
    pub rows: &'a [Row],
    /// How many older entries the log has dropped.
    pub forgotten: u64,
}

impl Report<'_> {
    /// The report as a text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{:#}\n", self.value())
    }

    fn value(&self) -> Value {
        let Facts {
            problem,
            versions,
            links,
            configuration,
            counters,
        } = self.facts;
        let plain = |facts: &[Fact]| -> Value {
            let told = facts.iter();
            told.map(|fact| (fact.key.to_owned(), Value::from(&*fact.value)))
                .collect()
        };
        let numbers = |facts: &[Fact]| -> Value {
            let number = |fact: &Fact| fact.value.parse::<u32>().unwrap_or_default();
            let told = facts.iter();
            told.map(|fact| (fact.key.to_owned(), Value::from(number(fact))))
                .collect()
        };
        let counted = counters.iter();
        let counted: Value = counted
            .map(|(group, facts)| ((*group).to_owned(), numbers(facts)))
            .collect();
        object(vec![
            ("report", "flex-cif-panel diagnostics".into()),
            ("version", VERSION.into()),
            ("at", in_utc(self.at).into()),
            ("masked", self.masked.into()),
            ("problem", problem.clone().unwrap_or_default()),
            ("versions", plain(versions)),
            ("links", with_more(links, "state", "detail")),
            ("configuration", with_more(configuration, "value", "source")),
            ("counters", counted),
            ("forgotten", self.forgotten.into()),
            ("log", self.rows.iter().map(entry).collect()),
        ])
    }
}

fn with_more(facts: &[Fact], value: &'static str, more: &'static str) -> Value {
    let told = facts.iter();
    told.map(|fact| {
        let of_more = fact.more.as_deref().map_or(Value::Null, Into::into);
        let both = object(vec![(value, (*fact.value).into()), (more, of_more)]);
        (fact.key.to_owned(), both)
    })
    .collect()
}

/// An entry of the log, as the report has it and as the page shows it below its line.
#[must_use]
pub fn entry(row: &Row) -> Value {
    let repeated = row.times > 1;
    object(vec![
        ("number", row.number.into()),
        ("at", in_utc(row.at).into()),
        ("until", repeated.then(|| in_utc(row.until)).into()),
        ("times", repeated.then_some(row.times).into()),
        ("direction", row.direction.name().into()),
        ("side", row.side.name().into()),
        ("kind", row.kind.into()),
        ("request", row.request.map(|request| request.0).into()),
        ("to", row.to.into()),
        ("tookMs", row.took.into()),
        ("details", row.details.clone()),
    ])
}
