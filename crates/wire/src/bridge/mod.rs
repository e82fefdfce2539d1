//! The messages between the panel and the bridge script (`flex-plugin/cif-panel-bridge.js`).
//!
//! The handshake uses window messages ([`handshake`]): the script says hello, and the panel welcomes it with a
//! `MessagePort` or refuses its version. All other messages run on the port. Each of them names its direction: `to:
//! "panel"` ([`to_panel`], read by [`decode()`]) or `to: "flex"` ([`to_flex`]). Each side answers a message that it
//! can't read with an error, but never answers an error.
//!
//! The other side is JavaScript. `tests/golden/bridge/*.json` holds every kind of message with its meaning, and the
//! tests of both sides read it. An incompatible change raises [`VERSION`].

pub mod decode;
pub mod handshake;
mod task;
pub mod to_flex;
pub mod to_panel;

pub use decode::{Malformed, decode};
pub use handshake::{Hello, WindowMessage};
pub use to_flex::ToFlex;
pub use to_panel::ToPanel;

use serde::Serialize;

/// The version of the protocol that this build speaks.
pub const VERSION: u32 = 1;

/// A message on the port with its direction. It serializes to a plain object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "to", rename_all = "lowercase")]
pub enum Message {
    /// To the panel.
    Panel(ToPanel),
    /// To the bridge script.
    Flex(ToFlex),
}
