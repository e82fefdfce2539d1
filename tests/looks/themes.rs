//! Tests every state and theme with axe-core, and that nothing overlaps or is cut and targets are large enough: at both
//! ends of the widths that Dynamics gives a panel, and at 200 %.

use crate::gallery::Gallery;
use crate::stage::Outcome;
use crate::view::{Theme, View, Width};

#[tokio::test]
async fn nothing_is_wrong_in_the_light_theme() -> Outcome {
    let views = View::both_widths(Theme::Light);
    Gallery::is_clean(&views, &["accessible", "geometry"]).await
}

#[tokio::test]
async fn nothing_is_wrong_in_the_dark_theme() -> Outcome {
    let views = View::both_widths(Theme::Dark);
    Gallery::is_clean(&views, &["accessible", "geometry"]).await
}

#[tokio::test]
async fn nothing_is_wrong_in_forced_colors() -> Outcome {
    let forced = View {
        theme: Theme::Forced,
        ..View::default()
    };
    Gallery::is_clean(&[forced], &["accessible"]).await
}

/// 320 px is what 1280 px are at 400 %. This is the widest docked panel at 200 %.
#[tokio::test]
async fn everything_is_in_its_place_at_200_percent() -> Outcome {
    let zoomed = View {
        width: Width::Zoomed,
        ..View::default()
    };
    Gallery::is_clean(&[zoomed], &["geometry"]).await
}

#[tokio::test]
async fn nothing_moves_if_the_agent_wants_reduced_motion() -> Outcome {
    let still = View {
        still: true,
        ..View::default()
    };
    Gallery::is_clean(&[still], &["motion"]).await
}
