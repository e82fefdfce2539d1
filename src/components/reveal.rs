//! Scrolls a row into view within its own list, below the row that is pinned to the top. `scrollIntoView` is not used,
//! because it may scroll the frames around the panel as well.

use web_sys::Element;

/// The selector of the element that scrolls the rows.
const LIST: &str = "[data-rows]";
/// The selector of the row that is pinned to the top of its list (`task_row_style`).
const PINNED: &str = "li.waiting:first-child";

/// Scrolls the list no further than needed. If a row is higher than its list, its top is shown.
pub fn reveal(row: &Element) {
    let Ok(Some(list)) = row.closest(LIST) else {
        return;
    };
    let (inner, outer) = (
        row.get_bounding_client_rect(),
        list.get_bounding_client_rect(),
    );
    let pinned = list.query_selector(PINNED).ok().flatten();
    let pinned = pinned.filter(|pinned| pinned != row);
    let covered = pinned.map_or(0.0, |pinned| pinned.get_bounding_client_rect().height());
    let above = outer.top() + covered - inner.top();
    let below = inner.bottom() - outer.bottom();
    let by = if above > 0.0 {
        -above
    } else {
        below.clamp(0.0, -above)
    };
    list.set_scroll_top(list.scroll_top() + by.round() as i32);
}
