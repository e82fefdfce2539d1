//! The life of a reservation: it arrives, is accepted or not, is wrapped up, ends. Flex tells it, the agent's hand
//! in our list commands it. All of them at once tells a [`snapshot`].

use std::rc::Rc;

use super::awaited::Awaited;
use super::problem::{CommandProblem, Problem};
use super::state::{Ending, FlexLink, Line, PanelMode, Task, TaskCommand, TaskStatus, View};
use super::turn::Turn;
use super::{
    AgentAct, FlexCommand, FlexEvent, RequestId, ReservationSid, State, activity, arrival,
    counters, dialing, ending, extension, focus, mode, records, selection, snapshot,
};

/// Flex tells something.
pub(super) fn told_by_flex(turn: &mut Turn<'_>, event: FlexEvent) {
    match event {
        FlexEvent::Greeted { bridge, flex } => {
            turn.versions.bridge = Some(bridge);
            turn.versions.flex = flex;
        }
        FlexEvent::Loading => leave(turn),
        FlexEvent::NotAnswering => {
            if turn.flex == FlexLink::Loading {
                turn.flex = FlexLink::NotAnswering;
                // The agent may have to log in: that needs a panel on screen.
                mode::ask(turn, PanelMode::Docked);
            }
        }
        FlexEvent::Snapshot(snapshot) => snapshot::take(turn, snapshot),
        FlexEvent::OtherVersion { theirs } => turn.flex = FlexLink::OtherVersion { theirs },
        FlexEvent::SignedOut => turn.flex = FlexLink::SignedOut,
        FlexEvent::Replaced => turn.flex = FlexLink::Replaced,
        FlexEvent::Task(task) => take_task(turn, task),
        FlexEvent::TaskEnded { sid, ending } => {
            end(turn, &sid, ending);
            selection::after_an_end(turn);
        }
        FlexEvent::Selected(sid) => selection::told(turn, sid),
        FlexEvent::ViewChanged(name) => view_changed(turn, name),
        FlexEvent::ActivityChanged(activity) => activity::changed(turn, activity),
        FlexEvent::ActivitiesChanged(activities) => turn.activities = activities,
        FlexEvent::Reconnecting => {
            if turn.flex.is_open() {
                turn.flex = FlexLink::Reconnecting;
            }
        }
        FlexEvent::Unfit(lacks) => turn.flex = FlexLink::Unfit { lacks },
        FlexEvent::Replied { request, result } => replied(turn, request, &result),
        FlexEvent::Late | FlexEvent::Malformed | FlexEvent::Foreign => {}
    }
}

/// The agent does something in the panel.
pub(super) fn done_by_agent(turn: &mut Turn<'_>, act: AgentAct) {
    turn.touched();
    match act {
        AgentAct::Select(sid) => {
            if turn.task(&sid).is_some() {
                selection::select(turn, sid);
            }
        }
        AgentAct::Accept(sid) => {
            let command = FlexCommand::AcceptTask { sid };
            order(turn, Task::is_waiting, command);
        }
        AgentAct::Decline(sid) => {
            let command = FlexCommand::RejectTask { sid };
            order(turn, Task::is_waiting, command);
        }
        AgentAct::End(sid) => ending::end(turn, &sid),
        AgentAct::Complete(sid) => {
            let is_over = |task: &Task| task.status == TaskStatus::Wrapping;
            order(turn, is_over, FlexCommand::CompleteTask { sid });
        }
        AgentAct::Hold(sid, hold) => {
            let talks = |task: &Task| task.status == TaskStatus::Accepted;
            let command = if hold {
                FlexCommand::HoldCall { sid }
            } else {
                FlexCommand::UnholdCall { sid }
            };
            order(turn, talks, command);
        }
        AgentAct::Open(sid) => {
            if let Some(record) = turn.task(&sid).and_then(|task| task.record) {
                records::open_by_agent(turn, record);
                selection::select(turn, sid);
            }
        }
        AgentAct::Call(number) => dialing::chosen(turn, number),
        AgentAct::CallNone => turn.choice = None,
        AgentAct::SendExtension(sid) => extension::send(turn, sid),
        AgentAct::SetActivity(sid) => activity::choose(turn, sid),
        AgentAct::Dock => mode::ask(turn, PanelMode::Docked),
        // This window leads already.
        AgentAct::WorkHere => {}
        AgentAct::Dismiss(id) => turn.notices.retain(|notice| notice.id != id),
    }
}

/// Sends a command for its task, if the task allows it and the same command is not out already.
pub(super) fn order(turn: &mut Turn<'_>, allows: impl Fn(&Task) -> bool, command: FlexCommand) {
    let Some(sid) = command.sid().cloned() else {
        return;
    };
    let order = TaskCommand {
        sid,
        action: command.action(),
        awaits_line: false,
    };
    let state = &mut *turn.state;
    let task = state.tasks.iter_mut().find(|task| task.sid == order.sid);
    let Some(task) = task.filter(|task| allows(task)) else {
        return;
    };
    if state.commands.values().any(|out| *out == order) {
        return;
    }
    if task.refused.is_some() {
        Rc::make_mut(task).refused = None;
    }
    let request = turn.command(command, Awaited::Task);
    let _ = turn.commands.insert(request, order);
}

