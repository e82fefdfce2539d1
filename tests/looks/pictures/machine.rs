//! What the pictures were rendered with. Another Chromium, or another version of a font, draws other pixels.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::gallery::Gallery;
use crate::stage::{Failure, Outcome};

/// The fonts of the pictures.
const FONTS: [&str; 5] = [
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans CJK JP",
    "Noto Color Emoji",
];
/// The file that records it.
const FILE: &str = "rendered-with.json";

/// What renders.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// Chromium's major version.
    chromium: String,
    /// The versions of the fonts, as fontconfig reports them. For a missing font, the font in its place.
    fonts: BTreeMap<String, String>,
}

impl Machine {
    /// This machine.
    pub async fn of(gallery: &Gallery) -> Outcome<Self> {
        let told = gallery.tell("Browser.getVersion", json!({})).await?;
        let major = told["product"].as_str().and_then(|product| {
            let (_, version) = product.split_once('/')?;
            version.split('.').next()
        });
        let chromium = major.ok_or_else(|| Failure("Chromium tells no version".to_owned()))?;
        let version = |name: &&str| {
            let arguments = ["-f", "%{family[0]} %{fontversion}", name];
            let told = Command::new("fc-match").args(arguments).output();
            let told = told.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
            ((*name).to_owned(), told.unwrap_or_default())
        };
        Ok(Self {
            chromium: chromium.to_owned(),
            fonts: FONTS.iter().map(version).collect(),
        })
    }

    /// The machine that rendered the pictures in this folder.
    pub fn recorded(folder: &Path) -> Outcome<Self> {
        let text = fs::read_to_string(folder.join(FILE))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Writes the record beside the pictures.
    pub fn record(&self, folder: &Path) -> Outcome {
        let text = serde_json::to_string_pretty(self)?;
        Ok(fs::write(folder.join(FILE), text + "\n")?)
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fonts: Vec<&str> = self.fonts.values().map(String::as_str).collect();
        write!(out, "Chromium {} with {}", self.chromium, fonts.join(", "))
    }
}
