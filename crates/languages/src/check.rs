//! Checks that another language has the same messages as English.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, Message, Part, Pattern, variables, walk};

/// The one variable that is a number.
pub const NUMBER: &str = "count";

/// All differences, in words. `plurals` are the plural categories of the other language.
pub fn differences(english: &Catalog, other: &Catalog, plurals: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    let keys = keys(english);
    for name in english.keys().filter(|name| !other.contains_key(*name)) {
        problems.push(format!("{name} is missing"));
    }
    for (name, message) in other {
        let Some(original) = english.get(name) else {
            problems.push(format!("{name} does not exist in English"));
            continue;
        };
        let found = variables_that_differ(original, message)
            .into_iter()
            .chain(selectors_that_differ(message, &keys, plurals));
        problems.extend(found.map(|problem| format!("{name}: {problem}")));
    }
    problems
}

/// For each variable, the keys that English selects by.
fn keys(english: &Catalog) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::<_, BTreeSet<_>>::new();
    for message in english.values() {
        selectors(message, &mut |variable, found| {
            keys.entry(variable.to_owned()).or_default().extend(found);
        });
    }
    keys
}

fn variables_that_differ(original: &Message, message: &Message) -> Option<String> {
    let set = |pattern: &Pattern| variables([pattern]).into_iter().collect::<BTreeSet<_>>();
    let of = |message: &Message| (set(&message.what), message.remedy.as_ref().map(set));
    let (expected, found) = (of(original), of(message));
    match (&expected.1, &found.1) {
        (Some(_), None) => Some("the remedy is missing".into()),
        (None, Some(_)) => Some("has a remedy, but the English message has none".into()),
        _ if expected != found => Some(format!("uses {found:?} instead of {expected:?}")),
        _ => None,
    }
}

fn selectors_that_differ(
    message: &Message,
    keys: &BTreeMap<String, BTreeSet<String>>,
    plurals: &[&str],
) -> Vec<String> {
    let plurals: BTreeSet<String> = plurals.iter().map(|&category| category.into()).collect();
    let none = BTreeSet::new();
    let mut problems = Vec::new();
    selectors(message, &mut |variable, found| {
        let expected = match variable {
            NUMBER => &plurals,
            variable => keys.get(variable).unwrap_or(&none),
        };
        if found != *expected {
            problems.push(format!(
                "selects on ${variable} by {found:?} instead of {expected:?}"
            ));
        }
    });
    problems
}

fn selectors(message: &Message, see: &mut impl FnMut(&str, BTreeSet<String>)) {
    for pattern in [&message.what].into_iter().chain(&message.remedy) {
        walk(pattern, &mut |part| {
            if let Part::Select(variable, variants) = part {
                let found = variants.iter().map(|variant| variant.key.clone());
                see(variable, found.collect());
            }
        });
    }
}
