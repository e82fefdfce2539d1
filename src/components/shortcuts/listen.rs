//! Listens for the shortcuts. It hears keys that are pressed while the focus is in the panel's own document. Dynamics
//! around the panel and Flex inside it are other documents.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, KeyboardEvent};
use yew::prelude::*;

use super::resolve::resolve;
use super::{Command, Press, command};
use crate::browser;
use crate::components::keys;
use crate::components::slice::use_store;
use store::{AgentAction, Event, Store};

/// Elements that need the keys themselves: fields, and open dialogs.
const ELSEWHERE: &str = "input, select, textarea, [contenteditable], dialog";

/// Listens for shortcuts and does what they ask for.
#[hook]
pub fn use_shortcuts(on_help: Callback<()>) {
    let store = use_store();
    use_effect_with((store, on_help), |(store, on_help)| {
        let page = web_sys::window().and_then(|window| window.document());
        let listener = page.map(|page| {
            let (store, on_help, asked) = (store.clone(), on_help.clone(), page.clone());
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&page, "keydown", options, move |event| {
                let event = event.dyn_ref::<KeyboardEvent>();
                if let Some((event, command)) =
                    event.and_then(|event| Some((event, asked_by(event)?)))
                {
                    event.prevent_default();
                    match command {
                        Command::Help => on_help.emit(()),
                        command => perform(command, &store, &asked),
                    }
                }
            })
        });
        move || drop(listener)
    });
}

fn asked_by(event: &KeyboardEvent) -> Option<Command> {
    let target = event.target()?.dyn_into::<Element>().ok();
    let elsewhere = target.and_then(|target| target.closest(ELSEWHERE).ok()?);
    // A key that is held down repeats, and would accept one task after another.
    if elsewhere.is_some() || event.repeat() || event.is_composing() {
        return None;
    }
    let pressed = Press {
        code: event.code(),
        key: event.key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        other: event.ctrl_key() || event.meta_key(),
    };
    command(&pressed).filter(|_| browser::keys::are_on())
}

fn perform(command: Command, store: &Store, page: &Document) {
    let focused = keys::focused_task(page);
    let action = store.read(|state| resolve(state, command, focused.as_ref()));
    let Some(action) = action else {
        return;
    };
    let selected = match &action {
        AgentAction::Select(sid) => Some(sid.clone()),
        _ => None,
    };
    store.dispatch(Event::Agent(action));
    let is_selected = |row: &Element| selected.is_some() && keys::task_of(row) == selected;
    if let Some(row) = keys::rows(page).iter().find(|row| is_selected(row)) {
        keys::focus_row(row);
    }
}
