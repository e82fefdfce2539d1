//! The demo in small windows: what to do first is in sight, and then the result of it.

use serde_json::json;

use crate::stage::{Outcome, Setting, Side, World, play};

/// Which of these elements are wholly on screen and not covered.
const IN_SIGHT: &str = r#"
    const isInSight = (node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return inside && right > left && node.contains(there);
    };
    return ["[data-customer=ada] [data-act=call]", ".hint", "[data-act=fold]", "[data-side-panel]", ".form h1"]
        .filter((css) => [...document.querySelectorAll(css)].some(isInSight));
"#;

async fn in_sight(world: &World, hope: &str, seen: &[&str]) -> Outcome {
    let look = async || world.run_in(Side::Dynamics, IN_SIGHT).await;
    world
        .until_soon(hope, look, |found| *found == json!(seen))
        .await
}

/// From a window on a laptop to a window of 1280 by 720 at 200 %.
async fn begins(width: u32, height: u32) -> Outcome {
    play(Setting::default(), async |world| {
        world.resize(width, height).await?;
        world.visit(&world.window_url()).await?;
        world.at_rest().await?;
        let first = [
            "[data-customer=ada] [data-act=call]",
            ".hint",
            "[data-act=fold]",
            "[data-side-panel]",
        ];
        in_sight(world, "the drawer says what to do", &first).await?;
        world.customer("ada", "call").await?;
        let then = ["[data-act=fold]", "[data-side-panel]", ".form h1"];
        in_sight(world, "the drawer has made room for the Case", &then).await?;
        let focused = "return document.activeElement.dataset.act";
        let focused = world.run_in(Side::Dynamics, focused).await?;
        assert_eq!(focused, json!("fold"));
        world.click(Side::Dynamics, "[data-act='fold']").await?;
        world.customer("ada", "leave").await
    })
    .await
}

#[tokio::test]
async fn at_1024_by_700_the_drawer_is_open_at_first_and_closes_after_a_choice() -> Outcome {
    begins(1024, 700).await
}

#[tokio::test]
async fn at_800_by_600_the_drawer_is_open_at_first_and_closes_after_a_choice() -> Outcome {
    begins(800, 600).await
}

#[tokio::test]
async fn at_200_percent_the_drawer_is_open_at_first_and_closes_after_a_choice() -> Outcome {
    begins(640, 360).await
}
