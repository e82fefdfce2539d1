//! The link to Flex comes and goes.

use std::mem;
use std::rc::Rc;

use crate::mechanisms::turn::Turn;
use crate::mechanisms::{activity, dialing, tasks};
use crate::words::links::{FlexLink, View};
use crate::words::problem::{CommandProblem, Problem};
use crate::words::state::State;

/// Flex is loaded anew: what it has not answered it will not answer, and nobody knows what has become of it. A task
/// that it should select is still the agent's choice.
pub(crate) fn leave(turn: &mut Turn<'_>) {
    turn.flex.link = FlexLink::Loading;
    turn.flex.view = View::default();
    turn.flex.selecting = None;
    for order in mem::take(&mut turn.flex.commands).into_values() {
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

/// The snapshot has come: Flex is there.
pub(crate) fn connect(state: &mut State, reconnecting: bool) {
    if reconnecting {
        state.flex.link = FlexLink::Reconnecting;
    } else {
        state.flex.link = FlexLink::Connected;
        forget_lost_connection(state);
    }
}

/// Flex is connected again: that it was not is no longer worth the agent's eyes.
fn forget_lost_connection(state: &mut State) {
    for task in &mut state.tasks {
        let why = match &task.refused {
            Some(Problem::CommandFailed { why, .. }) => why,
            _ => continue,
        };
        if *why == CommandProblem::NotConnected {
            Rc::make_mut(task).refused = None;
        }
    }
}
