use serde::Deserialize;
use serde_json::json;

use super::*;
use crate::browser::windows;
use crate::components::words::configuration;
use crate::components::words::i18n::I18n;
use crate::dynamics::link::LIBRARY;
use crate::flex::frame::ALLOW;
use store::settings::{Arrival, OpenWith, PopOn};

const ORG: &str = r#"{"dynamicsUrl": "https://acme.crm4.dynamics.com"}"#;

fn file(text: &str) -> Result<Config, ConfigProblem> {
    resolve("{}", text, None).map_err(|misconfigured| misconfigured.problem)
}

/// `build` is read like a file, because it sets the same keys.
fn resolve(build: &str, file: &str, demo_origin: Option<&str>) -> Result<Config, Misconfigured> {
    Config::resolve(
        Layer::of_file(build),
        Some(Layer::of_file(file)),
        demo_origin,
    )
}

fn words(text: &str) -> String {
    said(&file(text).expect_err("a problem"))
}

/// The words that an agent reads, without the marks that isolate names.
fn said(problem: &ConfigProblem) -> String {
    configuration::text(&I18n::default(), problem).replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn an_organization_is_enough() {
    let config = file(ORG).expect("a configuration");
    assert_eq!(
        config.dynamics_url.to_string(),
        "https://acme.crm4.dynamics.com"
    );
    assert_eq!(
        config.flex_url.to_string(),
        "https://flex.twilio.com/agent-desktop"
    );
    assert_eq!(config.default_country, None);
    assert_eq!(config.settings, Settings::default());
    assert_eq!(config.enable_click_to_act, EnableClickToAct::Ask);
}

#[test]
fn every_key_can_be_set() {
    let config = file(
        r#"{"dynamicsOrg": "acme.crm4", "flexUrl": "http://flex.localhost:81/agent-desktop", "defaultCountry": "de",
            "popOn": "accepted", "arrival": "wait", "openWith": "form", "sessions": "perTask",
            "sessionTemplate": "flex_session", "enableClickToAct": "never"}"#,
    );
    let config = config.expect("a configuration");
    assert_eq!(
        config,
        Config {
            dynamics_url: Address::organization("https://acme.crm4.dynamics.com")
                .expect("an address"),
            flex_url: Address::parse("http://flex.localhost:81/agent-desktop").expect("an address"),
            default_country: Some("DE".into()),
            settings: Settings {
                pop_on: PopOn::Accepted,
                arrival: Arrival::Wait,
                open_with: OpenWith::Form,
                sessions: Sessions::PerTask,
                session_template: Some("flex_session".into()),
            },
            enable_click_to_act: EnableClickToAct::Never,
            is_of_build: false,
            sources: config.sources.clone(),
        }
    );
}

