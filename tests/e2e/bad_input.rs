//! Bad input leads to a clear error in the right place, and nothing is lost.

use crate::stage::{Outcome, Setting, Side, Step, play};

#[tokio::test]
async fn a_malformed_id_is_shown_on_the_row_reaches_no_query_and_the_task_can_be_worked() -> Outcome
{
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        let sid = world.arrival("malformed-id", "call").await?;
        let panel = world
            .panel_until("the row says what is wrong", |panel| {
                panel
                    .row(&sid)
                    .is_some_and(|row| row.problem_codes() == ["task.malformed-id"])
            })
            .await?;
        let row = panel.known_row(&sid)?;
        assert!(row.words.contains("incidentId"), "{}", row.words);
        world.press(&sid, "accept").await?;
        world.row_until(&sid, "accepted").await?;
        world.press(&sid, "end").await?;
        world.row_until(&sid, "wrapping").await?;
        world.press(&sid, "complete").await?;
        world.row_gone(&sid).await?;
        let journal = world.journal().await?;
        let queries = journal
            .iter()
            .filter(|message| message.to == "dynamics" && message.text.contains("widgets"));
        assert_eq!(queries.count(), 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn markup_in_a_name_is_shown_as_text() -> Outcome {
    play(Setting::default(), async |world| {
        let sid = world.arrival("markup", "chat").await?;
        let panel = world.panel().await?;
        let row = panel.known_row(&sid)?;
        assert!(
            row.words.contains("<b>Bobby</b> & \"Sons\""),
            "{}",
            row.words
        );
        Ok(())
    })
    .await
}

/// A `config.json` that can't be used leads to a page with these words.
async fn config_is_refused(text: &'static str, words: &[&str]) -> Outcome {
    let setting = Setting {
        config_text: Some(text),
        ..Setting::default()
    };
    play(setting, async |world| {
        let panel = world
            .panel_until("a page explains the configuration", |panel| {
                panel
                    .page
                    .as_ref()
                    .is_some_and(|page| page.code == "configuration")
            })
            .await?;
        for expected in words {
            assert!(panel.words.contains(expected), "{}", panel.words);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_configuration_that_is_no_json_gets_a_page() -> Outcome {
    config_is_refused("dynamicsUrl: acme", &["config.json", "JSON"]).await
}

#[tokio::test]
async fn an_unknown_key_is_named() -> Outcome {
    let text = r#"{ "dynamicsUrl": "https://acme.crm4.dynamics.com", "arival": "keep" }"#;
    config_is_refused(text, &["arival"]).await
}

#[tokio::test]
async fn a_bad_address_is_named_with_its_key() -> Outcome {
    let text = r#"{ "dynamicsUrl": "https://dynamics.evil.example" }"#;
    config_is_refused(text, &["dynamicsUrl", "https://dynamics.evil.example"]).await
}

#[tokio::test]
async fn a_bad_choice_is_named_with_what_is_allowed() -> Outcome {
    let text = r#"{ "dynamicsUrl": "https://acme.crm4.dynamics.com", "arrival": "jump" }"#;
    config_is_refused(text, &["arrival", "jump", "keep", "bring", "wait"]).await
}

#[tokio::test]
async fn a_library_that_cannot_be_loaded_is_reported_and_flex_works_on() -> Outcome {
    let setting = Setting {
        missing: Some((Side::Dynamics, "/webresources/")),
        ..Setting::default()
    };
    play(setting, async |world| {
        let panel = world
            .panel_until("Dynamics has failed, Flex is up", |panel| {
                panel.dynamics.as_deref() == Some("failed")
                    && panel.flex.as_deref() == Some("connected")
            })
            .await?;
        assert!(
            panel.words.contains("msdyn_ciLibrary.js"),
            "{}",
            panel.words
        );
        let ada = world.arrival("ada", "call").await?;
        world
            .panel_until("Ada's call is selected", |panel| {
                panel.selected() == Some(&ada)
            })
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_panel_outside_dynamics_says_so() -> Outcome {
    play(Setting::default(), async |world| {
        world
            .visit(&format!("{}/panel", world.panel_origin.url))
            .await?;
        world
            .top_window_until("it says that it does not stand in Dynamics", |words| {
                words.contains("Dynamics") && words.to_lowercase().contains("not")
            })
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_flex_that_does_not_answer_is_reported_and_may_answer_later() -> Outcome {
    let setting = Setting {
        held: Some((Side::Flex, "/cif-panel-bridge.js")),
        ..Setting::default()
    };
    play(setting, async |world| {
        world
            .panel_until("Flex is not answering", |panel| {
                panel.flex.as_deref() == Some("not-answering")
            })
            .await?;
        world.click(Side::Panel, "summary").await?;
        world
            .panel_until("it says what an administrator should check", |panel| {
                panel.words.contains("Allowed URLs")
            })
            .await?;
        world.release();
        world
            .panel_until("Flex is up all the same", |panel| {
                panel.flex.as_deref() == Some("connected")
            })
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_forged_hello_from_another_window_gets_no_port() -> Outcome {
    play(Setting::default(), async |world| {
        world.at_rest().await?;
        world
            .run_in_top_window(
                r#"
                window.answers = [];
                window.addEventListener("message", (event) => {
                    if (event.data?.cifPanel) window.answers.push(event.data);
                });
                const panel = window.frames[0].frames[0];
                panel.postMessage({ cifPanel: "hello", version: 1, bridge: "1.0.0" }, "*");
                panel.postMessage({ cifPanel: "hello", version: 99, bridge: "9.0.0" }, "*");
                panel.postMessage("nonsense", "*");
                "#,
            )
            .await?;
        // This arrival is handled as usual, which shows that the forged messages have been read and dropped.
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        let answers = world.run_in_top_window("return window.answers;").await?;
        assert_eq!(answers, serde_json::json!([]));
        assert_eq!(world.count(&Step::flex_tells("snapshot")).await?, 1);
        Ok(())
    })
    .await
}
