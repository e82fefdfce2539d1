//! A row that is created: its columns checked as Dataverse checks them.

use serde_json::{Value, json};
use uuid::Uuid;

use super::tables::{Column, Row, Table, Tables, Type, by_set};
use super::web_api::{bad_request, does_not_exist, refuse, row};
use crate::http::{Request, Response};

/// Creates a row under its id, as `PATCH` with `If-None-Match: *` does.
pub(super) fn create(
    tables: &mut impl Tables,
    table: &Table,
    id: Uuid,
    request: &Request,
) -> Result<(), Response> {
    let header = request
        .headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("if-none-match"));
    if header.map(|(_, value)| value.as_str()) != Some("*") {
        return Err(refuse(501, "", "An update is not simulated."));
    }
    let body = request.body.as_deref().unwrap_or_default();
    let Ok(Value::Object(body)) = serde_json::from_str(body) else {
        return Err(bad_request("The payload is no JSON object."));
    };
    let mut new = Row::from_iter([(table.key.to_owned(), json!(id.to_string()))]);
    for (name, value) in &body {
        let (name, value) = match name.strip_suffix("@odata.bind") {
            Some(property) => bound(tables, table, property, value)?,
            None => (name.clone(), checked(table, name, value)?),
        };
        new.insert(name, value);
    }
    if table.name == "incident" && !new.contains_key("_customerid_value") {
        let words = "You should specify a parent contact or account.";
        return Err(refuse(400, "0x80040200", words));
    }
    if row(tables, table, id).is_some() {
        return Err(refuse(
            412,
            "",
            "A record with matching key values already exists.",
        ));
    }
    tables.insert(table, new);
    Ok(())
}

fn bound(
    tables: &impl Tables,
    table: &Table,
    property: &str,
    value: &Value,
) -> Result<(String, Value), Response> {
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
    let (column, set) = target.ok_or_else(|| undeclared(table, property))?;
    let path = value.as_str().unwrap_or_default().trim_start_matches('/');
    let id = path
        .strip_prefix(set)
        .and_then(|rest| rest.strip_prefix('(')?.strip_suffix(')'));
    let id = id.and_then(|id| Uuid::parse_str(id).ok());
    let (Some(id), Some(target)) = (id, by_set(set)) else {
        return Err(bad_request(&format!("Invalid URI '{path}'.")));
    };
    match row(tables, target, id) {
        Some(_) => Ok((format!("_{column}_value"), json!(id.to_string()))),
        None => Err(does_not_exist(target, id)),
    }
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
    let length = value
        .as_str()
        .map(|text| text.chars().count())
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
