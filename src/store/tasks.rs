//! The life of a reservation: it arrives, is accepted or not, is wrapped up, ends. Flex tells it, the agent's hand
//! in our list commands it. All of them at once tells a [`snapshot`].

use std::rc::Rc;

use super::problem::{CommandProblem, Problem};
use super::state::{Ending, FlexLink, Line, PanelMode, Task, TaskCommand, TaskStatus, View};
use super::update::Effects;
use super::{
    AgentAct, FlexCommand, FlexEvent, RequestId, ReservationSid, State, activity, arrival,
    counters, dialing, ending, extension, focus, mode, records, selection, snapshot,
};

/// Flex tells something.
pub(super) fn told_by_flex(state: &mut State, event: FlexEvent, effects: &mut Effects) {
    match event {
        FlexEvent::Greeted { bridge, flex } => {
            state.versions.bridge = Some(bridge);
            state.versions.flex = flex;
        }
        FlexEvent::Loading => leave(state, effects),
        FlexEvent::NotAnswering => {
            if state.flex == FlexLink::Loading {
                state.flex = FlexLink::NotAnswering;
                // The agent may have to log in: that needs a panel on screen.
                mode::ask(state, PanelMode::Docked, effects);
            }
        }
        FlexEvent::Snapshot(snapshot) => snapshot::take(state, snapshot, effects),
        FlexEvent::OtherVersion { theirs } => state.flex = FlexLink::OtherVersion { theirs },
        FlexEvent::SignedOut => state.flex = FlexLink::SignedOut,
        FlexEvent::Replaced => state.flex = FlexLink::Replaced,
        FlexEvent::Task(task) => take_task(state, task, effects),
        FlexEvent::TaskEnded { sid, ending } => {
            end(state, &sid, ending, effects);
            selection::after_an_end(state, effects);
        }
        FlexEvent::Selected(sid) => selection::told(state, sid, effects),
        FlexEvent::ViewChanged(name) => view_changed(state, name, effects),
        FlexEvent::ActivityChanged(activity) => activity::changed(state, activity),
        FlexEvent::ActivitiesChanged(activities) => state.activities = activities,
        FlexEvent::Reconnecting => {
            if state.flex.is_open() {
                state.flex = FlexLink::Reconnecting;
            }
        }
        FlexEvent::Unfit(lacks) => state.flex = FlexLink::Unfit { lacks },
        FlexEvent::Replied { request, result } => replied(state, request, &result, effects),
        FlexEvent::Late | FlexEvent::Malformed | FlexEvent::Foreign => {}
    }
}

/// The agent does something in the panel.
pub(super) fn done_by_agent(state: &mut State, act: AgentAct, effects: &mut Effects) {
    state.touched();
    match act {
        AgentAct::Select(sid) => {
            if state.task(&sid).is_some() {
                selection::select(state, sid, effects);
            }
        }
        AgentAct::Accept(sid) => {
            let command = FlexCommand::AcceptTask { sid };
            order(state, Task::is_waiting, command, effects);
        }
        AgentAct::Decline(sid) => {
            let command = FlexCommand::RejectTask { sid };
            order(state, Task::is_waiting, command, effects);
        }
        AgentAct::End(sid) => ending::end(state, &sid, effects),
        AgentAct::Complete(sid) => {
            let is_over = |task: &Task| task.status == TaskStatus::Wrapping;
            order(state, is_over, FlexCommand::CompleteTask { sid }, effects);
        }
        AgentAct::Hold(sid, hold) => {
            let talks = |task: &Task| task.status == TaskStatus::Accepted;
            let command = if hold {
                FlexCommand::HoldCall { sid }
            } else {
                FlexCommand::UnholdCall { sid }
            };
            order(state, talks, command, effects);
        }
        AgentAct::Open(sid) => {
            if let Some(record) = state.task(&sid).and_then(|task| task.record) {
                records::open_by_agent(state, record);
                selection::select(state, sid, effects);
            }
        }
        AgentAct::Call(number) => dialing::chosen(state, number, effects),
        AgentAct::CallNone => state.choice = None,
        AgentAct::SendExtension(sid) => extension::send(state, sid, effects),
        AgentAct::SetActivity(sid) => activity::choose(state, sid, effects),
        AgentAct::Dock => mode::ask(state, PanelMode::Docked, effects),
        // This window leads already.
        AgentAct::WorkHere => {}
        AgentAct::Dismiss(id) => state.notices.retain(|notice| notice.id != id),
    }
}

