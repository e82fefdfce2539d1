//! The floors of the store: a file uses files of its own floor or of a lower one. That no files use each other in a circle
//! holds for all crates, and is checked in `tests/layers.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, the lowest first. A file belongs to the first floor that its path begins with.
const FLOORS: [&[&str]; 5] = [
    &["words"],
    &["mechanisms"],
    &["rules"],
    &["agent", "snapshot", "restore"],
    &["update", "runtime"],
];

type Uses = BTreeMap<String, BTreeSet<String>>;

/// The files below a folder, by their module paths such as `words/ids`.
fn files(folder: &Path, path: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).expect("the store's sources");
    let mut found = Vec::new();
    for entry in entries.map(|entry| entry.expect("an entry of a folder").path()) {
        let stem = entry.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{path}{stem}");
        if entry.is_dir() {
            found.extend(files(&entry, &format!("{name}/")));
        } else if !["mod", "lib"].contains(&stem.as_ref()) {
            found.push((name, entry));
        }
    }
    found
}

/// The modules that a source imports: the longest beginnings of its `use crate::…` paths that are files.
fn imports(source: &str, all: &BTreeSet<String>) -> BTreeSet<String> {
    let (code, _) = source.split_once("#[cfg(test)]").unwrap_or((source, ""));
    let statements = code.split("use crate::").skip(1);
    let paths = statements.flat_map(|statement| {
        let (statement, _) = statement.split_once(';').unwrap_or((statement, ""));
        let (stem, leaves) = statement.split_once('{').unwrap_or((statement, ""));
        let leaves = leaves.trim_end_matches('}').split(',').map(str::trim);
        let whole: Vec<_> = leaves.map(|leaf| format!("{stem}{leaf}")).collect();
        whole
    });
    paths
        .filter_map(|path| {
            let parts: Vec<_> = path.split("::").filter(|part| !part.is_empty()).collect();
            let beginnings = (1..=parts.len())
                .rev()
                .map(|count| parts[..count].join("/"));
            beginnings
                .into_iter()
                .find(|beginning| all.contains(beginning))
        })
        .collect()
}

fn uses() -> Uses {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = files(&root, "");
    let all: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a file of the store");
    let uses = files
        .iter()
        .map(|(name, path)| (name.clone(), imports(&read(path), &all)));
    uses.collect()
}

fn floor(module: &str) -> usize {
    let first = module.split('/').next().unwrap_or_default();
    let place = FLOORS.iter().position(|floor| floor.contains(&first));
    place.unwrap_or_else(|| panic!("{module} is on no floor"))
}

/// The imports from a higher floor.
fn upward(uses: &Uses) -> Vec<(&str, &str)> {
    let all = uses
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |to| (from.as_str(), to.as_str())));
    all.filter(|(from, to)| floor(to) > floor(from)).collect()
}

#[test]
fn no_file_of_the_store_uses_a_file_of_a_higher_floor() {
    assert_eq!(upward(&uses()), []);
}

#[test]
fn the_rules_can_be_read_in_one_go() {
    let rules = include_str!("../../crates/store/src/rules.rs");
    assert!(rules.lines().count() <= 300);
}

#[test]
fn an_upward_import_is_found() {
    let all: BTreeSet<String> = ["words/ids", "mechanisms/mode", "rules"]
        .map(String::from)
        .into();
    let source = "use crate::rules;\nuse crate::words::ids::{\n    Record,\n};\n";
    let mode = imports(source, &all);
    let rules = imports("use crate::mechanisms::mode;", &all);
    let uses = Uses::from([("mechanisms/mode".into(), mode), ("rules".into(), rules)]);
    assert_eq!(upward(&uses), [("mechanisms/mode", "rules")]);
}
