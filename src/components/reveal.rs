//! Brings a row into view within its own list, below the row that is pinned to its top. Not `scrollIntoView`: that may
//! scroll the frames around us too.

use web_sys::Element;

/// What scrolls the rows.
const LIST: &str = "[data-rows]";
/// The row that stays at the top of its list (`task_row_style`).
const PINNED: &str = "li.waiting:first-child";

/// Scrolls the list around a row no further than needed. Of a row that is higher than its list the top is shown.
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
