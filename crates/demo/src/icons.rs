//! The icons of the demo's pages: strokes on a field of 20 by 20.

use yew::{Html, html};

/// An icon with these strokes.
pub fn icon(strokes: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={strokes} /></svg>
    }
}

/// A headset.
pub const HEADSET: &str = "M4 12.5v-2a6 6 0 0 1 12 0v2M4 11h2.5v4.5H5a1 1 0 0 1-1-1zM16 11h-2.5v4.5H15a1 1 0 0 0 1-1zM16 15c0 1.5-1.5 2.5-4 2.5";
/// A window of another application.
pub const WINDOW: &str = "M3.5 4.5h13v11h-13zM3.5 8h13M6 6.3h.1M8.5 6.3h.1";
/// Arrow heads to the left: the drawer closes.
pub const FOLD: &str = "M14.5 5l-5 5 5 5M9.5 5l-5 5 5 5";
/// Arrow heads to the right: the drawer opens.
pub const UNFOLD: &str = "M5.5 5l5 5-5 5M10.5 5l5 5-5 5";
/// A house.
pub const HOME: &str = "M3 9.5 10 3.5l7 6M5 8v8.5h3.5v-5h3v5H15V8";
/// A head and shoulders.
pub const PERSON: &str =
    "M10 10a3.25 3.25 0 1 0 0-6.5a3.25 3.25 0 0 0 0 6.5zM3.5 17c.5-3 3-4.5 6.5-4.5s6 1.5 6.5 4.5";
/// A case.
pub const CASE: &str = "M3 7h14v9H3zM7.5 7V4.5h5V7M3 11h14M10 10v2";
/// A magnifying glass.
pub const SEARCH: &str = "M9 14a5 5 0 1 0 0-10a5 5 0 0 0 0 10zM12.7 12.7 17 17";
/// A telephone receiver.
pub const CALL: &str = "M5.5 3.5 8 3l1.5 3.5-1.8 1.5c.8 2 2.3 3.5 4.3 4.3l1.5-1.8L17 12l-.5 2.5c-.2 1.2-1.2 2-2.4 1.9C8.5 15.8 4.2 11.5 3.6 5.9c-.1-1.2.7-2.2 1.9-2.4z";
/// A receiver put down.
pub const HANG_UP: &str =
    "M3 11.5c0-4.5 14-4.5 14 0v1.5l-3.5.5-1-2.5c-1.6-.5-3.4-.5-5 0l-1 2.5L3 13z";
/// A speech bubble with lines.
pub const CHAT: &str = "M3.5 4h13v9.5H9L5.5 16.5v-3h-2zM6.5 7.5h7M6.5 10h4.5";
/// A small telephone.
pub const TEXT: &str = "M6 2.5h8v15H6zM9 15h2";
/// A cross.
pub const CLOSE: &str = "M5 5l10 10M15 5 5 15";
/// An arrow to the right, against a wall.
pub const MINIMIZE: &str = "M4 10h9M9.5 6.5 13 10l-3.5 3.5M16.5 4v12";
/// An arrow to the left, away from a wall.
pub const DOCK: &str = "M14 10H5M8.5 6.5 5 10l3.5 3.5M16.5 4v12";
/// A circle with an arrow: from the beginning.
pub const RESET: &str = "M15.5 7A6.2 6.2 0 1 0 16.2 11.5M15.8 3.5V7h-3.5";
/// A door with an arrow out of it.
pub const SIGN_OUT: &str = "M11.5 4H5v12h6.5M8.5 10H17M14 7l3 3-3 3";
/// A pause sign.
pub const HOLD: &str = "M7.5 5v10M12.5 5v10";
/// A triangle: on again.
pub const RESUME: &str = "M7 4.5v11l8-5.5z";
/// A tick.
pub const CHECK: &str = "M4 10.5 8 14.5l8-9";
/// Three bars.
pub const STATS: &str = "M5 16v-5M10 16V4M15 16V8";
/// Three people in a row, simplified to a list.
pub const TEAMS: &str = "M4 5h12M4 10h12M4 15h12";
