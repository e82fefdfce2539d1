//! The worker's activity in Flex.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::ids::{ActivitySid, Ticket};

/// An activity of the Flex account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Activity {
    /// The key of the activity.
    pub sid: ActivitySid,
    /// The name that the account gives to the activity.
    pub name: Rc<str>,
    /// True if Flex routes tasks to a worker in this activity.
    pub available: bool,
    /// True for the account's offline activity. Flex places no calls while the worker is in it.
    pub offline: bool,
}

/// A `SetActivity` that the panel has sent and whose outcome is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AskedActivity {
    /// The number of the command. The timer has the same number.
    pub request: Ticket,
    /// The activity that the command asks for.
    pub sid: ActivitySid,
    /// True once Flex has reported the chosen activity. Whatever activity comes later is not the outcome of this
    /// command.
    pub came: bool,
}
