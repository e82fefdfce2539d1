//! The keyboard of a test. Keys go to the element with the focus.

use flex_cif_panel::browser::keys;
use store::state::State;
use web_sys::{KeyboardEvent, KeyboardEventInit};

use super::panel::Bench;
use super::{document, find};

/// A panel that listens for keys. All its effects have run.
pub async fn listening(state: State) -> Bench {
    keys::switch(true);
    let bench = Bench::showing(state).await;
    yew::scheduler::flush().await;
    bench
}

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

/// Presses a key at the focus. Returns whether the panel has handled it.
pub fn press(key: &str) -> bool {
    press_with(key, key, false)
}

/// The same with Alt and Shift, by the place of the key.
pub fn shortcut(code: &str) -> bool {
    press_with(code, "", true)
}

/// The element with the focus, named by its task and by its button.
pub fn focused() -> String {
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

/// Gives the focus to an element of the panel.
pub fn focus(bench: &Bench, selector: &str) {
    find(&bench.place, selector).unwrap().focus().unwrap();
}
