//! Pictures of every state in both themes, in `docs/screenshots/states/`. `make screenshots` takes new ones. The test
//! compares: if Chromium and the fonts are those that are recorded beside the pictures, at most 1 % of the pixels may
//! differ.

mod machine;
mod pixels;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use crate::findings::{Findings, Found};
use crate::gallery::Gallery;
use crate::stage::Outcome;
use crate::stage::project::of_project;
use crate::view::{Size, Theme, View, Width};
use machine::Machine;
use pixels::Pixels;

/// Set by `make screenshots`: pictures are taken and not compared.
const TAKE: &str = "LOOKS_TAKE_PICTURES";
/// How many percent of the pixels may differ.
const PERCENT: f64 = 1.0;
/// The states that are shown in other languages as well.
const ABROAD: [(&str, &str); 7] = [
    ("twelve-tasks", "en-XA"),
    ("notices", "en-XA"),
    ("waiting-for-flex-checklist", "en-XA"),
    ("twelve-tasks", "ar"),
    ("notices", "ar"),
    ("twelve-tasks", "de"),
    ("twelve-tasks", "ja"),
];

/// A picture that must exist.
struct Motif {
    state: String,
    size: Size,
    view: View,
}

impl Motif {
    fn file(&self) -> String {
        let theme = match self.view.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Forced => "forced-colors",
        };
        match (&self.state, self.view.language) {
            (state, "en") => format!("{state}.{theme}.png"),
            (state, language) => format!("{state}.{language}.{theme}.png"),
        }
    }
}

fn folder() -> PathBuf {
    of_project("docs/screenshots/states")
}

/// All pictures, those of one viewport together.
fn motifs(gallery: &Gallery) -> Vec<Motif> {
    let mut motifs = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        for size in [Size::Docked, Size::Rail, Size::Wide] {
            for state in gallery.states.iter().filter(|state| state.size == size) {
                let abroad = ABROAD.into_iter().filter(|(name, _)| *name == state.name);
                let languages = ["en"]
                    .into_iter()
                    .chain(abroad.map(|(_, language)| language));
                motifs.extend(languages.map(|language| Motif {
                    state: state.name.clone(),
                    size,
                    view: View {
                        theme,
                        width: Width::Pictured,
                        language,
                        still: true,
                    },
                }));
            }
        }
    }
    motifs
}

#[tokio::test]
async fn every_state_looks_like_its_pictures() -> Outcome {
    Gallery::visit(async |gallery| {
        let here = Machine::of(gallery).await?;
        if std::env::var_os(TAKE).is_some() {
            return take(gallery, &here).await;
        }
        let there = Machine::recorded(&folder())?;
        if here != there {
            // Written past the test harness, which hides the output of a test that passes.
            let words = format!("pictures are not compared: {there} is recorded, {here} is here\n");
            std::io::stderr().write_all(words.as_bytes())?;
            return Ok(());
        }
        compare(gallery).await?.none()
    })
    .await
}

async fn take(gallery: &Gallery, here: &Machine) -> Outcome {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for motif in motifs(gallery) {
        let picture = photograph(gallery, &motif).await?;
        fs::write(folder.join(motif.file()), picture.encode()?)?;
    }
    here.record(&folder)
}

async fn compare(gallery: &Gallery) -> Outcome<Findings> {
    let folder = folder();
    let mut unknown: BTreeSet<String> = fs::read_dir(&folder)?
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter(|file| file.ends_with(".png"))
        .collect();
    let mut findings = Findings::default();
    for motif in motifs(gallery) {
        let file = motif.file();
        let known = unknown.remove(&file);
        let what = if known {
            let now = photograph(gallery, &motif).await?;
            let different = Pixels::decode(&fs::read(folder.join(&file))?)?.percent_different(&now);
            (different > PERCENT).then(|| format!("differs in {different:.1} % of its pixels"))
        } else {
            Some("has not been taken".to_owned())
        };
        findings.add(
            &motif.view,
            what.into_iter()
                .map(|what| found(&motif.state, &file, what))
                .collect(),
        );
    }
    for file in unknown {
        let what = "is of a state that is no more".to_owned();
        findings.add(&View::default(), vec![found("none", &file, what)]);
    }
    Ok(findings)
}

fn found(state: &str, file: &str, what: String) -> Found {
    Found {
        state: state.to_owned(),
        element: file.to_owned(),
        what: format!("{what} (`make screenshots` takes it anew)"),
    }
}

async fn photograph(gallery: &Gallery, motif: &Motif) -> Outcome<Pixels> {
    gallery.look(&motif.view, motif.size).await?;
    gallery
        .call("showStill", json!([motif.state, motif.view.language]))
        .await?;
    Pixels::decode(&gallery.screenshot().await?)
}
