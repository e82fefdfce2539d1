//! Security drills: windows that are not the Flex frame, and origins that are not Flex's, send well-formed messages of
//! the bridge. No task, call or selection gets through, and no attacker gets a port.

use serde_json::json;

use crate::stage::{Outcome, Setting, Side, Step, World, play};

/// `attack(target)` sends a window every message that could matter, with a port of its own, and records the answers on
/// the port and to this window. It sends the same on a port that it gets in an answer.
const ENEMY: &str = r#"
    window.answers = [];
    window.addEventListener("message", (event) => {
        if (event.data?.cifPanel) window.answers.push(event.data);
        const [port] = event.ports;
        if (port && event.data.cifPanel === "welcome") window.words.forEach((word) => port.postMessage(word));
    });
    const task = {
        sid: "WRevil", status: "pending", channel: "voice", age: 0,
        attributes: { name: "Mallory" }, onHold: null, muted: null,
    };
    window.words = [
        { cifPanel: "hello", version: 1, bridge: "1.0.0" },
        { cifPanel: "welcome", version: 1 },
        { to: "panel", type: "signedOut" },
        { to: "panel", type: "snapshot", tasks: [task], selected: "WRevil", view: null, activity: null },
        { to: "panel", type: "task", task },
        { to: "panel", type: "selected", sid: "WRevil" },
        { to: "flex", type: "command", request: 1, action: "StartOutboundCall",
          payload: { destination: "+14155550132", taskAttributes: {} } },
        { to: "flex", type: "command", request: 2, action: "SetActivity",
          payload: { activitySid: "WA00000000000000000000000000000000" } },
        { messageType: "onclicktoact", messageCorrelationId: "1",
          messageData: JSON.stringify({ value: "+14155550132" }) },
    ];
    window.attack = (target) => {
        for (const message of window.words) {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => window.answers.push(data);
            target.postMessage(message, "*", [port2]);
            for (const more of window.words) port1.postMessage(more);
        }
    };
"#;

/// The attack has failed: the attacker has received nothing, and the next arrival works as usual.
async fn nothing_came_of_it(world: &World, snapshots: usize) -> Outcome {
    let ada = world.arrival("ada", "call").await?;
    world.press(&ada, "accept").await?;
    let panel = world.row_until(&ada, "accepted").await?;
    assert_eq!(panel.rows.len(), 1, "{panel:?}");
    assert_eq!(panel.selected(), Some(ada.as_str()));
    assert_eq!(panel.flex.as_deref(), Some("connected"));
    assert_eq!(world.flex().await?.reservations.len(), 1);
    for action in ["StartOutboundCall", "SetActivity"] {
        assert_eq!(
            world.count(&Step::commands_flex(action)).await?,
            0,
            "{action}"
        );
    }
    assert_eq!(world.count(&Step::flex_tells("snapshot")).await?, snapshots);
    Ok(())
}

#[tokio::test]
async fn the_same_messages_from_flexs_own_page_get_through_so_the_drills_can_fail() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let page = format!("{}/cif-panel-bridge.js", world.flex_origin.url);
        let go = format!("location.href = {}", json!(page));
        world.run_in(Side::Flex, &go).await?;
        let arrived = async || {
            world
                .run_in(Side::Flex, "return location.href + document.readyState")
                .await
        };
        world
            .until_soon("the frame has gone elsewhere", arrived, |there| {
                *there == json!(format!("{page}complete"))
            })
            .await?;
        world
            .run_in(Side::Flex, &format!("{ENEMY} attack(window.parent);"))
            .await?;
        world
            .panel_until("what the script has told is in the list", |panel| {
                panel.row("WRevil").is_some() && panel.selected() == Some("WRevil")
            })
            .await?;
        Ok(())
    })
    .await
}

/// The windows of the drill, as the top window sees them.
const PANEL: &str = "window.frames[0].frames[0]";
const FLEX: &str = "window.frames[0].frames[0].frames[0]";

