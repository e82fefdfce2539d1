//! Tests the task list in a browser: what a row shows, and what a click on it dispatches.

use crate::stage::panel::{Bench, accepted, working};
use crate::stage::{case, click, find, pending, until};
use store::problem::Problem;
use store::state::{Flex, Selection};
use store::state::{FlexLink, LastFocus, Line, RecordTab, State, Tabs, Task, TaskRow, TaskStatus};
use store::{Effect, Event, FlexCommand, FlexEvent};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_row_shows_customer_channel_time_and_subject() {
    let bench = Bench::showing(working([pending("WR1", "Ada <b>Lovelace</b>")])).await;
    let row = bench.text("[data-task=WR1][data-status=pending][data-channel=voice]");
    for shown in ["Ada <b>Lovelace</b>", "Call", "Waiting", "CAS-01001", ":"] {
        assert!(row.contains(shown), "{shown} in {row}");
    }
    assert!(find(&bench.place, "[data-task=WR1] [data-act=open]").is_none());
    assert!(find(&bench.place, "[aria-current]").is_none());
}

#[wasm_bindgen_test]
async fn the_selected_row_and_a_ready_record_are_marked() {
    let ready = TaskRow {
        ready: true,
        ..accepted("WR2", "Grace Hopper").into()
    };
    let state = State {
        selection: Selection {
            selected: Some("WR1".into()),
            ..Selection::default()
        },
        ..working([accepted("WR1", "Ada Lovelace").into(), ready])
    };
    let bench = Bench::showing(state).await;
    assert!(find(&bench.place, "[data-task=WR1][aria-current=true]").is_some());
    assert!(find(&bench.place, "[data-task=WR2][aria-current]").is_none());
    assert!(find(&bench.place, "[data-task=WR2] [data-ready]").is_some());
    assert!(find(&bench.place, "[data-task=WR1] [data-ready]").is_none());
}

