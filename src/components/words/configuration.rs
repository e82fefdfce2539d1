//! What is wrong with the configuration, in words.

use super::speech::Speech;
use crate::store::configuration::{ConfigProblem, FetchProblem, Place};

/// A problem in a sentence.
#[must_use]
pub fn tell(speech: &Speech, problem: &ConfigProblem) -> String {
    let place = |place: &Place| speech.place(name(*place));
    match problem {
        ConfigProblem::NotFetched { why } => match why {
            FetchProblem::Silent => speech.config_silent(),
            FetchProblem::Status(status) => speech.config_status(&status.to_string()),
            FetchProblem::Failed(words) => speech.config_failed(words),
        },
        ConfigProblem::NotJson {
            place: at,
            line,
            column,
        } => speech.config_not_json(&place(at), &line.to_string(), &column.to_string()),
        ConfigProblem::NotAnObject { place: at } => speech.config_not_an_object(&place(at)),
        ConfigProblem::UnknownKey {
            place: at,
            key,
            known,
        } => speech.config_unknown_key(&place(at), key, known),
        ConfigProblem::NotThere { place: at, key } => speech.config_not_there(&place(at), key),
        ConfigProblem::BadValue {
            place: at,
            key,
            value,
        } => speech.config_bad_value(&place(at), key, value, &speech.allowed(key)),
        ConfigProblem::Missing { key } => speech.config_missing(key, &speech.allowed(key)),
    }
}

fn name(place: Place) -> &'static str {
    match place {
        Place::File => "file",
        Place::Build => "build",
        Place::CustomParameters => "custom-parameters",
    }
}
