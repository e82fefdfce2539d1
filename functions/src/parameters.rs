//! The parameters that the caller has passed. Studio sends text, and sends blank text for an empty variable, so blank
//! counts as missing.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;
use uuid::Uuid;

use crate::problem::Problem;

/// The parameters of `createCase` with a meaning of their own, besides [`KEYS`]. All other parameters are columns.
pub const OF_CREATE_CASE: [&str; 12] = [
    "contactid",
    "accountid",
    "caseorigincode",
    "casetypecode",
    "title",
    "productName",
    "description",
    "subject",
    "incidentid",
    "phoneNum",
    "From",
    "channelType",
];
/// The keys that identify a repeated call, the strongest first.
pub const KEYS: [&str; 4] = ["idempotencyKey", "TaskSid", "ConversationSid", "CallSid"];
/// What the platform adds by itself.
const PLATFORM: [&str; 1] = ["request"];

/// The parameters, by name.
pub struct Parameters(BTreeMap<String, Value>);

impl Parameters {
    /// The parameters of a call.
    #[must_use]
    pub fn new(parameters: BTreeMap<String, Value>) -> Self {
        Self(parameters)
    }

    /// The text of a parameter as it came. `None` if it is missing or blank.
    pub fn text(&self, name: &str) -> Result<Option<String>, Problem> {
        let text = match self.0.get(name) {
            None | Some(Value::Null) => return Ok(None),
            Some(Value::String(text)) => text.clone(),
            Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
            Some(Value::Array(_)) => {
                return Err(Problem::invalid(name, "is given more than once."));
            }
            Some(Value::Object(_)) => return Err(Problem::invalid(name, "is no text.")),
        };
        Ok(Some(text).filter(|text| !text.trim().is_empty()))
    }

