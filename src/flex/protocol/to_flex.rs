//! From the panel to the bridge script, as it looks on the port.

use serde::Serialize;

use super::to_panel::Failure;
use crate::store::{FlexCommand, RequestId};

/// What the panel says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ToFlex {
    /// Do this; the script replies with the same number.
    Command {
        /// The number.
        request: RequestId,
        /// `action` and `payload`.
        #[serde(flatten)]
        command: FlexCommand,
    },
    /// A message of the script can't be read.
    Error(Failure),
}
