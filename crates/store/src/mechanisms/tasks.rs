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
use crate::words::task::{Line, Task, TaskCommand, TaskRow, TaskStatus};

/// Sends a command for a task, if the task allows it and the same command is not out already.
pub(crate) fn send(turn: &mut Turn<'_>, allows: impl Fn(&Task) -> bool, command: FlexCommand) {
    let Some(sid) = command.sid().cloned() else {
        return;
    };
    let sent = TaskCommand {
        sid,
        action: command.action(),
        awaits_line: false,
    };
    let state: &mut State = turn;
    let task = state.tasks.iter_mut().find(|task| task.sid == sent.sid);
    let Some(task) = task.filter(|task| allows(task)) else {
        return;
    };
    if state.flex.commands.values().any(|out| *out == sent) {
        return;
    }
    if task.problem.is_some() {
        Rc::make_mut(task).problem = None;
    }
    let request = turn.command(command, Awaited::Task);
    let _ = turn.flex.commands.insert(request, sent);
}

/// Takes Flex's answer to a command for a task. Returns false if the request is another one.
pub(crate) fn replied(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<(), CommandProblem>,
) -> bool {
    let Some(sent) = turn.flex.commands.remove(&request) else {
        return false;
    };
    match result {
        Ok(()) => {}
        // The task has left Flex without an event.
        Err(CommandProblem::UnknownTask) => {
            turn.report(Outcome::TaskGone(sent.sid));
        }
        Err(why) => {
            // Flex can't do this without its connection, so this is no refusal.
            let lost =
                matches!(why, CommandProblem::Refused(_)) && turn.flex.link != FlexLink::Connected;
            let why = match lost {
                true => CommandProblem::NotConnected,
                false => why.clone(),
            };
            let action = sent.action;
            set_row_problem(turn, &sent.sid, Problem::CommandFailed { action, why });
        }
    }
    true
}

/// What is new about a task.
pub(crate) enum Change {
    /// The task is new in the list.
    New,
    /// The task was in the list already.
    Known {
        /// True if the agent has accepted it.
        accepted: bool,
        /// True if the call in this browser has become the task's own.
        line_came: bool,
        /// Set if the task is about another record now: the record that it was about before, or none.
        other_record: Option<Option<Record>>,
    },
}

/// Puts the task that Flex reports into the list.
pub(crate) fn put(state: &mut State, told: Task) -> Change {
    let Some(task) = state.tasks.iter_mut().find(|task| task.sid == told.sid) else {
        state.tasks.push(Rc::new(told.into()));
        return Change::New;
    };
    // `on_hold` changes from unknown to false when the conference of an accepted call comes. That is no change.
    let stands = |task: &Task| (task.status, task.on_hold == Some(true));
    let unchanged = stands(task) == stands(&told);
    // Flex accepts what the agent has begun, and the customer accepts a dialled call. Only an offered task is accepted
    // by the agent.
    let accepted = task.is_waiting() && told.status == TaskStatus::Accepted;
    let line_came = told.line == Some(Line::Own) && task.line != told.line;
    let other_record = task.record != told.record;
    let before = task.record;
    let began = task.began;
    let problem = task.problem.clone();
    let kept = TaskRow {
        problem: problem.filter(|problem| unchanged || problem.is_about_the_tab()),
        ready: task.ready && !other_record,
        task: Task { began, ..told },
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

/// A task has ended: takes it out of the list.
pub(crate) fn remove(state: &mut State, sid: &ReservationSid) -> Option<Rc<TaskRow>> {
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

/// Says on the task's row that its record has come up.
pub(crate) fn set_ready(state: &mut State, sid: &ReservationSid) {
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid) {
        Rc::make_mut(task).ready = true;
    }
}

/// Says on the task's row what was refused for it.
pub(crate) fn set_row_problem(state: &mut State, sid: &ReservationSid, problem: Problem) {
    if let Some(task) = state.tasks.iter_mut().find(|task| task.sid == *sid) {
        Rc::make_mut(task).problem = Some(problem);
    }
}

impl Problem {
    /// True if the problem is about the task's tab: it stays whatever becomes of the task.
    fn is_about_the_tab(&self) -> bool {
        matches!(self, Self::SessionBehind | Self::TabNotFocused(_))
    }
}
