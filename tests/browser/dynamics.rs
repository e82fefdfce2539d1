//! Tests the client and the link of Dynamics with client libraries that behave in every known way of the real one.

use std::cell::RefCell;
use std::rc::Rc;

use crate::stage::until;
use flex_cif_panel::config::{Config, ConfigProblem, Place};
use flex_cif_panel::dynamics::client::{Client, Timeouts};
use flex_cif_panel::dynamics::hearing::Hearing;
use flex_cif_panel::dynamics::hearing::Tell;
use flex_cif_panel::dynamics::link::Link;
use store::event::Answer;
use store::language::Language;
use store::problem::CallProblem;
use store::settings::Arrival;
use store::state::{FocusedSession, PanelMode, TabsView};
use store::{DynamicsCall, DynamicsEvent, Entity, Guid, Problem, Record, Settings, TabId};
use wasm_bindgen_test::wasm_bindgen_test;

type Answers = Vec<Result<Answer, CallProblem>>;

const NEVER: &str = "() => new Promise(() => {})";

/// Installs a library with these methods. It keeps its calls in `calls`.
fn library(methods: &str) {
    let script = format!(
        "window.calls = []; window.handlers = {{}};
         window.Microsoft = {{ CIFramework: {{
             addHandler: (name, handler) => {{ window.handlers[name] = handler }}, {methods}
         }} }};"
    );
    js_sys::eval(&script).expect("a script");
}

fn eval(script: &str) -> String {
    js_sys::eval(script)
        .expect("a script")
        .as_string()
        .expect("a text")
}

fn client() -> Client {
    Client {
        patience: Timeouts {
            call: 100,
            opening: 50,
            tabs_grace: 20,
            host_again: 20,
        },
    }
}

fn case() -> Record {
    Record {
        entity: Entity::Case,
        id: Guid::parse("9f5c1a52-3c5d-4f10-8d3c-2f6c3f1f0a01").expect("a GUID"),
    }
}

async fn answers(call: DynamicsCall) -> Answers {
    let answers = RefCell::new(Vec::new());
    client()
        .perform(&call, |answer| answers.borrow_mut().push(answer))
        .await;
    answers.into_inner()
}

fn refused(words: &str) -> Answers {
    vec![Err(CallProblem::Refused(words.into()))]
}

#[wasm_bindgen_test]
async fn everything_that_is_thrown_or_rejected_is_a_refusal_with_its_words() {
    for (how, words) in [
        ("() => { throw new Error('thrown') }", "thrown"),
        ("() => { throw 'words' }", "words"),
        ("async () => { throw undefined }", ""),
        ("async () => { throw 'plain words' }", "plain words"),
        (
            "async () => { throw JSON.stringify({ value: { errorMsg: 'in JSON' } }) }",
            "in JSON",
        ),
        (
            "async () => { throw new Map([['message', 'in a Map']]) }",
            "in a Map",
        ),
        (
            "async () => { throw new Map([['value', new Map([['errorMsg', 'deep in Maps']])]]) }",
            "deep in Maps",
        ),
        (
            "async () => { throw new Map([['message', undefined]]) }",
            "",
        ),
        ("async () => { throw new Error('an Error') }", "an Error"),
        (
            "async () => { throw { message: 'an object' } }",
            "an object",
        ),
        (
            "async () => { const o = { message: 'a circle' }; o.o = o; throw o }",
            "a circle",
        ),
        (
            "async () => { throw { get value() { throw 1 }, message: 'a getter' } }",
            "a getter",
        ),
    ] {
        library(&format!("focusTab: {how}"));
        let call = DynamicsCall::FocusTab(TabId::from("t"));
        assert_eq!(answers(call).await, refused(words), "{how}");
    }
}

