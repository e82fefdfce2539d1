//! Tests that the build refuses a language that differs from English in its messages.
#![allow(clippy::unwrap_used)]

use languages::catalog;
use languages::check::differences;

const ENGLISH: &str = "
# How many there are.
tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
lost = { $entity ->
    [case] The Case of { $customer } is lost.
   *[contact] The Contact { $customer } is lost.
}
    .remedy = Search for it.
";

/// The problems of another language.
fn problems(other: &str) -> Vec<String> {
    let read = |source| catalog::read(source).unwrap();
    differences(&read(ENGLISH), &read(other), &["one", "other"])
}

/// The English file with a text replaced.
fn with(text: &str, instead: &str) -> String {
    assert!(ENGLISH.contains(text), "{text}");
    ENGLISH.replace(text, instead)
}

#[test]
fn a_language_with_the_same_messages_is_accepted() {
    assert_eq!(problems(ENGLISH), Vec::<String>::new());
    assert_eq!(
        problems(&with("{ $count } task\n", "one task\n")),
        Vec::<String>::new(),
        "the number itself may be a word in one of the plurals"
    );
}

#[test]
fn a_language_whose_messages_differ_is_refused_with_an_explanation() {
    for (text, instead, words) in [
        ("tasks =", "jobs =", "tasks is missing"),
        ("tasks =", "jobs =", "jobs does not exist in English"),
        (
            "    .remedy = Search for it.",
            "",
            "lost: the remedy is missing",
        ),
        (
            "{ $customer } is lost.\n}",
            "{ $name } is lost.\n}",
            "lost: uses",
        ),
        ("Search for it.", "Search for { $customer }.", "lost: uses"),
        (
            "    [one] { $count } task\n",
            "",
            "tasks: selects on $count",
        ),
        (
            "    [one]",
            "    [few] few\n    [one]",
            "tasks: selects on $count",
        ),
        ("[case]", "[incident]", "lost: selects on $entity"),
    ] {
        let problems = problems(&with(text, instead));
        assert!(
            problems.iter().any(|problem| problem.starts_with(words)),
            "{words:?} in {problems:?}"
        );
    }
}

#[test]
fn a_remedy_that_english_does_not_have_is_refused() {
    let other = format!("{ENGLISH}\nmore = More");
    let english = catalog::read(&other).unwrap();
    let other = catalog::read(&format!("{other}\n    .remedy = None.")).unwrap();
    let problems = differences(&english, &other, &["one", "other"]);
    assert_eq!(
        problems,
        ["more: has a remedy, but the English message has none"]
    );
}

#[test]
fn a_part_of_fluent_that_the_panel_does_not_use_is_refused() {
    for source in [
        "-term = Flex",
        "a = { b }",
        "a = { -term }",
        "a = { NUMBER($count) }",
        "a = { $count ->\n    [1] one\n   *[other] more\n}",
        "a = { $count ->\n   *[other] more\n    [one] one\n}",
        "a = A\n    .title = B",
        "a =\n    .remedy = B",
        "a = A\na = B",
        "a = { $count",
        "not Fluent",
    ] {
        assert!(catalog::read(source).is_err(), "{source}");
    }
}
