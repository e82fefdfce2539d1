//! The languages of the panel. Their Fluent files become one file of Rust, if all of them have the same messages.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::rust::{self, Language};
use crate::{catalog, check};

/// Where the Fluent files are.
const FOLDER: &str = "src/components/words/languages";

/// Messages whose names begin like this are shown before the panel's Rust code runs. `tools/start-files.mjs` passes
/// them to `start.js`.
const AT_LOAD: &str = "load-";

/// Each language: its file, the name of its variant in `Language`, and its plural categories (CLDR, without those that
/// only numbers from a million on have). English is the original.
pub const LANGUAGES: [(&str, &str, &[&str]); 7] = [
    ("en", "English", &["one", "other"]),
    ("de", "German", &["one", "other"]),
    ("fr", "French", &["one", "other"]),
    ("es", "Spanish", &["one", "other"]),
    ("pt-BR", "Portuguese", &["one", "other"]),
    ("ja", "Japanese", &["other"]),
    (
        "ar",
        "Arabic",
        &["zero", "one", "two", "few", "many", "other"],
    ),
];

/// Writes `messages.rs` to the place from which the crate includes it.
pub fn write() -> Result<(), Vec<String>> {
    println!("cargo:rerun-if-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build");
    let mut languages = read(Path::new(FOLDER))?;
    for Language { catalog, .. } in &mut languages {
        catalog.retain(|name, _| !name.starts_with(AT_LOAD));
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(folder.join("messages.rs"), rust::generate(&languages))
        .map_err(|why| vec![format!("messages.rs can't be written: {why}")])
}

/// Reads and compares the languages.
pub fn read(folder: &Path) -> Result<Vec<Language>, Vec<String>> {
    let mut languages = Vec::<Language>::new();
    let mut problems = Vec::new();
    for (tag, name, plurals) in LANGUAGES {
        let path = folder.join(format!("{tag}.ftl"));
        let catalog = fs::read_to_string(&path)
            .map_err(|why| vec![why.to_string()])
            .and_then(|source| catalog::read(&source));
        let found = match catalog {
            Ok(catalog) => {
                let original = languages.first().map(|english| &english.catalog);
                let found = check::differences(original.unwrap_or(&catalog), &catalog, plurals);
                languages.push(Language { name, catalog });
                found
            }
            Err(found) => found,
        };
        let tell = |problem: String| format!("{}: {problem}", path.display());
        problems.extend(found.into_iter().map(tell));
    }
    if problems.is_empty() {
        Ok(languages)
    } else {
        Err(problems)
    }
}