#[wasm_bindgen_test]
async fn a_missing_method_and_a_missing_library_are_refusals() {
    library("");
    assert!(matches!(
        answers(DynamicsCall::GetMode).await.as_slice(),
        [Err(CallProblem::Refused(_))]
    ));
    let _ = js_sys::eval("delete window.Microsoft");
    assert!(matches!(
        answers(DynamicsCall::GetMode).await.as_slice(),
        [Err(CallProblem::Refused(_))]
    ));
}

#[wasm_bindgen_test]
async fn answers_are_read_from_numbers_from_json_and_from_nothing() {
    library(
        "getMode: async () => 1, setMode: async (n) => { window.calls.push(n) },
         searchAndOpenRecords: async () => JSON.stringify({ 0: {}, 1: {} }),
         getFocusedTab: () => 'tab-id-1'",
    );
    assert_eq!(
        answers(DynamicsCall::GetMode).await,
        vec![Ok(Answer::Mode(PanelMode::Docked))]
    );
    assert_eq!(
        answers(DynamicsCall::SetMode(PanelMode::Minimized)).await,
        vec![Ok(Answer::Done)]
    );
    assert_eq!(eval("JSON.stringify(calls)"), "[0]");
    assert_eq!(
        answers(DynamicsCall::Search(case())).await,
        vec![Ok(Answer::Found(2))]
    );
    assert_eq!(
        answers(DynamicsCall::GetFocusedTab).await,
        vec![Ok(Answer::FocusedTab(Some("tab-id-1".into())))]
    );
}

#[wasm_bindgen_test]
async fn a_form_is_opened_by_two_json_texts() {
    library("openForm: async (...args) => { window.calls.push(args); return '{}' }");
    assert_eq!(
        answers(DynamicsCall::OpenForm(case())).await,
        vec![Ok(Answer::Done)]
    );
    assert_eq!(
        eval("calls[0].map((arg) => typeof arg + JSON.parse(arg).entityName).join()"),
        "stringincident,stringundefined"
    );
}

#[wasm_bindgen_test]
async fn a_call_without_an_answer_times_out() {
    library(&format!("getMode: {NEVER}, searchAndOpenRecords: {NEVER}"));
    for call in [DynamicsCall::GetMode, DynamicsCall::Search(case())] {
        assert_eq!(answers(call).await, vec![Err(CallProblem::TimedOut)]);
    }
}

#[wasm_bindgen_test]
async fn a_late_answer_is_dropped_and_a_late_rejection_leaves_no_trace() {
    library("getMode: () => new Promise((_, reject) => { window.late = reject })");
    assert_eq!(
        answers(DynamicsCall::GetMode).await,
        vec![Err(CallProblem::TimedOut)]
    );
    // Unhandled rejections are reported in order, so the marker comes after any trace.
    let marker = js_sys::eval(
        "new Promise((done) => {
             let reasons = [];
             window.onunhandledrejection = (event) => {
                 event.preventDefault();
                 reasons.push(event.reason);
                 if (event.reason === 'marker') done(reasons.length);
             };
             late(new Map([['message', 'too late']]));
             Promise.reject('marker');
         })",
    );
    let marker = js_sys::Promise::resolve(&marker.expect("a script"));
    let reasons = wasm_bindgen_futures::JsFuture::from(marker).await;
    assert_eq!(reasons.expect("a number"), 1);
}

#[wasm_bindgen_test]
async fn the_late_success_of_an_opening_follows_its_time_out() {
    library("searchAndOpenRecords: () => new Promise((resolve) => setTimeout(resolve, 80, '{}'))");
    assert_eq!(
        answers(DynamicsCall::OpenBySearch(case())).await,
        vec![Err(CallProblem::TimedOut), Ok(Answer::Done)]
    );
}

#[wasm_bindgen_test]
async fn the_late_failure_of_an_opening_is_dropped() {
    library("openForm: () => new Promise((_, reject) => setTimeout(reject, 80, 'no'))");
    assert_eq!(
        answers(DynamicsCall::OpenForm(case())).await,
        vec![Err(CallProblem::TimedOut)]
    );
}

