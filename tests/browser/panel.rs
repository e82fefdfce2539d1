//! Tests the panel in a browser: its head, its notices, its rail, and the Flex frame that must stay.

use std::cell::Cell;
use std::rc::Rc;

use crate::stage::panel::{Bench, accepted, idle, working};
use crate::stage::{click, document, find, pending, until};
use flex_cif_panel::flex::frame;
use gloo_events::EventListener;
use store::click::{Choice, Dialable};
use store::problem::{CallProblem, Problem};
use store::state::{Calls, Flex};
use store::state::{ClickToAct, DynamicsLink, FlexLink, Mode, Notice, PanelMode, State};
use store::windows::{Message, Part, Role, Windows};
use store::{
    DynamicsEvent, Effect, Event, FlexCommand, FlexEvent, Millis, Ticket, WindowEvent, WindowId,
    WindowsCall,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlIFrameElement, Node};

#[wasm_bindgen_test]
async fn a_notice_stays_until_it_is_dismissed() {
    let notice = Notice {
        id: Ticket(3),
        problem: Problem::CallLive,
    };
    let state = State {
        notices: vec![Rc::new(notice)],
        ..idle()
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
async fn each_of_several_numbers_has_a_button_that_calls_it() {
    let office = Dialable {
        number: "+14155550132".into(),
        extension: Some("12".into()),
    };
    let choice = Choice {
        click: Rc::new(ClickToAct {
            value: "415 555 0132 x12 / 415 555 0178".into(),
            title: None,
            entity: None,
            id: None,
        }),
        numbers: [office.clone(), "+14155550178".into()].into(),
    };
    let state = State {
        calls: Calls {
            choice: Some(choice.into()),
            ..Calls::default()
        },
        ..idle()
    };
    let bench = Bench::showing(state.clone()).await;
    let words = bench.text("[data-choice]");
    for shown in [
        "several numbers",
        "+14155550132",
        "extension",
        "+14155550178",
    ] {
        assert!(words.contains(shown), "{shown} in {words}");
    }
    click(&bench.place, "[data-choice] [data-act=call]");
    let gone = || find(&bench.place, "[data-choice]").is_none();
    until("the choice goes", gone).await;
    let commands = bench.commands();
    let dials = |command: &FlexCommand| {
        matches!(command, FlexCommand::StartOutboundCall { destination, .. }
            if *destination == office.number)
    };
    assert!(commands.iter().any(dials), "{commands:?}");

    let bench = Bench::showing(state).await;
    click(&bench.place, "[data-choice] [data-act=call-none]");
    let gone = || find(&bench.place, "[data-choice]").is_none();
    until("the choice is put away", gone).await;
    assert!(bench.commands().is_empty());
}

#[wasm_bindgen_test]
async fn the_links_show_their_states_and_what_to_check() {
    let state = State {
        flex: Flex {
            link: FlexLink::NotAnswering,
            ..Flex::default()
        },
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
async fn the_flex_frame_is_never_mounted_again() {
    let bench = Bench::showing(working([accepted("WR1", "Ada Lovelace")])).await;
    let frame = frame::element().unwrap();
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
    let now = frame::element().unwrap();
    assert!(frame.is_same_node(Some(&now)));
    // A frame that is removed and added again gets another window.
    assert_eq!(window, now.content_window());
}

/// A frame in the body, as the page's first script puts it in.
async fn first_frame(url: &str) -> HtmlIFrameElement {
    let frame: HtmlIFrameElement = document()
        .create_element("iframe")
        .unwrap()
        .unchecked_into();
    frame.set_attribute("data-flex", "true").unwrap();
    frame.set_attribute("src", url).unwrap();
    let loaded = Rc::new(Cell::new(false));
    let hearing = loaded.clone();
    let _listener = EventListener::once(&frame, "load", move |_| hearing.set(true));
    document().body().unwrap().append_child(&frame).unwrap();
    until("it has loaded", || loaded.get()).await;
    frame.set_attribute("data-loaded", "true").unwrap();
    frame
}

#[wasm_bindgen_test]
async fn the_frame_that_the_page_has_put_in_becomes_the_panels_and_is_not_loaded_again() {
    let first = first_frame("data:text/html,Flex").await;
    let window = first.content_window();
    let bench = Bench::showing(idle()).await;
    bench.until_there(".stage.loaded").await;
    assert_eq!(frame::element(), Some(first.clone()));
    assert_eq!(window, first.content_window());
    assert!(!first.title().is_empty());
    drop(bench);
    until("it has gone with the panel", || frame::element().is_none()).await;
}

#[wasm_bindgen_test]
async fn a_frame_with_another_address_gives_way_to_the_panels_own() {
    let first = first_frame("data:text/html,Another").await;
    let _bench = Bench::showing(idle()).await;
    until("it has gone", || !first.is_connected()).await;
    let now = frame::element().unwrap();
    assert_eq!(
        now.get_attribute("src").as_deref(),
        Some("data:text/html,Flex")
    );
}

#[wasm_bindgen_test]
async fn the_frame_comes_after_the_panel_for_the_keyboard_and_is_inert_while_the_rail_covers_it() {
    let bench = Bench::showing(idle()).await;
    let frame = frame::element().unwrap();
    let order = bench.place.compare_document_position(&frame);
    assert_eq!(order, Node::DOCUMENT_POSITION_FOLLOWING);
    assert!(!frame.has_attribute("inert"));
    let mode = |mode| Event::Dynamics(DynamicsEvent::ModeChanged(mode));
    bench.store.dispatch(mode(PanelMode::Minimized));
    until("inert", || frame.has_attribute("inert")).await;
    bench.store.dispatch(mode(PanelMode::Docked));
    until("not inert", || !frame.has_attribute("inert")).await;
}

#[wasm_bindgen_test]
async fn flex_counts_as_loading_until_its_frame_has_loaded() {
    let bench = Bench::showing(idle()).await;
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
    // These two marks isolate the inserted text.
    let label = label.unwrap().replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(label, "2 tasks, 1 waiting. Open the panel.");
    click(&bench.place, "[data-act=dock]");
    assert!(!bench.effects.borrow().is_empty());
}

fn in_role(role: Role) -> State {
    State {
        windows: Windows {
            part: Part::from(role),
            ..Windows::default()
        },
        ..working([accepted("WR1", "Ada Lovelace")])
    }
}

#[wasm_bindgen_test]
async fn a_follower_shows_the_list_and_in_the_place_of_flex_an_offer_to_work_here() {
    let leader = WindowId {
        opened: Millis(0),
        salt: 1,
    };
    let bench = Bench::showing(in_role(Role::Follower(Some(leader)))).await;
    assert!(find(&bench.place, "[data-panel][data-role=following]").is_some());
    assert!(find(&bench.place, "[data-task=WR1]").is_some());
    assert!(frame::element().is_none());
    assert!(bench.text("[data-elsewhere]").contains("another window"));

    click(&bench.place, "[data-act=work-here]");
    let offers = |effect: &Effect| {
        matches!(
            effect,
            Effect::Windows(WindowsCall::Say(None, Message::Offer(_)))
        )
    };
    assert!(bench.effects.borrow().iter().any(offers));
    bench.store.dispatch(Event::Window(WindowEvent::Leads));
    bench.until_there("[data-role=leading]").await;
    until("Flex is in the page", || frame::element().is_some()).await;
}

#[wasm_bindgen_test]
async fn a_window_without_locks_has_flex_and_warns_the_agent() {
    let bench = Bench::showing(in_role(Role::Standalone)).await;
    assert!(find(&bench.place, "[data-role=alone]").is_some());
    assert!(frame::element().is_some());
    assert!(!bench.text("[data-trouble=windows]").is_empty());
}

#[wasm_bindgen_test]
async fn a_notice_never_moves_a_working_flex_and_never_covers_another() {
    for (flex, moves) in [(FlexLink::Connected, false), (FlexLink::SignedOut, true)] {
        let state = State {
            flex: Flex {
                link: flex,
                ..Flex::default()
            },
            ..working([accepted("WR1", "Ada Lovelace")])
        };
        let bench = Bench::showing(state).await;
        // The page gives the panel its height.
        bench
            .place
            .set_attribute("style", "block-size: 600px")
            .unwrap();
        let top = |element: &Element| element.get_bounding_client_rect().top();
        let (frame, place) = (
            frame::element().unwrap(),
            find(&bench.place, ".place").unwrap(),
        );
        let before = top(&place);
        let warned = DynamicsEvent::Warned(Problem::ClickToActRefused(CallProblem::Malformed));
        bench.store.dispatch(Event::Dynamics(warned));
        bench.until_there("[data-notice]").await;
        assert_eq!(top(&place) > before, moves);
        until("the frame is over its place", || top(&frame) == top(&place)).await;
    }
}
