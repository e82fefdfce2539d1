//! Files of the project, and files that the browser saves.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use super::world::{Failure, Outcome, World};

/// A file or a folder of the project.
pub fn of_project(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

impl World {
    /// From now on, the browser saves files into a folder of this test.
    pub async fn saves_into(&self) -> Outcome<TempDir> {
        let folder = TempDir::new()?;
        let cdp = self.browser.driver.cdp();
        let wish = json!({ "behavior": "allow", "downloadPath": folder.path() });
        cdp.send_raw("Browser.setDownloadBehavior", wish).await?;
        Ok(folder)
    }

    /// The text of the only file in a folder.
    pub fn saved_in(folder: &TempDir) -> Outcome<String> {
        let file = fs::read_dir(folder.path())?.flatten().next();
        let file = file.ok_or_else(|| Failure("no file".to_owned()))?;
        Ok(fs::read_to_string(file.path())?)
    }
}
