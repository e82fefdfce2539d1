//! What flows and TaskRouter may send: attributes of every shape, the same sid twice, very many tasks at once.

use serde_json::json;

use crate::agent::{LOADING, accepted, play_with_flex, with_own_list};
use crate::event_bridge::Status;
use crate::stage::{Failure, Outcome, Setting, Side};

/// Attributes as a flow has written them, the name on the row, and the problems on the row.
const SHAPES: [(&str, &str, &[&str]); 11] = [
    ("\"a text\"", NOBODY, UNREADABLE),
    ("[1, 2]", NOBODY, UNREADABLE),
    ("42", NOBODY, UNREADABLE),
    ("null", NOBODY, UNREADABLE),
    ("true", NOBODY, UNREADABLE),
    ("{}", NOBODY, &[]),
    ("{\"name\": {\"first\": [\"Ada\"]}}", NOBODY, UNREADABLE),
    (
        "{\"name\": [\"Ada\"], \"incidentId\": [null], \"contactId\": {\"a\": {\"b\": {}}}}",
        NOBODY,
        MALFORMED,
    ),
    (
        "{\"name\": 7, \"ticketNumber\": false, \"incidentId\": \"' or 1 eq 1\"}",
        "7",
        MALFORMED,
    ),
    (
        "{\"__proto__\": {\"name\": \"Mallory\"}, \"constructor\": 1}",
        NOBODY,
        &[],
    ),
    (
        "{\"name\": \"<img src=x onerror=alert(1)>\", \"__proto__\": null}",
        "<img src=x onerror=alert(1)>",
        &[],
    ),
];
const NOBODY: &str = "Unknown customer";
const UNREADABLE: &[&str] = &["task.attributes"];
const MALFORMED: &[&str] = &["task.malformed-id"];

#[tokio::test]
async fn tasks_with_attributes_of_every_shape_are_listed_with_their_problems_and_can_be_worked()
-> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let broken = cloud.reserve("chat", "{\"name\": ");
        let sids = SHAPES.map(|(attributes, ..)| cloud.reserve("chat", attributes));
        let panel = world
            .panel_until("a row for each", |panel| panel.rows.len() == SHAPES.len())
            .await?;
        assert!(panel.row(&broken).is_none(), "Flex itself can't read it");
        for (sid, (attributes, name, wrong)) in sids.iter().zip(SHAPES) {
            let row = panel.known_row(sid)?;
            assert!(row.words.contains(name), "{attributes}: {row:?}");
            assert_eq!(row.problem_codes(), wrong, "{attributes}: {row:?}");
        }
        for sid in &sids {
            cloud.advance(sid, Status::Accepted);
            world.row_until(sid, "accepted").await?;
            cloud.advance(sid, Status::Wrapping);
            cloud.advance(sid, Status::Completed);
            world.row_gone(sid).await?;
        }
        let _ = accepted(world, "ada", "call").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_reservations_with_one_sid_are_one_row_and_two_of_one_task_are_two_rows() -> Outcome {
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

        world.press(&sid, "accept").await?;
        world.row_until(&sid, "accepted").await?;
        let second = cloud
            .reserve_task_of(&sid)
            .ok_or_else(|| Failure("no such reservation".to_owned()))?;
        world.row_until(&second, "pending").await?;
        world.row_until(&sid, "accepted").await?;
        world.press(&second, "decline").await?;
        world.row_gone(&second).await?;
        assert_eq!(cloud.status(&second), None);
        world.row_until(&sid, "accepted").await?;
        assert_eq!(cloud.status(&sid), Some(Status::Accepted));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_hundred_tasks_are_listed_beside_flex_s_own_list_and_can_be_worked() -> Outcome {
    play_with_flex(with_own_list(), async |world, cloud| {
        let ada = accepted(world, "ada", "chat").await?;
        let reserve =
            |number| cloud.reserve("chat", &format!("{{\"name\": \"Customer {number}\"}}"));
        let sids: Vec<String> = (1..200).map(reserve).collect();
        // The more tasks there are, the longer Flex takes for each.
        let panel = async || world.panel().await;
        world
            .until(LOADING, "all of them", panel, |panel| {
                panel.rows.len() == 1 + sids.len()
            })
            .await?;
        let [first, .., last] = sids.as_slice() else {
            return Err(Failure("too few".to_owned()));
        };
        world.selected_in_list(&ada).await?;
        cloud.advance(first, Status::Rescinded);
        world.row_gone(first).await?;
        world.press(last, "accept").await?;
        world.row_until(last, "accepted").await?;
        let shown = "return [document.querySelectorAll('[data-testid=task-item]').length,
            document.body.innerText.includes('Customer 199')];";
        let shown = world.run_in(Side::Flex, shown).await?;
        assert_eq!(shown, json!([199, true]), "Flex lists them, too");
        Ok(())
    })
    .await
}
