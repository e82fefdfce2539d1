//! What the agent does in the panel.

use serde::{Deserialize, Serialize};

use crate::words::click::Dialable;
use crate::words::ids::{ActivitySid, ReservationSid, Ticket};

/// An act of the agent in the panel.
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
    /// Calls one of several numbers that stand in the clicked field.
    Call(Dialable),
    /// Closes the choice of numbers without a call.
    CallNone,
    /// Sends the extension to the other end of a call.
    SendExtension(ReservationSid),
    /// Chooses another activity.
    SetActivity(ActivitySid),
    /// Docks the panel from its rail.
    Dock,
    /// Puts a notice away.
    Dismiss(Ticket),
    /// Asks to have Flex in this window.
    WorkHere,
}
