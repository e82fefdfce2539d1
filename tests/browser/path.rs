//! The way of one inbound reservation through the code: from the message of the bridge script to the row in the page and
//! to `searchAndOpenRecords`. `tools/test browser a_reservation` prints it.
//!
//! At each allocation the test asks the browser where the program is. So it sees, in order, each file that allocates or
//! that calls another one which does. A function that the compiler has put into its caller counts as its caller.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code, reason = "a stage for several targets")]
mod stage;

use std::alloc::System;
use std::cell::RefCell;
use std::rc::Rc;

use flex_cif_panel::config::Config;
use flex_cif_panel::dynamics;
use flex_cif_panel::dynamics::client::Client;
use stage::{find, flex, panel, until};
use store::{DynamicsEvent, Effect, Event, Settings, State, Store, WindowEvent};
use tracking_allocator::{AllocationGroupId, AllocationRegistry, AllocationTracker, Allocator};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[global_allocator]
static ALLOCATOR: Allocator<System> = Allocator::system();

#[wasm_bindgen(inline_js = "
    let stacks = [];
    Error.stackTraceLimit = 200;
    export function note() { stacks.push(new Error().stack) }
    export function noted() { return stacks }
")]
extern "C" {
    fn note();
    fn noted() -> Vec<String>;
}

struct Notes;

impl AllocationTracker for Notes {
    fn allocated(&self, _: usize, _: usize, _: usize, _: AllocationGroupId) {
        note();
    }

    fn deallocated(
        &self,
        _: usize,
        _: usize,
        _: usize,
        _: AllocationGroupId,
        _: AllocationGroupId,
    ) {
    }
}

const LIBRARY: &str = "
    window.opened = [];
    window.Microsoft = { CIFramework: {
        getMode: async () => 0, setMode: async () => {},
        getFocusedTab: async () => 'home', getTabs: async () => ['home'], getFocusedSession: async () => 'session-id-0',
        searchAndOpenRecords: async (entity) => { opened.push(entity); return '{}' },
    } };";

const RESERVATION: &str = "port.postMessage({to: 'panel', type: 'task', task: {
    sid: 'WR00000000000000000000000000000001', status: 'pending', channel: 'voice', channelType: 'voice', call: true,
    line: 'none', age: 0, since: 0, targeted: false, transfer: false, wrapup: true, muted: null, onHold: null,
    participants: null, unread: null, unanswered: null,
    attributes: {
        direction: 'inbound', from: '+14155550132', name: 'Ada Whitfield',
        incidentId: '2c5b1f9e-6a0d-4c0e-9a39-5f0f3a1d7e11', ticketNumber: 'CAS-01001' } } });";

#[wasm_bindgen_test]
async fn a_reservation_takes_a_short_way_to_its_row_and_to_its_case() {
    js_sys::eval(LIBRARY).unwrap();
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    let config = Config::read(None, Some(&origin)).unwrap();
    let dynamics = dynamics::link::Link::new(Client::default(), Rc::new(RefCell::new(config)));
    let store = {
        let dynamics = dynamics.clone();
        Store::new(State::default(), move |store, effect| {
            if let Effect::Dynamics { request, call } = effect {
                dynamics.perform(store, request, call);
            }
        })
    };
    let flex = flex::Bench::of_store(&store);
    let panel = panel::Bench::of_store(store.clone()).await;
    store.dispatch(Event::Window(WindowEvent::Standalone));
    store.dispatch(Event::Dynamics(DynamicsEvent::Connected(
        Settings::default(),
    )));
    flex.connected().await;
    panel
        .until_there("[data-link=flex][data-state=connected]")
        .await;

    let _ = AllocationRegistry::set_global_tracker(Notes);
    AllocationRegistry::enable_tracking();
    flex.run(RESERVATION);
    until("a row and an opening", || {
        find(&panel.place, "[data-task]").is_some()
            && js_sys::eval("opened.length > 0").unwrap().is_truthy()
    })
    .await;
    AllocationRegistry::disable_tracking();

    let stacks: Vec<Stack> = noted().iter().map(|text| stack(text)).collect();
    let way = way(&stacks);
    console_log!("{} files:\n{}", way.len(), way.join("\n"));
    for (file, role) in [
        ("flex::link", "hears the message"),
        ("store::rules", "decides"),
        ("components::task_row", "draws the row"),
        ("dynamics::bindings", "calls the library"),
    ] {
        assert!(way.iter().any(|it| it == file), "{file} {role}");
    }
    assert!(way.len() <= MOST_FILES, "{} files", way.len());
    assert_eq!(entered_again(&stacks), None);
}

