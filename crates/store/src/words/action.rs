//! The actions of Flex that the panel uses.

use serde::{Deserialize, Serialize};

/// An action of Flex's Actions framework. Each variant has Flex's own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FlexAction {
    /// Selects a task.
    SelectTask,
    /// Accepts a reservation.
    AcceptTask,
    /// Declines a reservation.
    RejectTask,
    /// Ends a conversation that is no call.
    WrapupTask,
    /// Completes the wrap-up.
    CompleteTask,
    /// Ends a call.
    HangupCall,
    /// Puts the customer on hold.
    HoldCall,
    /// Takes the customer off hold.
    UnholdCall,
    /// Sends digits to a call.
    #[serde(rename = "SendDTMFDigits")]
    SendDtmfDigits,
    /// Dials.
    StartOutboundCall,
    /// Changes the worker's activity.
    SetActivity,
}

impl FlexAction {
    /// The action's name, as Flex spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SelectTask => "SelectTask",
            Self::AcceptTask => "AcceptTask",
            Self::RejectTask => "RejectTask",
            Self::WrapupTask => "WrapupTask",
            Self::CompleteTask => "CompleteTask",
            Self::HangupCall => "HangupCall",
            Self::HoldCall => "HoldCall",
            Self::UnholdCall => "UnholdCall",
            Self::SendDtmfDigits => "SendDTMFDigits",
            Self::StartOutboundCall => "StartOutboundCall",
            Self::SetActivity => "SetActivity",
        }
    }
}
