//! Click-to-act (R6): reads the number, lets the agent choose if there are several, starts an outbound call, and waits
//! for its task. It opens no record. `rules` docks the panel.

use std::rc::Rc;

use crate::mechanisms::turn::Turn;
use crate::words::action::FlexAction;
use crate::words::awaited::Awaited;
use crate::words::click::{Choice, ClickToAct, Dialable, Dialing, Reading};
use crate::words::effect::{DialAttributes, Effect, FlexCommand, Timer};
use crate::words::ids::{ReservationSid, Ticket};
use crate::words::links::FlexLink;
use crate::words::problem::{CommandProblem, NumberProblem, Problem};
use crate::words::saved::{Baseline, Dialed};
use crate::words::state::State;
use crate::words::task::{Origin, Task, TaskRow, TaskStatus};
use crate::words::{counters, timeouts};

/// Reads the number in the field that the agent has clicked, unless something prevents a call.
pub(crate) fn begin(turn: &mut Turn<'_>, click: Rc<ClickToAct>) {
    turn.retract(Problem::is_about_dialing);
    turn.calls.choice = None;
    match obstacle(turn) {
        Some(problem) => turn.notify(problem),
        None => {
            let request = turn.next_ticket();
            turn.effect(Effect::ReadNumber {
                request,
                text: click.value.clone(),
            });
            turn.calls.dialing = Dialing::Reading { request, click };
        }
    }
}

/// True while a number is being dialled or chosen: the panel then stays on screen.
pub(crate) fn is_under_way(state: &State) -> bool {
    state.calls.dialing != Dialing::Idle || state.calls.choice.is_some()
}

/// Takes the answer to the request to read a number.
pub(crate) fn number_read(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: Result<Reading, NumberProblem>,
) {
    let click = match &turn.calls.dialing {
        Dialing::Reading {
            request: awaited,
            click,
        } if *awaited == request => click.clone(),
        _ => return,
    };
    turn.calls.dialing = Dialing::Idle;
    match result {
        Ok(Reading::One(number)) => dial(turn, &click, number),
        Ok(Reading::Several(numbers)) => turn.calls.choice = Some(Choice { click, numbers }.into()),
        Err(why) => turn.notify(Problem::NotDialled {
            text: click.value.clone(),
            why,
        }),
    }
}

/// The agent has chosen one of several numbers. The choice meets the same obstacles as a click.
pub(crate) fn chosen(turn: &mut Turn<'_>, number: Dialable) {
    let offered = |choice: &&Rc<Choice>| choice.numbers.contains(&number);
    if turn.calls.dialing == Dialing::Idle
        && let Some(choice) = turn.calls.choice.clone().as_ref().filter(offered)
    {
        turn.retract(Problem::is_about_dialing);
        dial(turn, &choice.click, number);
    }
}

/// Asks Flex for the call. If there is an obstacle, the agent is told about it, and the choice of numbers stays.
fn dial(turn: &mut Turn<'_>, click: &ClickToAct, to: Dialable) {
    if let Some(problem) = obstacle(turn) {
        return turn.notify(problem);
    }
    let command = FlexCommand::StartOutboundCall {
        destination: to.number.clone(),
        task_attributes: DialAttributes {
            name: click.title.clone(),
            record_entity: click.entity.clone(),
            record_id: click.id.map(|id| id.to_string().into()),
        },
    };
    let request = turn.command(command, Awaited::Dial);
    turn.calls.choice = None;
    turn.calls.extensions.awaited = to.extension;
    turn.calls.dialing = Dialing::Starting {
        request,
        number: to.number,
    };
}

/// Takes Flex's answer to `StartOutboundCall`. Returns false if the request is another one. A yes is no call yet: the
/// call begins when its task comes.
pub(crate) fn replied(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<(), CommandProblem>,
) -> bool {
    let number = match &turn.calls.dialing {
        Dialing::Starting {
            request: awaited,
            number,
        } if *awaited == request => number.clone(),
        _ => return false,
    };
    match result {
        // A time-out is no refusal: the call may be on its way.
        Ok(()) | Err(CommandProblem::TimedOut) => {
            begin_waiting(turn, request, Some(number));
        }
        Err(why) => {
            turn.calls.dialing = Dialing::Idle;
            turn.calls.extensions.awaited = None;
            let action = FlexAction::StartOutboundCall;
            turn.notify(Problem::CommandFailed {
                action,
                why: why.clone(),
            });
        }
    }
    true
}

