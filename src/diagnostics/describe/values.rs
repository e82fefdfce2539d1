//! The values of a line, as JSON.

use serde_json::Value;

use crate::diagnostics::mask::{Masks, Personal};
use store::Record;

/// Fields and their values. What is `null` is left out.
pub(super) type Entries = Vec<(&'static str, Value)>;

pub(super) fn text(text: impl AsRef<str>) -> Value {
    text.as_ref().into()
}

pub(super) fn optional(text: Option<impl AsRef<str>>) -> Value {
    text.map(|text| text.as_ref().to_owned()).into()
}

pub(super) fn list<T>(items: impl IntoIterator<Item = T>, show: impl FnMut(T) -> Value) -> Value {
    items.into_iter().map(show).collect()
}

/// A text behind its mask, if there is one.
pub(super) fn masked(what: Personal, text: Option<impl AsRef<str>>, masks: &mut Masks) -> Value {
    text.map(|text| masks.redact(what, text.as_ref())).into()
}

/// A record: `incident [record 1]`.
pub(super) fn record(record: &Record, masks: &mut Masks) -> Value {
    let id = masks.redact(Personal::Record, &record.id.to_string());
    let id = id.as_str().unwrap_or_default();
    format!("{} {id}", record.entity.logical_name()).into()
}

/// A JSON object without the entries that are `null`.
pub(in crate::diagnostics) fn object(entries: Entries) -> Value {
    let told = entries.into_iter().filter(|(_, value)| !value.is_null());
    told.map(|(key, value)| (key.to_owned(), value)).collect()
}
