//! The real Flex in a panel that is 320 pixels wide.

use std::time::Duration;

use crate::agent::{accepted, play_with_flex, with_own_list};
use crate::stage::{Outcome, Setting, Side, World};
use serde::Deserialize;

const SOON: Duration = Duration::from_secs(30);

/// What an agent needs of Flex, and where it is.
#[derive(Debug, Deserialize)]
struct Sight {
    /// The width of the whole page.
    width: f64,
    /// The width that the content needs.
    content: f64,
    /// The parts of the task's canvas and the buttons above it that lie outside the page.
    cut_off: Vec<String>,
    /// Whether the agent's own menu, which has the sign-out, can be clicked.
    menu: bool,
    /// Whether the button that ends the task can be clicked.
    end: bool,
    /// Whether the task is a call.
    call: bool,
    /// How many tasks of Flex's own list can be clicked.
    listed: usize,
    /// The height of the canvas.
    canvas: f64,
}

const LOOK: &str = "
    const { innerWidth: width, innerHeight: height } = window;
    const all = (css) => [...document.querySelectorAll(css)];
    const of = (node) => node.getBoundingClientRect();
    const isCut = (node) => {
        const { left, right } = of(node);
        return right > left && (left < -0.5 || right > width + 0.5);
    };
    const isInReach = (node) => {
        const { left, right, top, bottom } = of(node);
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        return y < height && node.contains(document.elementFromPoint(x, y));
    };
    return {
        width,
        content: document.documentElement.scrollWidth,
        cut_off: all('.Twilio-TaskCanvas *, .Twilio-MainHeader button').filter(isCut)
            .map((node) => node.outerHTML.slice(0, 200)),
        menu: all('[data-testid=profile-card-button]').some(isInReach),
        end: all('.Twilio-TaskCanvasHeader-EndButton, [data-testid=hangup-footer]').some(isInReach),
        call: all('[data-testid=hangup-footer]').length > 0,
        listed: all('[data-testid=task-item]').filter(isInReach).length,
        canvas: all('.Twilio-TaskCanvas').map((node) => of(node).height)[0] ?? 0,
    };
";

const NARROW: &str = "document.querySelector('[data-side-panel]').style
    .setProperty('--panel-width', '320px');";

/// Flex with two customers, once the panel is narrow and everything can be reached: first for the chat, then for the
/// call.
async fn narrow(world: &World) -> Outcome<Sight> {
    let ada = accepted(world, "ada", "call").await?;
    world.row_settled(&ada).await?;
    let juergen = accepted(world, "juergen", "chat").await?;
    world.selected_in_flex(&juergen).await?;
    world.run_in_top_window(NARROW).await?;
    let look = async || {
        let sight = world.run_in(Side::Flex, LOOK).await?;
        Ok(serde_json::from_value::<Sight>(sight)?)
    };
    let is_whole = |sight: &Sight| {
        sight.width <= 320.0
            && sight.content <= sight.width
            && sight.cut_off.is_empty()
            && sight.menu
            && sight.end
    };
    world
        .until(SOON, "the chat is whole", look, is_whole)
        .await?;
    world.select(&ada).await?;
    world.selected_in_flex(&ada).await?;
    let is_call = |sight: &Sight| is_whole(sight) && sight.call;
    world.until(SOON, "the call is whole", look, is_call).await
}

#[tokio::test]
async fn in_a_narrow_panel_no_part_of_a_task_is_cut_off_below_flex_s_own_list() -> Outcome {
    play_with_flex(with_own_list(), async |world, _| {
        let sight = narrow(world).await?;
        assert!(sight.listed > 0, "{sight:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_flex_s_own_list_the_task_gets_its_room() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let sight = narrow(world).await?;
        assert_eq!(sight.listed, 0, "{sight:?}");
        assert!(sight.canvas > 300.0, "{sight:?}");
        Ok(())
    })
    .await
}
