//! Files that the browser saves.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::outcome::{Failure, Outcome};
use super::world::World;

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
