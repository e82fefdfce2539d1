//! All is in its place in every language; in the pseudo-language, nothing is hard-wired, and what is a third longer is
//! not cut.

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
async fn all_is_in_its_place_in_every_language() -> Outcome {
    let views = ["de", "fr", "es", "pt-BR", "ja", "ar"].map(narrow);
    Gallery::is_clean(&views, &["geometry"]).await
}

#[tokio::test]
async fn no_words_are_hard_wired_and_none_are_cut() -> Outcome {
    Gallery::is_clean(&[narrow("en-XA")], &["words", "geometry"]).await
}
