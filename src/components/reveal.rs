//! Brings a row into view within its own list. Not `scrollIntoView`: that may scroll the frames around us too.

use web_sys::Element;

/// Scrolls the `section` around a row no further than needed.
pub fn reveal(row: &Element) {
    let Ok(Some(list)) = row.closest("section") else {
        return;
    };
    let (inner, outer) = (
        row.get_bounding_client_rect(),
        list.get_bounding_client_rect(),
    );
    let above = outer.top() - inner.top();
    let below = inner.bottom() - outer.bottom();
    let by = if above > 0.0 { -above } else { below.max(0.0) };
    list.set_scroll_top(list.scroll_top() + by.round() as i32);
}
