//! Tests the panel's side of the link to Flex with a frame that plays the bridge script or an enemy.

use crate::stage::flex::{Bench, CALM, HELLO, LISTEN, SNAPSHOT};
use crate::stage::{document, until};
use flex_cif_panel::flex::link::Timeouts;
use js_sys::Reflect;
use store::event::Snapshot;
use store::problem::CommandProblem;
use store::{FlexEvent, Ticket};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use wire::bridge::VERSION;

fn replied(request: u32, result: Result<(), CommandProblem>) -> FlexEvent {
    FlexEvent::Replied {
        request: Ticket(request),
        result,
    }
}

#[wasm_bindgen_test]
async fn a_hello_is_welcomed_with_a_port_that_brings_the_snapshot() {
    let bench = Bench::new(CALM);
    bench.run(LISTEN);
    bench.run(HELLO);
    until("a welcome", || bench.heard().contains("welcome")).await;
    bench.run(SNAPSHOT);
    assert_eq!(
        bench.until_reported(2).await,
        [FlexEvent::Loading, FlexEvent::Snapshot(Snapshot::default())]
    );
    assert_eq!(
        bench.heard(),
        format!(r#"[{{"cifPanel":"welcome","version":{VERSION}}}]"#)
    );
}

#[wasm_bindgen_test]
async fn only_a_hello_brings_the_versions_of_script_and_flex() {
    for (told, flex) in [
        ("flex: '2.17.1'", Some("2.17.1")),
        ("", None),
        ("flex: {major: 2}", None),
    ] {
        let bench = Bench::new(CALM);
        bench.run(&format!(
            "parent.postMessage({{cifPanel: 'hello', version: 1, bridge: '1.2.0', {told}}}, '*')"
        ));
        let greeted = FlexEvent::Greeted {
            bridge: "1.2.0".into(),
            flex: flex.map(Into::into),
        };
        assert_eq!(bench.until_reported(1).await, [FlexEvent::Loading]);
        assert_eq!(*bench.greetings.borrow(), [greeted], "{told}");
    }
}

#[wasm_bindgen_test]
async fn the_panel_never_speaks_first() {
    let bench = Bench::new(Timeouts {
        hello: 1,
        command: 1,
    });
    bench.run(LISTEN);
    bench.perform(1);
    assert_eq!(
        bench.until_reported(2).await,
        [
            replied(1, Err(CommandProblem::NotConnected)),
            FlexEvent::NotAnswering
        ]
    );
    assert_eq!(bench.heard(), "[]");
}

#[wasm_bindgen_test]
async fn messages_of_the_frame_count_only_if_they_can_be_decoded() {
    for (script, expected) in [
        ("parent.postMessage('hello', '*')", vec![]),
        ("parent.postMessage(null, '*')", vec![]),
        ("parent.postMessage({type: 'hello'}, '*')", vec![]),
        (
            "parent.postMessage({cifPanel: 'welcome', version: 1}, '*')",
            vec![FlexEvent::Malformed],
        ),
        (
            "parent.postMessage({cifPanel: 'hello'}, '*')",
            vec![FlexEvent::Malformed],
        ),
        (
            "parent.postMessage({cifPanel: 'hello', version: '1', bridge: 1n}, '*')",
            vec![FlexEvent::Malformed],
        ),
        (
            "m = {cifPanel: 'hello', version: 1, bridge: '1'}; m.self = m; parent.postMessage(m, '*')",
            vec![FlexEvent::Malformed],
        ),
        (
            "m = []; for (i = 0; i < 3000; i++) m = [m]; parent.postMessage({cifPanel: m}, '*')",
            vec![FlexEvent::Malformed],
        ),
        (
            "parent.postMessage({cifPanel: 'hello', version: 7, bridge: '7.0.0'}, '*')",
            vec![FlexEvent::Loading, FlexEvent::OtherVersion { theirs: 7 }],
        ),
    ] {
        let bench = Bench::new(CALM);
        bench.run(LISTEN);
        bench.run(script);
        // The answer to the hello shows that the message before it has been handled.
        bench.run(HELLO);
        let expected: Vec<FlexEvent> = expected.into_iter().chain([FlexEvent::Loading]).collect();
        assert_eq!(
            bench.until_reported(expected.len()).await,
            expected,
            "{script}"
        );
    }
}

#[wasm_bindgen_test]
async fn another_version_is_refused_without_a_port() {
    let bench = Bench::new(CALM);
    bench.run(LISTEN);
    bench.run("parent.postMessage({cifPanel: 'hello', version: 7, bridge: '7.0.0'}, '*')");
    until("a refusal", || bench.heard().contains("refused")).await;
    bench.perform(1);
    assert_eq!(
        bench.reported(),
        [
            FlexEvent::Loading,
            FlexEvent::OtherVersion { theirs: 7 },
            replied(1, Err(CommandProblem::NotConnected))
        ]
    );
}

#[wasm_bindgen_test]
async fn a_hello_from_another_window_is_foreign_and_gets_no_answer() {
    let bench = Bench::new(CALM);
    let stranger = Bench::with(CALM, "https://nobody.example", |_| {});
    stranger.run(LISTEN);
    stranger.run(HELLO);
    assert_eq!(bench.until_reported(1).await, [FlexEvent::Foreign]);
    // A hello from the right frame is answered later. The stranger has received nothing by then.
    bench.run(LISTEN);
    bench.run(HELLO);
    until("a welcome", || bench.heard().contains("welcome")).await;
    assert_eq!(stranger.heard(), "[]");
}

#[wasm_bindgen_test]
async fn a_hello_from_another_origin_in_our_frame_is_foreign() {
    let origin = document().location().unwrap().origin().unwrap();
    let bench = Bench::with(CALM, &origin, |frame| {
        // A sandboxed frame has an origin of its own.
        frame.set_attribute("sandbox", "allow-scripts").unwrap();
        frame.set_srcdoc(&format!("<script>{HELLO}</script>"));
    });
    assert_eq!(bench.until_reported(1).await, [FlexEvent::Foreign]);
}

#[wasm_bindgen_test]
async fn a_new_hello_replaces_the_port() {
    let bench = Bench::new(CALM);
    bench.connected().await;
    bench.run("old = port; port = null;");
    bench.run(HELLO);
    until("a second port", || {
        let window = bench.frame.content_window().unwrap();
        Reflect::get(&window, &"port".into()).is_ok_and(|port| !port.is_null())
    })
    .await;
    bench.run("old.postMessage({to: 'panel', type: 'signedOut'});");
    bench.run(SNAPSHOT);
    assert_eq!(
        bench.until_reported(2).await,
        [FlexEvent::Loading, FlexEvent::Snapshot(Snapshot::default())]
    );
}

#[wasm_bindgen_test]
async fn a_flex_that_leaves_its_page_ends_the_link_and_all_open_commands() {
    let bench = Bench::new(CALM);
    bench.connected().await;
    bench.perform(7);
    bench.run("port.postMessage({to: 'panel', type: 'leaving'});");
    assert_eq!(bench.until_reported(1).await, [FlexEvent::Loading]);
    bench.perform(8);
    assert_eq!(
        bench.until_reported(2).await,
        [
            FlexEvent::Loading,
            replied(8, Err(CommandProblem::NotConnected))
        ]
    );
}

#[wasm_bindgen_test]
async fn a_command_goes_over_the_port_and_only_its_first_reply_counts() {
    let bench = Bench::new(CALM);
    bench.connected().await;
    bench.perform(7);
    until("the command", || bench.heard().contains("AcceptTask")).await;
    assert!(bench.heard().contains(
        r#"{"to":"flex","type":"command","request":7,"action":"AcceptTask","payload":{"sid":"WR1"}}"#
    ), "{}", bench.heard());
    let reply = "port.postMessage({to: 'panel', type: 'reply', request: 7, error: null});";
    bench.run(reply);
    bench.run(reply);
    bench.run("port.postMessage({to: 'panel', type: 'reply', request: 8, error: null});");
    bench.run("port.postMessage({to: 'panel', type: 'signedOut'});");
    assert_eq!(
        bench.until_reported(4).await,
        [
            replied(7, Ok(())),
            FlexEvent::Late,
            FlexEvent::Late,
            FlexEvent::SignedOut
        ]
    );
}

#[wasm_bindgen_test]
async fn a_command_without_a_reply_times_out_and_a_late_reply_is_counted() {
    let bench = Bench::new(Timeouts {
        hello: 60_000,
        command: 1,
    });
    bench.connected().await;
    bench.perform(7);
    assert_eq!(
        bench.until_reported(1).await,
        [replied(7, Err(CommandProblem::TimedOut))]
    );
    bench.run("port.postMessage({to: 'panel', type: 'reply', request: 7, error: null});");
    bench.run("port.postMessage({to: 'panel', type: 'signedOut'});");
    assert_eq!(
        bench.until_reported(3).await,
        [
            replied(7, Err(CommandProblem::TimedOut)),
            FlexEvent::Late,
            FlexEvent::SignedOut
        ]
    );
}

#[wasm_bindgen_test]
async fn a_malformed_message_on_the_port_is_counted_and_answered() {
    let bench = Bench::new(CALM);
    bench.connected().await;
    for message in [
        "null",
        "'x'",
        "undefined",
        "1n",
        "new Map([['to', 'panel']])",
        "{to: 'panel', type: 'fax'}",
    ] {
        bench.run(&format!("port.postMessage({message});"));
    }
    assert_eq!(bench.until_reported(6).await, vec![FlexEvent::Malformed; 6]);
    until("an answer", || bench.heard().contains("unknown-type")).await;
}

#[wasm_bindgen_test]
async fn a_dropped_link_hears_nothing_more() {
    let mut bench = Bench::new(CALM);
    bench.connected().await;
    drop(bench.link.take());
    bench.run("done = false; addEventListener('message', () => { done = true; });");
    bench.run(HELLO);
    bench.run("port.postMessage({to: 'panel', type: 'signedOut'});");
    // This message of the page itself comes after the other two.
    bench.run("postMessage('ping', '*');");
    until("the ping", || {
        let window = bench.frame.content_window().unwrap();
        Reflect::get(&window, &"done".into()) == Ok(JsValue::TRUE)
    })
    .await;
    assert_eq!(bench.reported(), []);
}