#[wasm_bindgen_test]
async fn a_look_does_not_wait_for_a_host_that_never_answers_get_tabs() {
    library(&format!(
        "getFocusedSession: async () => 'session-id-0', getFocusedTab: async () => 'a', getTabs: {NEVER}"
    ));
    let sight = TabsView {
        session: FocusedSession::Ours("session-id-0".into()),
        focused: Some("a".into()),
        tabs: None,
    };
    assert_eq!(
        answers(DynamicsCall::ReadTabs).await,
        vec![Ok(Answer::Tabs(sight))]
    );
}

#[wasm_bindgen_test]
async fn a_look_sees_the_session_its_tabs_and_the_focused_one() {
    library(
        "getFocusedSession: async () => null, getFocusedTab: async () => { throw new Map() },
         getTabs: async () => ['b', 'a']",
    );
    let sight = TabsView {
        session: FocusedSession::NotOurs,
        focused: None,
        tabs: Some(["a".into(), "b".into()].into()),
    };
    assert_eq!(
        answers(DynamicsCall::ReadTabs).await,
        vec![Ok(Answer::Tabs(sight))]
    );
}

/// Connects to the installed library. Returns what was reported until click-to-act is settled, and the list for later
/// reports.
async fn connected() -> (Vec<DynamicsEvent>, Rc<RefCell<Vec<DynamicsEvent>>>) {
    let config = Config::read(
        Some(r#"{"dynamicsUrl": "https://acme.crm4.dynamics.com"}"#),
        None,
    );
    let config = Rc::new(RefCell::new(config.expect("a configuration")));
    let told = Rc::new(RefCell::new(Vec::new()));
    let log = told.clone();
    let tell: Tell = Rc::new(move |event| log.borrow_mut().push(event));
    Link::new(client(), config).connect(&tell).await;
    (told.take(), told)
}

/// The methods of a host with these Custom Parameters.
fn host(custom_parameters: &str) -> String {
    format!(
        "getEnvironment: async () => JSON.stringify({{
             clientUrl: 'https://acme.crm4.dynamics.com', customParams: {custom_parameters}
         }}),
         getClickToAct: async () => false, setClickToAct: async (on) => {{ calls.push(on) }}"
    )
}

#[wasm_bindgen_test]
async fn a_host_that_answers_is_connected_with_its_custom_parameters() {
    library(&host(r#"'{"arrival": "bring"}'"#));
    let (told, _) = connected().await;
    let settings = Settings {
        arrival: Arrival::Bring,
        ..Settings::default()
    };
    assert_eq!(told, vec![DynamicsEvent::Connected(settings)]);
    assert_eq!(
        eval("Object.keys(handlers).join()"),
        "onclicktoact,onmodechanged,onpagenavigate,onSessionClosed,onSessionSwitched"
    );
    assert_eq!(eval("JSON.stringify(calls)"), "[true]");
}

#[wasm_bindgen_test]
async fn handlers_answer_with_a_promise_and_report_their_events() {
    library(&host("''"));
    let (_, told) = connected().await;
    assert_eq!(
        eval(
            "String([handlers.onmodechanged('{\"value\":0}'), handlers.onmodechanged(undefined),
                 handlers.onclicktoact('no JSON')].every((answer) => answer instanceof Promise))"
        ),
        "true"
    );
    assert_eq!(
        told.take(),
        vec![DynamicsEvent::ModeChanged(PanelMode::Minimized)]
    );
}

#[wasm_bindgen_test]
async fn a_host_that_comes_up_late_is_reported_as_silent_and_then_connected() {
    library(&format!(
        "{}, getEnvironment: () => (calls.push(0) < 8) ? new Promise(() => {{}})
             : Promise.resolve('{{\"clientUrl\":\"https://acme.crm4.dynamics.com\"}}')",
        host("''")
    ));
    let (mut told, _) = connected().await;
    let asked_again = told.extract_if(.., |event| *event == DynamicsEvent::AskedAgain);
    assert_eq!(asked_again.count(), 7);
    assert_eq!(
        told,
        vec![
            DynamicsEvent::Failed(Problem::HostSilent(CallProblem::TimedOut)),
            DynamicsEvent::Connected(Settings::default()),
        ]
    );
}

