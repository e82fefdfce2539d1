//! The list of tasks: a task comes, changes and goes, and commands go out for it.

use std::rc::Rc;

use crate::mechanisms::turn::{Outcome, Turn};
use crate::words::awaited::Awaited;
use crate::words::counters;
use crate::words::effect::FlexCommand;
use crate::words::ids::{Record, ReservationSid, Ticket};
use crate::words::links::FlexLink;
use crate::words::problem::{CommandProblem, Problem};
use crate::words::state::State;
use crate::words::task::{Line, Task, TaskCommand, TaskStatus};

/// Sends a command for its task, if the task allows it and the same command is not out already.
pub(crate) fn order(turn: &mut Turn<'_>, allows: impl Fn(&Task) -> bool, command: FlexCommand) {
    let Some(sid) = command.sid().cloned() else {
        return;
    };
    let order = TaskCommand {
        sid,
        action: command.action(),
        awaits_line: false,
    };
    let state: &mut State = turn;
    let task = state.tasks.iter_mut().find(|task| task.sid == order.sid);
    let Some(task) = task.filter(|task| allows(task)) else {
        return;
    };
    if state.flex.commands.values().any(|out| *out == order) {
        return;
    }
    if task.refused.is_some() {
        Rc::make_mut(task).refused = None;
    }
    let request = turn.command(command, Awaited::Task);
    let _ = turn.flex.commands.insert(request, order);
}

/// Flex has answered a command for a task; false if the request is none.
pub(crate) fn replied(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<(), CommandProblem>,
) -> bool {
    let Some(order) = turn.flex.commands.remove(&request) else {
        return false;
    };
    match result {
        Ok(()) => {}
        // It has left Flex, and nobody told.
        Err(CommandProblem::UnknownTask) => {
            turn.report(Outcome::TaskGone(order.sid));
        }
        Err(why) => {
            // What Flex can't do without its connection it has not refused.
            let lost =
                matches!(why, CommandProblem::Refused(_)) && turn.flex.link != FlexLink::Connected;
            let why = match lost {
                true => CommandProblem::NotConnected,
                false => why.clone(),
            };
            let action = order.action;
            set_row_problem(turn, &order.sid, Problem::CommandFailed { action, why });
        }
    }
    true
}

/// What is new about a task.
pub(crate) enum Change {
    /// All of it.
    New,
    /// A task of the list is told anew.
    Known {
        /// The agent has accepted it.
        accepted: bool,
        /// The call in this browser has become its own.
        line_came: bool,
        /// It was about this record before, or about none, and is about another one now.
        other_record: Option<Option<Record>>,
    },
}

/// Flex tells a task.
pub(crate) fn put(state: &mut State, told: Task) -> Change {
    let Some(task) = state.tasks.iter_mut().find(|task| task.sid == told.sid) else {
        state.tasks.push(told.into());
        return Change::New;
    };
    // The conference of a call that was just accepted comes later: the customer is not on hold before and after.
    let stands = |task: &Task| (task.status, task.on_hold == Some(true));
    let unchanged = stands(task) == stands(&told);
    // What the agent has begun is accepted by Flex, and a call by its customer: that is no act of the agent's.
    let accepted = task.is_waiting() && told.status == TaskStatus::Accepted;
    let line_came = told.line == Some(Line::Own) && task.line != told.line;
    let other_record = task.record != told.record;
    let before = task.record;
    let kept = Task {
        refused: task
            .refused
            .clone()
            .filter(|problem| unchanged || problem.is_about_the_tab()),
        ready: task.ready && !other_record,
        began: task.began,
        ..told
    };
    if **task != kept {
        *task = kept.into();
    }
    Change::Known {
        accepted,
        line_came,
        other_record: other_record.then_some(before),
    }
}

/// A task has ended: it leaves the list.
pub(crate) fn remove(state: &mut State, sid: &ReservationSid) -> Option<Rc<Task>> {
    let Some(index) = state.tasks.iter().position(|task| task.sid == *sid) else {
        counters::up(&mut state.diagnostics.counters.unknown_tasks);
        return None;
    };
    state.selection.recent.retain(|recent| recent != sid);
    let _ = state.saved.popped.remove(sid);
    let _ = state.calls.extensions.of.remove(sid);
    if state.selection.selected.as_ref() == Some(sid) {
        state.selection.selected = None;
    }
    Some(state.tasks.remove(index))
}

/// Tells on the task's row that its record has come up.
pub(crate) fn set_ready(state: &mut State, sid: &ReservationSid) {
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid) {
        Rc::make_mut(task).ready = true;
    }
}

/// Tells on the task's row what was refused for it.
pub(crate) fn set_row_problem(state: &mut State, sid: &ReservationSid, problem: Problem) {
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid) {
        Rc::make_mut(task).refused = Some(problem);
    }
}

impl Problem {
    /// It tells where the task's tab is, whatever becomes of the task.
    fn is_about_the_tab(&self) -> bool {
        matches!(self, Self::SessionBehind | Self::TabNotFocused(_))
    }
}
