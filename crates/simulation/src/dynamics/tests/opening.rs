//! Searching, and opening records.

use super::*;

#[test]
fn a_search_that_opens_is_answered_first_then_navigates_then_has_its_tab() {
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
fn any_search_without_exactly_one_row_opens_a_search_page() {
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
fn a_query_error_has_the_format_of_dataverse() {
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
fn each_form_opens_a_new_tab_and_is_answered_once_the_tab_is_there() {
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
fn an_eleventh_tab_never_comes_although_its_search_is_answered() {
    let mut world = World::new();
    for _ in 0..9 {
        world.call("searchandopenrecords", world.query());
    }
    world.pass_time();
    assert_eq!(world.pages().len(), 10);
    world.events.clear();
    let found = world.value("searchandopenrecords", world.query());
    assert!(found.get("0").is_some());
    world.pass_time();
    assert!(world.events.is_empty(), "it navigates nowhere");
    let refusal = world.refusal("openform", world.form());
    assert_eq!(
        refusal["value"]["errorMsg"],
        json!("Maximum tabs reached. Close a tab in this session before opening another.")
    );
    world.act(AgentAction::OpenRecord(world.case));
    assert_eq!(world.pages().len(), 10, "nor by hand");
    world.act(AgentAction::CloseTab("tab-id-3".into()));
    assert_eq!(world.call("openform", world.form()), None);
    world.pass_time();
    assert_eq!(world.pages().len(), 10);
}

#[test]
fn a_form_whose_session_fills_up_first_never_comes_and_is_never_answered() {
    let mut world = World::new();
    for _ in 0..8 {
        world.act(AgentAction::OpenRecord(world.case));
    }
    assert_eq!(world.call("openform", world.form()), None);
    world.act(AgentAction::OpenRecord(world.case));
    world.pass_time();
    assert_eq!(world.pages().len(), 10);
    assert_eq!(world.reply("openform"), None);
}

#[test]
fn an_organization_may_allow_more_tabs() {
    let mut world = World::of(Organization {
        tabs: 12,
        ..Organization::default()
    });
    for _ in 0..15 {
        world.act(AgentAction::OpenRecord(world.case));
    }
    assert_eq!(world.pages().len(), 12);
}

#[test]
fn an_app_whose_search_opens_nothing_answers_it_all_the_same_and_opens_forms() {
    let mut world = World::of(Organization {
        search_opens: false,
        ..Organization::default()
    });
    let found = world.value("searchandopenrecords", world.query());
    assert_eq!(found["0"]["title"], json!("Espresso machine leaks"));
    assert_eq!(world.pass_time(), 0);
    assert!(world.events.is_empty());
    assert_eq!(world.pages(), [Page::Dashboard]);
    world.call("openform", world.form());
    world.pass_time();
    assert_eq!(world.pages(), [Page::Dashboard, Page::Record(world.case)]);
}

#[test]
fn a_new_tab_comes_to_the_session_that_is_in_front_by_then() {
    let mut world = World::new();
    world.call("searchandopenrecords", world.query());
    world.other_session(Owner::Other, None);
    world.pass_time();
    assert_eq!(world.pages(), [Page::Dashboard, Page::Record(world.case)]);
}

#[test]
fn a_slow_tab_takes_twenty_seconds_and_the_next_tab_its_usual_time() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::Slow));
    world.call("searchandopenrecords", world.query());
    assert_eq!(world.pass_time(), 20_000);
    world.call("searchandopenrecords", world.query());
    assert_eq!(world.pass_time(), 1500);
    assert_eq!(world.pages().len(), 3);
}

#[test]
fn a_tab_may_never_come_although_its_search_was_answered() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::NeverShows));
    world.value("searchandopenrecords", world.query());
    assert_eq!(world.pass_time(), 0);
    assert_eq!(world.pages(), [Page::Dashboard]);
}

#[test]
fn a_search_may_find_nothing_once_or_be_refused_once() {
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
fn a_form_may_open_without_an_answer() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::Unanswered));
    world.call("openform", world.form());
    world.pass_time();
    assert_eq!(world.pages(), [Page::Dashboard, Page::Record(world.case)]);
    assert_eq!(world.reply("openform"), None);
}

#[test]
fn a_form_may_be_refused_once_as_well() {
    let mut world = World::new();
    world.step(Input::Trouble(Trouble::NotReadable));
    assert!(world.refusal("openform", world.form())["value"]["errorMsg"].is_string());
    assert_eq!(world.pass_time(), 0);
}
