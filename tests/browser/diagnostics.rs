//! Tests the page for support in a browser: over a panel, and alone.

use std::cell::RefCell;
use std::rc::Rc;

use crate::stage::panel::{accepted, working};
use crate::stage::{click, find, pending, place, until};
use flex_cif_panel::browser::clock::in_utc;
use flex_cif_panel::components::diagnostics::{DiagnosticsPage, Subject};
use flex_cif_panel::components::flex_area::FlexAreaProps;
use flex_cif_panel::components::language::I18nProvider;
use flex_cif_panel::components::panel::Panel;
use flex_cif_panel::config::{Config, Misconfigured};
use flex_cif_panel::diagnostics::Recorder;
use flex_cif_panel::flex::frame;
use flex_cif_panel::route::Route;
use gloo_events::EventListener;
use store::state::PanelMode;
use store::{AgentAction, DynamicsEvent, Event, FlexEvent, Millis, Store};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Element, EventInit, HtmlDetailsElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    KeyboardEventInit,
};
use yew::prelude::*;
use yew_router::history::{AnyHistory, History, MemoryHistory};
use yew_router::{Routable, Router};

#[derive(PartialEq, Properties)]
struct StageProps {
    history: AnyHistory,
    store: Store,
    subject: Subject,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    let flex = FlexAreaProps {
        url: "data:text/html,Flex".into(),
        panel_origin: "https://panel.example".into(),
        dynamics_origin: "https://acme.crm4.dynamics.com".into(),
    };
    html! {
        <Router history={props.history.clone()}>
            <ContextProvider<Subject> context={props.subject.clone()}>
                <Panel store={props.store.clone()} {flex} />
            </ContextProvider<Subject>>
        </Router>
    }
}

#[derive(PartialEq, Properties)]
struct AloneProps {
    history: AnyHistory,
    wrong: Misconfigured,
}

#[component]
fn Alone(props: &AloneProps) -> Html {
    let subject = Subject::NoPanel(props.wrong.clone());
    html! {
        <Router history={props.history.clone()}>
            <I18nProvider><DiagnosticsPage {subject} /></I18nProvider>
        </Router>
    }
}

struct Bench {
    place: Element,
    store: Store,
    history: AnyHistory,
    app: Option<AppHandle<Stage>>,
}

impl Bench {
    /// A panel with a call, over which the page was opened.
    async fn open() -> Self {
        let bench = Self::closed().await;
        click(&bench.place, "[data-act=diagnostics]");
        bench.until_there("[data-page=diagnostics]").await;
        bench
    }

    async fn closed() -> Self {
        let place = place();
        // The page fills what is below it.
        place.set_attribute("style", "block-size: 600px").unwrap();
        let store = Store::new(working([accepted("WR1", "Ada Lovelace")]), |_, _| {});
        let recorder = Recorder::of(&store);
        let file = r#"{"dynamicsOrg": "acme", "popOn": "accepted"}"#;
        let config = Rc::new(RefCell::new(Config::read(Some(file), None).unwrap()));
        store.dispatch(Event::Flex(FlexEvent::Task(accepted(
            "WR1",
            "Ada Lovelace",
        ))));
        store.dispatch(Event::Agent(AgentAction::Select("WR1".into())));
        let history = AnyHistory::from(MemoryHistory::new());
        history.push("/panel");
        let props = StageProps {
            history: history.clone(),
            store: store.clone(),
            subject: Subject::Panel { recorder, config },
        };
        let app = yew::Renderer::<Stage>::with_root_and_props(place.clone(), props).render();
        until("the panel", || find(&place, "[data-panel]").is_some()).await;
        Self {
            place,
            store,
            history,
            app: Some(app),
        }
    }

    async fn until_there(&self, selector: &str) {
        until(selector, || find(&self.place, selector).is_some()).await;
    }

    async fn until_gone(&self, selector: &str) {
        until(selector, || find(&self.place, selector).is_none()).await;
    }

    async fn until_found(&self, count: usize) {
        self.until_there(&format!("[data-found='{count}']")).await;
    }

    fn text(&self, selector: &str) -> String {
        find(&self.place, selector)
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    }

    fn look_for(&self, words: &str) {
        let field: HtmlInputElement = find(&self.place, "[data-filter=words]")
            .unwrap()
            .unchecked_into();
        field.set_value(words);
        fire(&field, "input");
    }

    fn choose(&self, filter: &str, value: &str) {
        let select: HtmlSelectElement = find(&self.place, &format!("[data-filter={filter}]"))
            .unwrap()
            .unchecked_into();
        select.set_value(value);
        fire(&select, "change");
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.place.remove();
    }
}

fn fire(target: &Element, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict(name, &init).unwrap();
    let _ = target.dispatch_event(&event).unwrap();
}

