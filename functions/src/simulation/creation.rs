//! Creates rows, and checks their columns as Dataverse does.

use serde_json::{Value, json};
use uuid::Uuid;

use super::tables::{Column, Row, Table, Tables, Type, by_set, table_annotation};
use super::wire::{bad_request, does_not_exist, header, refuse};
use crate::http::{Request, Response};

/// Creates a row under its id, as `PATCH` with `If-None-Match: *` does.
pub(super) fn upsert(
    tables: &mut impl Tables,
    table: &'static Table,
    id: Uuid,
    request: &Request,
) -> Result<(), Response> {
    if header(request, "if-none-match") != Some("*") {
        return Err(refuse(501, "", "An update is not simulated."));
    }
    let mut related = Vec::new();
    let new = new_row(tables, table, id, &payload(request)?, &mut related)?;
    if !related.is_empty() {
        let words = "Deep insert is for the creation of a record by POST.";
        return Err(bad_request(words));
    }
    tables.insert(table, new);
    Ok(())
}

/// Creates a row and the rows inside it, all or none, as `POST` does ("deep insert"). Returns the row's id.
pub(super) fn insert(
    tables: &mut impl Tables,
    table: &'static Table,
    request: &Request,
) -> Result<Uuid, Response> {
    let columns = payload(request)?;
    let id = own_id(table, &columns)?;
    let mut all = Vec::new();
    let new = new_row(tables, table, id, &columns, &mut all)?;
    all.push((table, new));
    for (table, row) in all {
        tables.insert(table, row);
    }
    Ok(id)
}

fn payload(request: &Request) -> Result<Row, Response> {
    let body = request.body.as_deref().unwrap_or_default();
    match serde_json::from_str(body) {
        Ok(Value::Object(columns)) => Ok(columns),
        _ => Err(bad_request("The payload is no JSON object.")),
    }
}

/// The id that the request gives.
fn own_id(table: &Table, columns: &Row) -> Result<Uuid, Response> {
    let id = columns.get(table.key).and_then(Value::as_str);
    id.and_then(|id| Uuid::parse_str(id).ok()).ok_or_else(|| {
        let words = "An id of the organization's own choice is not simulated.";
        refuse(501, "", words)
    })
}

