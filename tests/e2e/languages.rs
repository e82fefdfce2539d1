//! The agent's language: the one in Dynamics, unless the agent has chosen another one.

use serde_json::Value;

use crate::stage::{Outcome, Setting, Side, World, play};

/// German, by Windows' and Dynamics' numbers of languages.
const GERMAN: u32 = 1031;

/// Opens Dynamics for an agent with this language.
async fn open_for(world: &World, lcid: u32) -> Outcome {
    let (dynamics, panel) = (&world.dynamics_origin.url, &world.panel_origin.url);
    world
        .visit(&format!("{dynamics}/?panel={panel}/panel&lcid={lcid}"))
        .await
}

/// Reloads the panel.
async fn reload(world: &World) -> Outcome {
    world
        .run_in(Side::Panel, "window.old = true; location.reload()")
        .await?;
    let old = async || {
        world
            .run_in(Side::Panel, "return window.old ?? false")
            .await
    };
    world
        .until_soon("a new page", old, |old| *old == Value::Bool(false))
        .await
}

/// The agent chooses a language by its tag. An empty tag means: as in Dynamics.
async fn choose(world: &World, tag: &str) -> Outcome {
    let option = format!("select[data-language] option[value='{tag}']");
    world.click(Side::Panel, &option).await
}

/// Waits until the page has this language and direction, and the row of a task has this word.
async fn speaks(world: &World, sid: &str, tag: &str, direction: &str, word: &str) -> Outcome {
    let page = "const { lang, dir } = document.documentElement; return `${lang} ${dir}`;";
    let expected = Value::from(format!("{tag} {direction}"));
    let declared = async || world.run_in(Side::Panel, page).await;
    world
        .until_soon(&format!("the page is {tag}"), declared, |told| {
            *told == expected
        })
        .await?;
    world
        .panel_until(&format!("the row says {word}"), |panel| {
            panel.row(sid).is_some_and(|row| row.words.contains(word))
        })
        .await?;
    Ok(())
}

#[tokio::test]
async fn the_panel_speaks_as_dynamics_does_until_the_agent_chooses_otherwise() -> Outcome {
    play(Setting::default(), async |world| {
        open_for(world, GERMAN).await?;
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        speaks(world, &ada, "de", "ltr", "Annehmen").await?;

        choose(world, "ar").await?;
        speaks(world, &ada, "ar", "rtl", "قبول").await?;
        let places = "const at = (css) => document.querySelector(css).getBoundingClientRect().left;
             return at('[data-act=fold]') > at('[data-link=flex]') && at('[data-act=accept]') > at('[data-act=decline]');";
        assert_eq!(world.run_in(Side::Panel, places).await?, Value::Bool(true), "mirrored");

        // The choice survives the reload.
        reload(world).await?;
        speaks(world, &ada, "ar", "rtl", "قبول").await?;
        choose(world, "").await?;
        speaks(world, &ada, "de", "ltr", "Annehmen").await?;
        reload(world).await?;
        speaks(world, &ada, "de", "ltr", "Annehmen").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_agent_whose_language_the_panel_does_not_speak_gets_the_browsers() -> Outcome {
    play(Setting::default(), async |world| {
        // Finnish.
        open_for(world, 1035).await?;
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        speaks(world, &ada, "en", "ltr", "Accept").await
    })
    .await
}

#[tokio::test]
async fn without_the_words_of_the_agents_language_the_panel_speaks_english() -> Outcome {
    let setting = Setting {
        missing: Some((Side::Panel, "words-de")),
        ..Setting::default()
    };
    play(setting, async |world| {
        open_for(world, GERMAN).await?;
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        speaks(world, &ada, "en", "ltr", "Accept").await?;
        // The next choice is loaded as always.
        choose(world, "fr").await?;
        speaks(world, &ada, "fr", "ltr", "Accepter").await
    })
    .await
}
