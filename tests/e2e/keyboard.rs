//! The panel by keyboard alone: use case 1 to its end, and the shortcuts.

use thirtyfour::Key;

use crate::stage::{Outcome, Setting, Side, Step, play};

#[tokio::test]
async fn a_call_is_accepted_ended_and_completed_by_keyboard_alone() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.row_settled(&ada).await?;
        assert_eq!(
            world.focused(Side::Panel).await?,
            None,
            "the agent is in Dynamics, and stays there"
        );
        assert!(world.focused(Side::Dynamics).await?.is_some());

        world.tab_to(&format!("{ada} select")).await?;
        world.tab_to(&format!("{ada} accept")).await?;
        world.type_keys(Key::Enter).await?;
        world.row_until(&ada, "accepted").await?;
        world.focus_until(&format!("{ada} select")).await?;
        world
            .dynamics_until("Ada's Case is in front", |dynamics| {
                dynamics
                    .tab("Espresso machine leaks")
                    .is_some_and(|tab| tab.focused)
            })
            .await?;

        world.tab_to(&format!("{ada} end")).await?;
        world.type_keys(Key::Enter).await?;
        world.row_until(&ada, "wrapping").await?;
        world.focus_until(&format!("{ada} select")).await?;
        world.tab_to(&format!("{ada} complete")).await?;
        world.type_keys(" ").await?;
        world.row_gone(&ada).await?;
        world
            .panel_until("minimized", |panel| panel.is("minimized"))
            .await?;
        world.focus_until("dock").await?;
        world.type_keys(Key::Enter).await?;
        world
            .panel_until("docked again", |panel| panel.is("docked"))
            .await?;
        world.focus_until("fold").await?;
        world
            .journal_tells(&[
                Step::commands_flex("AcceptTask").with(&ada),
                Step::commands_flex("HangupCall").with(&ada),
                Step::commands_flex("CompleteTask").with(&ada),
            ])
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_shortcuts_accept_decline_and_go_from_task_to_task() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let juergen = world.arrival("juergen", "chat").await?;
        let ada = world.arrival("ada", "call").await?;
        let siobhan = world.arrival("oconnor", "text").await?;
        world.tab_to("fold").await?;

        // The call comes before the chat, although the chat has waited longer.
        world.shortcut(Key::Enter).await?;
        world.row_until(&ada, "accepted").await?;
        world.shortcut('1').await?;
        world.focus_until(&format!("{juergen} select")).await?;
        world.shortcut(Key::Enter).await?;
        world.row_until(&juergen, "accepted").await?;

        for (key, sid) in [
            ('j', &ada),
            ('j', &siobhan),
            ('j', &juergen),
            ('k', &siobhan),
        ] {
            world.shortcut(key).await?;
            world
                .flex_until("Flex has followed", |flex| flex.selected() == Some(sid))
                .await?;
            world.focus_until(&format!("{sid} select")).await?;
        }
        world.shortcut('x').await?;
        world.row_gone(&siobhan).await?;
        world
            .journal_tells(&[Step::commands_flex("RejectTask").with(&siobhan)])
            .await?;
        // The focus is on the row that took the place of the one that has gone.
        world.focus_until(&format!("{juergen} select")).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_question_mark_lists_the_shortcuts_and_escape_leads_back() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.tab_to(&format!("{ada} decline")).await?;
        world.type_keys("?").await?;
        world.focus_until("close-shortcuts").await?;
        let panel = world.panel().await?;
        assert!(
            panel.words.contains("Keyboard shortcuts"),
            "{}",
            panel.words
        );
        // While the dialog is open, other keys do nothing.
        world.shortcut(Key::Enter).await?;
        world.type_keys(Key::Escape).await?;
        world.focus_until(&format!("{ada} decline")).await?;
        assert_eq!(world.count(&Step::commands_flex("AcceptTask")).await?, 0);

        // In a list of choices, letters choose.
        world.tab_to("select").await?;
        world.type_keys("?").await?;
        world.shortcut(Key::Enter).await?;
        world.focus_until("select").await?;
        assert_eq!(world.count(&Step::commands_flex("AcceptTask")).await?, 0);
        Ok(())
    })
    .await
}
