//! The extensions of the agent's calls.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::words::ids::ReservationSid;
use crate::words::sorted::Map;

/// The extensions of the agent's calls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Extensions {
    /// The extension of the number that was dialled last, until its call comes.
    pub awaited: Option<Rc<str>>,
    /// The extensions of the calls in the list.
    pub of: Map<ReservationSid, Rc<str>>,
}

impl Extensions {
    /// The call has come: the awaited extension belongs to it.
    pub(crate) fn call_came(&mut self, sid: &ReservationSid) {
        if let Some(extension) = self.awaited.take() {
            let _ = self.of.insert(sid.clone(), extension);
        }
    }
}
