//! The Web API of Dataverse: rows, one row, definitions of columns, and creation by `PATCH` and `POST`.

use percent_encoding::percent_decode_str;
use serde_json::{Value, json};
use uuid::Uuid;

use super::creation::{insert, upsert};
use super::definitions::Definitions;
use super::filter::{Condition, no_property};
use super::tables::{Row, Table, Tables, by_set, table_annotation};
use super::wire::{bad_request, does_not_exist, header, refuse, respond};
use crate::http::{Method, Request, Response};

/// The response to a request for a path below the base, with its query.
pub(super) fn answer(
    tables: &mut impl Tables,
    base: &str,
    path: &str,
    request: &Request,
) -> Response {
    let answered = Asked::read(path).and_then(|asked| match (request.method, asked.target) {
        (Method::Get, Target::Definitions(definitions)) => definitions.answer(asked.select()),
        (Method::Get, Target::Rows(table)) => rows(tables, base, table, &asked.options, request),
        (Method::Get, Target::Row(table, id)) => match tables.row(table, id) {
            Some(row) => Ok((200, Value::Object(asked.selected(table, &row, request)?))),
            None => Err(does_not_exist(table, id)),
        },
        (Method::Patch, Target::Row(table, id)) => {
            upsert(tables, table, id, request)?;
            asked.created(tables, table, id, request)
        }
        (Method::Post, Target::Rows(table)) => {
            let id = insert(tables, table, request)?;
            asked.created(tables, table, id, request)
        }
        _ => Err(refuse(405, "0x8006088a", "The method is not allowed.")),
    });
    match answered {
        Ok((status, body)) => respond(status, &body),
        Err(refusal) => refusal,
    }
}

#[derive(Clone, Copy)]
enum Target {
    Rows(&'static Table),
    Row(&'static Table, Uuid),
    Definitions(Definitions),
}

struct Asked {
    target: Target,
    options: Vec<(String, String)>,
}

impl Asked {
    fn read(path: &str) -> Result<Self, Response> {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut options = Vec::new();
        for option in query.split('&').filter(|option| !option.is_empty()) {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            // Raw spaces, quotes and plus signs do not survive HTTP as they are.
            if value.contains([' ', '\'', '+', '"']) {
                return Err(bad_request("The query is not encoded."));
            }
            let value = percent_decode_str(value).decode_utf8();
            let value = value.map_err(|_| bad_request("The query is not in UTF-8."))?;
            options.push((name.to_owned(), value.into_owned()));
        }
        let words = format!("Resource not found for the segment '{path}'.");
        let segment = || refuse(404, "0x8006088a", &words);
        let target = match path.strip_suffix(')').and_then(|path| path.split_once('(')) {
            Some((set, id)) => {
                let table = by_set(set).ok_or_else(segment)?;
                Target::Row(table, Uuid::parse_str(id).map_err(|_| segment())?)
            }
            None => match Definitions::read(path) {
                Some(definitions) => Target::Definitions(definitions),
                None => Target::Rows(by_set(path).ok_or_else(segment)?),
            },
        };
        Ok(Self { target, options })
    }

    /// The response that a creation asks for: the new row.
    fn created(
        &self,
        tables: &impl Tables,
        table: &Table,
        id: Uuid,
        request: &Request,
    ) -> Result<(u16, Value), Response> {
        let row = tables.row(table, id).unwrap_or_default();
        Ok((201, Value::Object(self.selected(table, &row, request)?)))
    }

    fn select(&self) -> Option<&str> {
        option(&self.options, "$select")
    }

    /// The selected columns of a row. A column without a value is null.
    fn selected(&self, table: &Table, row: &Row, request: &Request) -> Result<Row, Response> {
        selected(self.select(), table, row, &Preferences::of(request))
    }
}

/// What a request prefers.
#[derive(Default)]
struct Preferences {
    page: Option<usize>,
    /// Whether lookups are annotated with their tables.
    annotations: bool,
}

impl Preferences {
    fn of(request: &Request) -> Self {
        let mut preferences = Self::default();
        let all = header(request, "prefer").unwrap_or_default();
        for preference in all.split(',') {
            match preference.trim().split_once('=') {
                Some(("odata.maxpagesize", rows)) => preferences.page = rows.parse().ok(),
                Some(("odata.include-annotations", names)) => {
                    let names = names.trim_matches('"');
                    preferences.annotations =
                        names == "*" || table_annotation("").trim_start_matches('@') == names;
                }
                _ => {}
            }
        }
        preferences
    }
}

fn option<'a>(options: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let mut named = options.iter().filter(|(known, _)| known == name);
    named.next().map(|(_, value)| value.as_str())
}

fn selected(
    select: Option<&str>,
    table: &Table,
    row: &Row,
    preferences: &Preferences,
) -> Result<Row, Response> {
    let Some(select) = select else {
        return Ok(row.clone());
    };
    let mut part = Row::from_iter([("@odata.etag".to_owned(), json!("W/\"1\""))]);
    for name in select.split(',') {
        if table.readable(name).is_none() {
            return Err(bad_request(&no_property(name, table)));
        }
        part.insert(name.to_owned(), row.get(name).cloned().unwrap_or_default());
        let annotation = table_annotation(name);
        if let Some(target) = row.get(&annotation).filter(|_| preferences.annotations) {
            part.insert(annotation, target.clone());
        }
    }
    Ok(part)
}

fn rows(
    tables: &impl Tables,
    base: &str,
    table: &Table,
    options: &[(String, String)],
    request: &Request,
) -> Result<(u16, Value), Response> {
    let mut rows = tables.rows(table);
    if let Some(filter) = option(options, "$filter") {
        let condition = Condition::read(filter, table).map_err(|words| bad_request(&words))?;
        rows.retain(|row| condition.holds(row));
    }
    let order = option(options, "$orderby").unwrap_or_default();
    for column in order.rsplit(',').filter(|column| !column.is_empty()) {
        let (column, descending) = match column.strip_suffix(" desc") {
            Some(column) => (column, true),
            None => (column, false),
        };
        if table.readable(column).is_none() {
            return Err(bad_request(&no_property(column, table)));
        }
        let key = |row: &Row| row.get(column).map(Value::to_string);
        rows.sort_by(|a, b| match descending {
            true => key(b).cmp(&key(a)),
            false => key(a).cmp(&key(b)),
        });
    }
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<usize>().ok());
    if let Some(top) = number(option(options, "$top")) {
        rows.truncate(top);
    }
    let preferences = Preferences::of(request);
    let page = preferences.page.unwrap_or(5_000);
    let from = number(option(options, "$skiptoken")).unwrap_or_default();
    let select = option(options, "$select");
    let part = |row| selected(select, table, row, &preferences).map(Value::Object);
    let value: Result<Value, _> = rows.iter().skip(from).take(page).map(part).collect();
    let mut body = Row::from_iter([("value".to_owned(), value?)]);
    if from + page < rows.len() {
        let first = request.url.split("&$skiptoken=").next().unwrap_or(base);
        let next = format!("{first}&$skiptoken={}", from + page);
        body.insert("@odata.nextLink".to_owned(), next.into());
    }
    Ok((200, Value::Object(body)))
}
