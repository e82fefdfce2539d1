//! Tests that everything is in its place in every language, and that in the pseudo-language no text is hard-wired, and
//! none is cut although it is a third longer.

use crate::gallery::Gallery;
use crate::stage::Outcome;
use crate::view::View;

fn narrow(language: &'static str) -> View {
    View {
        language,
        ..View::default()
    }
}

#[tokio::test]
async fn everything_is_in_its_place_in_every_language() -> Outcome {
    let views = ["de", "fr", "es", "pt-BR", "ja", "ar"].map(narrow);
    Gallery::is_clean(&views, &["geometry"]).await
}

#[tokio::test]
async fn no_text_is_hard_wired_or_cut() -> Outcome {
    Gallery::is_clean(&[narrow("en-XA")], &["words", "geometry"]).await
}
