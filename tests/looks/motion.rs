//! Nothing moves for those who want nothing to move.

use crate::gallery::Gallery;
use crate::stage::Outcome;
use crate::view::View;

#[tokio::test]
async fn nothing_moves_where_motion_is_reduced() -> Outcome {
    let still = View {
        still: true,
        ..View::default()
    };
    Gallery::is_clean(&[still], &["motion"]).await
}
