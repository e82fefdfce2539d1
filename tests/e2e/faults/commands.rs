//! The commands to Flex: each is refused, lost, answered late, answered twice or answered with nonsense, over the real
//! frames and the real bridge script. Flex itself, or its end of the port, misbehaves.

use serde_json::json;

use super::flex::{CUSTOMER, PATIENCE, with_flex_wrapped};
use super::{all_faults, set_fault_in};
use crate::stage::sights::{PanelSight, Row};
use crate::stage::{Outcome, Side, World};

const FAULTS: [&str; 9] = [
    "text", "map", "throws", "nonsense", "empty", "never", "late", "twice", "garbled",
];
/// The commands. Each begins with another fault than the one before it.
const COMMANDS: [&str; 10] = [
    "AcceptTask",
    "HoldCall",
    "UnholdCall",
    "HangupCall",
    "CompleteTask",
    "RejectTask",
    "SelectTask",
    "WrapupTask",
    "StartOutboundCall",
    "SetActivity",
];

/// One round, or one for each fault. A round names a command together with its fault, which is another one in each
/// round.
fn rounds() -> impl Iterator<Item = impl Fn(&'static str) -> (&'static str, &'static str)> {
    let count = if all_faults() { FAULTS.len() } else { 1 };
    (0..count).map(|round| {
        move |command| {
            assert!(COMMANDS.contains(&command), "{command} is not in the list");
            let place = COMMANDS.iter().take_while(|it| **it != command).count();
            (command, FAULTS[(place + round) % FAULTS.len()])
        }
    })
}

/// Whether Flex has done the command and has answered.
fn is_done(fault: &str) -> bool {
    matches!(fault, "nonsense" | "empty" | "late" | "twice" | "garbled")
}

/// Whether no answer can be understood.
fn is_unanswered(fault: &str) -> bool {
    matches!(fault, "never" | "late" | "garbled")
}

/// Makes a command fail. The failure is reported unless the command was done, and the same act again succeeds. A late
/// or second reply changes nothing.
async fn endures(
    world: &World,
    (action, fault): (&str, &str),
    act: impl AsyncFn() -> Outcome,
    done: impl Fn(&PanelSight) -> bool,
    told: impl Fn(&PanelSight) -> bool,
) -> Outcome {
    set_fault_in(world, Side::Flex, action, Some(fault)).await?;
    act().await?;
    let met = format!("return window.met[{}] ?? 0", json!(action));
    let met = async || world.run_in(Side::Flex, &met).await;
    let hope = format!("{action} fails: {fault}");
    world
        .until_soon(&hope, met, |met| met.as_u64() > Some(0))
        .await?;
    if is_done(fault) {
        let hope = format!("{action} {fault}: done all the same");
        world.panel_until(&hope, &done).await?;
    }
    if is_unanswered(fault) {
        for patience in PATIENCE {
            world.time_passes(Side::Panel, patience).await?;
        }
    }
    if !is_done(fault) {
        let hope = format!("{action} {fault}: told");
        world.panel_until(&hope, &told).await?;
    }
    set_fault_in(world, Side::Flex, action, None).await?;
    world.run_in(Side::Flex, "window.answerLate()").await?;
    if !is_done(fault) {
        act().await?;
        let hope = format!("{action} {fault}: done at the second try");
        world.panel_until(&hope, &done).await?;
    }
    Ok(())
}

/// The same for the command of a button in a row.
async fn button_endures(
    world: &World,
    (action, fault): (&str, &str),
    (sid, button): (&str, &str),
    done: impl Fn(Option<&Row>) -> bool,
) -> Outcome {
    endures(
        world,
        (action, fault),
        async || world.press(sid, button).await,
        |panel| done(panel.row(sid)),
        |panel| {
            let row = panel.row(sid);
            row.is_some_and(|row| row.problem_codes().contains(&"flex.command"))
        },
    )
    .await
}

fn is(status: &str) -> impl Fn(Option<&Row>) -> bool {
    move |row| row.is_some_and(|row| row.status == status)
}

fn offers(act: &str) -> impl Fn(Option<&Row>) -> bool {
    move |row| row.is_some_and(|row| row.acts.iter().any(|offered| offered == act))
}