fn press(target: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    let _ = target.dispatch_event(&event).unwrap();
}

/// The buttons in this place that get the focus from now on. All tests together share the focus of the page.
fn focusings(place: &Element) -> (Rc<RefCell<Vec<String>>>, EventListener) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hearing = heard.clone();
    let listener = EventListener::new(place, "focusin", move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let act = target.and_then(|target| target.get_attribute("data-act"));
        hearing.borrow_mut().extend(act);
    });
    (heard, listener)
}

#[wasm_bindgen_test]
async fn the_page_covers_the_panel_and_flex_stays_loaded() {
    let bench = Bench::closed().await;
    let frame = frame::element().unwrap();
    let window = frame.content_window();
    // A click by hand also moves the focus.
    let opener = find(&bench.place, "[data-act=diagnostics]").unwrap();
    opener.focus().unwrap();
    let (focused, _listener) = focusings(&bench.place);
    let last =
        |focused: &RefCell<Vec<String>>| focused.borrow().last().cloned().unwrap_or_default();
    click(&bench.place, "[data-act=diagnostics]");
    bench.until_there("[data-page=diagnostics]").await;
    bench.until_there(".full[inert]").await;
    until("the frame is inert", || frame.has_attribute("inert")).await;
    until("the page has the focus", || last(&focused) == "back").await;

    click(&bench.place, "[data-act=back]");
    bench.until_gone("[data-page=diagnostics]").await;
    bench.until_there(".full:not([inert])").await;
    until("the frame is not inert", || !frame.has_attribute("inert")).await;
    let now = frame::element().unwrap();
    assert!(frame.is_same_node(Some(&now)));
    // A frame that is removed and added again gets another window.
    assert_eq!(window, now.content_window());
    until("the focus is back", || last(&focused) == "diagnostics").await;
}

#[wasm_bindgen_test]
async fn escape_first_empties_the_search_and_then_goes_back() {
    let bench = Bench::open().await;
    bench.look_for("no such thing");
    bench.until_found(0).await;
    let field = find(&bench.place, "[data-filter=words]").unwrap();
    press(&field, "Escape");
    assert_eq!(bench.history.location().path(), "/diagnostics");
    press(&find(&bench.place, "[data-act=copy]").unwrap(), "Escape");
    bench.until_gone("[data-page=diagnostics]").await;
    assert_eq!(bench.history.location().path(), "/panel");
}

#[wasm_bindgen_test]
async fn a_call_that_rings_meanwhile_is_shown_and_a_click_on_it_goes_back() {
    let bench = Bench::open().await;
    assert!(find(&bench.place, "[data-act=back-to-waiting]").is_none());
    let ringing = pending("WR2", "Grace Hopper");
    bench.store.dispatch(Event::Flex(FlexEvent::Task(ringing)));
    bench.until_there("[data-act=back-to-waiting]").await;
    assert!(bench.text("[data-act=back-to-waiting]").contains("waiting"));
    assert!(bench.text("[data-announcer]").contains("Grace Hopper"));
    click(&bench.place, "[data-act=back-to-waiting]");
    bench.until_gone("[data-page=diagnostics]").await;
}

#[wasm_bindgen_test]
async fn a_minimized_panel_shows_its_rail_and_the_page_again_when_it_is_docked() {
    let bench = Bench::open().await;
    let mode = |mode| Event::Dynamics(DynamicsEvent::ModeChanged(mode));
    bench.store.dispatch(mode(PanelMode::Minimized));
    bench.until_there("[data-act=dock]").await;
    bench.until_gone("[data-page=diagnostics]").await;
    bench.store.dispatch(mode(PanelMode::Docked));
    bench.until_there("[data-page=diagnostics]").await;
}

#[wasm_bindgen_test]
async fn each_fact_names_its_source_and_says_if_it_is_unknown() {
    let bench = Bench::open().await;
    for (key, told) in [
        ("panel", env!("CARGO_PKG_VERSION")),
        ("bridge", "not told"),
        ("flex", "connected"),
        ("phoneRules", "not loaded"),
        ("dynamicsOrg", "acmeconfig.json"),
        ("popOn", "acceptedconfig.json"),
        ("arrival", "autodefault"),
        ("staleAnswers", "0"),
    ] {
        assert_eq!(bench.text(&format!("[data-fact={key}]")), told, "{key}");
    }
}

