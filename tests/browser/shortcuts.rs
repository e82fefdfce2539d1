//! Tests the shortcuts and the dialog that lists them.

use crate::stage::keyboard::{focus, focused, listening, press, shortcut};
use crate::stage::panel::{accepted, working};
use crate::stage::{click, find, pending, until};
use flex_cif_panel::browser::keys;
use store::FlexCommand;
use store::state::{Channel, State, Task};
use wasm_bindgen_test::wasm_bindgen_test;

fn three() -> State {
    working(["WR1", "WR2", "WR3"].map(|sid| accepted(sid, "Ada")))
}

#[wasm_bindgen_test]
async fn accept_and_decline_apply_to_the_ringing_call_or_the_focused_row() {
    let chat = Task {
        channel: Channel::Chat,
        call: false,
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
async fn next_previous_and_nth_select_a_task_and_move_the_focus_to_it() {
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
        assert_eq!(
            bench.store.state().selection.selected,
            Some(row.into()),
            "{code}"
        );
        assert_eq!(focused(), row, "{code}");
    }
    assert!(
        shortcut("Digit9"),
        "a key of ours, though there are but three tasks"
    );
    assert_eq!(bench.store.state().selection.selected, Some("WR2".into()));
}

#[wasm_bindgen_test]
async fn keys_in_a_field_and_other_keys_do_nothing() {
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
async fn the_question_mark_shows_the_shortcuts_and_closing_them_brings_the_focus_back() {
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
        "Dynamics and Flex have keys of their own",
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
