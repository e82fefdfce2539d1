//! Flex reloads during a task, and the event bridge drops its socket.

use crate::agent::{accepted, play_with_flex};
use crate::event_bridge::Status;
use crate::stage::{Outcome, Setting, Side, Step};

#[tokio::test]
async fn a_reload_of_flex_loses_no_task_and_opens_nothing_twice() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let ada = accepted(world, "ada", "chat").await?;
        world.row_settled(&ada).await?;
        let juergen = accepted(world, "juergen", "chat").await?;
        world.row_settled(&juergen).await?;
        let opened = Step::asks_dynamics("searchandopenrecords");
        let before = world.count(&opened).await?;
        world
            .run_in(Side::Flex, "window.old = true; location.reload();")
            .await?;
        world
            .until_soon(
                "another page",
                async || world.run_in(Side::Flex, "return window.old ?? false").await,
                |old| old == false,
            )
            .await?;
        world
            .panel_until("connected again, both rows are there", |panel| {
                let accepted = |sid| panel.row(sid).is_some_and(|row| row.status == "accepted");
                panel.flex.as_deref() == Some("connected") && accepted(&ada) && accepted(&juergen)
            })
            .await?;
        world.selected_in_list(&juergen).await?;
        world.selected_in_flex(&juergen).await?;
        world.select(&ada).await?;
        world.selected_in_flex(&ada).await?;
        world.press(&ada, "end").await?;
        world.row_until(&ada, "wrapping").await?;
        assert_eq!(cloud.status(&ada), Some(Status::Wrapping));
        assert_eq!(world.count(&opened).await?, before);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_happens_while_the_event_bridge_is_away_is_known_later() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let ada = accepted(world, "ada", "chat").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        world.row_until(&juergen, "pending").await?;
        cloud.go_down();
        world
            .panel_until("the panel says that its list may be old", |panel| {
                panel.flex.as_deref() == Some("reconnecting")
            })
            .await?;
        cloud.advance(&ada, Status::Wrapping);
        cloud.advance(&juergen, Status::Canceled);
        let siobhan = cloud.reserve("sms", "{\"name\": \"Siobhán O'Connor\"}");
        cloud.come_up();
        world
            .panel_until("the list is as TaskRouter has it", |panel| {
                let is = |sid, status| panel.row(sid).is_some_and(|row| row.status == status);
                panel.rows.len() == 2 && is(&ada, "wrapping") && is(&siobhan, "pending")
            })
            .await?;
        world.press(&siobhan, "accept").await?;
        world.row_until(&siobhan, "accepted").await?;
        Ok(())
    })
    .await
}
