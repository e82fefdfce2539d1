//! Writes the text file of each language but English, which is in the panel, into a folder: `languages <folder>`.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use languages::{file, read, texts};

fn main() -> ExitCode {
    let folder = env::args_os().nth(1).unwrap_or_default();
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            eprintln!("{}", problems.join("\n"));
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), Vec<String>> {
    let languages = read(Path::new(read::FOLDER))?;
    let Some((english, others)) = languages.split_first() else {
        return Ok(());
    };
    for language in others {
        let texts = texts(&language.catalog, &english.catalog);
        let path = folder.join(file(language.tag, &texts));
        fs::write(&path, texts).map_err(|why| vec![format!("{}: {why}", path.display())])?;
    }
    Ok(())
}
