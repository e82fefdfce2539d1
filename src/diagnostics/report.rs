//! The report for support: everything as JSON. `docs/diagnostics.md` explains its fields.

use serde_json::Value;

use super::describe::object;
use super::facts::{Fact, Facts};
use super::rows::Row;
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
            ("at", moment(self.at)),
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
        ("at", moment(row.at)),
        (
            "until",
            if repeated {
                moment(row.until)
            } else {
                Value::default()
            },
        ),
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

/// A moment in UTC (ISO 8601).
fn moment(Millis(moment): Millis) -> Value {
    let (days, millis) = (moment / 86_400_000, moment % 86_400_000);
    let (year, month, day) = date(days);
    let (seconds, millis) = (millis / 1_000, millis % 1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}.{millis:03}Z")
        .into()
}

/// The date of a day since 1970. The year begins on the first of March here, so that leap days come last:
/// <https://howardhinnant.github.io/date_algorithms.html>.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    (era * 400 + year + next, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_in_utc() {
        for (millis, written) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_700_000_000_123, "2023-11-14T22:13:20.123Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        ] {
            assert_eq!(moment(Millis(millis)), written);
        }
    }
}
