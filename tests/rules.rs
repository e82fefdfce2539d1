//! Keeps `docs/rules.md` and the code together. `docs/rules.md` lists the rules of the sync, and the code cites them by
//! number. Each number that is cited must have a row, each row must name functions and tests that exist, and no link in
//! the documents may be dead.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::expect_used)]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders whose files may cite a rule.
const CITING: [&str; 6] = ["src", "crates", "functions", "flex-plugin", "docs", "tests"];
/// Folders with files of others, or with generated files.
const NOT_OURS: [&str; 2] = ["node_modules", "target"];
/// The endings of files that people write.
const WRITTEN: [&str; 5] = ["rs", "js", "mjs", "ts", "md"];

const RULES: &str = "docs/rules.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The files below a folder that people write.
fn written_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry of a folder").path();
        let is_written = |ending: &OsStr| WRITTEN.iter().any(|written| ending == *written);
        if path.is_dir() && !NOT_OURS.iter().any(|name| path.ends_with(name)) {
            found.extend(written_files(&path));
        } else if path.is_file() && path.extension().is_some_and(is_written) {
            found.push(path);
        }
    }
    found
}

/// The rules that a text cites: its words that are an `R` and a number.
fn cited(text: &str) -> BTreeSet<u32> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter_map(|word| word.strip_prefix('R'))
        .filter(|number| number.chars().all(|digit| digit.is_ascii_digit()))
        .filter_map(|number| number.parse().ok())
        .collect()
}

/// A link of a document to a file of the repository.
struct Link<'a> {
    text: &'a str,
    file: PathBuf,
}

impl<'a> Link<'a> {
    /// The links in a part of a document in this folder.
    fn all(markdown: &'a str, folder: &Path) -> Vec<Self> {
        let of_one = |(before, after): (&'a str, &'a str)| {
            let (_, text) = before.rsplit_once('[')?;
            let (target, _) = after.split_once(')')?;
            let path = target.split('#').next().filter(|path| !path.is_empty())?;
            let file = folder.join(path);
            (!target.contains("://")).then_some(Self { text, file })
        };
        let ends = markdown.match_indices("](");
        ends.map(|(at, end)| (markdown.split_at(at).0, markdown.split_at(at + end.len()).1))
            .filter_map(of_one)
            .collect()
    }

    /// The function that the link names, if it leads to a Rust file.
    fn function(&self) -> Option<&'a str> {
        let name = self.text.strip_prefix('`')?.strip_suffix('`')?;
        self.file
            .extension()
            .is_some_and(|ending| ending == "rs")
            .then_some(name)
    }
}

/// The functions of a Rust file, and which of them are tests.
fn functions(source: &str) -> Vec<(&str, bool)> {
    let mut is_test = false;
    let mut found = Vec::new();
    for line in source.lines().map(str::trim_start) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test]") {
            is_test = true;
        } else if let Some((_, rest)) = line.split_once("fn ")
            && !line.starts_with("//")
        {
            let end = rest.find(['(', '<']).unwrap_or_default();
            found.push((rest.split_at(end).0, std::mem::take(&mut is_test)));
        }
    }
    found
}

fn is_function(link: &Link<'_>, is_test: bool) -> bool {
    link.function()
        .is_some_and(|name| functions(&text_of(&link.file)).contains(&(name, is_test)))
}

/// A row of the table: `| R4 | the rule | the functions that keep it | the tests that hold it |`.
struct Row<'a> {
    number: u32,
    keepers: Vec<Link<'a>>,
    tests: Vec<Link<'a>>,
}

fn rows(rules: &str) -> Vec<Row<'_>> {
    let docs = root().join("docs");
    let of_one = |line| {
        let cells: Vec<&str> = str::split(line, " | ").collect();
        let [number, _, keepers, tests] = cells.try_into().ok()?;
        Some(Row {
            number: number.strip_prefix("| R")?.parse().ok()?,
            keepers: Link::all(keepers, &docs),
            tests: Link::all(tests, &docs),
        })
    };
    rules.lines().filter_map(of_one).collect()
}

#[test]
fn each_rule_that_is_cited_has_one_row() {
    let rules = text_of(&root().join(RULES));
    let numbers: Vec<u32> = rows(&rules).iter().map(|row| row.number).collect();
    assert!(!numbers.is_empty(), "{RULES} has no table of rules");
    let in_order = numbers.is_sorted_by(|one, next| one < next);
    assert!(in_order, "the rows of {RULES} are {numbers:?}");
    let files = CITING
        .iter()
        .flat_map(|folder| written_files(&root().join(folder)));
    for file in files {
        for number in cited(&text_of(&file)) {
            let has_row = numbers.contains(&number);
            assert!(
                has_row,
                "{}: R{number} has no row in {RULES}",
                file.display()
            );
        }
    }
}

#[test]
fn each_row_names_the_functions_that_keep_the_rule_and_the_tests_that_hold_it() {
    for Row {
        number,
        keepers,
        tests,
    } in rows(&text_of(&root().join(RULES)))
    {
        for (links, is_test) in [(&keepers, false), (&tests, true)] {
            assert!(!links.is_empty(), "R{number}: a cell has no link");
            for link in links {
                let (text, file) = (link.text, link.file.display());
                assert!(
                    is_function(link, is_test),
                    "R{number}: {text} is not in {file}"
                );
            }
        }
        let cites = |link: &Link<'_>| cited(&text_of(&link.file)).contains(&number);
        assert!(
            keepers.iter().any(cites),
            "R{number}: no file that keeps it cites it"
        );
    }
}

#[test]
fn no_link_in_the_documents_is_dead() {
    for document in written_files(&root().join("docs")) {
        let text = text_of(&document);
        let links = Link::all(&text, document.parent().expect("a folder"));
        for link in links {
            let (from, file) = (document.display(), link.file.display());
            assert!(link.file.exists(), "{from}: {file} is not there");
            let exists = is_function(&link, false) || is_function(&link, true);
            let (of, text) = (link.function(), link.text);
            assert!(of.is_none() || exists, "{from}: {text} is not in {file}");
        }
    }
}

#[test]
fn each_target_of_tests_is_in_a_manifest() {
    let crates = fs::read_dir(root().join("crates")).expect("the folder of crates");
    let crates = crates.map(|entry| entry.expect("an entry of a folder").path());
    let folders = crates.chain([root().to_path_buf()]);
    let manifests: Vec<_> = folders
        .map(|folder| text_of(&folder.join("Cargo.toml")))
        .collect();
    for entry in fs::read_dir(root().join("tests")).expect("the folder of tests") {
        let path = entry.expect("an entry of a folder").path();
        let is_target =
            path.join("main.rs").is_file() || path.extension() == Some(OsStr::new("rs"));
        let name = path.file_stem().unwrap_or_default().display();
        let line = format!("name = \"{name}\"");
        assert!(
            !is_target || manifests.iter().any(|manifest| manifest.contains(&line)),
            "{name} is in no manifest, so that it never runs"
        );
    }
}
