//! The panel by keyboard: the list's one tab stop, the shortcuts and their dialog, and where the focus goes.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod browser;

use std::rc::Rc;

use browser::panel::{Bench, accepted, working};
use browser::{click, document, find, pending, until};
use flex_cif_panel::browser::keys;
use flex_cif_panel::store::problem::Problem;
use flex_cif_panel::store::state::{Ending, Notice, PanelMode, State, Task, TaskStatus};
use flex_cif_panel::store::{DynamicsEvent, Event, FlexCommand, FlexEvent, RequestId};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// A panel that hears keys: all its effects have run.
async fn listening(state: State) -> Bench {
    keys::switch(true);
    let bench = Bench::showing(state).await;
    yew::scheduler::flush().await;
    bench
}

/// Presses a key where the focus is; whether the panel has taken it.
fn press_with(code: &str, key: &str, alt_and_shift: bool) -> bool {
    let init = KeyboardEventInit::new();
    init.set_code(code);
    init.set_key(key);
    init.set_alt_key(alt_and_shift);
    init.set_shift_key(alt_and_shift);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    let focused = document().active_element().unwrap();
    !focused.dispatch_event(&event).unwrap()
}

fn press(key: &str) -> bool {
    press_with(key, key, false)
}

fn shortcut(code: &str) -> bool {
    press_with(code, "", true)
}

/// What has the focus, by what names it: a task and a button's act.
fn focused() -> String {
    let focused = document().active_element().unwrap();
    let row = focused.closest("[data-task]").unwrap();
    let row = row.and_then(|row| row.get_attribute("data-task"));
    let act = focused.get_attribute("data-act");
    let name = || focused.tag_name().to_lowercase();
    row.into_iter()
        .chain(act)
        .reduce(|row, act| format!("{row} {act}"))
        .unwrap_or_else(name)
}

fn focus(bench: &Bench, selector: &str) {
    find(&bench.place, selector).unwrap().focus().unwrap();
}

fn ended(sid: &str) -> Event {
    Event::Flex(FlexEvent::TaskEnded {
        sid: sid.into(),
        ending: Ending::Completed,
    })
}

fn three() -> State {
    working(["WR1", "WR2", "WR3"].map(|sid| accepted(sid, "Ada")))
}

/// The elements of the list that Tab comes to.
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
        bench.store.state().selected,
        None,
        "moving is not selecting"
    );
}

#[wasm_bindgen_test]
async fn tab_comes_to_one_row_and_to_its_buttons() {
    let state = State {
        selected: Some("WR2".into()),
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
async fn accept_and_decline_answer_what_rings_or_the_focused_row() {
    let chat = Task {
        channel: flex_cif_panel::store::state::Channel::Chat,
        ..pending("WR1", "Ada")
    };
    let state = || working([chat.clone(), pending("WR2", "Grace")]);
    let accepts = |sid: &str| FlexCommand::AcceptTask { sid: sid.into() };
    let rejects = |sid: &str| FlexCommand::RejectTask { sid: sid.into() };

    let bench = listening(state()).await;
    focus(&bench, "[data-act=fold]");
    assert!(shortcut("Enter"));
    assert!(bench.commands().contains(&accepts("WR2")));
    drop(bench);

    let bench = listening(state()).await;
    focus(&bench, "[data-task=WR1] button");
    assert!(shortcut("KeyX"));
    assert!(bench.commands().contains(&rejects("WR1")));
    drop(bench);
}

#[wasm_bindgen_test]
async fn next_previous_and_nth_select_and_take_the_focus_along() {
    let bench = listening(three()).await;
    focus(&bench, "[data-act=fold]");
    for (code, row) in [
        ("KeyJ", "WR1"),
        ("KeyJ", "WR2"),
        ("KeyK", "WR1"),
        ("KeyK", "WR3"),
        ("Digit2", "WR2"),
    ] {
        assert!(shortcut(code));
        assert_eq!(bench.store.state().selected, Some(row.into()), "{code}");
        assert_eq!(focused(), row, "{code}");
    }
    assert!(
        shortcut("Digit9"),
        "a key of ours, though there are but three tasks"
    );
    assert_eq!(bench.store.state().selected, Some("WR2".into()));
}

#[wasm_bindgen_test]
async fn keys_that_are_typed_into_a_field_or_are_not_ours_do_nothing() {
    let bench = listening(working([pending("WR1", "Ada")])).await;
    focus(&bench, "select[data-language]");
    assert!(!shortcut("Enter"));
    assert!(!press("?"));
    focus(&bench, "[data-act=fold]");
    assert!(!shortcut("KeyA"));
    assert!(!press("Enter"));
    assert!(bench.commands().is_empty());
    assert!(find(&bench.place, "dialog").is_none());
}

#[wasm_bindgen_test]
async fn the_question_mark_shows_the_shortcuts_and_the_focus_comes_back() {
    let bench = listening(three()).await;
    focus(&bench, "[data-task=WR2] button");
    assert!(press("?"));
    bench.until_there("dialog[open]").await;
    let words = bench.text("dialog");
    for shown in [
        "Alt",
        "Shift",
        "Enter",
        "Accept",
        "Next task",
        "Dynamics and Flex are pages of their own",
    ] {
        assert!(words.contains(shown), "{shown} in {words}");
    }
    assert_eq!(focused(), "close-shortcuts");
    assert!(!shortcut("KeyJ"), "no shortcut works behind a dialog");
    click(&bench.place, "[data-act=close-shortcuts]");
    until("no dialog", || find(&bench.place, "dialog").is_none()).await;
    assert_eq!(focused(), "WR2");
}

#[wasm_bindgen_test]
async fn the_shortcuts_can_be_switched_off_and_on_again() {
    let bench = listening(working([pending("WR1", "Ada")])).await;
    click(&bench.place, "[data-act=shortcuts]");
    bench.until_there("dialog[open]").await;
    click(&bench.place, "dialog input");
    click(&bench.place, "[data-act=close-shortcuts]");
    until("no dialog", || find(&bench.place, "dialog").is_none()).await;
    focus(&bench, "[data-act=fold]");
    assert!(!press("?") && !shortcut("Enter"));
    click(&bench.place, "[data-act=shortcuts]");
    bench.until_there("dialog[open] input:not(:checked)").await;
    click(&bench.place, "dialog input");
    assert!(keys::are_on());
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
async fn a_button_that_goes_leaves_the_focus_to_its_row() {
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
async fn hold_and_its_undoing_are_one_button() {
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
        selected: Some("WR2".into()),
        ..three()
    };
    let bench = listening(state).await;
    focus(&bench, "[data-task=WR1] button");
    let mode = |mode| Event::Dynamics(DynamicsEvent::ModeChanged(mode));
    bench.store.dispatch(mode(PanelMode::Minimized));
    until("the rail", || focused() == "dock").await;
    bench.store.dispatch(mode(PanelMode::Docked));
    until("the selected row", || focused() == "WR2").await;
}

#[wasm_bindgen_test]
async fn a_notice_that_is_put_away_leaves_the_focus_to_the_next_one_and_then_to_the_list() {
    let notices = [3, 4].map(|id| {
        Rc::new(Notice {
            id: RequestId(id),
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
