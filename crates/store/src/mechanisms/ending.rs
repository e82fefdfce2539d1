//! The agent ends a task. A call is hung up; any other task goes into wrap-up.
//!
//! Flex hangs up the call that this browser has, whichever task it is told to end (`HangupCall`, `EndVoiceTask`). So
//! the row of a task hangs up only the task's own call. If this browser has another call, the panel selects the task
//! first: a plugin for several calls then takes the task's call into the browser. Flex alone does not.

use crate::mechanisms::tasks;
use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::action::FlexAction;
use crate::words::effect::{FlexCommand, Timer};
use crate::words::ids::{ReservationSid, Ticket};
use crate::words::problem::Problem;
use crate::words::state::State;
use crate::words::task::{Line, Task, TaskCommand, TaskStatus};
use crate::words::timeouts;

/// The agent ends the conversation, leaves the call, or gives up a call that still rings at the customer's.
pub(crate) fn end(turn: &mut Turn<'_>, sid: &ReservationSid) {
    let Some(task) = turn.task(sid) else { return };
    let sid = sid.clone();
    if task.is_ringing_out() {
        // A call that still rings has no wrap-up. It can be cancelled as soon as this browser has it.
        let can_cancel = |task: &Task| task.line == Some(Line::Own);
        return tasks::send(turn, can_cancel, FlexCommand::HangupCall { sid });
    }
    let command = match line(turn, task) {
        _ if !task.is_call() => leave(task),
        Line::Own => FlexCommand::HangupCall { sid },
        Line::Other => return await_line(turn, sid),
        // The agent talks on a desk phone. Flex's own button does the same.
        Line::None => leave(task),
    };
    let talks = |task: &Task| task.status == TaskStatus::Accepted;
    tasks::send(turn, talks, command);
}

/// Whose call this browser has. An older bridge script does not tell: if there is only one call, it is this task's.
fn line(state: &State, task: &Task) -> Line {
    let tasks = state.tasks.iter();
    let calls = tasks.filter(|task| task.is_call() && task.status == TaskStatus::Accepted);
    task.line.unwrap_or_else(|| match calls.count() {
        0 | 1 => Line::Own,
        _ => Line::Other,
    })
}

/// The command for a task that is no call. Some channels have no wrap-up: their tasks are completed.
fn leave(task: &Task) -> FlexCommand {
    let sid = task.sid.clone();
    if task.wrapup {
        FlexCommand::WrapupTask { sid }
    } else {
        FlexCommand::CompleteTask { sid }
    }
}

/// Selects the task, and gives the call in this browser time to become the task's own.
fn await_line(turn: &mut Turn<'_>, sid: ReservationSid) {
    let order = TaskCommand {
        sid: sid.clone(),
        action: FlexAction::HangupCall,
        awaits_line: true,
    };
    let talks = turn
        .task(&sid)
        .is_some_and(|task| task.status == TaskStatus::Accepted);
    if !talks || turn.flex.commands.values().any(|out| *out == order) {
        return;
    }
    let request = turn.next_ticket();
    let _ = turn.flex.commands.insert(request, order);
    turn.report(Outcome::Select(sid));
    turn.wait(Timer::Line(request), timeouts::LINE);
}

/// The call in this browser has become the task's own, so a waiting command goes on.
pub(crate) fn line_came(turn: &mut Turn<'_>, sid: &ReservationSid) {
    if forget(turn, sid) {
        end(turn, sid);
    }
}

/// Drops the command that waits for this task's call. Returns false if there was none.
pub(crate) fn forget(state: &mut State, sid: &ReservationSid) -> bool {
    let before = state.flex.commands.len();
    state
        .flex
        .commands
        .retain(|_, command| !(command.awaits_line && command.sid == *sid));
    state.flex.commands.len() < before
}

/// The time for the call in this browser to become the task's own is over.
pub(crate) fn time_up(state: &mut State, request: Ticket) {
    let waited = |command: &&TaskCommand| command.awaits_line;
    if state.flex.commands.get(&request).filter(waited).is_some()
        && let Some(command) = state.flex.commands.remove(&request)
    {
        tasks::set_row_problem(state, &command.sid, Problem::OtherCall);
    }
}
