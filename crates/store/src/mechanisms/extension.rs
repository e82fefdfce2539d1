//! Extensions. The number of a phone field is dialled without its extension; when the call is up, the row of its task
//! offers to send it. Where the browser has no such call, as with a desk phone, the row shows it.

use std::rc::Rc;

use crate::mechanisms::tasks;
use crate::mechanisms::turn::Turn;
use crate::words::effect::FlexCommand;
use crate::words::ids::ReservationSid;
use crate::words::state::State;
use crate::words::task::{Line, Task, TaskStatus};

impl State {
    /// The extension of a call that is up.
    #[must_use]
    pub fn extension(&self, task: &Task) -> Option<&Rc<str>> {
        let is_up = task.status == TaskStatus::Accepted;
        self.calls.extensions.of.get(&task.sid).filter(|_| is_up)
    }
}

/// Flex sends digits to the call in its browser, whatever task it is given: only for a task whose call that is.
#[must_use]
pub fn can_send_digits(task: &Task) -> bool {
    task.is_call() && task.status == TaskStatus::Accepted && task.line == Some(Line::Own)
}

/// The agent wants the extension to be sent.
pub(crate) fn send(turn: &mut Turn<'_>, sid: ReservationSid) {
    let task = turn.task(&sid);
    let Some(digits) = task.and_then(|task| turn.extension(task)).cloned() else {
        return;
    };
    let command = FlexCommand::SendDtmfDigits { sid, digits };
    tasks::order(turn, can_send_digits, command);
}
