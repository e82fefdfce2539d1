//! Whether the side panel is minimized, docked or hidden.

use serde_json::Value;

/// The mode of the side panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// A narrow rail.
    Minimized,
    /// Beside the page.
    Docked,
    /// Out of sight. This is how it starts.
    #[default]
    Hidden,
}

impl Mode {
    /// The mode's number on the wire.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Minimized => 0,
            Self::Docked => 1,
            Self::Hidden => 2,
        }
    }

    /// The mode with this number. A text that holds a number does not count.
    pub(super) fn of(value: Option<&Value>) -> Option<Self> {
        let number = value?.as_f64()?;
        [Self::Minimized, Self::Docked, Self::Hidden]
            .into_iter()
            .find(|mode| f64::from(mode.number()) == number)
    }
}
