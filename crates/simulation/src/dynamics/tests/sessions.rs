//! Tests sessions and tabs, and which session is in front.

use super::*;

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
    world.act(AgentAction::SwitchSession(home()));
    assert_eq!(
        world.value("getFocusedSession", json!({})),
        json!("session-id-0")
    );
    world.value("setmode", json!({ "value": 1 }));
}

#[test]
fn with_several_providers_the_mode_is_refused_in_the_home_session_only() {
    let mut world = World::of(Organization {
        several_providers: true,
        ..Organization::default()
    });
    assert!(world.refusal("setmode", json!({ "value": 1 }))["message"].is_string());
    world.value("createSession", json!({ "input": {} }));
    world.value("setmode", json!({ "value": 1 }));
}

#[test]
fn in_omnichannel_a_provider_opens_no_sessions() {
    let mut world = World::of(Organization {
        app: App::Omnichannel,
        ..Organization::default()
    });
    assert_eq!(world.value("canCreateSession", json!({})), json!(false));
    world.refusal("createSession", json!({ "input": {} }));
    assert_eq!(
        world.value("getFocusedSession", json!({})),
        json!("session-id-0")
    );
}

#[test]
fn the_template_of_the_panels_sessions_sets_the_mode_each_time_one_comes_to_the_front() {
    let mut world = World::of(Organization {
        session_panel: Some(Mode::Minimized),
        ..Organization::default()
    });
    world.value("setmode", json!({ "value": 1 }));
    let id = world.value("createSession", json!({ "input": {} }));
    assert_eq!(world.dynamics.mode(), Mode::Minimized);
    world.value("setmode", json!({ "value": 1 }));
    world.act(AgentAction::SwitchSession(home()));
    assert_eq!(world.dynamics.mode(), Mode::Docked);
    let id = SessionId::from(id.as_str().unwrap());
    world.act(AgentAction::SwitchSession(id));
    assert_eq!(world.dynamics.mode(), Mode::Minimized);
}

#[test]
fn a_switch_of_sessions_sends_two_events_and_sets_the_mode_of_the_template() {
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
    world.act(AgentAction::CloseSession(other.clone()));
    assert_eq!(
        world.events,
        [told(other.as_str(), false), told("session-id-0", true)]
    );
    assert_eq!(world.dynamics.sessions().get(&other), None);
}

#[test]
fn only_the_panels_own_sessions_are_listed_and_name_their_page() {
    let mut world = World::new();
    let params = json!({ "input": { "templateParameters": { "customerName": "Ada" } } });
    let id = world.value("createSession", params);
    assert_eq!(world.value("getFocusedSession", json!({})), id);
    assert_eq!(world.value("getAllSessions", json!({})), json!([id]));
    assert_eq!(
        world.value("getSession", json!({ "sessionId": id }))["focused"],
        json!(true)
    );
    world.act(AgentAction::OpenRecord(world.case));
    let environment = world.value("getenvironment", json!({}));
    assert_eq!(environment["id"], json!(world.case.id.to_string()));
    assert_eq!(environment["etn"], json!("incident"));
    world.act(AgentAction::SwitchSession(home()));
    world.act(AgentAction::OpenRecord(world.case));
    assert_eq!(world.value("getenvironment", json!({}))["id"], Value::Null);
    world.refusal("getSession", json!({ "sessionId": "session-id-0" }));
}

#[test]
fn a_session_beyond_the_tenth_is_refused() {
    let mut world = World::new();
    for _ in 1..SESSIONS {
        assert_eq!(world.value("canCreateSession", json!({})), json!(true));
        world.value("createSession", json!({ "input": {} }));
    }
    assert_eq!(world.value("canCreateSession", json!({})), json!(false));
    world.refusal("createSession", json!({ "input": {} }));
}

#[test]
fn the_focus_of_a_closed_tab_is_refused_without_words() {
    let mut world = World::new();
    world.act(AgentAction::OpenRecord(world.case));
    world.value("focusTab", json!({ "tabId": "tab-id-0" }));
    assert_eq!(world.value("getFocusedTab", json!({})), json!("tab-id-0"));
    world.act(AgentAction::FocusTab(TabId::from("tab-id-1")));
    assert_eq!(world.value("getFocusedTab", json!({})), json!("tab-id-1"));
    world.act(AgentAction::CloseTab(TabId::from("tab-id-1")));
    let refusal = world.refusal("focusTab", json!({ "tabId": "tab-id-1" }));
    assert_eq!(refusal.get("message"), None);
}

#[test]
fn the_old_host_never_lists_the_tabs_of_the_home_session() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::OldHost));
    assert_eq!(world.call("getTabsByTagOrName", json!({})), None);
    world.value("createSession", json!({ "input": {} }));
    assert_eq!(
        world.value("getTabsByTagOrName", json!({})),
        json!(["tab-id-0"])
    );
}
