//! Use case 10: the production build on a plain static server, with the documented headers.

use axum::http::{HeaderName, HeaderValue, header};

use crate::stage::{Outcome, Setting, Step, play};

/// The headers that `docs/` tells an administrator to set, for the origins of this test.
fn documented_headers() -> Vec<(HeaderName, HeaderValue)> {
    let policy = "default-src 'none'; \
        script-src 'self' 'wasm-unsafe-eval' https://*.dynamics.com http://dynamics.localhost:*; \
        style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
        frame-src https://flex.twilio.com http://flex.localhost:*; \
        frame-ancestors https://*.dynamics.com http://dynamics.localhost:*; \
        base-uri 'none'; form-action 'none'; object-src 'none'";
    vec![
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(policy),
        ),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
    ]
}

#[tokio::test]
async fn the_production_build_works_under_its_content_security_policy() -> Outcome {
    let setting = Setting {
        production: true,
        headers: documented_headers(),
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
        let console = world.console().await?;
        let complaints: Vec<_> = console
            .iter()
            .filter(|line| line.contains("Content Security Policy"))
            .collect();
        assert!(complaints.is_empty(), "{complaints:#?}");
        Ok(())
    })
    .await
}
