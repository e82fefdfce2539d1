//! The mode of the panel, click-to-act, events, and what every call has in common.

use super::*;

#[test]
fn the_panel_starts_hidden_and_each_change_of_its_mode_sends_an_event() {
    let mut world = World::new();
    assert_eq!(world.value("getmode", json!({})), json!(2));
    world.value("setmode", json!({ "value": 1 }));
    world.value("setmode", json!({ "value": 1 }));
    world.act(AgentAction::SetMode(Mode::Minimized));
    let modes: Vec<&Value> = world
        .events
        .iter()
        .map(|(_, data)| &data["value"])
        .collect();
    assert_eq!(modes, [&json!(1), &json!(0)]);
    assert_eq!(world.dynamics.mode(), Mode::Minimized);
}

#[test]
fn only_the_three_numbers_are_modes() {
    let mut world = World::new();
    for value in [
        json!("1"),
        json!(3),
        json!(-1),
        json!(0.5),
        json!(true),
        Value::Null,
    ] {
        let refusal = world.refusal("setmode", json!({ "value": value }));
        assert_eq!(refusal["value"]["errorType"], json!(0));
    }
    assert_eq!(world.dynamics.mode(), Mode::Hidden);
}

#[test]
fn the_environment_names_the_organization_and_its_custom_parameters() {
    let custom_params = r#"{"popOn":"accepted"}"#.to_owned();
    let mut world = World::of(Organization {
        custom_params,
        ..Organization::default()
    });
    let environment = world.value("getenvironment", json!({}));
    assert_eq!(
        environment["clientUrl"],
        json!("https://contoso.crm.dynamics.com")
    );
    assert_eq!(
        environment["customParams"],
        json!(r#"{"popOn":"accepted"}"#)
    );
    assert!(environment["userId"].as_str().unwrap().starts_with('{'));
}

#[test]
fn a_clicked_phone_field_names_its_record_while_click_to_act_is_on() {
    let mut world = World::new();
    let [ada, ..] = PEOPLE;
    let record = ada.record().unwrap();
    let click = AgentAction::ClickPhone {
        record,
        column: "telephone1",
    };
    world.act(click.clone());
    let data = json!({
        "value": "+1%20(415)%20555-0132",
        "name": "telephone1",
        "format": "phone",
        "entityLogicalName": "contact",
        "entityId": ada.contact,
        "recordTitle": "Ada Whitfield",
    });
    assert_eq!(world.events, [("onclicktoact".to_owned(), data)]);
    world.value("setclicktoact", json!({ "value": false }));
    assert_eq!(world.value("getclicktoact", json!({})), json!(false));
    world.act(click);
    assert_eq!(world.events.len(), 1);
}

#[test]
fn click_to_act_can_not_be_switched_on_without_the_privilege() {
    let mut world = World::of(Organization {
        click_to_act: false,
        ..Organization::default()
    });
    world.step(Input::Trouble(Trouble::NoPrivilege));
    let refusal = world.refusal("setclicktoact", json!({ "value": true }));
    assert_eq!(refusal["value"]["errorType"], json!(2));
    world.step(Input::NoTrouble);
    world.value("setclicktoact", json!({ "value": true }));
    assert!(world.dynamics.click_to_act());
}

#[test]
fn events_are_sent_only_if_the_panel_listens_for_them() {
    let mut world = World::new();
    world.value(
        "removeGenericHandler",
        json!({ "eventType": "onmodechanged" }),
    );
    world.value("setmode", json!({ "value": 1 }));
    assert_eq!(world.events, []);
}

#[test]
fn a_message_that_the_host_does_not_know_succeeds_without_a_value() {
    let mut world = World::new();
    let (outcome, data) = world
        .call("closeTab", json!({ "tabId": "tab-id-1" }))
        .unwrap();
    assert_eq!(outcome, Outcome::Success);
    assert!(data["message"].is_string());
    assert_eq!(data.get("value"), None);
}

#[test]
fn an_unanswered_call_is_carried_out_all_the_same() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::Unanswered));
    assert_eq!(world.call("setmode", json!({ "value": 1 })), None);
    assert_eq!(world.value("getmode", json!({})), json!(1));
    world.step(Input::Trouble(Trouble::Dead));
    assert_eq!(world.call("setmode", json!({ "value": 0 })), None);
    assert_eq!(world.dynamics.mode(), Mode::Docked);
}

#[test]
fn a_case_has_no_phone_field_of_its_own() {
    let mut world = World::new();
    let case = world.case;
    world.act(AgentAction::ClickPhone {
        record: case,
        column: "telephone1",
    });
    let id = Guid::parse("99999999-9999-4999-8999-999999999999").unwrap();
    let record = Record {
        entity: Entity::Contact,
        id,
    };
    world.act(AgentAction::ClickPhone {
        record,
        column: "telephone1",
    });
    assert_eq!(world.events, []);
}
