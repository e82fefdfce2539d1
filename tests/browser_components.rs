//! The components in a browser: what they show, what a click says to the store, and what renders when.
#![cfg(target_arch = "wasm32")]

mod browser;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use browser::{case, click, find, pending, place, until};
use flex_cif_panel::components::flex_area::FlexAreaProps;
use flex_cif_panel::components::panel::{Panel, PanelProps};
use flex_cif_panel::components::row::{Row, rows};
use flex_cif_panel::components::slice::use_slice;
use flex_cif_panel::store::problem::Problem;
use flex_cif_panel::store::state::{
    DynamicsLink, FlexLink, Mode, Notice, PanelMode, RecordTab, State, Task, TaskStatus,
};
use flex_cif_panel::store::{
    AgentAct, DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, RequestId, Store, Tab,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlIFrameElement, KeyboardEvent, KeyboardEventInit};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// A panel on the page, and the effects of its store.
struct Bench {
    place: Element,
    store: Store,
    effects: Rc<RefCell<Vec<Effect>>>,
}

impl Bench {
    async fn showing(state: State) -> Self {
        let place = place();
        let effects = Rc::new(RefCell::new(Vec::new()));
        let performed = effects.clone();
        let store = Store::new(state, move |_, effect| {
            performed.borrow_mut().push(effect);
        });
        let flex = FlexAreaProps {
            url: "data:text/html,Flex".into(),
            frame: NodeRef::default(),
            panel_origin: "https://panel.example".into(),
            dynamics_origin: "https://acme.crm4.dynamics.com".into(),
        };
        let props = PanelProps {
            store: store.clone(),
            flex,
        };
        let _ = yew::Renderer::<Panel>::with_root_and_props(place.clone(), props).render();
        until("the panel", || find(&place, "[data-panel]").is_some()).await;
        Self {
            place,
            store,
            effects,
        }
    }

    async fn until_there(&self, selector: &str) {
        until(selector, || find(&self.place, selector).is_some()).await;
    }

    fn text(&self, selector: &str) -> String {
        find(&self.place, selector).map_or_else(String::new, |element| element.inner_text())
    }

    fn commands(&self) -> Vec<FlexCommand> {
        let effects = self.effects.borrow();
        let command = |effect: &Effect| match effect {
            Effect::Flex { command, .. } => Some(command.clone()),
            _ => None,
        };
        effects.iter().filter_map(command).collect()
    }
}

/// Both links are up, and these tasks are there; the Case of all of them has its tab.
fn working(tasks: impl IntoIterator<Item = Task>) -> State {
    State {
        dynamics: DynamicsLink::Connected,
        flex: FlexLink::Connected,
        mode: Mode {
            now: Some(PanelMode::Docked),
            ..Mode::default()
        },
        tasks: tasks.into_iter().map(Rc::new).collect(),
        records: [(
            case(),
            RecordTab::Bound(Tab {
                session: None,
                id: "tab-1".into(),
            }),
        )]
        .into(),
        ..State::default()
    }
}

fn accepted(sid: &str, customer: &str) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..pending(sid, customer)
    }
}

#[wasm_bindgen_test]
async fn a_row_shows_who_how_since_when_and_about_what() {
    let bench = Bench::showing(working([pending("WR1", "Ada <b>Lovelace</b>")])).await;
    let row = bench.text("[data-task=WR1][data-status=pending][data-channel=voice]");
    for shown in ["Ada <b>Lovelace</b>", "Call", "Waiting", "CAS-01001", ":"] {
        assert!(row.contains(shown), "{shown} in {row}");
    }
    assert!(find(&bench.place, "[data-task=WR1] [data-act=open]").is_none());
    assert!(find(&bench.place, "[aria-current]").is_none());
}