#[wasm_bindgen_test]
async fn the_log_is_filtered_by_direction_side_and_words_and_grows_on_the_page() {
    let bench = Bench::open().await;
    let all: usize = find(&bench.place, "[data-found]")
        .and_then(|count| count.get_attribute("data-found"))
        .unwrap()
        .parse()
        .unwrap();
    bench.choose("side", "agent");
    bench.until_found(1).await;
    assert!(find(&bench.place, "[data-entry=select][data-direction=event]").is_some());
    bench.choose("direction", "effect");
    bench.until_found(0).await;
    bench.choose("direction", "");
    bench.choose("side", "");
    bench.until_found(all).await;
    bench.look_for("AGENT wr1");
    bench.until_found(1).await;
    bench.look_for("no such thing");
    bench.until_found(0).await;
    bench.look_for("");
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::ViewChanged("teams".into())));
    bench.until_there("li:first-child[data-entry=view]").await;
}

#[wasm_bindgen_test]
async fn an_open_entry_stays_open_and_keeps_its_place_while_the_log_grows() {
    let bench = Bench::open().await;
    let entry = find(&bench.place, "[data-entry=select] details").unwrap();
    let details: HtmlDetailsElement = entry.unchecked_into();
    details.set_open(true);
    bench.store.dispatch(Event::Flex(FlexEvent::Foreign));
    bench.until_there("[data-entry=foreign]").await;
    bench.store.dispatch(Event::Flex(FlexEvent::Foreign));
    until("twice", || {
        bench.text("[data-entry=foreign] .times") == "×2"
    })
    .await;
    assert!(details.is_connected() && details.open());
    assert!(
        bench
            .text("[data-entry=select] pre")
            .contains("\"sid\": \"WR1\"")
    );
}

#[wasm_bindgen_test]
async fn what_is_personal_is_masked_until_the_agent_shows_it() {
    let bench = Bench::open().await;
    bench.look_for("task sid");
    bench.until_there("[data-entry=task]").await;
    let masked = bench.text("[data-entry=task]");
    assert!(
        masked.contains("[name 1]") && !masked.contains("Ada"),
        "{masked}"
    );
    assert!(!bench.text("[data-page]").contains("Lovelace"));
    click(&bench.place, "[data-act=personal]");
    until("Ada", || {
        bench.text("[data-entry=task]").contains("Ada Lovelace")
    })
    .await;
    click(&bench.place, "[data-act=personal]");
    until("masked again", || bench.text("[data-entry=task]") == masked).await;
}

#[wasm_bindgen_test]
async fn older_entries_are_drawn_on_request() {
    let bench = Bench::closed().await;
    for number in 0..250 {
        let view = format!("view-{number}");
        let event = FlexEvent::ViewChanged(view.as_str().into());
        bench.store.dispatch(Event::Flex(event));
    }
    click(&bench.place, "[data-act=diagnostics]");
    bench.until_there("[data-page=diagnostics]").await;
    bench.choose("side", "flex");
    bench.until_found(252).await;
    let drawn = || {
        let entries = bench.place.query_selector_all("[data-entry]").unwrap();
        entries.length()
    };
    assert_eq!(drawn(), 100);
    click(&bench.place, "[data-act=older]");
    until("more", || drawn() == 200).await;
    click(&bench.place, "[data-act=older]");
    until("all", || drawn() == 252).await;
    assert!(find(&bench.place, "[data-act=older]").is_none());
}

#[wasm_bindgen_test]
async fn without_a_panel_the_page_shows_the_configuration_and_what_is_wrong_with_it() {
    let place = place();
    let file = r#"{"dynamicsOrg": "acme", "arrival": "never"}"#;
    let history = AnyHistory::from(MemoryHistory::new());
    history.push("/configuration");
    history.replace("/diagnostics");
    let props = AloneProps {
        history: history.clone(),
        wrong: Config::read(Some(file), None).unwrap_err(),
    };
    let app = yew::Renderer::<Alone>::with_root_and_props(place.clone(), props).render();
    until("the page", || {
        find(&place, "[data-page=diagnostics]").is_some()
    })
    .await;
    let words = find(&place, "[data-page]").unwrap().text_content().unwrap();
    assert!(words.contains("keep, bring or wait"), "{words}");
    let told = |key: &str| find(&place, &format!("[data-fact={key}]"))?.text_content();
    assert_eq!(told("dynamicsOrg").as_deref(), Some("acmeconfig.json"));
    assert_eq!(told("arrival").as_deref(), Some("autodefault"));
    assert!(find(&place, "[data-filter]").is_none());
    click(&place, "[data-act=back]");
    assert_eq!(history.location().path(), Route::Configuration.to_path());
    app.destroy();
    place.remove();
}

#[wasm_bindgen_test]
fn moments_of_the_report_are_written_in_utc() {
    for (millis, written) in [
        (0, "1970-01-01T00:00:00.000Z"),
        (951_782_399_999, "2000-02-28T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_700_000_000_123, "2023-11-14T22:13:20.123Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    ] {
        assert_eq!(in_utc(Millis(millis)), written);
    }
}