#[test]
fn the_file_overrides_the_defaults_of_the_build() {
    let build = r#"{"dynamicsOrg": "acme", "popOn": "accepted"}"#;
    let config = resolve(build, "{}", None).expect("the defaults suffice");
    assert_eq!(
        config.dynamics_url.origin(),
        "https://acme.crm.dynamics.com"
    );
    let config = resolve(build, r#"{"dynamicsOrg": "beta.crm4"}"#, None);
    let config = config.expect("a configuration");
    assert_eq!(
        config.dynamics_url.origin(),
        "https://beta.crm4.dynamics.com"
    );
    assert_eq!(config.settings.pop_on, PopOn::Accepted);
}

#[test]
fn without_a_file_the_defaults_of_the_build_are_in_force_and_listed_as_such() {
    let build = || Layer::of_file(r#"{"dynamicsOrg": "acme", "popOn": "accepted"}"#);
    let without = Config::resolve(build(), None, None).expect("the defaults suffice");
    let told = without.settings_in_force();
    let first = told.first().expect("the file");
    assert!(without.is_of_build);
    assert_eq!(
        (first.key, first.value.as_deref(), first.source.name()),
        (
            "config.json",
            Some("404, the build's defaults are in force"),
            "build"
        )
    );

    let empty = Config::resolve(build(), Some(Layer::of_file("{}")), None);
    let empty = empty.expect("the defaults suffice");
    assert!(!empty.is_of_build);
    assert_eq!(empty.settings_in_force(), told[1..]);
}

#[test]
fn without_a_file_and_without_defaults_the_missing_file_is_reported() {
    let resolved = Config::resolve(Layer::default(), None, None);
    let problem = resolved.expect_err("no organization").problem;
    assert_eq!(problem.code(), "config.not-fetched");
    assert!(said(&problem).contains("404"), "{problem:?}");

    let wrong = Layer::of_file(r#"{"popOn": "never"}"#);
    let resolved = Config::resolve(wrong, None, None);
    let problem = resolved.expect_err("a wrong default").problem;
    assert_eq!(problem.code(), "config.bad-value");
}

#[test]
fn a_demo_finds_both_sides_on_its_own_origin() {
    let config = resolve("{}", "{}", Some("http://localhost:8080"));
    let config = config.expect("a configuration");
    assert_eq!(config.dynamics_url.origin(), "http://localhost:8080");
    assert_eq!(
        config.flex_url.to_string(),
        "http://localhost:8080/agent-desktop"
    );
}

#[test]
fn a_missing_organization_is_explained() {
    let problem = file("{}").expect_err("a problem");
    assert_eq!(problem.code(), "config.missing");
    assert!(said(&problem).contains("dynamicsUrl"), "{problem:?}");
}

#[test]
fn a_bad_value_is_reported_with_its_key_and_what_is_allowed() {
    for (key, value, allowed) in [
        ("dynamicsUrl", json!("https://evil.example"), "dynamics.com"),
        (
            "dynamicsUrl",
            json!("http://acme.crm4.dynamics.com"),
            "https",
        ),
        ("dynamicsOrg", json!("acme.evil.example/"), "acme.crm4"),
        ("flexUrl", json!("http://flex.twilio.com"), "https"),
        ("flexUrl", json!("javascript:alert(1)"), "https"),
        ("defaultCountry", json!("Germany"), "two letters"),
        ("popOn", json!("arrived"), "reserved or accepted"),
        ("arrival", json!("Keep"), "auto, keep, bring or wait"),
        ("openWith", json!(true), "auto, search or form"),
        ("sessions", json!(null), "shared or perTask"),
        ("sessionTemplate", json!(" "), "session template"),
        ("enableClickToAct", json!(["ask"]), "ask or never"),
    ] {
        let words = words(&json!({ key: value }).to_string());
        for part in [key, value.to_string().as_str(), allowed, "config.json"] {
            assert!(words.contains(part), "{part:?} in {words}");
        }
    }
}

#[test]
fn two_keys_for_one_organization_are_refused() {
    let words =
        words(r#"{"dynamicsOrg": "acme", "dynamicsUrl": "https://beta.crm4.dynamics.com"}"#);
    assert!(words.contains("not beside dynamicsOrg"), "{words}");
}

#[test]
fn an_unknown_key_is_reported_with_the_known_keys() {
    let words = words(r#"{"dynamicUrl": "https://acme.crm4.dynamics.com"}"#);
    assert!(words.contains("“dynamicUrl”") && words.contains("dynamicsUrl, dynamicsOrg, flexUrl"));
}

#[test]
fn each_key_has_its_own_words_for_what_is_allowed() {
    let Err(ConfigProblem::UnknownKey { known, .. }) = file(r#"{"key": ""}"#) else {
        panic!("a key that is known");
    };
    let mut allowed: Vec<String> = known
        .split(", ")
        .map(|key| I18n::default().allowed(key))
        .collect();
    let count = allowed.len();
    allowed.sort();
    allowed.dedup();
    assert_eq!(allowed.len(), count);
}

#[test]
fn a_file_that_is_no_json_object_is_explained() {
    for (text, code) in [
        ("", "config.not-json"),
        ("<!doctype html><title>Flex</title>", "config.not-json"),
        (r#"{"popOn": }"#, "config.not-json"),
        ("[]", "config.not-an-object"),
        ("7", "config.not-an-object"),
    ] {
        assert_eq!(file(text).map_err(|problem| problem.code()), Err(code));
    }
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    assert!(file(&format!("\u{feff}{ORG}")).is_ok());
}

/// A configuration that the page's first script reads as well.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Golden {
    about: String,
    #[serde(default)]
    build: serde_json::Map<String, Value>,
    #[serde(default = "ok")]
    status: u16,
    #[serde(default)]
    file: String,
    #[serde(default, rename = "panelOnly")]
    _panel_only: bool,
    lock: Option<String>,
    flex: Option<String>,
    library: Option<String>,
}

fn ok() -> u16 {
    200
}

#[test]
fn the_panel_reads_the_addresses_as_the_pages_first_script_does() {
    let table = include_str!("../../tests/golden/first.json");
    let table: Value = serde_json::from_str(table).expect("the table can be read");
    let rows: Vec<Golden> = serde_json::from_value(table["configurations"].clone()).expect("rows");
    for row in rows {
        let build = Layer::of_file(&Value::Object(row.build).to_string());
        let file = match row.status {
            200 => Some(Layer::of_file(&row.file)),
            NO_FILE => None,
            _ => continue,
        };
        let config = Config::resolve(build, file, None).ok();
        let lock = config.as_ref().map(|it| windows::lock_name(&it.among()));
        let flex = config.as_ref().map(|it| it.flex_url.to_string());
        let library = config.map(|it| format!("{}/{LIBRARY}", it.dynamics_url));
        assert_eq!(
            (lock, flex, library),
            (row.lock, row.flex, row.library),
            "{}",
            row.about
        );
    }
    assert_eq!(table["allow"], ALLOW);
}

#[test]
fn custom_parameters_override_how_the_panel_behaves() {
    let config = file(ORG).expect("a configuration");
    let with =
        config.with_custom_parameters(&json!({"arrival": "bring", "enableClickToAct": "never"}));
    let with = with.expect("a configuration");
    assert_eq!(with.settings.arrival, Arrival::Bring);
    assert_eq!(with.settings.pop_on, config.settings.pop_on);
    assert_eq!(with.enable_click_to_act, EnableClickToAct::Never);
    assert_eq!(with.dynamics_url, config.dynamics_url);
}

#[test]
fn no_custom_parameters_change_nothing() {
    let config = file(ORG).expect("a configuration");
    assert_eq!(
        config.with_custom_parameters(&Value::Null),
        Ok(config.clone())
    );
}

#[test]
fn custom_parameters_may_not_set_an_origin() {
    let config = file(ORG).expect("a configuration");
    for key in ["dynamicsUrl", "dynamicsOrg", "flexUrl"] {
        let problem =
            config.with_custom_parameters(&json!({ key: "https://acme.crm.dynamics.com" }));
        let problem = problem.expect_err("a problem");
        assert_eq!(problem.code(), "config.not-there");
        assert!(said(&problem).contains(key), "{problem:?}");
    }
}

#[test]
fn custom_parameters_that_are_plain_words_are_refused() {
    let config = file(ORG).expect("a configuration");
    let problem = config.with_custom_parameters(&json!("queue=sales"));
    assert_eq!(
        problem.map_err(|problem| problem.code()),
        Err("config.not-an-object")
    );
}
