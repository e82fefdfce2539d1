//! The columns of a record that is to be created, each as JSON. Numbers keep all digits that were typed.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

/// Columns and their values. As text it is a JSON object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payload(BTreeMap<String, String>);

impl Payload {
    /// Sets a column.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.set_json(name, value.into().to_string());
    }

    /// Sets a column to a value that is JSON already.
    pub fn set_json(&mut self, name: &str, json: String) {
        self.0.insert(name.to_owned(), json);
    }
}

impl fmt::Display for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{")?;
        for (index, (name, json)) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{}:{json}", Value::from(name.as_str()))?;
        }
        f.write_str("}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_payload_is_json_and_numbers_keep_their_digits() {
        let mut payload = Payload::default();
        assert_eq!(payload.to_string(), "{}");
        payload.set("title", "\"Leaks\"\n");
        payload.set("a \"b\"", json!({ "c": 1 }));
        payload.set_json("new_estimate", "123456789012345.6700".to_owned());
        let text = payload.to_string();
        assert!(text.contains(":123456789012345.6700,"), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["title"], "\"Leaks\"\n");
        assert_eq!(read["a \"b\""], json!({ "c": 1 }));
    }
}
