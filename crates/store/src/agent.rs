//! Does what the agent does in the panel. This happens only in a window that leads or stands alone.

use crate::mechanisms::tabs::records;
use crate::mechanisms::turn::Turn;
use crate::mechanisms::{activity, dialing, ending, extension, mode, tasks};
use crate::rules;
use crate::words::agent::AgentAction;
use crate::words::effect::FlexCommand;
use crate::words::mode::PanelMode;
use crate::words::task::{Task, TaskStatus};
use crate::words::windows::Forwarded;

/// Does an act of the agent from this window or from another one.
pub(crate) fn run(turn: &mut Turn<'_>, forwarded: Forwarded) {
    match forwarded {
        Forwarded::Act(act) => acts(turn, act),
        Forwarded::Dial(click) => rules::phone_field_clicked(turn, click),
    }
}

/// The agent has done something in the panel.
pub(crate) fn acts(turn: &mut Turn<'_>, act: AgentAction) {
    turn.agent_acted();
    match act {
        AgentAction::Select(sid) => {
            if turn.task(&sid).is_some() {
                rules::select(turn, sid);
            }
        }
        AgentAction::Accept(sid) => {
            let command = FlexCommand::AcceptTask { sid };
            tasks::send(turn, Task::is_waiting, command);
        }
        AgentAction::Decline(sid) => {
            let command = FlexCommand::RejectTask { sid };
            tasks::send(turn, Task::is_waiting, command);
        }
        AgentAction::End(sid) => ending::end(turn, &sid),
        AgentAction::Complete(sid) => {
            let is_over = |task: &Task| task.status == TaskStatus::Wrapping;
            tasks::send(turn, is_over, FlexCommand::CompleteTask { sid });
        }
        AgentAction::Hold(sid, hold) => {
            let talks = |task: &Task| task.status == TaskStatus::Accepted;
            let command = if hold {
                FlexCommand::HoldCall { sid }
            } else {
                FlexCommand::UnholdCall { sid }
            };
            tasks::send(turn, talks, command);
        }
        AgentAction::Open(sid) => {
            if let Some(record) = turn.task(&sid).and_then(|task| task.record) {
                records::open_by_agent(turn, record);
                rules::select(turn, sid);
            }
        }
        AgentAction::Call(number) => dialing::chosen(turn, number),
        AgentAction::CallNone => turn.calls.choice = None,
        AgentAction::SendExtension(sid) => extension::send(turn, sid),
        AgentAction::SetActivity(sid) => activity::choose(turn, sid),
        AgentAction::Dock => mode::ask(turn, PanelMode::Docked),
        // This window leads already.
        AgentAction::WorkHere => {}
        AgentAction::Dismiss(id) => turn.notices.retain(|notice| notice.id != id),
    }
}
