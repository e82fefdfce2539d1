//! Several windows in words.

use super::Words;

/// Another window leads: the one that was opened at this time of day, if it is known.
#[must_use]
pub fn following(opened: Option<&str>) -> Words {
    match opened {
        Some(time) => Words::new(
            format!("Flex runs in another window, the one opened at {time}."),
            "What you do here is done there.",
        ),
        None => Words::new(
            "Looking for the window that has Flex.",
            "Without one, Flex loads here.",
        ),
    }
}

/// The browser can't tell the agent's windows of each other.
#[must_use]
pub fn alone() -> Words {
    Words::new(
        "This browser can't tell your windows of each other, so each loads Flex for itself.",
        "Keep Dynamics open in one window only: Flex ends all but the youngest.",
    )
}

/// A time of day, as the clock on the wall shows it.
#[must_use]
pub fn time_of_day(hours: u32, minutes: u32) -> String {
    format!("{hours}:{minutes:02}")
}
