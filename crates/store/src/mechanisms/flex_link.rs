//! The link to Flex: it is lost and comes back.

use std::mem;
use std::rc::Rc;

use crate::mechanisms::turn::Turn;
use crate::mechanisms::{activity, dialing, tasks};
use crate::words::links::{FlexLink, View};
use crate::words::problem::{CommandProblem, Problem};
use crate::words::state::State;

/// Flex is reloaded: it will not answer the commands that are out, and nobody knows what has become of them. The task
/// that Flex should select stays the agent's choice.
pub(crate) fn leave(turn: &mut Turn<'_>) {
    turn.flex.link = FlexLink::Loading;
    turn.flex.view = View::default();
    turn.flex.selecting = None;
    for (_, order) in mem::take(&mut turn.flex.commands) {
        let problem = Problem::CommandFailed {
            action: order.action,
            why: CommandProblem::TimedOut,
        };
        tasks::set_row_problem(turn, &order.sid, problem);
    }
    activity::unanswered(turn);
    dialing::unanswered(turn);
    turn.forget_flex();
}

/// The snapshot has come: Flex is connected, or reconnects.
pub(crate) fn connect(state: &mut State, reconnecting: bool) {
    if reconnecting {
        state.flex.link = FlexLink::Reconnecting;
    } else {
        state.flex.link = FlexLink::Connected;
        forget_lost_connection(state);
    }
}

/// Flex is connected again: removes the problems that told about the lost connection from the rows.
fn forget_lost_connection(state: &mut State) {
    for task in &mut state.tasks {
        let why = match &task.problem {
            Some(Problem::CommandFailed { why, .. }) => why,
            _ => continue,
        };
        if *why == CommandProblem::NotConnected {
            Rc::make_mut(task).problem = None;
        }
    }
}
