//! Use case 2: several customers at once, and one focus on three sides.

use serde_json::json;

use crate::stage::{DynamicsSight, Outcome, Setting, Step, World, play};

const ADAS_CASE: &str = "Espresso machine leaks";
const JUERGENS_CASE: &str = "Invoice shows the wrong address";
const SIOBHANS_CASE: &str = "Delivery hasn't arrived";

/// Ada calls and is accepted. Then Jürgen chats and Siobhán texts, and both wait. Returns their sids once all three
/// Cases have their tabs.
async fn three_at_once(world: &World) -> Outcome<[String; 3]> {
    let ada = world.arrival("ada", "call").await?;
    world.press(&ada, "accept").await?;
    world.row_until(&ada, "accepted").await?;
    let juergen = world.arrival("juergen", "chat").await?;
    let siobhan = world.arrival("oconnor", "text").await?;
    for sid in [&ada, &juergen, &siobhan] {
        world.row_settled(sid).await?;
    }
    Ok([ada, juergen, siobhan])
}

/// The same, once Ada's Case has the focus back.
async fn three_around_ada(world: &World) -> Outcome<[String; 3]> {
    let sids = three_at_once(world).await?;
    world
        .dynamics_until("Ada's Case has the focus back", in_front(ADAS_CASE))
        .await?;
    Ok(sids)
}

fn in_front(case: &str) -> impl Fn(&DynamicsSight) -> bool {
    move |dynamics| dynamics.tab(case).is_some_and(|tab| tab.focused)
}

