//! Very many selections: the number of messages to Dynamics is limited, and all three sides end at the last selection.

use std::cell::Cell;
use std::rc::Rc;

use serde_json::json;

use crate::stage::journal::Message;
use crate::stage::{DynamicsSight, Outcome, Setting, Side, World, play};

const SELECTIONS: usize = 50;

/// Selects two tasks in turns, without a pause, by the buttons with these selectors. The second task comes last.
async fn select_in_turns(world: &World, side: Side, buttons: [String; 2]) -> Outcome {
    let script = format!(
        "const buttons = {}.map((css) => document.querySelector(css)); \
         for (let i = 0; i < {SELECTIONS}; i += 1) buttons[i % 2].click();",
        json!(buttons)
    );
    world.run_in(side, &script).await?;
    Ok(())
}

/// How many `focusTab` calls these messages have, and the most that were open at once.
fn focusings(messages: &[Message]) -> (usize, usize) {
    let (mut all, mut out, mut most) = (0, 0_usize, 0);
    for message in messages.iter().filter(|message| message.kind == "focusTab") {
        match message.from.as_str() {
            "panel" => (all, out) = (all + 1, out + 1),
            _ => out = out.saturating_sub(1),
        }
        most = most.max(out);
    }
    (all, most)
}

/// Selects on one side, starting with Ada's Case in front, until Jürgen's is selected on all three sides. Returns how
/// often a tab was focused.
async fn storm(side: Side, css: &str) -> Outcome<usize> {
    let count = Rc::new(Cell::new(0));
    let counted = count.clone();
    play(Setting::opening_beside_calls(), async move |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        for sid in [&ada, &juergen] {
            world.row_settled(sid).await?;
        }
        world.select(&ada).await?;
        in_front(world, "Espresso machine leaks").await?;
        let before = world.journal().await?.len();
        let buttons = [&ada, &juergen].map(|sid| css.replace("SID", sid));
        select_in_turns(world, side, buttons).await?;
        world
            .panel_until("Jürgen is selected", |panel| {
                panel.selected() == Some(&juergen)
            })
            .await?;
        world
            .flex_until("in Flex too", |flex| flex.selected() == Some(&juergen))
            .await?;
        in_front(world, "Invoice shows the wrong address").await?;
        let (all, most) = focusings(&world.journal().await?[before..]);
        println!("{SELECTIONS} selections, {side:?}: {all} focusings");
        assert_eq!(most, 1, "at once");
        counted.set(all);
        Ok(())
    })
    .await?;
    Ok(count.get())
}

async fn in_front(world: &World, case: &str) -> Outcome {
    let shown = |dynamics: &DynamicsSight| dynamics.tab(case).is_some_and(|tab| tab.focused);
    let _ = world
        .dynamics_until(&format!("{case} is in front"), shown)
        .await?;
    Ok(())
}

/// All selections come before Dynamics can answer, so only the first and the last are focused.
#[tokio::test]
async fn fifty_selections_in_the_list_focus_at_most_two_tabs() -> Outcome {
    let all = storm(Side::Panel, "[data-task='SID'] button:not([data-act])").await?;
    assert!(all <= 2, "{all}");
    Ok(())
}

/// Each selection is a message, and Dynamics may answer between any two. So the number depends on its speed.
#[tokio::test]
async fn fifty_selections_in_flex_focus_one_tab_at_a_time() -> Outcome {
    let all = storm(Side::Flex, "[data-reservation='SID'] [data-act='select']").await?;
    assert!(all < SELECTIONS, "{all}");
    Ok(())
}
