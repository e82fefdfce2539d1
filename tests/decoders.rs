//! Tests that the decoders handle any input.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used)]

use flex_cif_panel::components::words::configuration;
use flex_cif_panel::components::words::i18n::I18n;
use flex_cif_panel::config::{Address, Config};
use proptest::prelude::*;
use serde_json::Value;
use store::event::Answer;
use store::problem::CallProblem;
use wire::cif::decode::{self, Raw};
use wire::cif::environment::Environment;
use wire::cif::events::HostEvent;
use wire::cif::payload::Expected;

/// The keys that a decoder looks for, and any others.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "value",
            "message",
            "errorMsg",
            "errorType",
            "focused",
            "focussed",
            "sessionId",
            "entityId",
            "recordTitle",
            "clientUrl",
            "customParams",
            "dynamicsUrl",
            "popOn",
            "0",
        ])
        .prop_map(str::to_owned),
        ".{0,8}",
    ]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        "https?://[a-z.@:/%?&=#{}0-9]{0,60}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Any JSON as a value and as text, any text, any bytes.
fn raw() -> impl Strategy<Value = Raw> {
    prop_oneof![
        json().prop_map(Raw::from),
        json().prop_map(|json| Raw::Text(json.to_string())),
        any::<String>().prop_map(Raw::Text),
        prop::collection::vec(any::<u8>(), 0..200)
            .prop_map(|bytes| Raw::Text(String::from_utf8_lossy(&bytes).into_owned())),
    ]
}

fn outcome() -> impl Strategy<Value = Result<Raw, CallProblem>> {
    prop_oneof![
        raw().prop_map(Ok),
        raw().prop_map(|raw| Err(decode::refusal(raw)))
    ]
}

proptest! {
    #[test]
    fn a_refusal_has_at_most_200_characters(raw in raw()) {
        match decode::refusal(raw) {
            CallProblem::Refused(words) => prop_assert!(words.chars().count() <= 200),
            problem => prop_assert_eq!(problem, CallProblem::TimedOut),
        }
    }

    #[test]
    fn an_answer_is_of_the_expected_kind_or_malformed(raw in raw()) {
        for expected in [Expected::Nothing, Expected::Mode, Expected::Rows, Expected::Tab] {
            match (expected, decode::answer(expected, raw.clone())) {
                (Expected::Nothing, Ok(Answer::Done))
                | (Expected::Mode, Ok(Answer::Mode(_)))
                | (Expected::Rows, Ok(Answer::Found(_)))
                | (Expected::Tab, Ok(Answer::FocusedTab(_)))
                | (_, Err(CallProblem::Malformed)) => {}
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }

    #[test]
    fn a_look_fails_only_if_nothing_came(
        session in outcome(), focused in outcome(), tabs in outcome(),
    ) {
        let nothing_came = session.is_err() && focused.is_err() && tabs.is_err();
        prop_assert_eq!(decode::look(session, focused, tabs).is_err(), nothing_came);
    }

    #[test]
    fn an_event_is_the_same_from_text_and_from_a_map(json in json()) {
        for event in HostEvent::ALL {
            let object = json.is_object();
            let from_text = event.decode(Raw::Text(json.to_string()));
            prop_assert!(!object || from_text == event.decode(Raw::from(json.clone())));
        }
    }

    #[test]
    fn any_event_and_any_environment_can_be_decoded(raw in raw()) {
        for event in HostEvent::ALL {
            let _ = event.decode(raw.clone());
        }
        if let Some(environment) = Environment::decode(raw) {
            let _ = environment.is_on("acme.crm4.dynamics.com");
        }
    }

    #[test]
    fn custom_parameters_never_change_an_address(parameters in json()) {
        let config = Config::read(Some(r#"{"dynamicsUrl": "https://acme.crm4.dynamics.com"}"#), None);
        let config = config.expect("a configuration");
        if let Ok(changed) = config.with_custom_parameters(&parameters) {
            prop_assert_eq!(changed.dynamics_url, config.dynamics_url);
            prop_assert_eq!(changed.flex_url, config.flex_url);
        }
    }

    #[test]
    fn any_text_is_a_configuration_or_an_explained_problem(text in any::<String>()) {
        if let Err(wrong) = Config::read(Some(&text), None) {
            prop_assert!(configuration::text(&I18n::default(), &wrong.problem).len() > 20);
        }
    }

    #[test]
    fn an_address_can_be_read_again_from_its_own_text(text in "https?://[a-zA-Z0-9.:@%/?=-]{0,40}") {
        if let Some(address) = Address::parse(&text) {
            prop_assert!(address.to_string().starts_with(address.origin()));
            prop_assert_eq!(Address::parse(&address.to_string()), Some(address));
        }
    }
}
