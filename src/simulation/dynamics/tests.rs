//! What is known of the host, told as tests of the simulated one.

use serde_json::{Value, json};

use super::*;
use crate::simulation::people::{self, PEOPLE};
use crate::simulation::wire::Outcome;
use crate::store::ids::{Entity, Guid, Record, SessionId, TabId};

/// A Dynamics and what it has told since it was last asked.
struct World {
    dynamics: Dynamics,
    waiting: Vec<(Timer, u32)>,
    events: Vec<(String, Value)>,
    replies: Vec<(String, Reply)>,
    case: Record,
}

impl World {
    fn new() -> Self {
        Self::of(Organization::default())
    }

    fn of(organization: Organization) -> Self {
        let mut records = people::records();
        let [ada, ..] = PEOPLE;
        let case = records
            .create_case(ada.record().unwrap().id, ada.concern, "")
            .unwrap();
        let mut world = Self {
            dynamics: Dynamics::new(organization, records),
            waiting: Vec::new(),
            events: Vec::new(),
            replies: Vec::new(),
            case,
        };
        for event in [
            "onmodechanged",
            "onpagenavigate",
            "onclicktoact",
            "onSessionSwitched",
        ] {
            world.call("addGenericHandler", json!({ "eventType": event }));
        }
        world
    }

    fn step(&mut self, input: Input) {
        for output in self.dynamics.step(input) {
            match output {
                Output::Reply(reply) => {
                    self.replies
                        .push((reply.message_correlation_id.clone(), reply));
                }
                Output::Event(event) => {
                    let data = serde_json::from_str(&event.message_data).unwrap();
                    self.events.push((event.message_type, data));
                }
                Output::Wait { timer, millis } => self.waiting.push((timer, millis)),
            }
        }
    }

    /// Calls, and takes the reply to it, if there is one yet.
    fn call(&mut self, message_type: &str, data: Value) -> Option<(Outcome, Value)> {
        self.step(Input::Request(Request {
            message_type: message_type.to_owned(),
            message_data: data.as_object().cloned().unwrap_or_default(),
            message_correlation_id: message_type.to_owned(),
        }));
        self.reply(message_type)
    }

    fn reply(&mut self, id: &str) -> Option<(Outcome, Value)> {
        let place = self.replies.iter().position(|(of, _)| of == id)?;
        let (_, reply) = self.replies.remove(place);
        Some((reply.message_outcome, Value::Object(reply.message_data)))
    }

    fn value(&mut self, message_type: &str, data: Value) -> Value {
        let (outcome, data) = self.call(message_type, data).unwrap();
        assert_eq!(outcome, Outcome::Success);
        data["value"].clone()
    }

    fn refusal(&mut self, message_type: &str, data: Value) -> Value {
        let (outcome, data) = self.call(message_type, data).unwrap();
        assert_eq!(outcome, Outcome::Failure);
        data
    }

    fn act(&mut self, act: AgentAct) {
        self.step(Input::Agent(act));
    }

    /// Lets all clocks run out, and says how long that took.
    fn pass_time(&mut self) -> u32 {
        let mut passed = 0;
        while let Some((timer, millis)) = self.waiting.pop() {
            passed += millis;
            self.step(Input::TimeUp(timer));
        }
        passed
    }

    fn query(&self) -> Value {
        let query = format!("?$select=title&$filter=incidentid%20eq%20{}", self.case.id);
        json!({ "entityName": "incident", "queryParameters": query })
    }

    fn form(&self) -> Value {
        let options = json!({ "entityName": "incident", "entityId": self.case.id.to_string() });
        json!({ "entityFormOptions": options.to_string(), "entityFormParameters": "{}" })
    }

    fn pages(&self) -> Vec<Page> {
        self.dynamics
            .sessions()
            .front()
            .tabs
            .iter()
            .map(|tab| tab.page)
            .collect()
    }

    fn other_session(&mut self, owner: Owner, panel: Option<Mode>) -> SessionId {
        self.act(AgentAct::OpenSession {
            owner,
            title: "Chat".to_owned(),
            panel,
        });
        self.dynamics.sessions().front().id.clone()
    }
}