/// Flex has answered: the reply goes to whoever has sent the command.
fn replied(turn: &mut Turn<'_>, request: RequestId, result: &Result<(), CommandProblem>) {
    let taken = match turn.answered_by_flex(request) {
        Some(Awaited::Selection) => selection::replied(turn, request, result),
        Some(Awaited::Task) => task_replied(turn, request, result),
        Some(Awaited::Dial) => dialing::replied(turn, request, result),
        Some(Awaited::Activity) => activity::replied(turn, request, result),
        _ => false,
    };
    if !taken {
        counters::up(&mut turn.counters.stale_answers);
    }
}

fn task_replied(
    turn: &mut Turn<'_>,
    request: RequestId,
    result: &Result<(), CommandProblem>,
) -> bool {
    let Some(order) = turn.commands.remove(&request) else {
        return false;
    };
    match result {
        Ok(()) => {}
        // It has left Flex, and nobody told.
        Err(CommandProblem::UnknownTask) => {
            end(turn, &order.sid, Ending::Rescinded);
            selection::after_an_end(turn);
        }
        Err(why) => {
            // What Flex can't do without its connection it has not refused.
            let lost =
                matches!(why, CommandProblem::Refused(_)) && turn.flex != FlexLink::Connected;
            let why = match lost {
                true => CommandProblem::NotConnected,
                false => why.clone(),
            };
            let action = order.action;
            focus::refuse(turn, &order.sid, Problem::CommandFailed { action, why });
        }
    }
    true
}

/// Flex is loaded anew: what it has not answered it will not answer, and nobody knows what has become of it. A task
/// that it should select is still the agent's choice.
fn leave(turn: &mut Turn<'_>) {
    turn.flex = FlexLink::Loading;
    turn.view = View::default();
    turn.selecting = None;
    for order in std::mem::take(&mut turn.commands).into_values() {
        let problem = Problem::CommandFailed {
            action: order.action,
            why: CommandProblem::TimedOut,
        };
        focus::refuse(turn, &order.sid, problem);
    }
    activity::unanswered(turn);
    dialing::unanswered(turn);
    turn.forget_flex();
}

/// Flex is connected again: that it was not is no longer worth the agent's eyes.
pub(super) fn forget_lost_connection(state: &mut State) {
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

fn take_task(turn: &mut Turn<'_>, told: Task) {
    match turn.tasks.iter().position(|task| task.sid == told.sid) {
        Some(index) => change(turn, index, told),
        None => {
            let sid = told.sid.clone();
            turn.tasks.push(told.into());
            arrival::arrive(turn, sid);
        }
    }
}

/// A task of the list is told anew.
pub(super) fn change(turn: &mut Turn<'_>, index: usize, told: Task) {
    let Some(task) = turn.tasks.get_mut(index) else {
        return;
    };
    // The conference of a call that was just accepted comes later: the customer is not on hold before and after.
    let stands = |task: &Task| (task.status, task.on_hold == Some(true));
    let unchanged = stands(task) == stands(&told);
    // What the agent has begun is accepted by Flex, and a call by its customer: that is no act of the agent's.
    let accepted = task.is_waiting() && told.status == TaskStatus::Accepted;
    let line_came = told.line == Some(Line::Own) && task.line != told.line;
    let other_record = task.record != told.record;
    let sid = told.sid.clone();
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
    if other_record {
        let _ = turn.popped.remove(&sid);
        before
            .into_iter()
            .for_each(|record| records::forget_unless_bound(turn, record));
    }
    if line_came {
        ending::line_came(turn, &sid);
    }
    if accepted {
        turn.touched();
        take_up(turn, sid);
    } else if other_record {
        arrival::pop(turn, &sid);
    }
}

/// The agent has accepted it.
pub(super) fn take_up(turn: &mut Turn<'_>, sid: ReservationSid) {
    arrival::pop(turn, &sid);
    selection::select(turn, sid);
}

/// A task has ended: it leaves the list.
pub(super) fn end(turn: &mut Turn<'_>, sid: &ReservationSid, ending: Ending) {
    let Some(index) = turn.tasks.iter().position(|task| task.sid == *sid) else {
        counters::up(&mut turn.counters.unknown_tasks);
        return;
    };
    let task = turn.tasks.remove(index);
    turn.recent.retain(|recent| recent != sid);
    let _ = turn.popped.remove(sid);
    ending::forget(turn, sid);
    let _ = turn.extensions.of.remove(sid);
    if turn.selected.as_ref() == Some(sid) {
        turn.selected = None;
    }
    selection::forget(turn, sid);
    if let Some(record) = task.record {
        records::forget_unless_bound(turn, record);
    }
    mode::task_ended(turn, ending);
}

/// R7: the first view after load is nobody's act, and a view that we sent Flex to is an echo.
fn view_changed(turn: &mut Turn<'_>, name: Rc<str>) {
    let known = turn.view.name.replace(name.clone());
    let first_or_same = known.is_none_or(|known| known == name);
    let echo = turn
        .view
        .sent_to
        .take_if(|sent_to| *sent_to == name)
        .is_some();
    if !first_or_same && !echo {
        turn.touched();
        mode::ask(turn, PanelMode::Docked);
    }
}
