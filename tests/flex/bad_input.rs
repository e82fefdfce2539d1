//! What flows and TaskRouter may send: attributes of every shape, the same sid twice, very many at once.

use serde_json::json;

use crate::agent::{accepted, play_with_flex};
use crate::event_bridge::Status;
use crate::stage::{Failure, Outcome, Setting, Side};

#[tokio::test]
async fn attributes_of_every_shape_are_listed_and_can_be_worked() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let broken = cloud.reserve("chat", "{\"name\": ");
        let mut sids = Vec::new();
        for attributes in [
            "\"a text\"",
            "[1, 2]",
            "42",
            "null",
            "true",
            "{}",
            "{\"name\": {\"first\": [\"Ada\"]}, \"incidentId\": [null], \"contactId\": {\"a\": {\"b\": {}}}}",
            "{\"name\": 7, \"ticketNumber\": false, \"incidentId\": \"' or 1 eq 1\"}",
            "{\"__proto__\": {\"name\": \"Mallory\"}, \"constructor\": 1}",
        ] {
            let sid = cloud.reserve("chat", attributes);
            world.row_until(&sid, "pending").await?;
            sids.push(sid);
        }
        assert!(world.panel().await?.row(&broken).is_none(), "Flex itself can't read it");
        for sid in &sids {
            cloud.advance(sid, Status::Accepted);
            world.row_until(sid, "accepted").await?;
            cloud.advance(sid, Status::Wrapping);
            cloud.advance(sid, Status::Completed);
            world.row_gone(sid).await?;
        }
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_two_reservations_with_one_sid_the_newer_counts() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let sid = cloud.reserve("chat", "{\"name\": \"Jo Gray\"}");
        world.row_until(&sid, "pending").await?;
        cloud.reserve_again(&sid, "{\"name\": \"Kim Lee\"}");
        let panel = world
            .panel_until("Kim's row, and no other", |panel| {
                panel
                    .row(&sid)
                    .is_some_and(|row| row.words.contains("Kim Lee"))
            })
            .await?;
        assert_eq!(panel.rows.len(), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_hundred_tasks_are_listed_and_can_be_worked() -> Outcome {
    // Flex's own list is out of the way: it takes longer for each task, the more there are.
    let setting = Setting {
        flex: Some(json!({ "hideTaskList": true })),
        ..Setting::default()
    };
    play_with_flex(setting, async |world, cloud| {
        let ada = accepted(world, "ada", "chat").await?;
        let reserve =
            |number| cloud.reserve("chat", &format!("{{\"name\": \"Customer {number}\"}}"));
        let sids: Vec<String> = (1..200).map(reserve).collect();
        world
            .panel_until("all of them", |panel| panel.rows.len() == 1 + sids.len())
            .await?;
        let [first, .., last] = sids.as_slice() else {
            return Err(Failure("too few".to_owned()));
        };
        world.selected_in_list(&ada).await?;
        cloud.advance(first, Status::Rescinded);
        world.row_gone(first).await?;
        world.press(last, "accept").await?;
        world.row_until(last, "accepted").await?;
        let shown = "return [!!document.querySelector('[data-testid=task-item]'),
            document.body.innerText.includes('Customer 199')];";
        let shown = world.run_in(Side::Flex, shown).await?;
        assert_eq!(
            shown,
            json!([false, true]),
            "Flex shows the task, and no list"
        );
        Ok(())
    })
    .await
}
