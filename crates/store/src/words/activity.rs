//! The worker's activity, as Flex has it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::ids::{ActivitySid, Ticket};

/// An activity of the account, as Flex has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Activity {
    /// Its key.
    pub sid: ActivitySid,
    /// Its name in the account's own words.
    pub name: Rc<str>,
    /// Tasks are routed to the worker.
    pub available: bool,
    /// The account's offline activity: Flex places no calls in it.
    pub offline: bool,
}

/// A `SetActivity` of ours whose outcome is not known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AskedActivity {
    /// The command; it names the timer too.
    pub request: Ticket,
    /// What it asks for.
    pub sid: ActivitySid,
    /// Flex has had it since: whatever Flex has after that is no longer the outcome of this command.
    pub came: bool,
}
