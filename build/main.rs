//! What happens before the crate is compiled: its [`defaults`] are passed on, and the Fluent files of its languages become
//! Rust functions and texts.

mod defaults;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use languages::functions::functions;
use languages::{file, read, texts};

fn main() -> ExitCode {
    defaults::hand_on();
    match write_languages() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            eprintln!("{}", problems.join("\n"));
            ExitCode::FAILURE
        }
    }
}

/// Writes `messages.rs`, `files.rs` and the texts of each language to the place from which the crate includes them.
fn write_languages() -> Result<(), Vec<String>> {
    let folder = read::FOLDER;
    println!("cargo:rerun-if-changed={folder}");
    let languages = read(Path::new(folder))?;
    let Some(english) = languages.first() else {
        return Ok(());
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let write = |name: &str, content: &str| {
        fs::write(out.join(name), content).map_err(|why| vec![format!("{name}: {why}")])
    };
    let mut files = String::from("match language {\n");
    let mut all = String::from("[\n");
    for language in &languages {
        let texts = texts(&language.catalog, &english.catalog);
        let file = file(language.tag, &texts);
        let name = language.name;
        write(&format!("{}.txt", language.tag), &texts)?;
        let _ = writeln!(files, "    Language::{name} => \"{file}\",");
        let _ = writeln!(
            all,
            "    (Language::{name}, include_str!(\"{}.txt\")),",
            language.tag
        );
    }
    write("messages.rs", &functions(&english.catalog))?;
    write("files.rs", &format!("{files}}}"))?;
    write("texts.rs", &format!("{all}]"))
}
