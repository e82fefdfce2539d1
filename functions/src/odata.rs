//! Queries of the Web API, built from parts. Names come from the program; values are escaped and encoded, so no value
//! can end its own literal. (Microsoft: "Query data using the Web API", "Filter rows".)

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use uuid::Uuid;

/// All characters except those that RFC 3986 allows in a query. The apostrophe is encoded as well.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'(')
    .remove(b')')
    .remove(b',');

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The column equals this text. Dataverse ignores case.
    Is(&'static str, String),
    /// The column equals this number.
    IsNumber(&'static str, i64),
    /// The column holds these digits in this order, with any characters between them.
    HasDigits(&'static str, String),
    /// All conditions hold.
    All(Vec<Filter>),
    /// At least one condition holds.
    Any(Vec<Filter>),
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(column, text) => write!(f, "{column} eq '{}'", text.replace('\'', "''")),
            Self::IsNumber(column, number) => write!(f, "{column} eq {number}"),
            Self::HasDigits(column, digits) => {
                write!(f, "contains({column},'{}')", interspersed(digits))
            }
            Self::All(filters) => joined(f, filters, " and "),
            Self::Any(filters) => joined(f, filters, " or "),
        }
    }
}

/// Puts `%` between digits: `5%5%0%1`. In `contains`, a percent sign stands for any characters or none ("Use wildcard
/// characters").
fn interspersed(digits: &str) -> String {
    let digits = digits.chars().filter(char::is_ascii_digit);
    digits.map(String::from).collect::<Vec<_>>().join("%")
}

fn joined(f: &mut fmt::Formatter<'_>, filters: &[Filter], word: &str) -> fmt::Result {
    f.write_str("(")?;
    for (index, filter) in filters.iter().enumerate() {
        if index > 0 {
            f.write_str(word)?;
        }
        write!(f, "{filter}")?;
    }
    f.write_str(")")
}

/// A table, a record or a definition, and what is asked of it. As text it is the encoded path below `/api/data/v9.2/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    path: String,
    options: Vec<(&'static str, String)>,
}

impl Query {
    /// The rows of a table, by the name of its entity set.
    #[must_use]
    pub fn table(set: &'static str) -> Self {
        Self::path(set.to_owned())
    }

    /// One row.
    #[must_use]
    pub fn record(set: &'static str, id: Uuid) -> Self {
        Self::path(format!("{set}({id})"))
    }

    /// The definitions of the columns of a table, by its logical name.
    #[must_use]
    pub fn columns_of(table: &'static str) -> Self {
        Self::path(format!(
            "EntityDefinitions(LogicalName='{table}')/Attributes"
        ))
    }

    /// The definition of one column of a table, in its own type: `StringAttributeMetadata`.
    #[must_use]
    pub fn column_of(table: &'static str, column: &'static str, definition: &'static str) -> Self {
        Self::path(format!(
            "EntityDefinitions(LogicalName='{table}')/Attributes(LogicalName='{column}')/Microsoft.Dynamics.CRM.{definition}"
        ))
    }

    fn path(path: String) -> Self {
        Self {
            path,
            options: Vec::new(),
        }
    }

    /// Only these columns.
    #[must_use]
    pub fn select(self, columns: &[&str]) -> Self {
        self.option("$select", columns.join(","))
    }

    /// Only the rows for which this holds.
    #[must_use]
    pub fn filter(self, filter: &Filter) -> Self {
        self.option("$filter", filter.to_string())
    }

    /// In this order: `modifiedon desc,contactid`.
    #[must_use]
    pub fn order_by(self, order: &'static str) -> Self {
        self.option("$orderby", order.to_owned())
    }

    /// At most this many rows.
    #[must_use]
    pub fn top(self, rows: u32) -> Self {
        self.option("$top", rows.to_string())
    }

    fn option(mut self, name: &'static str, value: String) -> Self {
        self.options.push((name, value));
        self
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        for (index, (name, value)) in self.options.iter().enumerate() {
            let separator = if index == 0 { '?' } else { '&' };
            write!(
                f,
                "{separator}{name}={}",
                utf8_percent_encode(value, ENCODED)
            )?;
        }
        Ok(())
    }
}

/// How another record points to a record: `/contacts(…)`.
#[must_use]
pub fn bind(set: &str, id: Uuid) -> String {
    format!("/{set}({id})")
}

#[cfg(test)]
mod tests {
    use super::*;
    use percent_encoding::percent_decode_str;
    use proptest::prelude::*;

    #[test]
    fn a_query_is_written_as_documented() {
        let filter = Filter::All(vec![
            Filter::Is("name", "Grinder & Co".to_owned()),
            Filter::IsNumber("statecode", 0),
        ]);
        let query = Query::table("products")
            .select(&["productid", "name"])
            .filter(&filter)
            .top(2);
        assert_eq!(
            query.to_string(),
            "products?$select=productid,name&$filter=(name%20eq%20%27Grinder%20%26%20Co%27%20and%20statecode%20eq%200)&$top=2"
        );
        let id = Uuid::nil();
        assert_eq!(
            Query::record("incidents", id)
                .select(&["ticketnumber"])
                .to_string(),
            format!("incidents({id})?$select=ticketnumber")
        );
        assert_eq!(
            Query::columns_of("incident").to_string(),
            "EntityDefinitions(LogicalName='incident')/Attributes"
        );
        assert_eq!(
            Query::column_of("incident", "title", "StringAttributeMetadata").to_string(),
            "EntityDefinitions(LogicalName='incident')/Attributes(LogicalName='title')\
             /Microsoft.Dynamics.CRM.StringAttributeMetadata"
        );
    }

    #[test]
    fn digits_are_searched_with_anything_between_them() {
        let filter = Filter::Any(vec![
            Filter::HasDigits("telephone1", "0132".to_owned()),
            Filter::HasDigits("mobilephone", "01'32".to_owned()),
        ]);
        assert_eq!(
            filter.to_string(),
            "(contains(telephone1,'0%1%3%2') or contains(mobilephone,'0%1%3%2'))"
        );
    }

    proptest! {
        #[test]
        fn no_value_can_end_its_literal_or_its_option(text in ".*") {
            let query = Query::table("products").filter(&Filter::Is("name", text.clone())).to_string();
            let (_, value) = query.split_once("$filter=").unwrap();
            prop_assert!(value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.~(),%".contains(&b)));
            let value = percent_decode_str(value).decode_utf8().unwrap().into_owned();
            let literal = value.strip_prefix("name eq '").and_then(|rest| rest.strip_suffix('\'')).unwrap();
            prop_assert!(literal.split("''").all(|part| !part.contains('\'')));
            prop_assert_eq!(literal.replace("''", "'"), text);
        }
    }
}