fn home() -> SessionId {
    SessionId::from("session-id-0")
}

#[test]
fn an_opening_search_is_answered_before_its_tab_and_announces_it_before_it_is_up() {
    let mut world = World::new();
    let found = world.value("searchandopenrecords", world.query());
    assert_eq!(found["0"]["title"], json!("Espresso machine leaks"));
    assert_eq!(world.pages(), [Page::Dashboard]);
    let (timer, _) = world.waiting.pop().unwrap();
    world.step(Input::TimeUp(timer));
    let url = format!(
        "https://contoso.crm.dynamics.com/main.aspx?appid=4f1d2c3b-5a69-4788-9b0c-8d7e6f5a4b3c\
         &pagetype=entityrecord&etn=incident&id={}",
        world.case.id
    );
    assert_eq!(
        world.events,
        [("onpagenavigate".to_owned(), json!({ "value": url }))]
    );
    assert_eq!(world.pages(), [Page::Dashboard]);
    world.pass_time();
    assert_eq!(world.pages(), [Page::Dashboard, Page::Record(world.case)]);
    assert_eq!(world.value("getFocusedTab", json!({})), json!("tab-id-1"));
    assert_eq!(
        world.value("getTabsByTagOrName", json!({})),
        json!(["tab-id-0", "tab-id-1"])
    );
}

#[test]
fn a_search_that_only_searches_opens_nothing() {
    let mut world = World::new();
    assert_eq!(
        world.value("search", world.query())["0"]["title"],
        json!("Espresso machine leaks")
    );
    let nobody = json!({ "entityName": "contact", "queryParameters": "$search=nobody" });
    assert_eq!(world.value("search", nobody), json!({}));
    assert_eq!(world.pass_time(), 0);
    assert_eq!(world.pages(), [Page::Dashboard]);
}

#[test]
fn no_row_several_rows_a_search_text_and_an_error_open_a_blank_search_tab() {
    let no_row = "$filter=contactid eq 99999999-9999-4999-8999-999999999999";
    let one_row_by_text = "$search=Whitfield";
    let error = "$filter=fullname eq 'Ada Whitfield'";
    for query in [no_row, "$select=fullname", one_row_by_text, error] {
        let mut world = World::new();
        let data = json!({ "entityName": "contact", "queryParameters": query });
        assert!(world.call("searchandopenrecords", data).is_some());
        world.pass_time();
        assert_eq!(world.pages(), [Page::Dashboard, Page::Search], "{query}");
    }
}

#[test]
fn a_query_error_comes_in_the_shape_of_dataverse() {
    let mut world = World::new();
    let data = json!({ "entityName": "incident", "queryParameters": "$filter=title eq 'x'" });
    let refusal = world.refusal("search", data);
    assert_eq!(refusal["value"]["errorType"], json!(2));
    assert_eq!(refusal["value"]["sourceFunc"], json!("search"));
    assert!(
        refusal["value"]["errorMsg"]
            .as_str()
            .unwrap()
            .contains("title eq 'x'")
    );
    assert!(refusal["value"]["reportTime"].is_string());
}

#[test]
fn a_form_opens_a_new_tab_on_each_call_and_is_answered_once_it_is_up() {
    let mut world = World::new();
    for tabs in [2, 3] {
        assert_eq!(world.call("openform", world.form()), None);
        world.pass_time();
        assert_eq!(world.reply("openform").unwrap().0, Outcome::Success);
        assert_eq!(world.pages().len(), tabs);
    }
}

#[test]
fn a_form_that_can_not_be_opened_is_refused() {
    let mut world = World::new();
    let objects = json!({ "entityFormOptions": {}, "entityFormParameters": {} });
    assert_eq!(
        world.refusal("openform", objects)["value"]["errorType"],
        json!(0)
    );
    let gone = world.case;
    world.dynamics.records_mut().delete(gone);
    assert_eq!(
        world.refusal("openform", world.form())["value"]["errorType"],
        json!(2)
    );
    assert_eq!(world.pass_time(), 0);
}

