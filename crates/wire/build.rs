//! Gives the crate a number for the words of the store. Two builds with the same number read each other's messages.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Result;
use std::path::Path;

fn main() -> Result<()> {
    let words = Path::new("../store/src/words");
    println!("cargo::rerun-if-changed={}", words.display());
    let mut files = fs::read_dir(words)?
        .map(|file| Ok(file?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.sort();
    let mut words = DefaultHasher::new();
    for file in files {
        fs::read(file)?.hash(&mut words);
    }
    println!("cargo::rustc-env=WORDS={}", words.finish());
    Ok(())
}
