//! The real Flex in a panel of 320 pixels.

use std::time::Duration;

use crate::agent::{accepted, play_with_flex, with_own_list};
use crate::stage::{Outcome, Setting, Side, World};
use serde::Deserialize;

const SOON: Duration = Duration::from_secs(30);

/// What an agent needs of Flex, and where it is.
#[derive(Debug, Deserialize)]
struct Sight {
    /// The whole page, from the left to the right.
    width: f64,
    /// How wide it would have to be.
    content: f64,
    /// What lies outside of it to the left or to the right: of the task's canvas, and the buttons above it.
    cut_off: Vec<String>,
    /// The agent's own menu, with which to sign out, is there to be clicked.
    menu: bool,
    /// So is the button that ends the task.
    end: bool,
    /// The task is a call.
    call: bool,
    /// So are so many tasks of Flex's own list.
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

/// Flex with two customers at work, as soon as the panel is narrow and all of it in reach: the chat, then the call.
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
async fn in_a_narrow_panel_nothing_of_a_task_is_cut_off_beneath_flex_s_own_list() -> Outcome {
    play_with_flex(with_own_list(), async |world, _| {
        let sight = narrow(world).await?;
        assert!(sight.listed > 0, "{sight:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_flex_s_own_list_the_task_has_its_place() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let sight = narrow(world).await?;
        assert_eq!(sight.listed, 0, "{sight:?}");
        assert!(sight.canvas > 300.0, "{sight:?}");
        Ok(())
    })
    .await
}
