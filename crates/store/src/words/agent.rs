//! What the agent does in the panel.

use serde::{Deserialize, Serialize};

use crate::words::click::Dialable;
use crate::words::ids::{ActivitySid, ReservationSid, Ticket};

/// By the agent's hand, in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AgentAction {
    /// Selects a row.
    Select(ReservationSid),
    /// Accepts a waiting task.
    Accept(ReservationSid),
    /// Declines a waiting task.
    Decline(ReservationSid),
    /// Ends the conversation: hangs up, or ends the chat.
    End(ReservationSid),
    /// Completes the wrap-up.
    Complete(ReservationSid),
    /// Puts the customer on hold, or takes them back.
    Hold(ReservationSid, bool),
    /// `Open` on a row.
    Open(ReservationSid),
    /// Calls one of the numbers of a field that holds several.
    Call(Dialable),
    /// Calls none of them.
    CallNone,
    /// Sends the extension of a call.
    SendExtension(ReservationSid),
    /// Chooses another activity.
    SetActivity(ActivitySid),
    /// Docks the panel from its rail.
    Dock,
    /// Puts a notice away.
    Dismiss(Ticket),
    /// Wants Flex in this window.
    WorkHere,
}