/// A stack of ours, from the outermost function to the innermost: the file of each, without repetition.
type Stack = Vec<String>;

/// From the message to the row and to the call, a reservation enters at most this many files.
const MOST_FILES: usize = 25;
/// These are on no way: all files use words, the announcer says to a screen reader what the row shows, and the frame of
/// Flex follows its place in the page.
const BESIDE: [&str; 7] = [
    "words",
    "icons",
    "intl",
    "announcer",
    "announcements",
    "announcement_queue",
    "frame",
];
/// It draws the row, so it ends the way to the page.
const END: &str = "components::task_row";

fn stack(text: &str) -> Stack {
    let mut stack: Stack = text.lines().rev().filter_map(file).collect();
    stack.dedup();
    stack
}

/// The file of the function in one line of a stack: its path without the function's name and what follows it.
fn file(line: &str) -> Option<String> {
    let crates = ["flex_cif_panel::", "store::", "wire::"];
    let from = crates.iter().filter_map(|name| line.find(name)).min()?;
    let name = line.get(from..)?.split([' ', '<', '>', '{']).next()?;
    let name = name.trim_start_matches("flex_cif_panel::");
    let parts: Vec<&str> = name.split("::").collect();
    // A type, a hook or code that is derived ends the path. Otherwise a function and its hash (or its closure) do.
    let ends = |part: &&str| part.starts_with(|first: char| first.is_uppercase() || first == '_');
    let end = parts
        .iter()
        .position(|part| ends(part) || part.starts_with("use_"));
    let end = end.unwrap_or_else(|| parts.len().saturating_sub(2));
    let beside = parts.iter().any(|part| BESIDE.contains(part));
    (!beside && end > 1).then(|| parts.into_iter().take(end).collect::<Vec<_>>().join("::"))
}

/// Each file on the way, in the order in which it is entered first.
fn way(stacks: &[Stack]) -> Vec<String> {
    let mut way: Vec<String> = Vec::new();
    for stack in stacks {
        let drawing = stack
            .first()
            .is_some_and(|first| first.starts_with("components::"));
        // A component that is drawn is on the way until the row has been drawn.
        let over = way.iter().any(|file| file == END);
        let entered = match (drawing, over) {
            (true, true) => &[],
            (true, false) => &stack[..1],
            (false, _) => &stack[..],
        };
        for file in entered {
            if !way.contains(file) {
                way.push(file.clone());
            }
        }
    }
    way
}

/// A room that the message's own turn enters again after it has gone on to another room.
fn entered_again(stacks: &[Stack]) -> Option<String> {
    let room = |file: &String| match file.strip_prefix("wire::") {
        Some(rest) => rest.split("::").next().map(str::to_owned),
        None => file.split("::").next().map(str::to_owned),
    };
    let turn = stacks
        .iter()
        .skip_while(|stack| stack.first().is_none_or(|first| first != "flex::link"));
    let turn = turn.take_while(|stack| stack.first().is_some_and(|first| first == "flex::link"));
    let (mut entered, mut inside): (Vec<String>, Vec<String>) = Default::default();
    for stack in turn {
        let now: Vec<String> = stack.iter().filter_map(room).collect();
        for room in now.iter().filter(|room| !inside.contains(room)) {
            if entered.last() != Some(room) {
                if entered.contains(room) {
                    return Some(room.clone());
                }
                entered.push(room.clone());
            }
        }
        inside = now;
    }
    None
}