/// A row as it will be in its table. The rows inside it go to `related`. Nothing is written yet.
fn new_row(
    tables: &impl Tables,
    table: &'static Table,
    id: Uuid,
    columns: &Row,
    related: &mut Vec<(&'static Table, Row)>,
) -> Result<Row, Response> {
    let mut new = Row::new();
    for (name, value) in columns {
        let (column, target, id) = match (name.strip_suffix("@odata.bind"), value) {
            (Some(property), _) => bound(tables, table, property, value)?,
            (None, Value::Object(inner)) => {
                let (column, target) = pointed(table, name)?;
                let id = own_id(target, inner)?;
                let row = new_row(tables, target, id, inner, related)?;
                related.push((target, row));
                (column, target, id)
            }
            (None, _) => {
                new.insert(name.clone(), checked(table, name, value)?);
                continue;
            }
        };
        let lookup = format!("_{column}_value");
        if new.contains_key(&lookup) {
            let words = format!("The property '{column}' is bound more than once.");
            return Err(bad_request(&words));
        }
        new.insert(table_annotation(&lookup), json!(target.name));
        new.insert(lookup, json!(id.to_string()));
    }
    new.insert(table.key.to_owned(), json!(id.to_string()));
    if table.name == "incident" && !new.contains_key("_customerid_value") {
        let words = "You should specify a parent contact or account.";
        return Err(refuse(400, "0x80040200", words));
    }
    if tables.row(table, id).is_some() {
        let words = "A record with matching key values already exists.";
        return Err(refuse(412, "0x80040237", words));
    }
    for column in table.unique {
        let value = new.get(*column).filter(|value| !value.is_null());
        let rows = || tables.rows(table).into_iter();
        let is_taken = |value| rows().any(|row| row.get(*column) == Some(value));
        if value.is_some_and(is_taken) {
            let words = format!(
                "A record that has the attribute values {column} already exists. The entity key {column} requires that \
                 this set of attributes contains unique values. Select unique values and try again."
            );
            return Err(refuse(412, "0x80060892", &words));
        }
    }
    Ok(new)
}

/// The column that is bound, and the row to which it points.
fn bound(
    tables: &impl Tables,
    table: &Table,
    property: &str,
    value: &Value,
) -> Result<(&'static str, &'static Table, Uuid), Response> {
    let (column, target) = pointed(table, property)?;
    let path = value.as_str().unwrap_or_default().trim_start_matches('/');
    let key = path
        .strip_prefix(target.set)
        .and_then(|rest| rest.strip_prefix('(')?.strip_suffix(')'));
    let invalid = || bad_request(&format!("Invalid URI '{path}'."));
    let key = key.ok_or_else(invalid)?;
    if let Ok(id) = Uuid::parse_str(key) {
        let row = tables
            .row(target, id)
            .ok_or_else(|| does_not_exist(target, id))?;
        return Ok((column, target, id_of(target, &row)));
    }
    let (name, value) = key.split_once('=').ok_or_else(invalid)?;
    let value = value
        .strip_prefix('\'')
        .and_then(|value| value.strip_suffix('\''));
    let value = value.ok_or_else(invalid)?.replace("''", "'");
    if !target.unique.contains(&name) {
        return Err(bad_request(&format!("The key '{name}' is not defined.")));
    }
    let mut rows = tables.rows(target).into_iter();
    match rows.find(|row| row.get(name).and_then(Value::as_str) == Some(&value)) {
        Some(row) => Ok((column, target, id_of(target, &row))),
        None => {
            let name = target.name;
            let words =
                format!("A record with the specified key values does not exist in {name} entity");
            Err(refuse(404, "0x80060891", &words))
        }
    }
}

fn id_of(table: &Table, row: &Row) -> Uuid {
    let id = row.get(table.key).and_then(Value::as_str);
    id.and_then(|id| Uuid::parse_str(id).ok())
        .unwrap_or_default()
}

/// The column of a property that points to rows, and the table of those rows.
fn pointed(table: &Table, property: &str) -> Result<(&'static str, &'static Table), Response> {
    let target = table
        .columns
        .iter()
        .find_map(|Column(name, kind, _)| match kind {
            Type::Lookup(set) if *name == property => Some((*name, *set)),
            Type::Customer(properties) => {
                let mut known = properties.iter().filter(|(known, _)| *known == property);
                known.next().map(|(_, set)| (*name, *set))
            }
            _ => None,
        });
    target
        .and_then(|(column, set)| Some((column, by_set(set)?)))
        .ok_or_else(|| undeclared(table, property))
}

fn undeclared(table: &Table, name: &str) -> Response {
    let words = format!(
        "Error identified in Payload provided by the user for Entity :'{}', Inner Exception : The property '{name}' \
         does not exist on type 'Microsoft.Dynamics.CRM.{}'.",
        table.set, table.name
    );
    refuse(400, "0x80048d19", &words)
}

fn checked(table: &Table, name: &str, value: &Value) -> Result<Value, Response> {
    let Some(Column(_, kind, _)) = table
        .column(name)
        .filter(|column| column.2 && !column.1.is_lookup())
    else {
        return Err(undeclared(table, name));
    };
    let fits = match kind {
        Type::Id => value
            .as_str()
            .is_some_and(|text| Uuid::parse_str(text).is_ok()),
        Type::Text(_) | Type::Memo(_) | Type::Date | Type::Several => value.is_string(),
        Type::Whole | Type::Options(_) | Type::State(_) => value.is_i64(),
        Type::Truth => value.is_boolean(),
        Type::Money => value.is_number(),
        _ => false,
    };
    if !fits {
        let words =
            format!("Cannot convert the literal '{value}' to the expected type of '{name}'.");
        return Err(refuse(400, "0x80048d19", &words));
    }
    // The length of a text counts in UTF-16.
    let length = value
        .as_str()
        .map(|text| text.encode_utf16().count())
        .unwrap_or_default();
    match kind {
        Type::Text(max) | Type::Memo(max) if length > *max => {
            let words = format!(
                "A validation error occurred.  The length of the '{name}' attribute of the '{}' entity exceeded the \
                 maximum allowed length of '{max}'.",
                table.name
            );
            Err(refuse(400, "0x80044331", &words))
        }
        Type::Options(options) if !options.contains(&value.as_i64().unwrap_or_default()) => {
            let accepted: Vec<_> = options.iter().map(i64::to_string).collect();
            let words = format!(
                "A validation error occurred. The value {value} of '{name}' on record of type '{}' is outside the \
                 valid range. Accepted Values: {}",
                table.name,
                accepted.join(",")
            );
            Err(refuse(400, "0x8004431A", &words))
        }
        _ => Ok(value.clone()),
    }
}
