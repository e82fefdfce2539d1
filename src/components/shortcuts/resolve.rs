//! Resolves a command of the keyboard: what it does, and to which task.
//!
//! Accept and decline mean the row with the focus, if its task waits. Otherwise they mean the first row. That is the
//! call that has waited longest: calls come before chats, because a caller hears only a ringing tone. Without a call it
//! is the task that has waited longest. An outgoing call is never meant, because it rings at the customer.

use super::Command;
use crate::components::row::in_order;
use store::{AgentAction, ReservationSid, State};

/// What the agent does with this command, or nothing if no task is meant. `focused` is the task of the row with the
/// focus.
#[must_use]
pub fn resolve(
    state: &State,
    command: Command,
    focused: Option<&ReservationSid>,
) -> Option<AgentAction> {
    let last = state.tasks.len().checked_sub(1)?;
    let place = match command {
        Command::Accept => return waiting(state, focused).map(AgentAction::Accept),
        Command::Decline => return waiting(state, focused).map(AgentAction::Decline),
        Command::Next => selected(state)
            .filter(|place| *place < last)
            .map_or(0, |place| place + 1),
        Command::Previous => selected(state)
            .and_then(|place| place.checked_sub(1))
            .unwrap_or(last),
        Command::Nth(place) => place,
        Command::Help => return None,
    };
    let task = in_order(state).nth(place)?;
    Some(AgentAction::Select(task.sid.clone()))
}

/// The task that accept and decline mean.
fn waiting(state: &State, focused: Option<&ReservationSid>) -> Option<ReservationSid> {
    let waiting = || in_order(state).filter(|task| task.is_waiting());
    let meant = waiting()
        .find(|task| Some(&task.sid) == focused)
        .or_else(|| waiting().next());
    meant.map(|task| task.sid.clone())
}

fn selected(state: &State) -> Option<usize> {
    let sid = state.selection.selected.as_ref()?;
    in_order(state).position(|task| task.sid == *sid)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use store::state::Selection;
    use store::state::{Channel, Origin, Task, TaskStatus};

    fn task(sid: &str, status: TaskStatus, channel: Channel) -> Task {
        Task {
            status,
            ..Task::offered(sid, channel)
        }
    }

    fn with(tasks: impl IntoIterator<Item = Task>) -> State {
        State {
            tasks: tasks.into_iter().map(|task| Rc::new(task.into())).collect(),
            ..State::default()
        }
    }

    #[test]
    fn accept_and_decline_mean_the_focused_row_else_the_first_call_else_the_first_task() {
        use Channel::{Call, Chat, Sms};
        use TaskStatus::{Accepted, Pending, Wrapping};
        let outbound = Task {
            origin: Origin::Dialled,
            ..task("WR9", Pending, Call)
        };
        for (tasks, focused, meant) in [
            (vec![], None, None),
            (vec![task("WR1", Accepted, Call)], None, None),
            (vec![task("WR1", Wrapping, Call)], Some("WR1"), None),
            (
                vec![task("WR1", Pending, Chat), task("WR2", Pending, Sms)],
                None,
                Some("WR1"),
            ),
            (
                vec![task("WR1", Pending, Chat), task("WR2", Pending, Call)],
                None,
                Some("WR2"),
            ),
            (
                vec![task("WR1", Pending, Chat), task("WR2", Pending, Call)],
                Some("WR1"),
                Some("WR1"),
            ),
            (
                vec![task("WR1", Accepted, Chat), task("WR2", Pending, Call)],
                Some("WR1"),
                Some("WR2"),
            ),
            (
                vec![task("WR1", Pending, Call), task("WR2", Pending, Call)],
                None,
                Some("WR1"),
            ),
            (vec![outbound.clone()], None, None),
            (vec![outbound.clone()], Some("WR9"), None),
            (vec![outbound, task("WR2", Pending, Sms)], None, Some("WR2")),
        ] {
            let state = with(tasks);
            let focused = focused.map(ReservationSid::from);
            let meant = meant.map(ReservationSid::from);
            assert_eq!(
                resolve(&state, Command::Accept, focused.as_ref()),
                meant.clone().map(AgentAction::Accept),
                "{state:?}"
            );
            assert_eq!(
                resolve(&state, Command::Decline, focused.as_ref()),
                meant.map(AgentAction::Decline),
                "{state:?}"
            );
        }
    }

    #[test]
    fn shortcuts_count_rows_in_the_order_of_the_list() {
        let waiting = task("WR2", TaskStatus::Pending, Channel::Call);
        let state = State {
            selection: Selection {
                selected: Some("WR2".into()),
                ..Selection::default()
            },
            ..with([task("WR1", TaskStatus::Accepted, Channel::Chat), waiting])
        };
        for (command, chosen) in [
            (Command::Nth(0), "WR2"),
            (Command::Next, "WR1"),
            (Command::Previous, "WR1"),
        ] {
            let chosen = AgentAction::Select(chosen.into());
            assert_eq!(resolve(&state, command, None), Some(chosen), "{command:?}");
        }
    }

    #[test]
    fn next_and_previous_wrap_around_and_the_nth_counts_from_the_top() {
        let three = ["WR1", "WR2", "WR3"];
        for (selected, command, chosen) in [
            (None, Command::Next, Some("WR1")),
            (Some("WR1"), Command::Next, Some("WR2")),
            (Some("WR3"), Command::Next, Some("WR1")),
            (None, Command::Previous, Some("WR3")),
            (Some("WR1"), Command::Previous, Some("WR3")),
            (Some("WR3"), Command::Previous, Some("WR2")),
            (Some("WR3"), Command::Nth(0), Some("WR1")),
            (None, Command::Nth(2), Some("WR3")),
            (None, Command::Nth(3), None),
            (None, Command::Help, None),
        ] {
            let state = State {
                selection: Selection {
                    selected: selected.map(Into::into),
                    ..Selection::default()
                },
                ..with(three.map(|sid| task(sid, TaskStatus::Accepted, Channel::Chat)))
            };
            let chosen = chosen.map(|sid| AgentAction::Select(sid.into()));
            assert_eq!(
                resolve(&state, command, None),
                chosen,
                "{selected:?} {command:?}"
            );
        }
        for command in [Command::Next, Command::Previous, Command::Nth(0)] {
            assert_eq!(resolve(&with([]), command, None), None);
        }
    }
}