    /// Whether a parameter was passed at all, even if it is blank.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The text of a parameter that may be URL-encoded, decoded: `+` is a space, `%xx` is a byte of UTF-8. A percent
    /// sign without two digits after it stays.
    pub fn decoded(&self, name: &str) -> Result<Option<String>, Problem> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        let text = text.replace('+', " ");
        match percent_decode_str(&text).decode_utf8() {
            Ok(text) => Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
            Err(_) => Err(Problem::invalid(name, "is URL-encoded, but not in UTF-8.")),
        }
    }

    /// The GUID of a record, in any spelling. `None` if it is missing.
    pub fn guid(&self, name: &str) -> Result<Option<Uuid>, Problem> {
        let id = self.text(name)?.map(|text| Uuid::parse_str(text.trim()));
        id.transpose()
            .map_err(|_| Problem::invalid(name, "is no GUID."))
    }

    /// The number of an option: whole, not negative, 32 bits. `None` if it is missing.
    pub fn option_number(&self, name: &str) -> Result<Option<i32>, Problem> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        match text.trim().parse::<i32>() {
            Ok(number) if number >= 0 => Ok(Some(number)),
            _ => Err(Problem::invalid(name, "is no number of an option.")),
        }
    }

    /// The name and the text of the strongest key.
    pub fn key(&self) -> Result<Option<(&'static str, String)>, Problem> {
        for name in KEYS {
            if let Some(text) = self.text(name)? {
                return Ok(Some((name, text.trim().to_owned())));
            }
        }
        Ok(None)
    }

    /// The names and texts of all other parameters that are not blank: none of `createCase`'s own, no key, and not what
    /// the platform adds.
    pub fn further(&self) -> Result<Vec<(&str, String)>, Problem> {
        let ours = |name: &str| {
            OF_CREATE_CASE.contains(&name) || KEYS.contains(&name) || PLATFORM.contains(&name)
        };
        let mut further = Vec::new();
        for name in self.0.keys().filter(|name| !ours(name)) {
            if let Some(text) = self.text(name)? {
                further.push((name.as_str(), text));
            }
        }
        Ok(further)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn parameters(value: Value) -> Parameters {
        Parameters::new(serde_json::from_value(value).unwrap())
    }

    #[test]
    fn encoded_and_plain_texts_are_decoded() {
        for (given, meant) in [
            ("Espresso+machine+leaks", "Espresso machine leaks"),
            ("J%C3%BCrgen%20%26%20Co", "Jürgen & Co"),
            ("1%2B1+%3D+2", "1+1 = 2"),
            ("100%25 sure", "100% sure"),
            ("100% sure", "100% sure"),
            ("50%", "50%"),
            ("%zz", "%zz"),
            ("Plain, with umlauts: äöü", "Plain, with umlauts: äöü"),
            ("O%27Connor's", "O'Connor's"),
            ("line%0Abreak", "line\nbreak"),
        ] {
            let decoded = parameters(json!({ "title": given })).decoded("title");
            assert_eq!(decoded, Ok(Some(meant.to_owned())), "{given}");
        }
        let latin1 = parameters(json!({ "title": "J%FCrgen" })).decoded("title");
        assert_eq!(latin1.unwrap_err().parameter.as_deref(), Some("title"));
    }

    #[test]
    fn a_blank_parameter_counts_as_missing() {
        let parameters = parameters(json!({ "a": "", "b": "  ", "c": null, "d": "++" }));
        for name in ["a", "b", "c", "none"] {
            assert_eq!(parameters.text(name), Ok(None));
        }
        assert_eq!(parameters.decoded("d"), Ok(None));
        assert!(parameters.has("a") && parameters.has("c") && !parameters.has("none"));
    }

    #[test]
    fn a_parameter_that_is_given_twice_or_is_no_text_is_refused() {
        let parameters = parameters(json!({ "a": ["1", "2"], "b": { "c": 1 }, "n": 3, "t": true }));
        assert!(parameters.text("a").is_err() && parameters.text("b").is_err());
        assert_eq!(parameters.text("n"), Ok(Some("3".to_owned())));
        assert_eq!(parameters.text("t"), Ok(Some("true".to_owned())));
    }

    #[test]
    fn the_number_of_an_option_is_whole_and_not_negative() {
        for (given, number) in [
            ("1", Some(1)),
            (" 2483 ", Some(2483)),
            ("2147483647", Some(i32::MAX)),
            (" ", None),
        ] {
            assert_eq!(
                parameters(json!({ "c": given })).option_number("c"),
                Ok(number)
            );
        }
        for bad in [
            "-1",
            "1.5",
            "one",
            "2147483648",
            "1e3",
            "0x1",
            "' or 1 eq 1",
        ] {
            let problem = parameters(json!({ "c": bad }))
                .option_number("c")
                .unwrap_err();
            assert_eq!(problem.parameter.as_deref(), Some("c"), "{bad}");
        }
    }

    #[test]
    fn the_strongest_key_counts() {
        let all = json!({ "CallSid": "CA1", "ConversationSid": "CH1", "TaskSid": "WT1", "idempotencyKey": " k " });
        assert_eq!(
            parameters(all).key(),
            Ok(Some(("idempotencyKey", "k".to_owned())))
        );
        let some = json!({ "CallSid": "CA1", "TaskSid": "", "idempotencyKey": "" });
        assert_eq!(
            parameters(some).key(),
            Ok(Some(("CallSid", "CA1".to_owned())))
        );
        assert_eq!(parameters(json!({})).key(), Ok(None));
    }

    #[test]
    fn keys_and_what_the_platform_adds_are_not_taken_for_columns() {
        let all = json!({
            "title": "T", "request": { "headers": {} }, "idempotencyKey": "k", "TaskSid": "WT1",
            "ConversationSid": "CH1", "CallSid": "CA1", "blank": " ", "prioritycode": 1
        });
        let all = parameters(all);
        assert_eq!(all.further(), Ok(vec![("prioritycode", "1".to_owned())]));
    }

    proptest! {
        #[test]
        fn decoding_takes_any_text(text in ".*") {
            let _ = parameters(json!({ "title": text })).decoded("title");
        }

        #[test]
        fn a_text_that_studio_has_encoded_is_decoded_to_what_it_was(text in "[a-zäß+%&=' ]{0,40}") {
            let text = text.trim();
            let encoded = percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC);
            let encoded = encoded.to_string().replace("%20", "+");
            let decoded = parameters(json!({ "title": encoded })).decoded("title").unwrap();
            prop_assert_eq!(decoded.unwrap_or_default(), text);
        }
    }
}
