//! The ways to look at the states.

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, json};

/// The agent's theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    /// High contrast in Windows.
    Forced,
}

/// How wide Dynamics makes the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// The narrowest panel. WCAG's reflow asks for the same: 320 px, which is 1280 px at 400 %.
    Narrow,
    /// The widest panel.
    Broad,
    /// The widest panel at 200 %: half as many CSS pixels.
    Zoomed,
    /// As in the pictures.
    Pictured,
}

/// The sizes in which a state is shown, as the gallery lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    Docked,
    Rail,
    Wide,
}

/// One way to look at the states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub theme: Theme,
    pub width: Width,
    pub language: &'static str,
    /// The agent wants reduced motion.
    pub still: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            width: Width::Narrow,
            language: "en",
            still: false,
        }
    }
}

impl View {
    /// Both widths in this theme.
    pub fn both_widths(theme: Theme) -> [Self; 2] {
        [Width::Narrow, Width::Broad].map(|width| Self {
            theme,
            width,
            ..Self::default()
        })
    }

    /// The viewport for a state of this size, in CSS pixels.
    pub fn viewport(&self, size: Size) -> (u32, u32) {
        match (size, self.width) {
            (Size::Docked, Width::Narrow) => (320, 640),
            (Size::Docked, Width::Broad) => (450, 640),
            (Size::Docked, Width::Zoomed) => (225, 400),
            (Size::Docked, Width::Pictured) => (360, 600),
            (Size::Rail, Width::Narrow | Width::Zoomed) => (48, 640),
            (Size::Rail, Width::Broad) => (80, 640),
            (Size::Rail, Width::Pictured) => (64, 600),
            (Size::Wide, Width::Narrow | Width::Pictured) => (900, 600),
            (Size::Wide, Width::Broad) => (1440, 900),
            (Size::Wide, Width::Zoomed) => (450, 400),
        }
    }

    /// What the browser emulates (`Emulation.setEmulatedMedia`).
    pub fn media(&self) -> Value {
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        let (scheme, forced) = match self.theme {
            Theme::Light => ("light", "none"),
            Theme::Dark => ("dark", "none"),
            Theme::Forced => ("light", "active"),
        };
        let motion = if self.still {
            "reduce"
        } else {
            "no-preference"
        };
        json!({ "features": [
            feature("prefers-color-scheme", scheme),
            feature("forced-colors", forced),
            feature("prefers-reduced-motion", motion),
        ] })
    }
}

impl fmt::Display for View {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (theme, width) = (self.theme, self.width);
        write!(out, "{theme:?} {width:?} {}", self.language)
    }
}
