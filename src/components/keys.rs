//! Keyboard control of the task list. It is a list and not a list box, because its rows hold buttons. It has one tab
//! stop (a roving `tabindex`), as the ARIA Authoring Practices advise for composites: the arrow keys, Home and End move
//! from row to row, and Tab goes to the buttons of the row and then out of the list.
//! [`tab_stop`](super::row::tab_stop) chooses the row that is the tab stop.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, KeyboardEvent};

use super::reveal::reveal;
use store::ReservationSid;

/// The selector of a row, and the attribute with the task of a row.
const ROW: &str = "[data-task]";
const SID: &str = "data-task";

/// Moves the focus from row to row when an arrow key, Home or End is pressed.
pub fn move_between_rows(event: &KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let Some(row) = row_of_target(event) else {
        return;
    };
    let list = row.parent_element();
    let next = match event.key().as_str() {
        "ArrowDown" => row.next_element_sibling(),
        "ArrowUp" => row.previous_element_sibling(),
        "Home" => list.and_then(|list| list.first_element_child()),
        "End" => list.and_then(|list| list.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(row) = next {
        focus_row(&row);
    }
}

/// The task of the row in which an event happened.
#[must_use]
pub fn task_of_target(event: &Event) -> Option<ReservationSid> {
    task_of(&row_of_target(event)?)
}

fn row_of_target(event: &Event) -> Option<Element> {
    row_of(&event.target()?.dyn_into().ok()?)
}

/// The row around an element.
#[must_use]
pub fn row_of(element: &Element) -> Option<Element> {
    element.closest(ROW).ok()?
}

/// The task of a row.
#[must_use]
pub fn task_of(row: &Element) -> Option<ReservationSid> {
    Some(row.get_attribute(SID)?.as_str().into())
}

/// All rows, from top to bottom.
#[must_use]
pub fn rows(page: &Document) -> Vec<Element> {
    let found = page.query_selector_all(ROW).ok();
    let nodes = found
        .into_iter()
        .flat_map(|found| (0..found.length()).filter_map(move |place| found.item(place)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The task of the row that has the focus.
#[must_use]
pub fn focused_task(page: &Document) -> Option<ReservationSid> {
    task_of(&row_of(&page.active_element()?)?)
}

/// Moves the focus to the first row. If any task waits, this row has one.
pub fn focus_waiting() {
    let page = web_sys::window().and_then(|window| window.document());
    if let Some(row) = page.and_then(|page| rows(&page).into_iter().next()) {
        focus_row(&row);
    }
}

/// Moves the focus to the main button of a row, and scrolls the row into view.
pub fn focus_row(row: &Element) {
    if let Some(button) = main_button(row) {
        focus(&button);
        reveal(row);
    }
}

/// The button that selects the task of a row.
#[must_use]
pub fn main_button(row: &Element) -> Option<HtmlElement> {
    let button = row.query_selector("button").ok()??;
    button.dyn_into().ok()
}

/// Moves the focus to an element without scrolling the frames around the panel.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // The browser refuses only elements that are not in the page.
    let _ = element.focus_with_options(&options);
}
