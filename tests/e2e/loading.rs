//! What can prevent the panel from starting before any Rust code runs, and what its page says then. It uses the
//! production build on a server with the documented headers, and breaks something that breaks in reality.

use axum::http::{HeaderValue, StatusCode, header};
use languages::catalog;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::production::documented_headers;
use crate::stage::project::of_project;
use crate::stage::{Failure, Instead, Outcome, Setting, World, play};

/// What the page shows.
#[derive(Debug, Deserialize, PartialEq)]
struct Sight {
    /// The app has replaced the message.
    app: bool,
    /// The message is visible.
    seen: bool,
    /// The name of the cause, if the panel could not start.
    cause: Option<String>,
    /// The languages of the texts.
    languages: Vec<String>,
    /// The direction of the text.
    direction: Option<String>,
    /// The paragraphs, without the marks that isolate names.
    words: Vec<String>,
    /// The label of the button.
    button: Option<String>,
}

const LOOK: &str = r#"
    const load = document.getElementById("load");
    const all = (css) => [...(load?.querySelectorAll(css) ?? [])];
    const words = (element) => element.textContent.replace(/[\u2068\u2069]/g, "");
    return {
        app: document.getElementById("app") !== null,
        seen: load !== null && getComputedStyle(load).visibility === "visible",
        cause: load?.dataset.cause ?? null,
        languages: load === null ? [] : [load, ...load.children].map(({ lang }) => lang).filter(Boolean),
        direction: load === null ? null : getComputedStyle(load).direction,
        words: all("h1, p").map(words),
        button: all("button").map(words)[0] ?? null,
    };
"#;

/// Opens the panel's page on a server with these headers, in a browser that is set to English.
async fn at_the_page(test: impl AsyncFnOnce(&World) -> Outcome) -> Outcome {
    let setting = Setting {
        production: true,
        headers: documented_headers()?,
        ..Setting::default()
    };
    play(setting, test).await
}

/// Opens the page again on its own, because the messages at load do not depend on Dynamics.
async fn open(world: &World) -> Outcome {
    world.visit("about:blank").await?;
    let page = format!("{}/panel", world.panel_origin.url);
    world.visit(&page).await
}

async fn look(world: &World) -> Outcome<Sight> {
    let sight = world.run_in_top_window(LOOK).await?;
    Ok(serde_json::from_value(sight)?)
}

/// Waits until the page says why.
async fn says_why(world: &World, hope: &str) -> Outcome<Sight> {
    let sight = async || look(world).await;
    world
        .until_soon(hope, sight, |sight| sight.cause.is_some())
        .await?;
    look(world).await
}

/// Waits until the app has replaced the message.
async fn starts(world: &World, hope: &str) -> Outcome {
    let sight = async || look(world).await;
    world
        .until_soon(hope, sight, |sight| sight.app && sight.words.is_empty())
        .await
}

/// Presses the button.
async fn reload(world: &World) -> Outcome {
    let press = "document.querySelector('#load button').click()";
    world.run_in_top_window(press).await?;
    Ok(())
}

/// The name of the only file of the build with this ending.
pub fn file(end: &str) -> Outcome<String> {
    let folder = std::env::var("E2E_PROD_DIST").unwrap_or_else(|_| "dist".to_owned());
    let mut names = std::fs::read_dir(of_project(folder))?
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok());
    let found = names.find(|name| name.starts_with("flex-cif-panel-") && name.ends_with(end));
    found.ok_or_else(|| Failure(format!("no file that ends with {end}")))
}

/// A message in a language, with what to do about it and with these values.
fn said(tag: &str, name: &str, values: &[(&str, &str)]) -> Outcome<(String, String)> {
    let path = of_project(format!("src/components/words/languages/{tag}.ftl"));
    let read = catalog::read(&std::fs::read_to_string(path)?);
    let read = read.map_err(|problems| Failure(problems.join("\n")))?;
    let message = read
        .get(name)
        .ok_or_else(|| Failure(format!("{tag} has no {name}")))?;
    let text = |pattern: &catalog::Pattern| -> String {
        let part = |part: &catalog::Part| match part {
            catalog::Part::Text(text) => text.clone(),
            catalog::Part::Variable(variable) => {
                let mut values = values.iter().filter(|(name, _)| name == variable);
                values
                    .next()
                    .map_or_else(String::new, |(_, value)| (*value).to_owned())
            }
            catalog::Part::Select(..) => String::new(),
        };
        pattern.iter().map(part).collect()
    };
    let remedy = message.remedy.as_ref().map_or_else(String::new, text);
    Ok((text(&message.what), remedy))
}

