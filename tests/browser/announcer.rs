//! Tests the live regions over time. A screen reader says what is added to them.

use std::cell::RefCell;
use std::rc::Rc;

use crate::stage::panel::{Bench, accepted, idle, working};
use crate::stage::{case, click, find, pending};
use flex_cif_panel::browser::language;
use store::event::Snapshot;
use store::problem::{CallProblem, Problem};
use store::state::{Ending, Notice, State, Task, TaskStatus};
use store::{DynamicsEvent, Event, FlexEvent, Ticket};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord};

/// A listener to the live regions of a panel.
struct Listener {
    heard: Rc<RefCell<Vec<(String, String)>>>,
    observer: MutationObserver,
    _observe: Closure<dyn FnMut(js_sys::Array)>,
}

impl Listener {
    fn of(bench: &Bench) -> Self {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let hear = heard.clone();
        let observe = Closure::new(move |records: js_sys::Array| {
            for record in records.iter() {
                let record: MutationRecord = record.unchecked_into();
                let region: web_sys::Element = record.target().unwrap().unchecked_into();
                let Some(region) = region.get_attribute("aria-live") else {
                    continue;
                };
                let added = record.added_nodes();
                for node in (0..added.length()).filter_map(|place| added.item(place)) {
                    let words = node.text_content().unwrap_or_default();
                    let words = words.replace(['\u{2068}', '\u{2069}'], "");
                    hear.borrow_mut().push((region.clone(), words));
                }
            }
        });
        let observer = MutationObserver::new(observe.as_ref().unchecked_ref()).unwrap();
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        observer.observe_with_options(&bench.place, &what).unwrap();
        Self {
            heard,
            observer,
            _observe: observe,
        }
    }

