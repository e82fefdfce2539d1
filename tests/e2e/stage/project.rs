//! Files of the project.

use std::path::{Path, PathBuf};

/// A file or a folder of the project.
pub fn of_project(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}
