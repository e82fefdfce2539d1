//! Extensions. The panel dials the number of a phone field without its extension. When the call is up, the row of its
//! task offers to send the extension. If this browser does not have the call, for example because the agent uses a desk
//! phone, the row only shows it.

use std::rc::Rc;

use crate::mechanisms::tasks;
use crate::mechanisms::turn::Turn;
use crate::words::effect::FlexCommand;
use crate::words::ids::ReservationSid;
use crate::words::state::State;
use crate::words::task::{Line, Task, TaskStatus};

impl State {
    /// The extension of this task's call, if the call is up.
    #[must_use]
    pub fn extension(&self, task: &Task) -> Option<&Rc<str>> {
        let is_up = task.status == TaskStatus::Accepted;
        self.calls.extensions.of.get(&task.sid).filter(|_| is_up)
    }
}

/// True if the panel may send digits for this task. Flex sends digits to the call in this browser, whichever task it is
/// told, so that call has to be the task's own.
#[must_use]
pub fn can_send_digits(task: &Task) -> bool {
    task.is_call() && task.status == TaskStatus::Accepted && task.line == Some(Line::Own)
}

/// The agent wants to send the extension.
pub(crate) fn send(turn: &mut Turn<'_>, sid: ReservationSid) {
    let task = turn.task(&sid);
    let Some(digits) = task.and_then(|task| turn.extension(task)).cloned() else {
        return;
    };
    let command = FlexCommand::SendDtmfDigits { sid, digits };
    tasks::send(turn, can_send_digits, command);
}
