//! The pseudo-language: nothing is hard-wired, and what is a third longer is not cut.

use crate::gallery::Gallery;
use crate::stage::Outcome;
use crate::view::View;

#[tokio::test]
async fn no_words_are_hard_wired_and_none_are_cut() -> Outcome {
    let disguised = View {
        language: "en-XA",
        ..View::default()
    };
    Gallery::is_clean(&[disguised], &["words", "geometry"]).await
}