#[tokio::test]
async fn an_arrival_does_not_move_the_agent_and_its_row_says_when_it_is_ready() -> Outcome {
    play(Setting::opening_beside_calls(), async |world| {
        let [ada, juergen, siobhan] = three_around_ada(world).await?;
        let panel = world
            .panel_until("the newcomers are ready, Ada is still selected", |panel| {
                panel.selected() == Some(&ada)
                    && [&juergen, &siobhan]
                        .iter()
                        .all(|sid| panel.row(sid).is_some_and(|row| row.ready))
            })
            .await?;
        let channels: Vec<_> = panel.rows.iter().map(|row| row.channel.as_str()).collect();
        assert_eq!(channels, ["chat", "sms", "voice"], "who waits comes first");
        assert_eq!(world.flex().await?.selected(), Some(ada.as_str()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn selecting_in_flex_focuses_the_tab_and_marks_the_row() -> Outcome {
    play(Setting::opening_beside_calls(), async |world| {
        let [_, juergen, _] = three_around_ada(world).await?;
        world.press_in_flex(&juergen, "select").await?;
        world
            .panel_until("Jürgen's row is the selected one", |panel| {
                panel.selected() == Some(&juergen)
            })
            .await?;
        world
            .dynamics_until("Jürgen's Case is in front", in_front(JUERGENS_CASE))
            .await?;
        let told = Step::flex_tells("selected").with(&juergen);
        world
            .journal_tells(&[told, Step::asks_dynamics("focusTab")])
            .await?;
        let echo = Step::commands_flex("SelectTask").with(&juergen);
        assert_eq!(world.count(&echo).await?, 0, "an echo to Flex");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn selecting_in_the_list_focuses_the_tab_and_flex_follows() -> Outcome {
    play(Setting::opening_beside_calls(), async |world| {
        let [ada, _, siobhan] = three_around_ada(world).await?;
        world.select(&siobhan).await?;
        world
            .flex_until("Flex shows Siobhán's chat", |flex| {
                flex.selected() == Some(&siobhan)
            })
            .await?;
        world
            .dynamics_until("Siobhán's Case is in front", in_front(SIOBHANS_CASE))
            .await?;
        world.select(&ada).await?;
        world
            .flex_until("Flex shows Ada's call", |flex| {
                flex.selected() == Some(&ada)
            })
            .await?;
        world
            .dynamics_until("Ada's Case is in front", in_front(ADAS_CASE))
            .await?;
        world
            .journal_tells(&[
                Step::commands_flex("SelectTask").with(&siobhan),
                Step::asks_dynamics("focusTab"),
                Step::commands_flex("SelectTask").with(&ada),
                Step::asks_dynamics("focusTab"),
            ])
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_focused_tab_is_not_focused_again() -> Outcome {
    play(Setting::opening_beside_calls(), async |world| {
        let [ada, juergen, _] = three_around_ada(world).await?;
        let focused = world.count(&Step::asks_dynamics("focusTab")).await?;
        world.select(&ada).await?;
        world.select(&juergen).await?;
        world
            .dynamics_until("Jürgen's Case is in front", in_front(JUERGENS_CASE))
            .await?;
        assert_eq!(
            world.count(&Step::asks_dynamics("focusTab")).await?,
            focused + 1,
            "for Jürgen's tab, and not for Ada's"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn going_to_another_customers_tab_selects_her_task_on_both_sides() -> Outcome {
    play(Setting::opening_beside_calls(), async |world| {
        let [_, juergen, _] = three_around_ada(world).await?;
        let focused = world.count(&Step::asks_dynamics("focusTab")).await?;
        let tab = world.dynamics().await?.known_tab(JUERGENS_CASE)?;
        world.go_to_tab(&tab).await?;
        world
            .panel_until("Jürgen's row is the selected one", |panel| {
                panel.selected() == Some(&juergen)
            })
            .await?;
        world
            .flex_until("Flex shows Jürgen's chat", |flex| {
                flex.selected() == Some(&juergen)
            })
            .await?;
        let dynamics = world.dynamics().await?;
        assert!(in_front(JUERGENS_CASE)(&dynamics), "{dynamics:?}");
        assert_eq!(
            world.count(&Step::asks_dynamics("focusTab")).await?,
            focused,
            "the agent is there already"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn during_a_call_only_the_callers_case_opens_until_the_agent_selects_another_task() -> Outcome
{
    play(Setting::default(), async |world| {
        let [ada, juergen, _] = three_at_once(world).await?;
        let searched = Step::asks_dynamics("searchandopenrecords");
        assert_eq!(world.count(&searched).await?, 1, "Ada's Case alone");
        world
            .panel_until("Ada is still selected", |panel| {
                panel.selected() == Some(&ada)
            })
            .await?;
        world.select(&juergen).await?;
        world
            .dynamics_until("Jürgen's Case is in front", in_front(JUERGENS_CASE))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn with_arrival_bring_a_new_task_is_selected_at_once() -> Outcome {
    play(
        Setting::with(json!({ "arrival": "bring" })),
        async |world| {
            let [_, _, siobhan] = three_at_once(world).await?;
            world
                .panel_until("Siobhán is selected", |panel| {
                    panel.selected() == Some(&siobhan)
                })
                .await?;
            world
                .flex_until("in Flex too", |flex| flex.selected() == Some(&siobhan))
                .await?;
            world
                .dynamics_until("her Case is in front", in_front(SIOBHANS_CASE))
                .await?;
            Ok(())
        },
    )
    .await
}

#[tokio::test]
async fn with_arrival_wait_the_record_opens_when_the_task_is_accepted_or_selected() -> Outcome {
    play(Setting::with(json!({ "arrival": "wait" })), async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world
            .dynamics_until("Ada's Case is open", in_front(ADAS_CASE))
            .await?;
        let juergen = world.arrival("juergen", "chat").await?;
        let siobhan = world.arrival("oconnor", "text").await?;
        // Siobhán came last. If Jürgen's Case were opened, it would have been asked for by now.
        let opened = world
            .count(&Step::asks_dynamics("searchandopenrecords"))
            .await?;
        assert_eq!(opened, 1);

        world.press(&juergen, "accept").await?;
        world
            .dynamics_until("Jürgen's Case is open", in_front(JUERGENS_CASE))
            .await?;
        world.select(&siobhan).await?;
        world
            .dynamics_until("Siobhán's Case is open", in_front(SIOBHANS_CASE))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tasks_of_one_case_share_its_tab() -> Outcome {
    play(Setting::default(), async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.row_settled(&ada).await?;
        let tabs = world.dynamics().await?.tabs.len();
        let again = world.arrival("same-case", "chat").await?;
        world.row_settled(&again).await?;
        world.select(&again).await?;
        world
            .flex_until("Flex shows the second one", |flex| {
                flex.selected() == Some(&again)
            })
            .await?;
        let dynamics = world.dynamics().await?;
        assert!(in_front(ADAS_CASE)(&dynamics));
        assert_eq!(dynamics.tabs.len(), tabs);
        let opened = Step::asks_dynamics("searchandopenrecords");
        assert_eq!(world.count(&opened).await?, 1);
        Ok(())
    })
    .await
}
