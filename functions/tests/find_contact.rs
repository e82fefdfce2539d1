//! `findContactByPhoneNum`, from the parameter to the answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use serde_json::{Value, json};
use support::{ADA, World, code};

fn contact(world: &mut World, id: u8, columns: Value) {
    let mut row = json!({
        "contactid": format!("00000000-0000-4000-8000-{id:012}"), "firstname": "F", "lastname": "L",
        "statecode": 0, "modifiedon": "2026-01-01T00:00:00Z"
    });
    for (name, value) in columns.as_object().unwrap() {
        row[name] = value.clone();
    }
    world.cloud.tables.add("contacts", row);
}

/// The last two characters of the id of whom the number finds, and how many match.
fn found(world: &mut World, number: &str) -> (String, u64) {
    let body = world.find(number).body;
    let id = body["contactid"].as_str().unwrap_or("--").to_owned();
    (
        id[id.len() - 2..].to_owned(),
        body["matches"].as_u64().unwrap_or_default(),
    )
}

#[test]
fn a_contact_is_found_however_its_number_was_typed() {
    let mut world = World::new();
    let answer = world.find("+14155550132");
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.body,
        json!({
            "contactid": ADA, "firstname": "Ada", "lastname": "Whitfield", "telephone1": "+1 (415) 555-0132",
            "emailaddress1": "ada@example.com", "matches": 1
        })
    );
    assert_eq!(world.find("415 555 0132").body, answer.body);
    assert_eq!(
        world.find(" 14155550132").body,
        answer.body,
        "a plus sign that was not encoded"
    );
    assert_eq!(
        world.find("+14155550178").body,
        answer.body,
        "by the mobile phone"
    );
}

#[test]
fn nobody_is_an_empty_object() {
    let answer = World::new().find("+14155550199");
    assert_eq!((answer.status, answer.body), (200, json!({})));
}

#[test]
fn one_query_asks_for_the_last_digits_in_all_phone_columns_and_for_the_needed_columns_only() {
    let mut world = World::new();
    world.find("+14155550132");
    let phones = [
        "telephone1",
        "mobilephone",
        "telephone2",
        "telephone3",
        "business2",
        "home2",
        "callback",
        "address1_telephone1",
        "company",
    ];
    let filter = phones
        .map(|column| format!("contains({column},'5%5%5%0%1%3%2')"))
        .join(" or ");
    let select = format!(
        "contactid,firstname,lastname,emailaddress1,statecode,modifiedon,{}",
        phones.join(",")
    );
    let expected = format!(
        "Get contacts?$select={select}&$filter=({filter})&$orderby=modifiedon desc,contactid"
    );
    assert_eq!(world.asked(), [expected]);
    let query = world.requests.last().unwrap();
    assert_eq!(query.headers["Prefer"], "odata.maxpagesize=200");
    assert_eq!(query.headers["OData-Version"], "4.0");
    assert!(
        query.url.contains("%275%255%255%250%251%253%252%27"),
        "{}",
        query.url
    );
}

#[test]
fn numbers_that_share_their_last_digits_are_told_apart() {
    let mut world = World::new();
    contact(&mut world, 1, json!({ "telephone1": "212 555 0132" }));
    contact(&mut world, 2, json!({ "telephone1": "5550132" }));
    contact(
        &mut world,
        3,
        json!({ "telephone1": "no phone 5550132, please write" }),
    );
    contact(&mut world, 4, json!({ "telephone1": "+49 415 5550132" }));
    assert_eq!(found(&mut world, "+14155550132"), ("01".to_owned(), 1));
    assert_eq!(world.find("+14155550132").body["contactid"], ADA);
}

#[test]
fn a_number_without_country_code_is_of_the_default_country_first_then_of_the_callers() {
    let mut world = World::new();
    contact(&mut world, 1, json!({ "telephone1": "030 23125-042" }));
    assert_eq!(found(&mut world, "+493023125042"), ("01".to_owned(), 1));
    // As it stands, a number in Maine: it is not taken for one in London.
    contact(&mut world, 2, json!({ "telephone1": "2079460958" }));
    assert_eq!(found(&mut world, "+442079460958").1, 0);
    assert_eq!(found(&mut world, "+12079460958"), ("02".to_owned(), 1));
    world
        .environment
        .insert("DYNAMICS_DEFAULT_COUNTRY".to_owned(), "GB".to_owned());
    assert_eq!(found(&mut world, "+442079460958"), ("02".to_owned(), 1));
    assert_eq!(found(&mut world, "020 7946 0958"), ("02".to_owned(), 1));
}

