//! The layers. No file of a crate builds on itself in a circle: files that name each other's items, directly or round
//! about, can only be read together. The manifests keep the same order between the crates.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The crates of the workspace on which each of these may build.
const BELOW: [(&str, &[&str]); 6] = [
    ("crates/languages", &[]),
    ("crates/phone", &[]),
    ("crates/store", &[]),
    ("crates/wire", &["store"]),
    ("functions", &["phone"]),
    ("crates/simulation", &["functions", "store", "wire"]),
];

/// Each file with the files whose items it names, as paths of modules: `crate::bridge::task`.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// What a file says about other files.
#[derive(Default)]
struct File {
    /// What its `use` lines bring in, by the name that it has here.
    imports: BTreeMap<String, String>,
    /// The paths that it names.
    paths: BTreeSet<String>,
}

impl File {
    fn read(source: &str) -> Self {
        let lines = source.lines().take_while(|line| *line != "mod tests {");
        let code: Vec<_> = lines.map(code).collect();
        let mut file = Self::default();
        for statement in code.join("\n").split(';') {
            let (rest, used) = match statement.rsplit_once("use ") {
                Some((rest, tree)) if rest.is_empty() || rest.ends_with(['\n', ' ']) => {
                    (rest, imports(tree))
                }
                _ => (statement, Vec::new()),
            };
            let words =
                rest.split(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter));
            let words = words.map(|word| word.trim_matches(':').to_owned());
            file.paths.extend(words);
            // What is only passed on to others is not used here.
            let last = rest.lines().last().unwrap_or_default();
            if !last.starts_with("pub") {
                file.paths.extend(used.iter().map(|(_, path)| path.clone()));
            }
            file.imports.extend(used);
        }
        file
    }
}

/// A line without its texts and its comment. A line that declares a module says nothing.
fn code(line: &str) -> String {
    let line = line.trim().split("//").next().unwrap_or_default();
    let (_, module) = line.split_once("mod ").unwrap_or_default();
    let texts = line
        .split('"')
        .step_by(2)
        .filter(|_| !module.ends_with(';'));
    texts.collect::<Vec<_>>().join(" ")
}

/// The paths of `a::{b, c as d}`, each by its name.
fn imports(tree: &str) -> Vec<(String, String)> {
    let Some((prefix, group)) = tree.trim().split_once('{') else {
        let (path, alias) = tree.trim().split_once(" as ").unwrap_or((tree.trim(), ""));
        let path = path.strip_suffix("::self").unwrap_or(path);
        let own = path.rsplit("::").next().unwrap_or(path);
        let name = if alias.is_empty() { own } else { alias };
        return vec![(name.to_owned(), path.to_owned())];
    };
    let mut depth = 0;
    let parts = group.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        depth < 0 || (depth == 0 && letter == ',')
    });
    let named = parts.filter(|part| !part.trim().is_empty());
    named
        .flat_map(|part| imports(&format!("{prefix}{}", part.trim())))
        .collect()
}

/// The files of a crate, by the paths of their modules.
struct Files(BTreeMap<String, File>);

impl Files {
    fn below(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![(folder.to_path_buf(), "crate".to_owned())];
        while let Some((folder, module)) = folders.pop() {
            for path in entries(&folder).filter(|path| !is_left_out(path)) {
                let name = path.file_stem().unwrap_or_default().display().to_string();
                let own = match name.as_str() {
                    "lib" | "mod" => module.clone(),
                    _ => format!("{module}::{name}"),
                };
                if path.is_dir() {
                    folders.push((path, own));
                } else if path.extension() == Some(OsStr::new("rs")) {
                    files.insert(own, File::read(&text_of(&path)));
                }
            }
        }
        Self(files)
    }

    fn graph(&self) -> Graph {
        let builds_on = self.0.iter().map(|(module, file)| {
            let named = file
                .paths
                .iter()
                .filter_map(|path| self.file_of(module, path));
            (
                module.clone(),
                named.filter(|named| named != module).collect(),
            )
        });
        builds_on.collect()
    }

    /// The file with the item that a path names in a module. It follows what other files pass on.
    fn file_of(&self, module: &str, path: &str) -> Option<String> {
        let (first, rest) = path.split_once("::").unwrap_or((path, ""));
        let child = format!("{module}::{first}");
        let import = self.0.get(module)?.imports.get(first);
        match (first, import) {
            ("crate", _) => self.item("crate", rest),
            ("self" | "super", _) => self.item(module, path),
            // A function may have the name of its module.
            (_, Some(target)) if target.split("::").next() != Some(first) => {
                self.file_of(module, &join(target, rest))
            }
            _ if !rest.is_empty() && self.0.contains_key(&child) => self.item(&child, rest),
            _ => None,
        }
    }

