//! Tests the panel by keyboard: the one tab stop of the list, and where the focus goes.

use std::rc::Rc;

use crate::stage::keyboard::{focus, focused, listening, press};
use crate::stage::panel::{Bench, accepted, working};
use crate::stage::{click, document, pending, until};
use store::problem::Problem;
use store::state::Selection;
use store::state::{Ending, Notice, PanelMode, State, Task, TaskStatus};
use store::{DynamicsEvent, Event, FlexEvent, Ticket};
use wasm_bindgen_test::wasm_bindgen_test;

fn ended(sid: &str) -> Event {
    Event::Flex(FlexEvent::TaskEnded {
        sid: sid.into(),
        ending: Ending::Completed,
    })
}

fn three() -> State {
    working(["WR1", "WR2", "WR3"].map(|sid| accepted(sid, "Ada")))
}

/// The elements of the list that the Tab key reaches.
fn tab_stops(bench: &Bench) -> Vec<String> {
    let buttons = bench
        .place
        .query_selector_all("[data-task] button:not([tabindex='-1'])")
        .unwrap();
    let buttons = (0..buttons.length()).filter_map(|place| buttons.item(place));
    buttons
        .map(|button| {
            let button: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(button);
            let row = button.closest("[data-task]").unwrap().unwrap();
            let sid = row.get_attribute("data-task").unwrap();
            format!(
                "{sid} {}",
                button.get_attribute("data-act").unwrap_or_default()
            )
        })
        .collect()
}

#[wasm_bindgen_test]
async fn the_arrow_keys_move_between_rows() {
    let bench = listening(three()).await;
    focus(&bench, "[data-task=WR1] button");
    for (key, row) in [
        ("ArrowDown", "WR2"),
        ("End", "WR3"),
        ("ArrowDown", "WR3"),
        ("ArrowUp", "WR2"),
        ("Home", "WR1"),
    ] {
        press(key);
        assert_eq!(focused(), row, "{key}");
    }
    focus(&bench, "[data-task=WR1] [data-act=end]");
    press("ArrowDown");
    assert_eq!(focused(), "WR2");
    assert_eq!(
        bench.store.state().selection.selected,
        None,
        "moving is not selecting"
    );
}

#[wasm_bindgen_test]
async fn the_tab_key_reaches_one_row_and_its_buttons() {
    let state = State {
        selection: Selection {
            selected: Some("WR2".into()),
            ..Selection::default()
        },
        ..three()
    };
    let bench = listening(state).await;
    assert_eq!(tab_stops(&bench), ["WR2 ", "WR2 end"]);
    focus(&bench, "[data-task=WR2] button");
    press("ArrowDown");
    yew::scheduler::flush().await;
    assert_eq!(tab_stops(&bench), ["WR3 ", "WR3 end"]);
    focus(&bench, "[data-act=fold]");
    yew::scheduler::flush().await;
    assert_eq!(tab_stops(&bench), ["WR2 ", "WR2 end"]);
}

#[wasm_bindgen_test]
async fn when_a_task_ends_the_focus_goes_to_the_row_in_its_place() {
    let bench = listening(three()).await;
    focus(&bench, "[data-task=WR2] [data-act=end]");
    bench.store.dispatch(ended("WR2"));
    until("the next row", || focused() == "WR3").await;
    bench.store.dispatch(ended("WR3"));
    until("the row before", || focused() == "WR1").await;
    bench.store.dispatch(ended("WR1"));
    until("the head of the list", || focused() == "fold").await;
}

#[wasm_bindgen_test]
async fn a_button_that_goes_away_leaves_the_focus_to_its_row() {
    let bench = listening(working([pending("WR1", "Ada"), pending("WR2", "Grace")])).await;
    focus(&bench, "[data-task=WR1] [data-act=accept]");
    click(&bench.place, "[data-task=WR1] [data-act=accept]");
    bench
        .until_there("[data-task=WR1] [data-act=accept][aria-disabled=true]")
        .await;
    assert_eq!(
        focused(),
        "WR1 accept",
        "while Flex is at it, the focus stays"
    );
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::Task(accepted("WR1", "Ada"))));
    until("the row", || focused() == "WR1").await;
}

#[wasm_bindgen_test]
async fn hold_and_resume_are_one_button() {
    let held = |held| Task {
        on_hold: Some(held),
        ..accepted("WR1", "Ada")
    };
    let bench = listening(working([held(false)])).await;
    focus(&bench, "[data-task=WR1] [data-act=hold]");
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::Task(held(true))));
    until("the other word", || focused() == "WR1 unhold").await;
    let wrapping = Task {
        status: TaskStatus::Wrapping,
        ..held(true)
    };
    bench.store.dispatch(Event::Flex(FlexEvent::Task(wrapping)));
    until("the row, not the button that completes", || {
        focused() == "WR1"
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_rail_and_the_panel_hand_the_focus_to_each_other() {
    let state = State {
        selection: Selection {
            selected: Some("WR2".into()),
            ..Selection::default()
        },
        ..three()
    };
    let bench = listening(state).await;
    focus(&bench, "[data-task=WR1] button");
    let mode = |mode| Event::Dynamics(DynamicsEvent::ModeChanged(mode));
    bench.store.dispatch(mode(PanelMode::Minimized));
    until("the rail", || focused() == "dock").await;
    bench.store.dispatch(mode(PanelMode::Docked));
    until("where it was", || focused() == "WR1").await;
}

#[wasm_bindgen_test]
async fn a_dismissed_notice_leaves_the_focus_to_the_next_notice_and_then_to_the_list() {
    let notices = [3, 4].map(|id| {
        Rc::new(Notice {
            id: Ticket(id),
            problem: Problem::CallLive,
        })
    });
    let bench = listening(State {
        notices: notices.to_vec(),
        ..three()
    })
    .await;
    let count = || {
        bench
            .place
            .query_selector_all("[data-notice]")
            .unwrap()
            .length()
    };
    focus(&bench, "[data-notice] button");
    click(&bench.place, "[data-notice] button");
    until("one notice, with the focus", || {
        count() == 1 && focused() == "dismiss"
    })
    .await;
    click(&bench.place, "[data-notice] button");
    until("the head of the list", || {
        count() == 0 && focused() == "fold"
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_arrival_does_not_take_the_focus() {
    let bench = listening(three()).await;
    for place in [
        "[data-task=WR2] [data-act=end]",
        "select[data-language]",
        "[data-act=fold]",
    ] {
        focus(&bench, place);
        let before = document().active_element();
        let sid = format!("WR{}", place.len());
        bench
            .store
            .dispatch(Event::Flex(FlexEvent::Task(pending(&sid, "Grace"))));
        bench.until_there(&format!("[data-task={sid}]")).await;
        yew::scheduler::flush().await;
        assert_eq!(document().active_element(), before);
    }
}
