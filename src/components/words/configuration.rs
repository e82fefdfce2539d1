//! What is wrong with the configuration, in words.

use super::i18n::I18n;
use store::configuration::{ConfigProblem, FetchProblem, Place};

/// A problem in a sentence.
#[must_use]
pub fn text(i18n: &I18n, problem: &ConfigProblem) -> String {
    let place = |place: &Place| i18n.place(name(*place));
    match problem {
        ConfigProblem::NotFetched { why } => match why {
            FetchProblem::Silent => i18n.config_silent(),
            FetchProblem::Status(status) => i18n.config_status(&status.to_string()),
            FetchProblem::Failed(words) => i18n.config_failed(words),
        },
        ConfigProblem::NotJson {
            place: at,
            line,
            column,
        } => i18n.config_not_json(&place(at), &line.to_string(), &column.to_string()),
        ConfigProblem::NotAnObject { place: at } => i18n.config_not_an_object(&place(at)),
        ConfigProblem::UnknownKey {
            place: at,
            key,
            known,
        } => i18n.config_unknown_key(&place(at), key, known),
        ConfigProblem::NotThere { place: at, key } => i18n.config_not_there(&place(at), key),
        ConfigProblem::BadValue {
            place: at,
            key,
            value,
        } => i18n.config_bad_value(&place(at), key, value, &i18n.allowed(key)),
        ConfigProblem::Missing { key } => i18n.config_missing(key, &i18n.allowed(key)),
    }
}

fn name(place: Place) -> &'static str {
    match place {
        Place::File => "file",
        Place::Build => "build",
        Place::CustomParameters => "custom-parameters",
    }
}
