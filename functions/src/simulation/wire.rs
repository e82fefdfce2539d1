//! What both sides of the cloud read and answer: headers, JSON, and the refusals of Dataverse.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::tables::Table;
use crate::http::{Request, Response};

/// The value of a header. Names of headers ignore case.
pub(super) fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    let mut headers = request.headers.iter();
    let header = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
    header.map(|(_, value)| value.as_str())
}

/// A JSON response.
pub(super) fn respond(status: u16, body: &Value) -> Response {
    let content_type = ("content-type".to_owned(), "application/json".to_owned());
    Response {
        status,
        headers: BTreeMap::from([content_type]),
        body: body.to_string(),
    }
}

/// A refusal with the words of Dataverse.
pub(super) fn refuse(status: u16, code: &str, words: &str) -> Response {
    respond(
        status,
        &json!({ "error": { "code": code, "message": words } }),
    )
}

/// A request that cannot be understood.
pub(super) fn bad_request(words: &str) -> Response {
    refuse(400, "0x80060888", words)
}

/// A row that a request reads or points to does not exist.
pub(super) fn does_not_exist(table: &Table, id: Uuid) -> Response {
    let words = format!("Entity '{}' With Id = {id} Does Not Exist", table.name);
    refuse(404, "0x80040217", &words)
}