/// The whole explanation of this cause.
pub fn explanation(tag: &str, cause: &str, values: &[(&str, &str)]) -> Outcome<Vec<String>> {
    let (heading, words) = said(tag, "load-failed", &[])?;
    let (what, remedy) = said(tag, &format!("load-{cause}"), values)?;
    Ok(vec![heading, words, format!("{what} {remedy}")])
}

/// What a server can do wrong, and what the page says then.
#[tokio::test]
async fn a_missing_file_is_named_with_the_remedy_and_the_button_starts_the_panel_again() -> Outcome
{
    let (loader, wasm) = (file(".js")?, file(".wasm")?);
    at_the_page(async |world| {
        for (part, instead, cause, file, status) in [
            (
                ".wasm",
                Instead::Status(StatusCode::NOT_FOUND),
                "not-served",
                &wasm,
                "404",
            ),
            (
                ".wasm",
                Instead::Status(StatusCode::FORBIDDEN),
                "not-served",
                &wasm,
                "403",
            ),
            (".wasm", Instead::Page, "page-instead", &wasm, ""),
            (
                &loader,
                Instead::Status(StatusCode::NOT_FOUND),
                "not-served",
                &loader,
                "404",
            ),
            (&loader, Instead::Page, "page-instead", &loader, ""),
        ] {
            let hope = format!("{instead:?} for {file}");
            world.panel_origin.answer(part, instead);
            world.empty_cache().await?;
            open(world).await?;
            let sight = says_why(world, &hope).await?;
            let words = explanation("en", cause, &[("file", file), ("status", status)])?;
            assert!(words[2].contains(file), "{words:?}");
            let expected = Sight {
                app: false,
                seen: true,
                cause: Some(cause.to_owned()),
                languages: vec!["en".to_owned()],
                direction: Some("ltr".to_owned()),
                words,
                button: Some("Reload".to_owned()),
            };
            assert_eq!(sight, expected, "{hope}");
            world.panel_origin.mend();
            reload(world).await?;
            starts(world, &format!("no longer {hope}")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_policy_without_wasm_unsafe_eval_is_named() -> Outcome {
    at_the_page(async |world| {
        let mut headers = documented_headers()?;
        for (name, value) in &mut headers {
            if *name == header::CONTENT_SECURITY_POLICY {
                *value = value.to_str()?.replace(" 'wasm-unsafe-eval'", "").parse()?;
            }
        }
        world.panel_origin.set_headers(headers);
        open(world).await?;
        let sight = says_why(world, "the policy is against it").await?;
        assert_eq!(sight.words, explanation("en", "forbidden", &[])?);
        assert!(sight.words[2].contains("'wasm-unsafe-eval'"), "{sight:?}");
        world.panel_origin.set_headers(documented_headers()?);
        reload(world).await?;
        starts(world, "the policy allows it").await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_webassembly_is_named() -> Outcome {
    at_the_page(async |world| {
        world.before_every_page("delete window.WebAssembly").await?;
        open(world).await?;
        let sight = says_why(world, "there is no WebAssembly").await?;
        assert_eq!(sight.words, explanation("en", "unsupported", &[])?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_damaged_file_is_named_with_the_browsers_own_words() -> Outcome {
    let wasm = file(".wasm")?;
    at_the_page(async |world| {
        world.panel_origin.answer(".wasm", Instead::Half);
        world.empty_cache().await?;
        open(world).await?;
        let sight = says_why(world, "half of the file").await?;
        assert_eq!(sight.cause.as_deref(), Some("unusable"));
        let line = &sight.words[2];
        let (_, remedy) = said("en", "load-unusable", &[])?;
        for part in [&wasm, "WebAssembly.", &remedy] {
            assert!(line.contains(part), "{part} in {line}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_wrong_type_of_the_file_does_no_harm() -> Outcome {
    at_the_page(async |world| {
        for kind in ["application/octet-stream", "text/plain", "text/html"] {
            world.panel_origin.mend();
            world.panel_origin.answer(".wasm", Instead::Type(kind));
            world.empty_cache().await?;
            open(world).await?;
            starts(world, kind).await?;
        }
        Ok(())
    })
    .await
}

/// The server allows to keep all its files for a day.
fn let_everything_be_kept(world: &World) -> Outcome {
    let mut headers = documented_headers()?;
    for (name, value) in &mut headers {
        if *name == header::CACHE_CONTROL {
            *value = HeaderValue::from_static("max-age=86400");
        }
    }
    world.panel_origin.set_headers(headers);
    Ok(())
}

#[tokio::test]
async fn the_button_replaces_a_wrong_answer_in_a_cache() -> Outcome {
    at_the_page(async |world| {
        let_everything_be_kept(world)?;
        world.panel_origin.answer(".wasm", Instead::Page);
        world.empty_cache().await?;
        open(world).await?;
        let sight = says_why(world, "a page for the file").await?;
        assert_eq!(sight.cause.as_deref(), Some("page-instead"));
        world.panel_origin.mend();
        reload(world).await?;
        starts(world, "the file itself").await
    })
    .await
}

#[tokio::test]
async fn an_old_page_from_a_cache_is_named_and_the_button_gets_the_new_page() -> Outcome {
    let loader = file(".js")?;
    let gone = "flex-cif-panel-0123456789abcdef.js";
    at_the_page(async |world| {
        // The page of an earlier release, on a server that allows to keep it.
        let_everything_be_kept(world)?;
        let folder = std::env::var("E2E_PROD_DIST").unwrap_or_else(|_| "dist".to_owned());
        let page = std::fs::read_to_string(of_project(folder).join("index.html"))?;
        let old = Instead::OtherPage(page.replace(&loader, gone));
        world.panel_origin.answer("/panel", old);
        world
            .panel_origin
            .answer(gone, Instead::Status(StatusCode::NOT_FOUND));
        open(world).await?;
        let sight = says_why(world, "a release whose file is missing").await?;
        assert_eq!(sight.cause.as_deref(), Some("not-served"));

        // The next release comes. The browser still has the page of the earlier one.
        world.panel_origin.mend();
        world
            .panel_origin
            .answer(gone, Instead::Status(StatusCode::NOT_FOUND));
        open(world).await?;
        let sight = says_why(world, "the page is an old one").await?;
        assert_eq!(
            sight.words,
            explanation("en", "old-page", &[("file", gone)])?
        );
        reload(world).await?;
        starts(world, "the page of this release").await
    })
    .await
}

#[tokio::test]
async fn the_page_explains_in_the_browsers_language() -> Outcome {
    let wasm = file(".wasm")?;
    at_the_page(async |world| {
        let missing = Instead::Status(StatusCode::NOT_FOUND);
        world.panel_origin.answer(".wasm", missing);
        world.empty_cache().await?;
        let values = [("file", wasm.as_str()), ("status", "404")];
        for (browser, tag, direction) in [
            ("en-GB", "en", "ltr"),
            ("de-AT", "de", "ltr"),
            ("fr", "fr", "ltr"),
            ("es-MX", "es", "ltr"),
            ("pt-PT", "pt-BR", "ltr"),
            ("ja", "ja", "ltr"),
            ("ar-EG", "ar", "rtl"),
            ("fi,de", "de", "ltr"),
            ("fi", "en", "ltr"),
        ] {
            world.set_languages(browser).await?;
            open(world).await?;
            let sight = says_why(world, browser).await?;
            assert_eq!(sight.languages, [tag], "{browser}");
            assert_eq!(sight.direction.as_deref(), Some(direction), "{browser}");
            assert_eq!(sight.words, explanation(tag, "not-served", &values)?);
            let (button, _) = said(tag, "reload", &[])?;
            assert_eq!(sight.button, Some(button));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_its_messages_in_other_languages_the_page_explains_in_english() -> Outcome {
    let wasm = file(".wasm")?;
    at_the_page(async |world| {
        for words in [Instead::Status(StatusCode::NOT_FOUND), Instead::Page] {
            world.panel_origin.mend();
            world.panel_origin.answer("/start-words.json", words);
            let missing = Instead::Status(StatusCode::NOT_FOUND);
            world.panel_origin.answer(".wasm", missing);
            world.empty_cache().await?;
            world.set_languages("de").await?;
            open(world).await?;
            let sight = says_why(world, "in English").await?;
            let values = [("file", wasm.as_str()), ("status", "404")];
            assert_eq!(sight.words, explanation("en", "not-served", &values)?);
            assert_eq!(sight.languages, ["en"]);
            assert_eq!(sight.button.as_deref(), Some("Reload"));
        }
        Ok(())
    })
    .await
}

/// Stops the only timer of the page, that of the message, at this moment, in milliseconds.
async fn at_moment(world: &World, moment: u32) -> Outcome {
    let stop = format!(
        "const [clock] = document.getAnimations(); clock.pause(); clock.currentTime = {moment};"
    );
    world
        .until_done("the clock stands", async || {
            world.run_in_top_window(&stop).await.map(drop)
        })
        .await
}

#[tokio::test]
async fn without_any_script_the_page_says_so_after_ten_seconds_in_all_languages() -> Outcome {
    at_the_page(async |world| {
        world
            .panel_origin
            .answer("/start.js", Instead::Status(StatusCode::NOT_FOUND));
        for motion in ["no-preference", "reduce"] {
            world.set_motion(motion).await?;
            open(world).await?;
            at_moment(world, 9_999).await?;
            let before = look(world).await?;
            assert!(!before.seen && !before.app, "{motion}: {before:?}");
            at_moment(world, 10_000).await?;
            let after = look(world).await?;
            assert!(after.seen && !after.app, "{motion}: {after:?}");
            let mut words = Vec::new();
            for tag in &after.languages {
                let (what, remedy) = said(tag, "load-slow", &[])?;
                words.extend([what, remedy]);
            }
            assert_eq!(after.words, words);
            let mut languages = after.languages;
            languages.sort();
            assert_eq!(languages, ["ar", "de", "en", "es", "fr", "ja", "pt-BR"]);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_slow_server_is_named_after_ten_seconds_until_the_app_is_there() -> Outcome {
    at_the_page(async |world| {
        let held = world.panel_origin.hold("/flex-cif-panel-");
        open(world).await?;
        let chosen = async || look(world).await;
        world
            .until_soon("a language is chosen", chosen, |sight| {
                sight.languages == ["en"]
            })
            .await?;
        at_moment(world, 9_999).await?;
        assert!(!look(world).await?.seen);
        at_moment(world, 10_000).await?;
        let sight = look(world).await?;
        let (heading, _) = said("en", "load-slow", &[])?;
        assert_eq!((sight.seen, sight.words), (true, vec![heading]));
        assert_eq!(sight.button.as_deref(), Some("Reload"));
        held.release();
        starts(world, "the server has answered").await
    })
    .await
}

/// The server answers this for `config.json`. Returns the code and the words of the page.
async fn refused(world: &World, instead: Instead) -> Outcome<Value> {
    world.panel_origin.mend();
    world.panel_origin.answer("/config.json", instead);
    open(world).await?;
    let told = "const told = document.querySelector('[data-problem]'); \
                return told && [told.dataset.problem, told.textContent];";
    let look = async || world.run_in_top_window(told).await;
    world
        .until_soon("the configuration is refused", look, Value::is_array)
        .await?;
    look().await
}

#[tokio::test]
async fn a_configuration_that_cannot_be_fetched_is_reported_if_the_build_has_no_defaults() -> Outcome
{
    at_the_page(async |world| {
        for (status, code) in [
            (StatusCode::NOT_FOUND, "404"),
            (StatusCode::GONE, "410"),
            (StatusCode::FORBIDDEN, "403"),
            (StatusCode::INTERNAL_SERVER_ERROR, "500"),
        ] {
            let told = refused(world, Instead::Status(status)).await?;
            assert_eq!(told[0], json!("config.not-fetched"));
            assert!(
                told[1].as_str().unwrap_or_default().contains(code),
                "{told}"
            );
        }
        let told = refused(world, Instead::Page).await?;
        assert_eq!(told[0], json!("config.not-json"));
        Ok(())
    })
    .await
}
