//! Reads the Fluent files of all languages. All of them must have the same messages.

use std::fs;
use std::path::Path;

use crate::catalog::{self, Catalog};
use crate::check;

/// Where the Fluent files are, from the folder of the project.
pub const FOLDER: &str = "src/components/words/languages";

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

/// A language with its messages.
pub struct Language {
    /// The tag of its file.
    pub tag: &'static str,
    /// The name of its variant in `Language`.
    pub name: &'static str,
    /// Its messages, without those that are shown at load.
    pub catalog: Catalog,
}

/// Reads and compares the languages. English is the first.
///
/// # Errors
/// What is wrong with the files, in words.
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
                languages.push(Language { tag, name, catalog });
                found
            }
            Err(found) => found,
        };
        let tell = |problem: String| format!("{}: {problem}", path.display());
        problems.extend(found.into_iter().map(tell));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    for Language { catalog, .. } in &mut languages {
        catalog.retain(|name, _| !name.starts_with(AT_LOAD));
    }
    Ok(languages)
}