#[tokio::test]
async fn a_call_can_be_worked_although_each_command_fails_once() -> Outcome {
    with_flex_wrapped(async |world| {
        for fails in rounds() {
            let sid = world.arrival(CUSTOMER, "call").await?;
            let row = |button| (sid.as_str(), button);
            button_endures(world, fails("AcceptTask"), row("accept"), is("accepted")).await?;
            button_endures(world, fails("HoldCall"), row("hold"), offers("unhold")).await?;
            button_endures(world, fails("UnholdCall"), row("unhold"), offers("hold")).await?;
            button_endures(world, fails("HangupCall"), row("end"), is("wrapping")).await?;
            let gone = |row: Option<&Row>| row.is_none();
            button_endures(world, fails("CompleteTask"), row("complete"), gone).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_chat_can_be_worked_although_each_command_fails_once() -> Outcome {
    with_flex_wrapped(async |world| {
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.row_settled(&ada).await?;
        let gone = |row: Option<&Row>| row.is_none();
        for fails in rounds() {
            // New tasks of a busy agent are not selected at once.
            world.select(&ada).await?;
            world
                .flex_until("Flex shows Ada's call", |flex| {
                    flex.selected() == Some(&ada)
                })
                .await?;
            let sid = world.arrival(CUSTOMER, "chat").await?;
            button_endures(world, fails("RejectTask"), (&sid, "decline"), gone).await?;
            let sid = world.arrival(CUSTOMER, "chat").await?;
            endures(
                world,
                fails("SelectTask"),
                async || world.select(&sid).await,
                |panel| panel.selected() == Some(&sid),
                |panel| {
                    let row = panel.row(&sid);
                    row.is_some_and(|row| row.problem_codes().contains(&"flex.command"))
                },
            )
            .await?;
            world
                .flex_until("Flex shows the chat", |flex| flex.selected() == Some(&sid))
                .await?;
            world.press(&sid, "accept").await?;
            world.row_until(&sid, "accepted").await?;
            button_endures(world, fails("WrapupTask"), (&sid, "end"), is("wrapping")).await?;
            world.press(&sid, "complete").await?;
            world.row_gone(&sid).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_number_is_dialled_in_the_end_although_the_command_fails_once() -> Outcome {
    with_flex_wrapped(async |world| {
        world
            .open_record("6f0c2a10-7b1e-4c55-9a01-0242ac120009")
            .await?;
        for fails in rounds() {
            let (command, fault) = fails("StartOutboundCall");
            let told = match fault {
                "never" => "dial.no-task",
                _ => "flex.command",
            };
            let click = async || world.click_phone("telephone1").await;
            endures(
                world,
                (command, fault),
                click,
                |panel| panel.rows.len() == 1,
                |panel| panel.notice_codes() == [told],
            )
            .await?;
            let panel = world
                .panel_until("dialled once, and nothing is wrong", |panel| {
                    panel.rows.len() == 1 && panel.notices.is_empty()
                })
                .await?;
            for row in panel.rows {
                world.press(&row.sid, "end").await?;
                world.row_until(&row.sid, "wrapping").await?;
                world.press(&row.sid, "complete").await?;
                world.row_gone(&row.sid).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_activity_is_set_in_the_end_although_the_command_fails_once() -> Outcome {
    with_flex_wrapped(async |world| {
        world.dock().await?;
        let activities = [
            ("WA00000000000000000000000000000002", "Break"),
            ("WA00000000000000000000000000000001", "Available"),
        ];
        for (fails, (sid, name)) in rounds().zip(activities.into_iter().cycle()) {
            endures(
                world,
                fails("SetActivity"),
                async || world.choose_activity(sid).await,
                |panel| panel.activity.as_deref() == Some(name),
                |panel| panel.notice_codes() == ["flex.command"],
            )
            .await?;
            world
                .flex_until("Flex has the activity, too", |flex| {
                    flex.activity.as_deref() == Some(name)
                })
                .await?;
            world
                .panel_until("nothing is wrong", |panel| panel.notices.is_empty())
                .await?;
        }
        Ok(())
    })
    .await
}
