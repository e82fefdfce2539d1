//! Reads queries as the host does: split at a raw `&`, each value percent-decoded, then OData. The only `$filter` it
//! understands is the one that the panel needs, on a record's own id. Anything else is an OData error.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::records::{Columns, Records, columns};
use store::ids::{Entity, Guid, Record};

/// A query for one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    entity: Entity,
    select: Vec<String>,
    id: Option<Guid>,
    /// The text of `$search`.
    pub(super) search: Option<String>,
}

/// Reads a query. Errors have the words of Dataverse.
pub(super) fn parse(entity_name: &str, text: &str) -> Result<Query, String> {
    let entity = Entity::from_logical_name(entity_name)
        .ok_or_else(|| format!("The entity with a name = '{entity_name}' was not found."))?;
    let mut query = Query {
        entity,
        select: Vec::new(),
        id: None,
        search: None,
    };
    for option in text
        .trim_start_matches('?')
        .split('&')
        .filter(|option| !option.is_empty())
    {
        let (name, value) = option.split_once('=').unwrap_or((option, ""));
        let value = decode(value)?;
        match name {
            "$select" => query.select = select(entity, &value)?,
            "$filter" => query.id = Some(filter(entity, &value)?),
            "$search" => query.search = Some(value),
            _ => return Err(format!("The query parameter {name} is not supported.")),
        }
    }
    Ok(query)
}

fn decode(value: &str) -> Result<String, String> {
    let value = value.replace('+', " ");
    percent_decode_str(&value)
        .decode_utf8()
        .map(String::from)
        .map_err(|_| "The query is not UTF-8.".to_owned())
}

fn select(entity: Entity, value: &str) -> Result<Vec<String>, String> {
    let names: Vec<String> = value
        .split(',')
        .map(|name| name.trim().to_owned())
        .collect();
    match names
        .iter()
        .find(|name| !columns(entity).contains(&name.as_str()))
    {
        Some(unknown) => Err(format!(
            "Could not find a property named '{unknown}' on type 'Microsoft.Dynamics.CRM.{}'.",
            entity.logical_name()
        )),
        None => Ok(names),
    }
}

fn filter(entity: Entity, value: &str) -> Result<Guid, String> {
    let mut words = value.split_whitespace();
    match (
        words.next(),
        words.next(),
        words.next().and_then(Guid::parse),
        words.next(),
    ) {
        (Some(column), Some("eq"), Some(id), None) if column == entity.key() => Ok(id),
        _ => Err(format!("Syntax error in '$filter={value}'.")),
    }
}

impl Query {
    /// The rows that match, in the format of a search result: `{"0":{…},"1":{…}}`.
    pub(super) fn rows(&self, records: &Records) -> (Vec<Record>, Value) {
        let found: Vec<(Record, &Columns)> = records
            .all(self.entity)
            .filter(|(record, columns)| self.matches(*record, columns))
            .collect();
        let rows: Map<String, Value> = found
            .iter()
            .enumerate()
            .map(|(number, (_, columns))| (number.to_string(), self.row(columns)))
            .collect();
        (
            found.into_iter().map(|(record, _)| record).collect(),
            Value::Object(rows),
        )
    }

    fn matches(&self, record: Record, columns: &Columns) -> bool {
        let text = self.search.as_deref().unwrap_or_default().to_lowercase();
        self.id.is_none_or(|id| id == record.id)
            && columns
                .values()
                .any(|value| value.to_lowercase().contains(&text))
    }

    fn row(&self, columns: &Columns) -> Value {
        let key = self.entity.key();
        let wanted = |name: &str| {
            name == key || self.select.is_empty() || self.select.iter().any(|it| it == name)
        };
        columns
            .iter()
            .filter(|(name, _)| wanted(name))
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect::<Map<String, Value>>()
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "11111111-1111-4111-8111-111111111111";

    fn records() -> Records {
        let mut records = Records::default();
        for (id, name) in [
            (ID, "Jörg & Söhne"),
            ("22222222-2222-4222-8222-222222222222", "Ann"),
        ] {
            records.write(
                Record {
                    entity: Entity::Contact,
                    id: Guid::parse(id).unwrap(),
                },
                Columns::from([("fullname", name.to_owned())]),
            );
        }
        records
    }

    fn rows(query: &str) -> Value {
        parse("contact", query).unwrap().rows(&records()).1
    }

    #[test]
    fn a_filter_on_an_id_finds_one_row_with_its_id_and_the_selected_columns() {
        let query = format!("?$select=fullname&$filter=contactid%20eq%20{ID}");
        assert_eq!(
            rows(&query),
            json!({"0": {"contactid": ID, "fullname": "Jörg & Söhne"}})
        );
        let query = format!(
            "$select=telephone1&$filter=contactid+eq+{{{}}}",
            ID.to_uppercase()
        );
        assert_eq!(rows(&query), json!({"0": {"contactid": ID}}));
    }

    #[test]
    fn a_search_finds_text_whose_ampersand_is_encoded() {
        assert_eq!(rows("$search=J%C3%B6rg%20%26")["0"]["contactid"], json!(ID));
        assert_eq!(rows("$search=nobody"), json!({}));
        assert_eq!(rows("").as_object().unwrap().len(), 2);
    }

    #[test]
    fn a_query_that_is_not_understood_is_an_error() {
        for query in [
            "$filter=fullname eq 'Ann'",
            "$filter=incidentid eq 11111111-1111-4111-8111-111111111111",
            "$filter=contactid eq 1",
            "$filter=contactid eq 11111111-1111-4111-8111-111111111111 or true",
            "$select=salary",
            "$search=Jörg & Söhne",
            "$search=%FF",
        ] {
            assert!(parse("contact", query).is_err(), "{query}");
        }
        assert!(parse("account", "").is_err());
    }
}
