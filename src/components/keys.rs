//! Moving between the rows of a list by the arrow keys, Home and End.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the focus from row to row. A row is an `li`; its first button takes the focus.
pub fn move_between_rows(event: &KeyboardEvent) {
    let Some(row) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest("li").ok().flatten())
    else {
        return;
    };
    let siblings = row.parent_element();
    let target = match event.key().as_str() {
        "ArrowDown" => row.next_element_sibling(),
        "ArrowUp" => row.previous_element_sibling(),
        "Home" => siblings.and_then(|list| list.first_element_child()),
        "End" => siblings.and_then(|list| list.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    let button = target
        .and_then(|row| row.query_selector("button").ok().flatten())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        // Refused only for elements that are not in the page.
        let _ = button.focus();
    }
}
