//! The network is lost for a minute while customers come and go. Flex reports nothing and does nothing, and then has
//! other tasks.

use std::time::Duration;

use super::case_is_up;
use super::flex::with_flex_wrapped;
use crate::stage::{Outcome, Side, Step};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_minute_without_a_network_loses_nothing() -> Outcome {
    with_flex_wrapped(async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        let juergen = world.arrival("juergen", "chat").await?;
        for sid in [&ada, &juergen] {
            world.row_settled(sid).await?;
        }

        world.run_in(Side::Flex, "window.offline = true").await?;
        world.customer("juergen", "leave").await?;
        world.customer("ada", "leave").await?;
        world.customer("oconnor", "text").await?;
        world
            .flex_until("Jürgen has gone, Siobhán is there", |flex| {
                let there = |sid: &str| flex.reservations.iter().any(|it| it.sid == sid);
                flex.reservations.len() == 2 && there(&ada) && !there(&juergen)
            })
            .await?;
        world.press(&ada, "end").await?;
        world.time_passes(Side::Panel, MINUTE).await?;
        world
            .panel_until(
                "the list is as it was, and says that Flex is silent",
                |panel| {
                    let row = panel.row(&ada);
                    row.is_some_and(|row| {
                        row.status == "accepted" && row.problem_codes() == ["flex.command"]
                    }) && panel.row(&juergen).is_some()
                        && panel.rows.len() == 2
                },
            )
            .await?;

        world.run_in(Side::Flex, "window.reconnect()").await?;
        let panel = world
            .panel_until(
                "Ada has hung up, Jürgen has gone, somebody waits",
                |panel| {
                    let over = panel.row(&ada).is_some_and(|row| row.status == "wrapping");
                    over && panel.row(&juergen).is_none() && panel.rows.len() == 2
                },
            )
            .await?;
        let newcomer = panel.rows.into_iter().find(|row| row.sid != ada);
        let siobhan = newcomer.map(|row| row.sid).unwrap_or_default();
        world.row_settled(&siobhan).await?;
        case_is_up(world, "Delivery hasn't arrived").await?;
        let opened = Step::asks_dynamics("searchandopenrecords");
        // Jürgen's waited for the agent, who was in a call, and he has gone.
        assert_eq!(world.count(&opened).await?, 2, "Ada's and Siobhán's");
        world.press(&ada, "complete").await?;
        world.row_gone(&ada).await?;
        world.press(&siobhan, "accept").await?;
        world.row_until(&siobhan, "accepted").await?;
        Ok(())
    })
    .await
}
