//! A storm of selections: what the panel says to Dynamics is bounded, and all three sides end at the last one.

use serde_json::json;

use crate::stage::{Outcome, Setting, Side, World, play};

const SELECTIONS: usize = 50;
/// A question, a focusing, and one more of each for the choice that came meanwhile; the rest are glances, which go
/// on once a second while two customers have tabs.
const FOCUSINGS: usize = 2;
const CALLS: usize = 20;

/// Selects the two tasks in turns, without a pause, by the buttons with these selectors; the second one comes last.
async fn select_in_turns(world: &World, side: Side, buttons: [String; 2]) -> Outcome {
    let script = format!(
        "const buttons = {}.map((css) => document.querySelector(css)); \
         for (let i = 0; i < {SELECTIONS}; i += 1) buttons[i % 2].click();",
        json!(buttons)
    );
    world.run_in(side, &script).await?;
    Ok(())
}

/// The messages from the panel to Dynamics: all of them, and those that focus a tab.
async fn said(world: &World) -> Outcome<[usize; 2]> {
    let journal = world.journal().await?;
    let to_dynamics = || {
        journal.iter().filter(|message| {
            let ways = (message.from.as_str(), message.to.as_str());
            ways == ("panel", "dynamics")
        })
    };
    let focusings = to_dynamics().filter(|message| message.kind == "focusTab");
    Ok([to_dynamics().count(), focusings.count()])
}

#[tokio::test]
async fn fifty_selections_in_a_row_are_a_few_messages_to_dynamics() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        for sid in [&ada, &juergen] {
            world.row_settled(sid).await?;
        }
        for (side, css) in [
            (Side::Flex, "[data-reservation='SID'] [data-act='select']"),
            (Side::Panel, "[data-task='SID'] button:not([data-act])"),
        ] {
            let case = "Espresso machine leaks";
            world.select(&ada).await?;
            world
                .dynamics_until("Ada's Case is in front", |dynamics| {
                    dynamics.tab(case).is_some_and(|tab| tab.focused)
                })
                .await?;
            let before = said(world).await?;
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
            world
                .dynamics_until("his Case is in front", |dynamics| {
                    dynamics
                        .tab("Invoice shows the wrong address")
                        .is_some_and(|tab| tab.focused)
                })
                .await?;
            let after = said(world).await?;
            let [calls, focusings] = [0, 1].map(|kind| after[kind] - before[kind]);
            println!("{SELECTIONS} selections, {side:?}: {calls} calls, {focusings} focusings");
            assert!(calls <= CALLS, "{calls}");
            assert!(focusings <= FOCUSINGS, "{focusings}");
        }
        Ok(())
    })
    .await
}
