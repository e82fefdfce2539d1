//! Nothing overlaps, nothing is cut, targets are large enough: in every state, theme, width and language.

use crate::gallery::Gallery;
use crate::stage::Outcome;
use crate::view::{Theme, View, Width};

async fn all_is_in_its_place(views: &[View]) -> Outcome {
    Gallery::is_clean(views, &["geometry"]).await
}

fn narrow(language: &'static str) -> View {
    View {
        language,
        ..View::default()
    }
}

#[tokio::test]
async fn all_is_in_its_place_in_both_themes() -> Outcome {
    let [light, dark] = [Theme::Light, Theme::Dark].map(View::both_widths);
    all_is_in_its_place(&[light, dark].concat()).await
}

#[tokio::test]
async fn all_is_in_its_place_in_every_language() -> Outcome {
    all_is_in_its_place(&["de", "fr", "es", "pt-BR", "ja", "ar"].map(narrow)).await
}

/// 320 px is what 1280 px are at 400 %; this is the widest docked panel at 200 %.
#[tokio::test]
async fn all_is_in_its_place_at_200_percent() -> Outcome {
    let zoomed = View {
        width: Width::Zoomed,
        ..View::default()
    };
    all_is_in_its_place(&[zoomed]).await
}
