//! `$filter`: `eq`, `contains`, `and`, `or` and brackets, read and applied as Dataverse does. Texts ignore case, and
//! `contains` has the wildcards of `LIKE`.

use serde_json::{Number, Value};

use super::tables::{Row, Table};

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `column eq value`
    Is(String, Value),
    /// `contains(column,'text')`
    Contains(String, String),
    /// `a and b`
    All(Vec<Condition>),
    /// `a or b`
    Any(Vec<Condition>),
}

impl Condition {
    /// Reads a filter on a table. The error says in words why it can't be read.
    pub fn read(text: &str, table: &Table) -> Result<Self, String> {
        let mut reader = Reader { rest: text, table };
        let condition = reader.any()?;
        match reader.rest {
            "" => Ok(condition),
            rest => Err(format!(
                "Syntax error at position {} in '{text}'.",
                text.len() - rest.len()
            )),
        }
    }

    /// Whether the condition holds for the row.
    #[must_use]
    pub fn holds(&self, row: &Row) -> bool {
        match self {
            Self::Is(column, Value::String(text)) => {
                let value = row.get(column).and_then(Value::as_str);
                value.is_some_and(|value| value.to_lowercase() == text.to_lowercase())
            }
            Self::Is(column, value) => row.get(column) == Some(value),
            Self::Contains(column, text) => {
                let value = row.get(column).and_then(Value::as_str);
                value.is_some_and(|value| is_like(value, &format!("%{text}%")))
            }
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(row)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(row)),
        }
    }
}

/// `LIKE`: `%` stands for any characters or none, `_` for any one character.
fn is_like(text: &str, pattern: &str) -> bool {
    let mut wanted = pattern.chars();
    match wanted.next() {
        None => text.is_empty(),
        Some('%') => {
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let mut rests = ends.filter_map(|at| text.get(at..));
            rests.any(|rest| is_like(rest, wanted.as_str()))
        }
        Some(first) => {
            let mut given = text.chars();
            let is_same =
                |given: char| first == '_' || given.to_lowercase().eq(first.to_lowercase());
            given.next().is_some_and(is_same) && is_like(given.as_str(), wanted.as_str())
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    table: &'a Table,
}

impl Reader<'_> {
    fn any(&mut self) -> Result<Condition, String> {
        let mut conditions = vec![self.all()?];
        while self.takes(" or ") {
            conditions.push(self.all()?);
        }
        Ok(single(conditions, Condition::Any))
    }

    fn all(&mut self) -> Result<Condition, String> {
        let mut conditions = vec![self.one()?];
        while self.takes(" and ") {
            conditions.push(self.one()?);
        }
        Ok(single(conditions, Condition::All))
    }

    fn one(&mut self) -> Result<Condition, String> {
        if self.takes("contains(") {
            let column = self.column()?;
            self.expect(",")?;
            let text = self.literal()?;
            self.expect(")")?;
            return match text {
                Value::String(text) => Ok(Condition::Contains(column, text)),
                _ => Err("No function signature for contains matches.".to_owned()),
            };
        }
        if self.takes("(") {
            let condition = self.any()?;
            self.expect(")")?;
            return Ok(condition);
        }
        let column = self.column()?;
        self.expect(" eq ")?;
        Ok(Condition::Is(column, self.literal()?))
    }

    fn column(&mut self) -> Result<String, String> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = self.rest.find(|c| !is_name(c)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        match self.table.readable(name) {
            Some(_) => Ok(name.to_owned()),
            None => Err(no_property(name, self.table)),
        }
    }

    /// `'text'`, in which `''` is an apostrophe, or a whole number.
    fn literal(&mut self) -> Result<Value, String> {
        if !self.takes("'") {
            let end = self
                .rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(self.rest.len());
            let (digits, rest) = self.rest.split_at(end);
            self.rest = rest;
            let number = digits
                .parse::<i64>()
                .map_err(|_| "A literal was expected.".to_owned())?;
            return Ok(Value::Number(Number::from(number)));
        }
        let mut text = String::new();
        while let Some((part, rest)) = self.rest.split_once('\'') {
            text.push_str(part);
            self.rest = rest;
            if !self.takes("'") {
                return Ok(Value::String(text));
            }
            text.push('\'');
        }
        Err("There is an unterminated string literal.".to_owned())
    }

    fn takes(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.takes(token) {
            return Ok(());
        }
        Err(format!("'{token}' was expected before '{}'.", self.rest))
    }
}

fn single(mut conditions: Vec<Condition>, several: fn(Vec<Condition>) -> Condition) -> Condition {
    match (conditions.pop(), conditions.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            conditions.extend(last);
            several(conditions)
        }
    }
}

/// The words of the error for a name that is no column of the table.
pub(super) fn no_property(name: &str, table: &Table) -> String {
    let table = table.name;
    format!("Could not find a property named '{name}' on type 'Microsoft.Dynamics.CRM.{table}'.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::tables::by_set;
    use serde_json::json;

    fn holds(filter: &str, row: Value) -> bool {
        let condition = Condition::read(filter, by_set("contacts").unwrap()).unwrap();
        condition.holds(row.as_object().unwrap())
    }

    #[test]
    fn a_filter_on_digits_allows_anything_between_them() {
        let filter = "contains(telephone1,'0%1%3%2')";
        for (number, found) in [
            ("+1 (415) 555-0132", true),
            ("555.01.32 ext. 9", true),
            ("0 1 3 2", true),
            ("4155550123", false),
            ("013", false),
        ] {
            assert_eq!(
                holds(filter, json!({ "telephone1": number })),
                found,
                "{number}"
            );
        }
        assert!(!holds(filter, json!({})));
    }

    #[test]
    fn and_binds_tighter_than_or() {
        let filter = "firstname eq 'A' or firstname eq 'B' and statecode eq 0";
        assert!(holds(filter, json!({ "firstname": "a", "statecode": 1 })));
        assert!(!holds(filter, json!({ "firstname": "b", "statecode": 1 })));
        let filter = "(firstname eq 'A' or firstname eq 'B') and statecode eq 0";
        assert!(!holds(filter, json!({ "firstname": "a", "statecode": 1 })));
    }

    #[test]
    fn an_apostrophe_is_doubled() {
        assert!(holds(
            "lastname eq 'O''Connor'",
            json!({ "lastname": "O'Connor" })
        ));
        let table = by_set("contacts").unwrap();
        for bad in [
            "lastname eq 'O'Connor'",
            "lastname eq 'O",
            "nickname eq 'x'",
            "lastname",
            "(lastname eq 'x'",
        ] {
            assert!(Condition::read(bad, table).is_err(), "{bad}");
        }
    }
}