    /// The file with the item of this path below a module. `None` if the path is a module itself.
    fn item(&self, module: &str, path: &str) -> Option<String> {
        let (first, rest) = path.split_once("::").unwrap_or((path, ""));
        let child = format!("{module}::{first}");
        match (first, self.0.get(module)?.imports.get(first)) {
            ("", _) => None,
            ("self", _) => self.item(module, rest),
            ("super", _) => self.item(module.rsplit_once("::")?.0, rest),
            _ if self.0.contains_key(&child) => self.item(&child, rest),
            (_, Some(target)) => self.file_of(module, &join(target, rest)),
            (_, None) => Some(module.to_owned()),
        }
    }
}

fn join(path: &str, rest: &str) -> String {
    let colons = if rest.is_empty() { "" } else { "::" };
    format!("{path}{colons}{rest}")
}

/// The shortest way from a file over others back to itself. Each file of a graph has an entry.
fn circle<'a>(graph: &'a Graph, start: &'a str) -> Option<Vec<&'a str>> {
    let mut ways = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in graph.get(*way.last()?)? {
            let longer = [way.as_slice(), &[next]].concat();
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                ways.push_back(longer);
            }
        }
    }
    None
}

fn circles(graph: &Graph) -> Vec<String> {
    let found = graph.keys().filter_map(|file| circle(graph, file));
    found.map(|way| way.join(" -> ")).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).expect("a folder of the repository");
    entries.map(|entry| entry.expect("an entry of a folder").path())
}

/// Nobody builds on tests and programs.
fn is_left_out(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().display().to_string();
    name.ends_with("tests") || name == "main"
}

#[test]
fn no_file_builds_on_itself_in_a_circle() {
    let others = [root().to_path_buf(), root().join("functions")];
    for folder in entries(&root().join("crates")).chain(others) {
        let source = folder.join("src");
        if source.is_dir() && !is_left_out(&source) {
            let found = circles(&Files::below(&source).graph());
            let (source, ways) = (source.display(), found.join("\n"));
            assert!(found.is_empty(), "circles in {source}:\n{ways}");
        }
    }
}

#[test]
fn a_crate_builds_only_on_the_crates_below_it() {
    for (folder, below) in BELOW {
        let mut counts = false;
        for line in text_of(&root().join(folder).join("Cargo.toml")).lines() {
            if line.starts_with('[') {
                counts = line.ends_with("dependencies]") && !line.contains("dev-dependencies");
            }
            if let Some((name, value)) = line.split_once(" = ")
                && counts
                && value.contains("path = ")
            {
                assert!(below.contains(&name), "{folder} builds on {name}");
            }
        }
    }
}

fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    let files = files
        .iter()
        .map(|(module, source)| ((*module).to_owned(), File::read(source)));
    circles(&Files(files.collect()).graph())
}

#[test]
fn a_circle_is_found_however_its_paths_are_written() {
    for way in [
        "use crate::b::B;",
        "use super::{\n    b::{B, f as g},\n    d,\n};",
        "use super::b;\nfn f() { b::f() }",
        "use super::gate::B;",
        "pub use super::b::B;\nfn f(b: B) {}",
        "fn f() -> Vec<crate::b::B> {}",
    ] {
        let found = circles_of(&[
            ("crate", ""),
            ("crate::a", way),
            ("crate::b", "use super::c::C;"),
            ("crate::c", "fn f() { super::a::f() }"),
            ("crate::d", "use super::a::A;"),
            ("crate::gate", "pub use super::b::B;"),
        ]);
        let circle = "crate::a -> crate::b -> crate::c -> crate::a";
        assert_eq!(
            (found.len(), found.first().map(String::as_str)),
            (3, Some(circle)),
            "{way}"
        );
    }
}

#[test]
fn who_only_declares_passes_on_or_mentions_does_not_build() {
    let parent =
        "pub mod child;\npub use child::C;\n// child::f()\nconst M: &str = \"child::f()\";";
    let child = "use super::M;\n#[cfg(test)]\nmod tests {\n    use super::*;\n}";
    assert!(circles_of(&[("crate", parent), ("crate::child", child)]).is_empty());
}
