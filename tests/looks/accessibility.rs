//! axe-core finds nothing in any state.

use crate::gallery::Gallery;
use crate::stage::Outcome;
use crate::view::{Theme, View};

async fn axe_finds_nothing(views: &[View]) -> Outcome {
    Gallery::is_clean(views, &["accessible"]).await
}

#[tokio::test]
async fn axe_finds_nothing_in_the_light_theme() -> Outcome {
    axe_finds_nothing(&View::both_widths(Theme::Light)).await
}

#[tokio::test]
async fn axe_finds_nothing_in_the_dark_theme() -> Outcome {
    axe_finds_nothing(&View::both_widths(Theme::Dark)).await
}

#[tokio::test]
async fn axe_finds_nothing_in_forced_colors() -> Outcome {
    let forced = View {
        theme: Theme::Forced,
        ..View::default()
    };
    axe_finds_nothing(&[forced]).await
}