#[test]
fn of_several_the_active_one_comes_first_then_the_better_column_then_the_latest_then_the_lowest_id()
{
    let number = "+13055550166";
    let mut world = World::new();
    contact(
        &mut world,
        9,
        json!({ "telephone1": "3055550166", "statecode": 1, "modifiedon": "2026-09-01T00:00:00Z" }),
    );
    assert_eq!(found(&mut world, number), ("09".to_owned(), 1));
    contact(
        &mut world,
        8,
        json!({ "mobilephone": "305-555-0166", "modifiedon": "2026-08-01T00:00:00Z" }),
    );
    assert_eq!(found(&mut world, number), ("08".to_owned(), 2));
    contact(
        &mut world,
        7,
        json!({ "telephone1": "1 305 555 0166", "modifiedon": "2026-01-01T00:00:00Z" }),
    );
    assert_eq!(found(&mut world, number), ("07".to_owned(), 3));
    contact(
        &mut world,
        6,
        json!({ "telephone1": "+13055550166", "modifiedon": "2026-02-01T00:00:00Z" }),
    );
    assert_eq!(found(&mut world, number), ("06".to_owned(), 4));
    contact(
        &mut world,
        5,
        json!({ "telephone1": "(305) 555.0166", "modifiedon": "2026-02-01T00:00:00Z" }),
    );
    assert_eq!(found(&mut world, number), ("05".to_owned(), 5));
}

#[test]
fn a_contact_with_the_number_in_two_columns_is_one_match() {
    let mut world = World::new();
    contact(
        &mut world,
        1,
        json!({ "telephone1": "305 555 0166", "home2": "+1 305 555 0166" }),
    );
    assert_eq!(found(&mut world, "+13055550166"), ("01".to_owned(), 1));
}

#[test]
fn further_pages_are_read_up_to_a_bound() {
    let mut world = World::new();
    for id in 1..=250 {
        contact(&mut world, id, json!({ "company": "+1 617 555 0199" }));
    }
    let asked = |world: &World| world.asked().len();
    assert_eq!(world.find("+16175550199").body["matches"], 250);
    assert_eq!(asked(&world), 2);
    assert_eq!(world.find("+12125550199").body, json!({}));
    for id in 0..1_000 {
        world.cloud.tables.add(
            "contacts",
            json!({ "contactid": format!("00000000-0000-4000-8000-1{id:011}"), "company": "6175550199",
                    "statecode": 0, "modifiedon": "2025-01-01T00:00:00Z" }),
        );
    }
    assert_eq!(world.find("+16175550199").body["matches"], 1_000);
    assert_eq!(asked(&world), 5);
}

#[test]
fn the_token_goes_to_no_other_host_whatever_the_next_page_is_said_to_be() {
    let mut world = World::new();
    let page =
        json!({ "value": [], "@odata.nextLink": "https://evil.example/api/data/v9.2/contacts" });
    world.troubles.extend([
        None,
        Some(support::Trouble::Response(functions::http::Response {
            status: 200,
            headers: Default::default(),
            body: page.to_string(),
        })),
    ]);
    let answer = world.find("+14155550132");
    assert_eq!((answer.status, code(&answer)), (502, "unreadable_answer"));
    assert!(
        world
            .requests
            .iter()
            .all(|request| !request.url.contains("evil"))
    );
}

#[test]
fn what_is_no_number_is_refused_in_words_and_nothing_is_asked() {
    for (bad, expected) in [
        ("", "missing_parameter"),
        ("   ", "missing_parameter"),
        ("anonymous", "invalid_parameter"),
        ("Restricted", "invalid_parameter"),
        ("+266696687", "invalid_parameter"),
        ("+86282452253", "invalid_parameter"),
        (
            "1234567890123456789012345678901234567890",
            "invalid_parameter",
        ),
        (
            "+1234567890123456789012345678901234567890",
            "invalid_parameter",
        ),
        ("call me", "invalid_parameter"),
        ("1-800-FLOWERS", "invalid_parameter"),
        ("' or 1 eq 1", "invalid_parameter"),
        ("415'5550132", "invalid_parameter"),
        ("\"+14155550132\"", "invalid_parameter"),
        ("client:agent", "invalid_parameter"),
        ("sip:ada@example.com", "invalid_parameter"),
        ("+", "invalid_parameter"),
        ("911", "invalid_parameter"),
        ("5550132", "invalid_parameter"),
        ("+9991234567", "invalid_parameter"),
        ("+1415555013", "invalid_parameter"),
        ("٤١٥٥٥٥٠١٣٢", "invalid_parameter"),
    ] {
        let mut world = World::new();
        let answer = world.find(bad);
        assert_eq!((answer.status, code(&answer)), (400, expected), "{bad}");
        assert_eq!(answer.body["parameter"], "phoneNum", "{bad}");
        assert!(
            answer.body["message"]
                .as_str()
                .unwrap()
                .contains("phoneNum"),
            "{bad}"
        );
        assert!(world.requests.is_empty(), "{bad}");
    }
    let answer = World::new().call("findContactByPhoneNum", json!({}));
    assert_eq!((answer.status, code(&answer)), (400, "missing_parameter"));
}