/// Flex is reloaded before it has answered: the call may be on its way.
pub(crate) fn unanswered(turn: &mut Turn<'_>) {
    if let Dialing::Starting { request, .. } = turn.calls.dialing {
        let _ = replied(turn, request, &Err(CommandProblem::TimedOut));
    }
}

/// The panel has been reloaded. A number that Flex was not asked to dial is not dialled now: by the time Flex is
/// connected, the agent may have changed their mind.
pub(crate) fn restored(state: &mut State) {
    if state.saved.restoring.dialed == Some(Dialed::Clicked) {
        state.saved.restoring.dialed = None;
        state.notify(Problem::NoOutboundTask { number: None });
    }
}

/// Flex is connected after a reload of the panel. If Flex had been asked to dial a number, its call is in the list now
/// or is awaited.
pub(crate) fn resume(turn: &mut Turn<'_>, baseline: &Baseline) {
    let is_call = |task: &Rc<TaskRow>| task.origin == Origin::Dialled;
    let mut new = turn
        .tasks
        .iter()
        .filter(|task| !baseline.has_seen(&task.sid));
    let has_come = new.any(is_call);
    if turn.saved.restoring.dialed.take() == Some(Dialed::Given) && !has_come {
        await_task(turn, None);
    }
}

/// Waits for the task of a call that this page asked for before its reload, or that the last leader asked for before
/// this window took the lead.
pub(crate) fn await_task(turn: &mut Turn<'_>, number: Option<Rc<str>>) {
    let request = turn.next_ticket();
    begin_waiting(turn, request, number);
}

fn begin_waiting(turn: &mut Turn<'_>, request: Ticket, number: Option<Rc<str>>) {
    turn.calls.dialing = Dialing::AwaitingTask { request, number };
    turn.wait(Timer::OutboundTask(request), timeouts::OUTBOUND_TASK);
}

/// The outbound task has come.
pub(crate) fn task_came(state: &mut State, sid: &ReservationSid) {
    state.calls.extensions.call_came(sid);
    state.retract(Problem::is_about_dialing);
    if matches!(
        state.calls.dialing,
        Dialing::Starting { .. } | Dialing::AwaitingTask { .. }
    ) {
        state.calls.dialing = Dialing::Idle;
    }
}

/// The time for the outbound task is over.
pub(crate) fn time_up(state: &mut State, rung: Ticket) {
    if let Dialing::AwaitingTask { request, number } = &state.calls.dialing
        && rung == *request
    {
        let problem = Problem::NoOutboundTask {
            number: number.clone(),
        };
        state.calls.dialing = Dialing::Idle;
        counters::up(&mut state.diagnostics.counters.late_calls);
        state.notify(problem);
    }
}

/// Takes back notices about obstacles that no longer exist.
pub(crate) fn retract_overcome(state: &mut State) {
    let obstacle = obstacle(state);
    state.retract(|problem| problem.is_obstacle() && Some(problem) != obstacle.as_ref());
}

/// The obstacle that keeps Flex from placing a call now.
fn obstacle(state: &State) -> Option<Problem> {
    if state.flex.link != FlexLink::Connected {
        Some(Problem::FlexNotConnected)
    } else if let Some(call) = state.tasks.iter().find(|task| task.is_live_call()) {
        Some(if call.is_waiting() {
            Problem::CallWaits
        } else {
            Problem::CallLive
        })
    } else if state.tasks.iter().any(|task| is_taken_for_call(task)) {
        Some(Problem::CallbackIsCall)
    } else if state
        .flex
        .activity
        .as_ref()
        .is_some_and(|activity| activity.offline)
    {
        Some(Problem::WorkerOffline)
    } else {
        None
    }
}

/// True if Flex takes this callback for a call and refuses to dial beside it (`StartOutboundCall` asks
/// `TaskHelper.isCallTask`).
fn is_taken_for_call(task: &Task) -> bool {
    let live = matches!(task.status, TaskStatus::Pending | TaskStatus::Accepted);
    task.call && task.is_callback() && live
}

impl Problem {
    fn is_obstacle(&self) -> bool {
        matches!(
            self,
            Self::CallLive
                | Self::CallWaits
                | Self::CallbackIsCall
                | Self::WorkerOffline
                | Self::FlexNotConnected
        )
    }

    fn is_about_dialing(&self) -> bool {
        match self {
            Self::NotDialled { .. }
            | Self::CallLive
            | Self::CallWaits
            | Self::CallbackIsCall
            | Self::WorkerOffline
            | Self::FlexNotConnected
            | Self::NoOutboundTask { .. } => true,
            Self::CommandFailed { action, .. } => *action == FlexAction::StartOutboundCall,
            _ => false,
        }
    }
}