    /// What was added since the last call, once everything is rendered.
    async fn hears(&self) -> Vec<String> {
        yew::scheduler::flush().await;
        // Observers run in a microtask of their own.
        gloo_timers::future::TimeoutFuture::new(0).await;
        let heard = self.heard.take();
        heard
            .into_iter()
            .map(|(how, words)| format!("{how}: {words}"))
            .collect()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

async fn listening(state: State) -> (Bench, Listener) {
    language::keep(None);
    let bench = Bench::showing(state).await;
    yew::scheduler::flush().await;
    let listener = Listener::of(&bench);
    (bench, listener)
}

fn tell(bench: &Bench, event: FlexEvent) {
    bench.store.dispatch(Event::Flex(event));
}

fn ended(sid: &str) -> FlexEvent {
    FlexEvent::TaskEnded {
        sid: sid.into(),
        ending: Ending::Canceled,
    }
}

#[wasm_bindgen_test]
async fn each_announcement_is_heard_once_and_an_old_task_is_not_announced_again() {
    let (bench, listener) = listening(idle()).await;
    tell(&bench, FlexEvent::Task(pending("WR1", "Ada")));
    assert_eq!(
        listener.hears().await,
        ["polite: New: call from Ada, waiting."]
    );
    tell(&bench, FlexEvent::Task(pending("WR2", "Grace")));
    assert_eq!(
        listener.hears().await,
        ["polite: New: call from Grace, waiting."]
    );
    tell(&bench, ended("WR2"));
    assert_eq!(
        listener.hears().await,
        ["polite: Grace is no longer waiting."]
    );
    tell(&bench, FlexEvent::Task(accepted("WR1", "Ada")));
    assert_eq!(listener.hears().await, ["polite: Ada: In call"]);
    let wrapping = Task {
        status: TaskStatus::Wrapping,
        ..pending("WR1", "Ada")
    };
    tell(&bench, FlexEvent::Task(wrapping));
    assert_eq!(listener.hears().await, ["polite: Ada: Wrap-up"]);
    bench.store.dispatch(Event::Flex(FlexEvent::Foreign));
    assert_eq!(listener.hears().await, Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_handful_of_announcements_at_once_is_all_heard_and_of_the_rest_their_number() {
    let (bench, listener) = listening(idle()).await;
    let handful = ["Ada", "Grace", "Emmy", "Mary", "Hedy", "Joan"];
    for (place, customer) in handful.into_iter().chain(["Lise"; 7]).enumerate() {
        let task = pending(&format!("WR{place}"), customer);
        tell(&bench, FlexEvent::Task(task));
    }
    let expected = handful.map(|customer| format!("polite: New: call from {customer}, waiting."));
    assert_eq!(listener.hears().await, expected);
    let last = || bench.text("[data-announcer] [aria-live=polite] p:last-child");
    crate::stage::until("the number of the rest", || last() == "7 new tasks.").await;
    assert_eq!(listener.hears().await, ["polite: 7 new tasks."]);
}

#[wasm_bindgen_test]
async fn however_much_happens_the_regions_hold_a_handful_of_lines() {
    let (bench, _listener) = listening(idle()).await;
    let tasks = (0..200).map(|place| pending(&format!("WR{place}"), "Ada"));
    let snapshot = Snapshot {
        tasks: tasks.collect(),
        ..Snapshot::default()
    };
    tell(&bench, FlexEvent::Snapshot(snapshot));
    bench.until_there("[data-announcer] p").await;
    assert_eq!(bench.text("[data-announcer]"), "200 new tasks.");
}

#[wasm_bindgen_test]
async fn the_same_words_twice_in_a_row_are_heard_twice() {
    let (bench, listener) = listening(idle()).await;
    let arrival = "polite: New: call from Ada, waiting.";
    tell(&bench, FlexEvent::Task(pending("WR1", "Ada")));
    assert_eq!(listener.hears().await, [arrival]);
    tell(&bench, FlexEvent::Task(pending("WR2", "Ada")));
    assert_eq!(listener.hears().await, [arrival]);
}

#[wasm_bindgen_test]
async fn an_error_interrupts_and_is_in_no_other_live_region() {
    let (bench, listener) = listening(working([accepted("WR1", "Ada")])).await;
    let why = CallProblem::Malformed;
    let warned = DynamicsEvent::Warned(Problem::ClickToActRefused(why));
    bench.store.dispatch(Event::Dynamics(warned));
    let heard = listener.hears().await;
    let [said] = heard.as_slice() else {
        panic!("{heard:?}");
    };
    assert!(
        said.starts_with("assertive: Phone fields can't be clicked to call:"),
        "{said}"
    );
    // What is shown is no live region.
    let regions = bench
        .place
        .query_selector_all("[aria-live], [role=alert], [role=status]");
    assert_eq!(regions.unwrap().length(), 2);
}

#[wasm_bindgen_test]
async fn what_was_there_before_the_panel_is_not_announced() {
    let notice = Notice {
        id: Ticket(3),
        problem: Problem::RecordNotFound(case()),
    };
    let state = State {
        notices: vec![Rc::new(notice)],
        ..working([pending("WR1", "Ada")])
    };
    let (bench, listener) = listening(state).await;
    assert_eq!(listener.hears().await, Vec::<String>::new());
    assert_eq!(bench.text("[data-announcer]"), "");
}

#[wasm_bindgen_test]
async fn an_arrival_is_heard_while_the_shortcuts_are_shown_and_after() {
    let (bench, listener) = listening(idle()).await;
    click(&bench.place, "[data-act=shortcuts]");
    bench.until_there("dialog[open]").await;
    assert_eq!(listener.hears().await, Vec::<String>::new());
    tell(&bench, FlexEvent::Task(pending("WR1", "Ada")));
    assert_eq!(
        listener.hears().await,
        ["polite: New: call from Ada, waiting."]
    );
    assert!(find(&bench.place, "dialog [data-announcer] p").is_some());
    click(&bench.place, "dialog [data-act=close-shortcuts]");
    crate::stage::until("no dialog", || find(&bench.place, "dialog").is_none()).await;
    assert_eq!(listener.hears().await, Vec::<String>::new());
    tell(&bench, FlexEvent::Task(pending("WR2", "Grace")));
    assert_eq!(
        listener.hears().await,
        ["polite: New: call from Grace, waiting."]
    );
}