#[test]
fn the_eleventh_tab_of_a_session_never_comes() {
    let mut world = World::new();
    for _ in 0..12 {
        world.call("searchandopenrecords", world.query());
    }
    world.pass_time();
    assert_eq!(world.pages().len(), sessions::TABS);
    assert!(world.refusal("openform", world.form())["value"]["errorMsg"].is_string());
}

#[test]
fn the_panel_starts_hidden_and_tells_of_each_change_of_its_mode() {
    let mut world = World::new();
    assert_eq!(world.value("getmode", json!({})), json!(2));
    world.value("setmode", json!({ "value": 1 }));
    world.value("setmode", json!({ "value": 1 }));
    world.act(AgentAct::SetMode(Mode::Minimized));
    let modes: Vec<&Value> = world
        .events
        .iter()
        .map(|(_, data)| &data["value"])
        .collect();
    assert_eq!(modes, [&json!(1), &json!(0)]);
    assert_eq!(world.dynamics.mode(), Mode::Minimized);
}

#[test]
fn a_mode_is_a_number_and_nothing_else() {
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
fn in_another_providers_session_the_panel_can_do_nothing() {
    let mut world = World::new();
    world.other_session(Owner::Other, None);
    for (call, data) in [
        ("setmode", json!({ "value": 1 })),
        ("getTabsByTagOrName", json!({})),
        ("getFocusedTab", json!({})),
        ("focusTab", json!({ "tabId": "tab-id-0" })),
    ] {
        assert_eq!(world.refusal(call, data)["msdyn_name"], json!(call));
    }
    assert_eq!(world.value("getFocusedSession", json!({})), Value::Null);
    world.act(AgentAct::SwitchSession(home()));
    assert_eq!(
        world.value("getFocusedSession", json!({})),
        json!("session-id-0")
    );
    world.value("setmode", json!({ "value": 1 }));
}

#[test]
fn with_several_providers_the_mode_is_refused_at_home_and_set_in_a_session_of_its_own() {
    let mut world = World::of(Organization {
        several_providers: true,
        ..Organization::default()
    });
    assert!(world.refusal("setmode", json!({ "value": 1 }))["message"].is_string());
    world.value("createSession", json!({ "input": {} }));
    world.value("setmode", json!({ "value": 1 }));
}

#[test]
fn a_switch_of_sessions_is_told_twice_and_brings_the_mode_of_the_template() {
    let mut world = World::new();
    let other = world.other_session(Owner::Other, Some(Mode::Minimized));
    let told = |id: &str, focused| {
        let data = json!({ "sessionId": id, "focused": focused, "context": {} });
        ("onSessionSwitched".to_owned(), data)
    };
    assert_eq!(
        world.events,
        [
            told("session-id-0", false),
            told(other.as_str(), true),
            ("onmodechanged".to_owned(), json!({ "value": 0 })),
        ]
    );
    world.events.clear();
    world.act(AgentAct::CloseSession(other.clone()));
    assert_eq!(
        world.events,
        [told(other.as_str(), false), told("session-id-0", true)]
    );
    assert_eq!(world.dynamics.sessions().get(&other), None);
}

#[test]
fn sessions_of_the_panel_are_its_own_and_tell_their_page() {
    let mut world = World::new();
    let params = json!({ "input": { "templateParameters": { "customerName": "Ada" } } });
    let id = world.value("createSession", params);
    assert_eq!(world.value("getFocusedSession", json!({})), id);
    assert_eq!(world.value("getAllSessions", json!({})), json!([id]));
    assert_eq!(
        world.value("getSession", json!({ "sessionId": id }))["focused"],
        json!(true)
    );
    world.act(AgentAct::OpenRecord(world.case));
    let environment = world.value("getenvironment", json!({}));
    assert_eq!(environment["id"], json!(world.case.id.to_string()));
    assert_eq!(environment["etn"], json!("incident"));
    world.act(AgentAct::SwitchSession(home()));
    world.act(AgentAct::OpenRecord(world.case));
    assert_eq!(world.value("getenvironment", json!({}))["id"], Value::Null);
    world.refusal("getSession", json!({ "sessionId": "session-id-0" }));
}

#[test]
fn no_more_than_ten_sessions_are_opened() {
    let mut world = World::new();
    for _ in 1..sessions::SESSIONS {
        assert_eq!(world.value("canCreateSession", json!({})), json!(true));
        world.value("createSession", json!({ "input": {} }));
    }
    assert_eq!(world.value("canCreateSession", json!({})), json!(false));
    world.refusal("createSession", json!({ "input": {} }));
}

#[test]
fn a_new_tab_comes_up_in_the_session_that_is_in_front_by_then() {
    let mut world = World::new();
    world.call("searchandopenrecords", world.query());
    world.other_session(Owner::Other, None);
    world.pass_time();
    assert_eq!(world.pages(), [Page::Dashboard, Page::Record(world.case)]);
}

#[test]
fn a_tab_that_is_gone_is_refused_without_words() {
    let mut world = World::new();
    world.act(AgentAct::OpenRecord(world.case));
    world.value("focusTab", json!({ "tabId": "tab-id-0" }));
    assert_eq!(world.value("getFocusedTab", json!({})), json!("tab-id-0"));
    world.act(AgentAct::FocusTab(TabId::from("tab-id-1")));
    assert_eq!(world.value("getFocusedTab", json!({})), json!("tab-id-1"));
    world.act(AgentAct::CloseTab(TabId::from("tab-id-1")));
    let refusal = world.refusal("focusTab", json!({ "tabId": "tab-id-1" }));
    assert_eq!(refusal.get("message"), None);
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
fn a_phone_field_tells_of_its_record_and_only_while_click_to_act_is_on() {
    let mut world = World::new();
    let [ada, ..] = PEOPLE;
    let record = ada.record().unwrap();
    let click = AgentAct::ClickPhone {
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
fn click_to_act_can_not_be_switched_without_the_privilege() {
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
fn events_go_only_to_who_has_asked_for_them() {
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
fn a_slow_tab_takes_twenty_seconds_and_the_next_one_its_usual_time() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::Slow));
    world.call("searchandopenrecords", world.query());
    assert_eq!(world.pass_time(), 20_000);
    world.call("searchandopenrecords", world.query());
    assert_eq!(world.pass_time(), 1500);
    assert_eq!(world.pages().len(), 3);
}

#[test]
fn a_tab_may_never_come_although_the_search_was_answered() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::NeverShows));
    world.value("searchandopenrecords", world.query());
    assert_eq!(world.pass_time(), 0);
    assert_eq!(world.pages(), [Page::Dashboard]);
}