#[tokio::test]
async fn the_window_around_the_panel_cannot_speak_for_flex_or_to_flex() -> Outcome {
    for target in [PANEL, FLEX] {
        play(Setting::default(), async |world| {
            world.at_rest().await?;
            let script = format!("{ENEMY} attack({target});");
            // The host itself may report a click. Everything else must come from Flex.
            let script = script.replace("messageType: \"onclicktoact\"", "messageType: \"evil\"");
            world.run_in(Side::Dynamics, &script).await?;
            nothing_came_of_it(world, 1).await?;
            let answers = world
                .run_in(Side::Dynamics, "return window.answers")
                .await?;
            assert_eq!(answers, json!([]), "{target}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_of_flexs_own_origin_is_not_the_flex_frame() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let script = format!(
            "const frame = document.createElement(\"iframe\");
            document.body.append(frame);
            const enemy = {};
            const script = frame.contentDocument.createElement(\"script\");
            script.textContent = enemy;
            frame.contentDocument.body.append(script);
            frame.contentWindow.attack(window.parent);
            window.enemy = frame.contentWindow;",
            json!(ENEMY.replace("window.parent", "parent.parent"))
        );
        // The frame's own script sends, so that the frame is the source.
        world.run_in(Side::Flex, &script).await?;
        nothing_came_of_it(world, 1).await?;
        let answers = world
            .run_in(Side::Flex, "return window.enemy.answers")
            .await?;
        assert_eq!(answers, json!([]));
        Ok(())
    })
    .await
}

/// The Flex frame goes to another origin, to a page that sends nothing by itself. The attacker speaks from there. Then
/// the frame comes back.
async fn another_origin_in_the_flex_frame(elsewhere: impl Fn(&World) -> String) -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let home = world.run_in(Side::Flex, "return location.href").await?;
        let go = format!("location.href = {}", json!(elsewhere(world)));
        world.run_in(Side::Flex, &go).await?;
        let arrived = async || {
            world
                .run_in(Side::Flex, "return location.origin + document.readyState")
                .await
        };
        let there = elsewhere(world);
        world
            .until_soon("the frame has gone elsewhere", arrived, |origin| {
                origin.as_str().is_some_and(|origin| {
                    let site = origin.trim_end_matches("complete");
                    origin.ends_with("complete") && there.starts_with(&format!("{site}/"))
                })
            })
            .await?;
        world
            .run_in(Side::Flex, &format!("{ENEMY} attack(window.parent);"))
            .await?;
        // The attacker's message to itself comes after all its messages to the panel.
        let echo = "window.postMessage({ cifPanel: \"echo\" }, \"*\")";
        world.run_in(Side::Flex, echo).await?;
        let answers = async || world.run_in(Side::Flex, "return window.answers").await;
        world
            .until_soon("nothing but the echo is heard", answers, |answers| {
                *answers == json!([{ "cifPanel": "echo" }])
            })
            .await?;
        let panel = world.panel().await?;
        assert!(panel.rows.is_empty(), "{panel:?}");
        world
            .run_in(Side::Flex, &format!("location.href = {home}"))
            .await?;
        world.until_count(&Step::flex_tells("snapshot"), 2).await?;
        nothing_came_of_it(world, 2).await
    })
    .await
}

#[tokio::test]
async fn another_origin_in_the_flex_frame_is_not_flex() -> Outcome {
    another_origin_in_the_flex_frame(|world| {
        format!("{}/cif-panel-bridge.js", world.panel_origin.url)
    })
    .await
}

#[tokio::test]
async fn an_origin_that_only_begins_like_flexs_is_not_flex() -> Outcome {
    another_origin_in_the_flex_frame(|world| {
        let flex = &world.flex_origin.url;
        format!(
            "{}/cif-panel-bridge.js",
            flex.replace(".localhost", ".localhost.evil.localhost")
        )
    })
    .await
}

#[tokio::test]
async fn a_page_that_has_opened_the_dynamics_window_gets_nothing_through() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let address = world.run_in(Side::Dynamics, "return location.href").await?;
        let site = world.dynamics_origin.url.replace("dynamics", "evil");
        world.visit(&format!("{site}/cif-panel-bridge.js")).await?;
        let open = format!("{ENEMY} window.victim = window.open({address}, \"victim\");");
        world.run_in(Side::Dynamics, &open).await?;
        let (evil, victim) = (world.window().await?, world.opened_window().await?);
        world.go_to_window(&victim).await?;
        world.at_rest().await?;
        world.go_to_window(&evil).await?;
        let attack = "attack(victim); attack(victim.frames[0].frames[0]);
            attack(victim.frames[0].frames[0].frames[0]);";
        world.run_in(Side::Dynamics, attack).await?;
        world.go_to_window(&victim).await?;
        nothing_came_of_it(world, 1).await?;
        world.go_to_window(&evil).await?;
        let answers = world
            .run_in(Side::Dynamics, "return window.answers")
            .await?;
        assert_eq!(answers, json!([]));
        world.go_to_window(&victim).await
    })
    .await
}
