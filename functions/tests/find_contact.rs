//! Tests `findContactByPhoneNum` from the parameter to the answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use serde_json::{Value, json};
use support::{ACME, ADA, World, code};

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

/// The last two characters of the id of the contact that the number finds, and how many contacts match.
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
fn no_match_is_an_empty_object() {
    let answer = World::new().find("+14155550199");
    assert_eq!((answer.status, answer.body), (200, json!({})));
}

const PHONES: [&str; 9] = [
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

/// The only query with this filter.
fn query(filter: &str) -> String {
    let select = format!(
        "contactid,firstname,lastname,emailaddress1,_parentcustomerid_value,statecode,modifiedon,{}",
        PHONES.join(",")
    );
    format!("Get contacts?$select={select}&$filter=({filter})&$orderby=modifiedon desc,contactid")
}

#[test]
fn the_usual_spellings_are_searched_first_because_an_index_can_find_them() {
    let mut world = World::new();
    assert_eq!(world.find("+14155550132").body["contactid"], ADA);
    let spellings = [
        "+14155550132",
        "14155550132",
        "+1 415-555-0132",
        "+1 (415) 555-0132",
        "415-555-0132",
        "4155550132",
        "(415) 555-0132",
    ];
    let is_any = |column| {
        spellings
            .map(|spelling| format!("{column} eq '{spelling}'"))
            .join(" or ")
    };
    assert_eq!(world.asked(), [query(&PHONES.map(is_any).join(" or "))]);
    let request = world.requests.last().unwrap();
    assert_eq!(
        request.headers["Prefer"],
        "odata.maxpagesize=500,odata.include-annotations=\"Microsoft.Dynamics.CRM.lookuplogicalname\""
    );
    assert_eq!(request.headers["OData-Version"], "4.0");
    assert!(request.url.len() < 8_000, "{}", request.url.len());
}

#[test]
fn without_a_match_one_query_searches_the_last_digits_in_all_phone_columns() {
    let mut world = World::new();
    contact(&mut world, 1, json!({ "telephone1": "1.305.555 0166" }));
    assert_eq!(found(&mut world, "+13055550166"), ("01".to_owned(), 1));
    let holds = |column| format!("contains({column},'5%5%5%0%1%6%6')");
    let asked = world.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1], query(&PHONES.map(holds).join(" or ")));
    let url = &world.requests.last().unwrap().url;
    assert!(url.contains("%275%255%255%250%251%256%256%27"), "{url}");
}

#[test]
fn a_text_that_looks_like_the_number_but_is_another_one_does_not_match() {
    let mut world = World::new();
    // Read as a US number, this is in Maine.
    contact(&mut world, 1, json!({ "telephone1": "2079460958" }));
    contact(&mut world, 2, json!({ "telephone1": "0044 20 7946 0958" }));
    assert_eq!(found(&mut world, "+442079460958"), ("02".to_owned(), 1));
}

#[test]
fn the_company_of_a_contact_is_named_if_it_is_an_account() {
    for (table, account) in [("account", json!(ACME)), ("contact", Value::Null)] {
        let mut world = World::new();
        contact(
            &mut world,
            1,
            json!({
                "telephone1": "3055550166",
                "_parentcustomerid_value": ACME,
                "_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname": table
            }),
        );
        let body = world.find("+13055550166").body;
        assert_eq!(body["accountid"], account, "{table}");
    }
}

#[test]
fn numbers_with_the_same_last_digits_are_not_confused() {
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
fn a_number_without_country_code_is_read_in_the_default_country_then_in_the_callers() {
    let mut world = World::new();
    contact(&mut world, 1, json!({ "telephone1": "030 23125-042" }));
    assert_eq!(found(&mut world, "+493023125042"), ("01".to_owned(), 1));
    // Read as it stands, this is a number in Maine. It must not be taken for one in London.
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
fn several_matches_are_ranked_by_active_column_date_and_id() {
    let number = "+13055550166";
    let mut world = World::new();
    contact(
        &mut world,
        9,
        json!({ "telephone1": "305.5550166", "statecode": 1, "modifiedon": "2026-09-01T00:00:00Z" }),
    );
    assert_eq!(found(&mut world, number), ("09".to_owned(), 1));
    contact(
        &mut world,
        8,
        json!({ "mobilephone": "305.555.0166", "modifiedon": "2026-08-01T00:00:00Z" }),
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
        json!({ "telephone1": "+1.305.555.0166", "modifiedon": "2026-02-01T00:00:00Z" }),
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
fn further_pages_are_read_up_to_a_limit() {
    let mut world = World::new();
    for id in 1..=250 {
        contact(&mut world, id, json!({ "company": "+1 617 555 0199" }));
    }
    let asked = |world: &World| world.asked().len();
    assert_eq!(world.find("+16175550199").body["matches"], 250);
    assert_eq!(asked(&world), 2);
    assert_eq!(world.find("+12125550199").body, json!({}));
    for id in 0..800 {
        world.cloud.tables.add(
            "contacts",
            json!({ "contactid": format!("00000000-0000-4000-8000-1{id:011}"), "company": "617.555.0199",
                    "statecode": 0, "modifiedon": "2025-01-01T00:00:00Z" }),
        );
    }
    assert_eq!(world.find("+16175550199").body["matches"], 1_000);
    assert_eq!(asked(&world), 3, "one for the spellings, two pages");
}

#[test]
fn the_token_is_never_sent_to_another_host_for_the_next_page() {
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
fn a_caller_without_a_usable_number_has_no_match_and_nothing_is_asked() {
    for bad in [
        "",
        "   ",
        "anonymous",
        "Restricted",
        "+266696687",
        "+86282452253",
        "1234567890123456789012345678901234567890",
        "+1234567890123456789012345678901234567890",
        "call me",
        "' or 1 eq 1",
        "client:agent",
        "+",
        "911",
        "5550132",
        "+9991234567",
        "+1415555013",
    ] {
        let mut world = World::new();
        let answer = world.find(bad);
        assert_eq!((answer.status, answer.body), (200, json!({})), "{bad}");
        assert!(world.requests.is_empty(), "{bad}");
    }
    let answer = World::new().call("findContactByPhoneNum", json!({ "phoneNum": null }));
    assert_eq!((answer.status, answer.body), (200, json!({})));
}

#[test]
fn a_parameter_that_is_missing_or_passed_twice_is_refused_in_words() {
    for (parameters, expected) in [
        (json!({}), "missing_parameter"),
        (json!({ "phonenum": "+14155550132" }), "missing_parameter"),
        (json!({ "phoneNum": ["1", "2"] }), "invalid_parameter"),
        (json!({ "phoneNum": {} }), "invalid_parameter"),
    ] {
        let mut world = World::new();
        let answer = world.call("findContactByPhoneNum", parameters);
        assert_eq!((answer.status, code(&answer)), (400, expected));
        assert_eq!(answer.body["parameter"], "phoneNum");
        assert!(world.requests.is_empty());
    }
}
