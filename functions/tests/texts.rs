//! Tests what people said or did not say. No Case is lost because of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use functions::http::Response;
use serde_json::{Value, json};
use support::{Trouble, World, code, refusal};

/// The Case that the call has created.
fn case(world: &World) -> &serde_json::Map<String, Value> {
    world.cloud.tables.all("incidents").last().unwrap()
}

fn text<'a>(world: &'a World, column: &str) -> &'a str {
    case(world)[column].as_str().unwrap()
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The definition of a column for texts of this length.
fn max_length(max: usize) -> Option<Trouble> {
    Some(Trouble::Response(Response {
        status: 200,
        headers: Default::default(),
        body: json!({ "MaxLength": max }).to_string(),
    }))
}

const TITLE: &str = "Get EntityDefinitions(LogicalName='incident')/Attributes(LogicalName='title')\
                     /Microsoft.Dynamics.CRM.StringAttributeMetadata?$select=MaxLength";

#[test]
fn a_long_title_is_cut_at_a_word_and_the_whole_title_stands_above_the_description() {
    let mut world = World::new();
    let said = "The machine leaks ".repeat(20);
    let said = said.trim();
    let answer =
        world.create(json!({ "title": said, "description": "From the flow.", "CallSid": "CA1" }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    assert_eq!(answer.body["truncated"], json!(["title"]));
    let title = text(&world, "title");
    assert!(
        units(title) <= 200 && title.ends_with("The machine leaks…"),
        "{title}"
    );
    assert_eq!(
        text(&world, "description"),
        format!("{said}\n\nFrom the flow.")
    );
    assert_eq!(world.asked()[0], TITLE);

    let again =
        world.create(json!({ "title": said, "description": "From the flow.", "CallSid": "CA1" }));
    assert_eq!((again.status, again.body), (200, answer.body));
    assert!(!world.asked().contains(&TITLE.to_owned()), "kept");
}

#[test]
fn a_title_is_as_long_as_the_organization_says() {
    let said = "one two three ".repeat(20);
    for (max, cut) in [(280, false), (100, true), (4_000, false)] {
        let mut world = World::new();
        world.troubles.extend([None, max_length(max)]);
        world.troubles.push_back(Some(Trouble::Response(Response {
            status: 201,
            headers: Default::default(),
            body: json!({ "incidentid": support::ADA, "ticketnumber": "CAS-1" }).to_string(),
        })));
        let answer = world.create(json!({ "title": said }));
        assert_eq!(answer.status, 200, "{:?}", answer.body);
        let body: Value =
            serde_json::from_str(world.requests.last().unwrap().body.as_deref().unwrap()).unwrap();
        let title = body["title"].as_str().unwrap();
        assert!(units(title) <= max, "{title}");
        assert_eq!(title.ends_with('…'), cut, "{max}");
        assert_eq!(answer.body.get("truncated").is_some(), cut, "{max}");
    }
}

#[test]
fn a_title_is_200_long_if_the_organization_does_not_say() {
    for trouble in [
        refusal(403, "0x80040220", "No."),
        refusal(404, "0x80060888", "Not found."),
        Some(Trouble::Response(Response {
            status: 200,
            headers: Default::default(),
            body: "{}".to_owned(),
        })),
    ] {
        let mut world = World::new();
        world.troubles.extend([None, trouble]);
        let answer = world.create(json!({ "title": "word ".repeat(100) }));
        assert_eq!(answer.status, 200, "{:?}", answer.body);
        assert_eq!(units(text(&world, "title")), 200);
    }
}

#[test]
fn a_shorter_column_is_noticed_when_it_refuses() {
    let mut world = World::new();
    let too_long = refusal(
        400,
        "0x80044331",
        "The length of the 'title' attribute exceeded …",
    );
    world
        .troubles
        .extend([None, too_long, max_length(50), None, None]);
    let said = "word ".repeat(30);
    let answer = world.create(json!({ "title": said, "description": "More." }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    assert_eq!(units(text(&world, "title")), 50);
    assert_eq!(answer.body["truncated"], json!(["title"]));
    assert_eq!(world.cases(), 1);

    world.create(json!({ "title": said, "CallSid": "CA1" }));
    assert_eq!(world.asked().len(), 1, "known from then on");
}

#[test]
fn a_long_description_is_cut_as_well() {
    let mut world = World::new();
    let answer = world.create(json!({ "title": "talk ".repeat(2_000), "subject": "New" }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    assert_eq!(answer.body["truncated"], json!(["title", "description"]));
    assert_eq!(units(text(&world, "description")), 2_000);
    let answer = world.create(json!({ "description": "talk ".repeat(20_000), "CallSid": "CA1" }));
    assert_eq!(answer.body["truncated"], json!(["description"]));
    assert_eq!(world.cases(), 2);
}

#[test]
fn a_customer_who_says_nothing_gets_a_case_named_after_the_call() {
    for (parameters, title, origin) in [
        (
            json!({ "title": "", "phoneNum": "+14155550132" }),
            "Call from +14155550132",
            1,
        ),
        (json!({ "title": "++", "CallSid": "CA1" }), "Call", 1),
        (
            json!({ "title": null, "ConversationSid": "CH1", "caseorigincode": "" }),
            "Web chat",
            3,
        ),
        (
            json!({ "title": " ", "channelType": "whatsapp", "caseorigincode": "2483" }),
            "WhatsApp",
            2483,
        ),
    ] {
        let mut world = World::new();
        let answer = world.create(parameters.clone());
        assert_eq!(answer.status, 200, "{parameters}: {:?}", answer.body);
        assert_eq!(text(&world, "title"), title);
        assert_eq!(case(&world)["caseorigincode"], origin, "{parameters}");
        assert!(answer.body.get("truncated").is_none());
    }
}

#[test]
fn a_case_needs_only_a_contact() {
    let mut world = World::new();
    let answer = world.call("createCase", json!({ "contactid": support::ADA }));
    assert_eq!(answer.status, 200, "{:?}", answer.body);
    assert_eq!(
        (text(&world, "title"), &case(&world)["caseorigincode"]),
        ("Call", &json!(1))
    );
    assert!(!case(&world).contains_key("casetypecode"));
    let answer = world.call("createCase", json!({ "title": "Leaks" }));
    assert_eq!((answer.status, code(&answer)), (400, "missing_parameter"));
    assert_eq!(answer.body["parameter"], "contactid");
}