#[test]
fn a_record_may_not_be_there_and_may_not_be_read_once() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::NotFound));
    assert_eq!(world.value("search", world.query()), json!({}));
    world.step(Input::Trouble(Trouble::NotReadable));
    let refusal = world.refusal("search", world.query());
    assert!(
        refusal["value"]["errorMsg"]
            .as_str()
            .unwrap()
            .contains("prvReadincident")
    );
    assert!(world.dynamics.troubles().is_empty());
    assert!(world.value("search", world.query()).get("0").is_some());
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
fn the_old_host_never_tells_the_tabs_of_the_home_session() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::OldHost));
    assert_eq!(world.call("getTabsByTagOrName", json!({})), None);
    world.value("createSession", json!({ "input": {} }));
    assert_eq!(
        world.value("getTabsByTagOrName", json!({})),
        json!(["tab-id-0"])
    );
}

#[test]
fn a_case_has_no_phone_field_of_its_own() {
    let mut world = World::new();
    let case = world.case;
    world.act(AgentAct::ClickPhone {
        record: case,
        column: "telephone1",
    });
    let id = Guid::parse("99999999-9999-4999-8999-999999999999").unwrap();
    let record = Record {
        entity: Entity::Contact,
        id,
    };
    world.act(AgentAct::ClickPhone {
        record,
        column: "telephone1",
    });
    assert_eq!(world.events, []);
}