#[wasm_bindgen_test]
async fn the_selected_row_is_marked_and_a_ready_record_too() {
    let ready = Task {
        ready: true,
        ..accepted("WR2", "Grace Hopper")
    };
    let state = State {
        selected: Some("WR1".into()),
        ..working([accepted("WR1", "Ada Lovelace"), ready])
    };
    let bench = Bench::showing(state).await;
    assert!(find(&bench.place, "[data-task=WR1][aria-current=true]").is_some());
    assert!(find(&bench.place, "[data-task=WR2][aria-current]").is_none());
    assert!(find(&bench.place, "[data-task=WR2] [data-ready]").is_some());
    assert!(find(&bench.place, "[data-task=WR1] [data-ready]").is_none());
}

#[wasm_bindgen_test]
async fn what_is_wrong_stands_on_the_row_with_a_way_out() {
    let state = State {
        records: [(
            case(),
            RecordTab::Failed {
                problem: Problem::RecordNotFound(case()),
                late: None,
            },
        )]
        .into(),
        ..working([accepted("WR1", "Ada Lovelace")])
    };
    let bench = Bench::showing(state).await;
    let words = bench.text("[data-task=WR1] [data-problem='record.not-found']");
    assert!(words.contains("Dynamics has no such Case."), "{words}");
    click(&bench.place, "[data-task=WR1] [data-act=open]");
    let opens = |effect: &Effect| matches!(effect, Effect::Dynamics { .. });
    assert!(bench.effects.borrow().iter().any(opens));
}

#[wasm_bindgen_test]
async fn buttons_tell_the_store_what_the_agent_wants() {
    let sid = || "WR1".into();
    let on_hold = |held| Task {
        on_hold: Some(held),
        ..accepted("WR1", "Ada Lovelace")
    };
    let wrapping = Task {
        status: TaskStatus::Wrapping,
        ..pending("WR1", "Ada Lovelace")
    };
    for (task, act, command) in [
        (
            pending("WR1", "Ada"),
            "accept",
            FlexCommand::AcceptTask { sid: sid() },
        ),
        (
            pending("WR1", "Ada"),
            "decline",
            FlexCommand::RejectTask { sid: sid() },
        ),
        (on_hold(false), "hold", FlexCommand::HoldCall { sid: sid() }),
        (
            on_hold(true),
            "unhold",
            FlexCommand::UnholdCall { sid: sid() },
        ),
        (
            on_hold(false),
            "end",
            FlexCommand::HangupCall { sid: sid() },
        ),
        (
            wrapping,
            "complete",
            FlexCommand::CompleteTask { sid: sid() },
        ),
    ] {
        let bench = Bench::showing(working([task])).await;
        click(&bench.place, &format!("[data-task=WR1] [data-act={act}]"));
        assert!(
            bench.commands().contains(&command),
            "{act}: {:?}",
            bench.commands()
        );
    }
}

#[wasm_bindgen_test]
async fn a_row_is_selected_by_its_main_button() {
    let bench = Bench::showing(working([accepted("WR1", "Ada"), accepted("WR2", "Grace")])).await;
    click(&bench.place, "[data-task=WR2] button");
    bench
        .until_there("[data-task=WR2][aria-current=true]")
        .await;
    assert_eq!(bench.store.state().selected, Some("WR2".into()));
}

#[wasm_bindgen_test]
async fn the_arrow_keys_move_between_rows() {
    let tasks = ["WR1", "WR2", "WR3"].map(|sid| accepted(sid, "Ada"));
    let bench = Bench::showing(working(tasks)).await;
    let press = |key: &str| {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let focused = browser::document().active_element().unwrap();
        focused.dispatch_event(&event).unwrap();
        let row = browser::document().active_element().unwrap().closest("li");
        row.unwrap().unwrap().get_attribute("data-task").unwrap()
    };
    find(&bench.place, "[data-task=WR1] button")
        .unwrap()
        .focus()
        .unwrap();
    assert_eq!(press("ArrowDown"), "WR2");
    assert_eq!(press("End"), "WR3");
    assert_eq!(press("ArrowDown"), "WR3");
    assert_eq!(press("ArrowUp"), "WR2");
    assert_eq!(press("Home"), "WR1");
}