/// Sends a command for its task, if the task allows it and the same command is not out already.
pub(super) fn order(
    state: &mut State,
    allows: impl Fn(&Task) -> bool,
    command: FlexCommand,
    effects: &mut Effects,
) {
    let Some(sid) = command.sid().cloned() else {
        return;
    };
    let order = TaskCommand {
        sid,
        action: command.action(),
        awaits_line: false,
    };
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
    let request = state.command(command, effects);
    let _ = state.commands.insert(request, order);
}

fn replied(
    state: &mut State,
    request: RequestId,
    result: &Result<(), CommandProblem>,
    effects: &mut Effects,
) {
    if let Some(order) = state.commands.remove(&request) {
        if *result == Err(CommandProblem::UnknownTask) {
            // It has left Flex, and nobody told.
            end(state, &order.sid, Ending::Rescinded, effects);
            selection::after_an_end(state, effects);
        } else if let Err(why) = result {
            // What Flex can't do without its connection it has not refused.
            let lost =
                matches!(why, CommandProblem::Refused(_)) && state.flex != FlexLink::Connected;
            let why = if lost {
                CommandProblem::NotConnected
            } else {
                why.clone()
            };
            let action = order.action;
            focus::refuse(state, &order.sid, Problem::CommandFailed { action, why });
        }
    } else if !selection::replied(state, request, result, effects)
        && !dialing::replied(state, request, result, effects)
        && !activity::replied(state, request, result, effects)
    {
        counters::up(&mut state.counters.stale_answers);
    }
}

/// Flex is loaded anew: what it has not answered it will not answer, and nobody knows what has become of it. A task
/// that it should select is still the agent's choice.
fn leave(state: &mut State, effects: &mut Effects) {
    state.flex = FlexLink::Loading;
    state.view = View::default();
    state.selecting = None;
    for order in std::mem::take(&mut state.commands).into_values() {
        let problem = Problem::CommandFailed {
            action: order.action,
            why: CommandProblem::TimedOut,
        };
        focus::refuse(state, &order.sid, problem);
    }
    activity::unanswered(state, effects);
    dialing::unanswered(state, effects);
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

fn take_task(state: &mut State, told: Task, effects: &mut Effects) {
    match state.tasks.iter().position(|task| task.sid == told.sid) {
        Some(index) => change(state, index, told, effects),
        None => {
            let sid = told.sid.clone();
            state.tasks.push(told.into());
            arrival::arrive(state, sid, effects);
        }
    }
}

/// A task of the list is told anew.
pub(super) fn change(state: &mut State, index: usize, told: Task, effects: &mut Effects) {
    let Some(task) = state.tasks.get_mut(index) else {
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
        let _ = state.popped.remove(&sid);
        before
            .into_iter()
            .for_each(|record| records::forget_unless_bound(state, record));
    }
    if line_came {
        ending::line_came(state, &sid, effects);
    }
    if accepted {
        state.touched();
        take_up(state, sid, effects);
    } else if other_record {
        arrival::pop(state, &sid);
    }
}

/// The agent has accepted it.
pub(super) fn take_up(state: &mut State, sid: ReservationSid, effects: &mut Effects) {
    arrival::pop(state, &sid);
    selection::select(state, sid, effects);
}

/// A task has ended: it leaves the list.
pub(super) fn end(state: &mut State, sid: &ReservationSid, ending: Ending, effects: &mut Effects) {
    let Some(index) = state.tasks.iter().position(|task| task.sid == *sid) else {
        counters::up(&mut state.counters.unknown_tasks);
        return;
    };
    let task = state.tasks.remove(index);
    state.recent.retain(|recent| recent != sid);
    let _ = state.popped.remove(sid);
    ending::forget(state, sid);
    let _ = state.extensions.of.remove(sid);
    if state.selected.as_ref() == Some(sid) {
        state.selected = None;
    }
    selection::forget(state, sid, effects);
    if let Some(record) = task.record {
        records::forget_unless_bound(state, record);
    }
    mode::task_ended(state, ending, effects);
}

/// R7: the first view after load is nobody's act, and a view that we sent Flex to is an echo.
fn view_changed(state: &mut State, name: Rc<str>, effects: &mut Effects) {
    let known = state.view.name.replace(name.clone());
    let first_or_same = known.is_none_or(|known| known == name);
    let echo = state
        .view
        .sent_to
        .take_if(|sent_to| *sent_to == name)
        .is_some();
    if !first_or_same && !echo {
        state.touched();
        mode::ask(state, PanelMode::Docked, effects);
    }
}
