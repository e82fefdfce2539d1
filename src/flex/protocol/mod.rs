//! What the panel and the bridge script (`flex-plugin/cif-panel-bridge.js`) say to each other.
//!
//! First on the windows, in the open ([`handshake`]): the script says hello, the panel welcomes it with a
//! `MessagePort` or refuses its version. Everything after runs on the port, each message tagged by its
//! direction: `to: "panel"` ([`to_panel`], read by [`decode()`]) or `to: "flex"` ([`to_flex`]). A message that
//! can't be read is answered with an error; an error never is.
//!
//! The other side is JavaScript: `tests/golden/bridge/*.json` holds every kind of message with its meaning, and
//! both sides' tests read it. Whatever changes here in an incompatible way raises [`VERSION`].

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

/// A message on the port in its envelope. It serializes to a plain object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "to", rename_all = "lowercase")]
pub enum Message {
    /// For the panel.
    Panel(ToPanel),
    /// For the bridge script.
    Flex(ToFlex),
}