#[wasm_bindgen_test]
async fn a_notice_stays_until_it_is_put_away() {
    let notice = Notice {
        id: RequestId(3),
        problem: Problem::CallLive,
    };
    let state = State {
        notices: vec![Rc::new(notice)],
        ..working([])
    };
    let bench = Bench::showing(state).await;
    assert!(
        bench
            .text("[data-notice='dial.call-live']")
            .contains("in a call")
    );
    click(&bench.place, "[data-notice] [data-act=dismiss]");
    until("no notice", || {
        find(&bench.place, "[data-notice]").is_none()
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_links_tell_their_state_and_what_to_check() {
    let state = State {
        flex: FlexLink::NotAnswering,
        dynamics: DynamicsLink::Failed(Problem::NotInDynamics),
        ..State::default()
    };
    let bench = Bench::showing(state).await;
    assert!(find(&bench.place, "[data-link=flex][data-state=not-answering]").is_some());
    assert!(find(&bench.place, "[data-link=dynamics][data-state=failed]").is_some());
    click(&bench.place, "[data-trouble=flex] summary");
    let words = bench.text("[data-trouble=flex]");
    for shown in [
        "https://panel.example",
        "https://acme.crm4.dynamics.com",
        "origins",
        "pop-up",
    ] {
        assert!(words.contains(shown), "{shown} in {words}");
    }
    assert!(!bench.text("[data-trouble=dynamics]").is_empty());
}

#[wasm_bindgen_test]
async fn a_new_waiting_task_is_announced() {
    let bench = Bench::showing(working([])).await;
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::Task(pending("WR1", "Ada Lovelace"))));
    bench.until_there("[data-task=WR1]").await;
    let said = find(&bench.place, "[data-announcer]").unwrap();
    until("an announcement", || {
        said.text_content()
            .unwrap_or_default()
            .contains("Ada Lovelace")
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_flex_frame_is_never_mounted_again() {
    let bench = Bench::showing(working([accepted("WR1", "Ada Lovelace")])).await;
    let frame: HtmlIFrameElement = find(&bench.place, "iframe[data-flex]")
        .unwrap()
        .unchecked_into();
    let window = frame.content_window();
    let mode = |mode| Event::Dynamics(DynamicsEvent::ModeChanged(mode));
    bench.store.dispatch(mode(PanelMode::Minimized));
    bench
        .until_there("[data-mode=minimized] [data-act=dock]")
        .await;
    bench.store.dispatch(mode(PanelMode::Docked));
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::Task(pending("WR2", "Grace Hopper"))));
    bench.store.dispatch(Event::Flex(FlexEvent::SignedOut));
    bench
        .until_there("[data-mode=docked] [data-link=flex][data-state=signed-out]")
        .await;
    click(&bench.place, "[data-act=fold]");
    bench
        .until_there("[data-act=fold][aria-expanded=false]")
        .await;
    let now: HtmlIFrameElement = find(&bench.place, "iframe[data-flex]")
        .unwrap()
        .unchecked_into();
    assert!(frame.is_same_node(Some(&now)));
    // A frame that is taken out of the page and put back gets another window.
    assert_eq!(window, now.content_window());
}

#[wasm_bindgen_test]
async fn flex_is_said_to_load_until_its_frame_has_something_to_show() {
    let bench = Bench::showing(working([])).await;
    until("a loaded frame", || {
        find(&bench.place, ".stage.loaded").is_some()
    })
    .await;
    assert!(find(&bench.place, "main .spinner").is_none());
}

#[wasm_bindgen_test]
async fn the_rail_counts_and_docks() {
    let state = State {
        mode: Mode {
            now: Some(PanelMode::Minimized),
            ..Mode::default()
        },
        ..working([accepted("WR1", "Ada"), pending("WR2", "Grace")])
    };
    let bench = Bench::showing(state).await;
    let label = find(&bench.place, "[data-act=dock]")
        .unwrap()
        .get_attribute("aria-label");
    assert_eq!(
        label.as_deref(),
        Some("2 tasks, 1 waiting. Open the panel.")
    );
    click(&bench.place, "[data-act=dock]");
    assert!(!bench.effects.borrow().is_empty());
}

/// How often each row has rendered.
type Renderings = Rc<RefCell<BTreeMap<String, u32>>>;

#[derive(PartialEq, Properties)]
struct ProbeProps {
    row: Row,
    renderings: Renderings,
}

#[component]
fn Probe(props: &ProbeProps) -> Html {
    let sid = props.row.task.sid.as_str().to_owned();
    *props.renderings.borrow_mut().entry(sid).or_default() += 1;
    Html::default()
}

#[derive(PartialEq, Properties)]
struct ProbesProps {
    store: Store,
    lists: Rc<Cell<u32>>,
    renderings: Renderings,
}

#[component]
fn Probes(props: &ProbesProps) -> Html {
    html! {
        <ContextProvider<Store> context={props.store.clone()}>
            <ProbeList lists={props.lists.clone()} renderings={props.renderings.clone()} />
        </ContextProvider<Store>>
    }
}

#[derive(PartialEq, Properties)]
struct ProbeListProps {
    lists: Rc<Cell<u32>>,
    renderings: Renderings,
}

#[component]
fn ProbeList(props: &ProbeListProps) -> Html {
    props.lists.set(props.lists.get() + 1);
    use_slice(rows)
        .into_iter()
        .map(|row| {
            let key = row.task.sid.as_str().to_owned();
            html! { <Probe {key} {row} renderings={props.renderings.clone()} /> }
        })
        .collect()
}

#[wasm_bindgen_test]
async fn only_the_rows_that_changed_render_again() {
    let store = Store::new(
        working([
            accepted("WR1", "Ada"),
            accepted("WR2", "Grace"),
            accepted("WR3", "Emmy"),
        ]),
        |_, _| {},
    );
    let renderings = Renderings::default();
    let lists = Rc::new(Cell::new(0));
    let props = ProbesProps {
        store: store.clone(),
        lists: lists.clone(),
        renderings: renderings.clone(),
    };
    let _ = yew::Renderer::<Probes>::with_root_and_props(place(), props).render();
    let counts = || {
        let renderings = renderings.borrow();
        let of = |sid: &str| renderings.get(sid).copied().unwrap_or_default();
        (lists.get(), [of("WR1"), of("WR2"), of("WR3")])
    };
    yew::scheduler::flush().await;
    assert_eq!(counts(), (1, [1, 1, 1]));

    // Something that no row shows: not even the list renders.
    store.dispatch(Event::Flex(FlexEvent::Foreign));
    store.dispatch(Event::Flex(FlexEvent::ViewChanged("queues-stats".into())));
    yew::scheduler::flush().await;
    assert_eq!(counts(), (1, [1, 1, 1]));

    // One task changes: the list and this row.
    let changed = Task {
        status: TaskStatus::Wrapping,
        ..pending("WR2", "Grace")
    };
    store.dispatch(Event::Flex(FlexEvent::Task(changed)));
    yew::scheduler::flush().await;
    assert_eq!(counts(), (2, [1, 2, 1]));

    // The selection moves: the row that gets it and the one that had it.
    store.dispatch(Event::Agent(AgentAct::Select("WR1".into())));
    yew::scheduler::flush().await;
    assert_eq!(counts(), (3, [2, 2, 1]));
}

#[wasm_bindgen_test]
async fn a_task_that_is_selected_elsewhere_scrolls_into_view() {
    let tasks: Vec<Task> = (0..40)
        .map(|n| accepted(&format!("WR{n}"), "Ada"))
        .collect();
    let bench = Bench::showing(working(tasks)).await;
    bench.place.set_attribute("style", "height: 400px").unwrap();
    let list = find(&bench.place, "section").unwrap();
    assert_eq!(list.scroll_top(), 0);
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::Selected(Some("WR39".into()))));
    until("the last row", || list.scroll_top() > 0).await;
    let row = find(&bench.place, "[data-task=WR39]")
        .unwrap()
        .get_bounding_client_rect();
    assert!(row.bottom() <= list.get_bounding_client_rect().bottom() + 1.0);
    assert!(list.get_bounding_client_rect().height() <= 161.0);
}