#[wasm_bindgen_test]
async fn a_row_shows_its_problem_and_a_button_to_solve_it() {
    let state = State {
        tabs: Tabs {
            records: [(
                case(),
                RecordTab::Failed {
                    problem: Problem::RecordNotFound(case()),
                    late: None,
                },
            )]
            .into(),
            ..Tabs::default()
        },
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
async fn each_button_dispatches_its_action() {
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
async fn an_extension_has_a_button_if_it_can_be_sent_and_is_shown_otherwise() {
    for (line, offered) in [(Line::Own, true), (Line::Other, false), (Line::None, false)] {
        let call = Task {
            line: Some(line),
            ..accepted("WR1", "Ada")
        };
        let mut state = working([call]);
        let _ = state.calls.extensions.of.insert("WR1".into(), "12".into());
        let bench = Bench::showing(state).await;
        let words = bench.text("[data-task=WR1] [data-extension]");
        assert!(words.contains("12"), "{line:?}: {words}");
        let button = "[data-task=WR1] [data-act=send-extension]";
        assert_eq!(find(&bench.place, button).is_some(), offered, "{line:?}");
        if offered {
            click(&bench.place, button);
            let digits = FlexCommand::SendDtmfDigits {
                sid: "WR1".into(),
                digits: "12".into(),
            };
            assert_eq!(bench.commands(), [digits]);
        }
    }
}

#[wasm_bindgen_test]
async fn a_row_is_selected_by_its_main_button() {
    let bench = Bench::showing(working([accepted("WR1", "Ada"), accepted("WR2", "Grace")])).await;
    click(&bench.place, "[data-task=WR2] button");
    bench
        .until_there("[data-task=WR2][aria-current=true]")
        .await;
    assert_eq!(bench.store.state().selection.selected, Some("WR2".into()));
}

#[wasm_bindgen_test]
async fn a_task_that_is_selected_in_flex_scrolls_into_view() {
    let tasks: Vec<Task> = (0..40)
        .map(|n| accepted(&format!("WR{n}"), "Ada"))
        .collect();
    let bench = Bench::showing(working(tasks)).await;
    bench.place.set_attribute("style", "height: 400px").unwrap();
    let list = find(&bench.place, "[data-rows]").unwrap();
    assert_eq!(list.scroll_top(), 0);
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::Selected(Some("WR39".into()))));
    until("the last row", || list.scroll_top() > 0).await;
    let row = find(&bench.place, "[data-task=WR39]")
        .unwrap()
        .get_bounding_client_rect();
    assert!(row.bottom() <= list.get_bounding_client_rect().bottom() + 1.0);
    assert!(list.get_bounding_client_rect().height() <= 171.0);
}

#[wasm_bindgen_test]
async fn a_list_of_a_thousand_tasks_shows_200_and_the_selected_one_and_counts_the_rest() {
    let tasks: Vec<Task> = (0..1_000)
        .map(|n| accepted(&format!("WR{n}"), "Ada"))
        .collect();
    let bench = Bench::showing(working(tasks)).await;
    let shown = || {
        bench
            .place
            .query_selector_all("[data-task]")
            .unwrap()
            .length()
    };
    assert_eq!(shown(), 200);
    let words = bench.text("[data-more='800']");
    assert!(words.contains("800 more tasks"), "{words}");
    bench
        .store
        .dispatch(Event::Flex(FlexEvent::Selected(Some("WR999".into()))));
    bench
        .until_there("[data-task=WR999][aria-current=true]")
        .await;
    assert_eq!(shown(), 201);
    assert!(find(&bench.place, "[data-more='799']").is_some());
}

#[wasm_bindgen_test]
async fn a_folded_list_still_shows_waiting_tasks_and_their_count_leads_to_them() {
    let bench = Bench::showing(working([
        accepted("WR1", "Ada Lovelace"),
        pending("WR2", "Grace Hopper"),
    ]))
    .await;
    click(&bench.place, "[data-act=fold]");
    let folded = || find(&bench.place, "[data-task=WR1]").is_none();
    until("the list is folded", folded).await;
    assert!(find(&bench.place, "[data-task=WR2] [data-act=accept]").is_some());
    click(&bench.place, "[data-act=to-waiting]");
    let focused = find(&bench.place, "[data-task=WR2] button:focus");
    assert!(focused.is_some(), "the row that waits has the focus");
}

#[wasm_bindgen_test]
async fn buttons_that_need_flex_say_so_while_it_is_not_connected() {
    let state = State {
        flex: Flex {
            link: FlexLink::SignedOut,
            ..Flex::default()
        },
        ..working([pending("WR1", "Ada Lovelace")])
    };
    let bench = Bench::showing(state).await;
    let button = find(&bench.place, "[data-task=WR1] [data-act=accept]").unwrap();
    assert_eq!(
        button.get_attribute("aria-disabled").as_deref(),
        Some("true")
    );
    let why = button.get_attribute("aria-description");
    assert_eq!(why.as_deref(), Some("Flex is not connected"));
    click(&bench.place, "[data-task=WR1] [data-act=accept]");
    assert_eq!(bench.commands(), []);
}

#[wasm_bindgen_test]
async fn a_row_without_a_record_names_the_customer_whose_record_is_in_front() {
    let stranger = Task {
        record: None,
        ..accepted("WR2", "Grace Hopper")
    };
    let state = working([accepted("WR1", "Ada Lovelace"), stranger]);
    let last_focus = match state.tabs.records.get(&case()) {
        Some(RecordTab::Bound(tab)) => LastFocus::At(tab.clone()),
        other => panic!("not bound: {other:?}"),
    };
    let mut state = state;
    state.tabs.last_focus = last_focus;
    state.selection.selected = Some("WR2".into());
    let bench = Bench::showing(state).await;
    let words = bench.text("[data-task=WR2] [data-problem='record.foreign']");
    assert!(words.contains("Ada Lovelace"), "{words}");
}

#[wasm_bindgen_test]
async fn a_row_that_waits_keeps_all_its_parts_when_what_was_wrong_with_it_is_over() {
    let failed = RecordTab::Failed {
        problem: Problem::RecordNotFound(case()),
        late: None,
    };
    let state = State {
        tabs: Tabs {
            records: [(case(), failed)].into(),
            ..Tabs::default()
        },
        ..working([pending("WR1", "Ada Lovelace")])
    };
    let bench = Bench::showing(state).await;
    click(&bench.place, "[data-task=WR1] [data-act=open]");
    let over = || find(&bench.place, "[data-problem]").is_none();
    until("it is opened again", over).await;
    let words = bench.text("[data-task=WR1]");
    for shown in ["Ada Lovelace", "Waiting", "Accept", "Decline"] {
        assert!(words.contains(shown), "{shown} in {words}");
    }
}
