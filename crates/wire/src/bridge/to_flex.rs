//! The messages from the panel to the bridge script on the port.

use serde::Serialize;

use super::to_panel::Failure;
use store::{FlexCommand, Ticket};

/// A message from the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ToFlex {
    /// Do this. The script replies with the same number.
    Command {
        /// The number.
        request: Ticket,
        /// `action` and `payload`.
        #[serde(flatten)]
        command: FlexCommand,
    },
    /// The panel can't read a message of the script.
    Error(Failure),
}
