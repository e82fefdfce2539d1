//! Use case 10: the production build on a plain static server with the documented headers.

use axum::http::{HeaderName, HeaderValue};

use serde_json::json;

use crate::stage::{Failure, Outcome, Setting, Side, Step, play};

/// Violates the policy. When the browser has refused that, returns all violations so far.
const OFFEND_AND_LISTEN: &str = r#"
    window.refused = [];
    const hear = (reports) => window.refused.push(
        ...reports.map(({ body }) => `${body.effectiveDirective} ${body.blockedURL}`));
    const observer = new ReportingObserver(hear, { types: ["csp-violation"], buffered: true });
    document.addEventListener("securitypolicyviolation", () => setTimeout(() => observer.observe()));
    fetch("http://elsewhere.example/").catch(() => {});
"#;
const README: &str = include_str!("../../README.md");

/// The headers that the README tells an administrator to set, for the origins of this test.
pub fn documented_headers() -> Outcome<Vec<(HeaderName, HeaderValue)>> {
    let lines = README.lines().map(str::trim);
    let block = lines
        .skip_while(|line| !line.starts_with("Content-Security-Policy:"))
        .take_while(|line| !line.starts_with("```"));
    let headers: Vec<_> = block
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| {
            let value = value
                .replace(
                    "https://acme.crm4.dynamics.com",
                    "http://dynamics.localhost:*",
                )
                .replace("https://flex.twilio.com", "http://flex.localhost:*");
            Ok((name.parse()?, value.parse()?))
        })
        .collect::<Outcome<_>>()?;
    match headers.is_empty() {
        true => Err(Failure("the README names no headers".to_owned())),
        false => Ok(headers),
    }
}

#[tokio::test]
async fn the_production_build_works_under_its_content_security_policy() -> Outcome {
    let setting = Setting {
        production: true,
        headers: documented_headers()?,
        ..Setting::default()
    };
    play(setting, async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world
            .panel_until("docked, Ada's call selected", |panel| {
                panel.is("docked") && panel.selected() == Some(&ada)
            })
            .await?;
        world
            .dynamics_until("Ada's Case is in front", |dynamics| {
                dynamics
                    .tab("Espresso machine leaks")
                    .is_some_and(|tab| tab.focused)
            })
            .await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world
            .journal_tells(&[
                Step::flex_tells("task").with(&ada),
                Step::asks_dynamics("searchandopenrecords"),
                Step::commands_flex("AcceptTask").with(&ada),
            ])
            .await?;
        // A deliberate violation shows that earlier ones would have been reported as well.
        world.run_in(Side::Panel, OFFEND_AND_LISTEN).await?;
        let refused = async || world.run_in(Side::Panel, "return window.refused;").await;
        let offence = json!(["connect-src http://elsewhere.example/"]);
        world
            .until_soon("that one alone is refused", refused, |refused| {
                *refused == offence
            })
            .await
    })
    .await
}