#[wasm_bindgen_test]
async fn another_organization_is_refused_in_the_agents_language() {
    library(
        "getEnvironment: async () => JSON.stringify({
             clientUrl: 'https://beta.crm4.dynamics.com', userLcid: 3079
         })",
    );
    let problem = Problem::OtherOrganization {
        told: "https://beta.crm4.dynamics.com".into(),
    };
    let told = [
        DynamicsEvent::Speaks(Language::German),
        DynamicsEvent::Failed(problem),
    ];
    assert_eq!(connected().await.0, told);
    assert_eq!(eval("Object.keys(handlers).join()"), "");
}

#[wasm_bindgen_test]
async fn custom_parameters_that_set_an_origin_lead_to_a_warning() {
    library(&host(r#"'{"flexUrl": "https://evil.example"}'"#));
    let (told, _) = connected().await;
    let [
        DynamicsEvent::Connected(settings),
        DynamicsEvent::Warned(Problem::CustomParameters(problem)),
    ] = told.as_slice()
    else {
        panic!("{told:?}")
    };
    assert_eq!(*settings, Settings::default());
    let key = "flexUrl".into();
    let place = Place::CustomParameters;
    assert_eq!(*problem, ConfigProblem::NotThere { place, key });
}

#[wasm_bindgen_test]
async fn click_to_act_is_not_touched_if_it_is_on() {
    library(&format!("{}, getClickToAct: async () => true", host("''")));
    assert_eq!(
        connected().await.0,
        vec![DynamicsEvent::Connected(Settings::default())]
    );
    assert_eq!(eval("JSON.stringify(calls)"), "[]");
}

#[wasm_bindgen_test]
async fn click_to_act_is_not_even_read_if_the_configuration_says_never() {
    library(&format!(
        "{}, getClickToAct: async () => {{ calls.push('asked'); return false }}",
        host(r#"'{"enableClickToAct": "never"}'"#)
    ));
    let _ = connected().await;
    assert_eq!(eval("JSON.stringify(calls)"), "[]");
}

#[wasm_bindgen_test]
async fn a_refused_click_to_act_leads_to_a_warning() {
    library(&format!(
        "{}, setClickToAct: async () => {{ throw new Map([['message', 'no privilege']]) }}",
        host("''")
    ));
    assert_eq!(
        connected().await.0.last(),
        Some(&DynamicsEvent::Warned(Problem::ClickToActRefused(
            CallProblem::Refused("no privilege".into())
        )))
    );
}

#[wasm_bindgen_test]
async fn two_unanswered_calls_in_a_row_are_reported_and_so_is_the_next_answer() {
    let told = Rc::new(RefCell::new(Vec::new()));
    let tell: Tell = {
        let told = told.clone();
        Rc::new(move |event| told.borrow_mut().push(event))
    };
    let unanswered: Result<(), _> = Err(CallProblem::TimedOut);
    library(&format!("getMode: {NEVER}"));
    let hearing = Hearing::default();
    hearing.answered(&unanswered, client(), &tell);
    hearing.answered(&Ok(()), client(), &tell);
    hearing.answered(&unanswered, client(), &tell);
    assert_eq!(*told.borrow(), []);
    hearing.answered(&unanswered, client(), &tell);
    assert_eq!(*told.borrow(), [DynamicsEvent::Silent(true)]);

    // It is asked again and again, and a refusal is an answer as well.
    library("getMode: async () => { throw 'busy' }");
    until("it is heard", || told.borrow().len() > 1).await;
    let both = [true, false].map(DynamicsEvent::Silent);
    assert_eq!(*told.borrow(), both);
}
