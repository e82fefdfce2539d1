//! `EntityDefinitions`: the columns of a table, and how long the text of one may be.

use serde_json::{Value, json};

use super::tables::{Column, Row, TABLES, Table, Type};
use super::wire::{bad_request, refuse};
use crate::http::Response;

/// The definitions that a request asks for.
#[derive(Clone, Copy)]
pub(super) enum Definitions {
    /// Of all columns of a table.
    All(&'static Table),
    /// Of one text column, in its own type: how long the text may be.
    TextLength(usize),
}

impl Definitions {
    /// The definitions that a path names.
    pub(super) fn read(path: &str) -> Option<Self> {
        TABLES.iter().find_map(|table| {
            let rest = path.strip_prefix("EntityDefinitions(LogicalName='")?;
            let rest = rest
                .strip_prefix(table.name)?
                .strip_prefix("')/Attributes")?;
            match rest {
                "" => Some(Self::All(table)),
                column => text_length(table, column).map(Self::TextLength),
            }
        })
    }

    /// The answer. It must have everything that is selected.
    pub(super) fn answer(self, select: Option<&str>) -> Result<(u16, Value), Response> {
        match (self, select) {
            (Self::All(table), select) => all(table, select.unwrap_or("LogicalName")),
            (Self::TextLength(max), Some("MaxLength")) => Ok((200, json!({ "MaxLength": max }))),
            (Self::TextLength(_), _) => Err(refuse(501, "", "Another $select is not simulated.")),
        }
    }
}

fn text_length(table: &Table, path: &str) -> Option<usize> {
    let rest = path.strip_prefix("(LogicalName='")?;
    let (column, definition) = rest.split_once("')/Microsoft.Dynamics.CRM.")?;
    match (&table.column(column)?.1, definition) {
        (Type::Text(max), "StringAttributeMetadata")
        | (Type::Memo(max), "MemoAttributeMetadata") => Some(*max),
        _ => None,
    }
}

/// The answer for all columns. What only some types of columns have, such as a length, can't be selected here.
fn all(table: &Table, select: &str) -> Result<(u16, Value), Response> {
    let mut all = Vec::new();
    for Column(name, kind, writable) in table.columns {
        let (kind, kind_name) = kind.names();
        let mut definition = Row::new();
        for property in select.split(',') {
            let value = match property {
                "LogicalName" => json!(name),
                "AttributeType" => json!(kind),
                "AttributeTypeName" => json!({ "Value": kind_name }),
                "IsValidForCreate" => json!(writable),
                other => {
                    let words = format!(
                        "Could not find a property named '{other}' on type \
                         'Microsoft.Dynamics.CRM.AttributeMetadata'."
                    );
                    return Err(bad_request(&words));
                }
            };
            definition.insert(property.to_owned(), value);
        }
        all.push(Value::Object(definition));
    }
    Ok((200, json!({ "value": all })))
}
