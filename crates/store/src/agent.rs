//! What the agent does in the panel is done here, in the window that leads.

use crate::mechanisms::tabs::records;
use crate::mechanisms::turn::Turn;
use crate::mechanisms::{activity, dialing, ending, extension, mode, tasks};
use crate::rules;
use crate::words::agent::AgentAct;
use crate::words::effect::FlexCommand;
use crate::words::mode::PanelMode;
use crate::words::task::{Task, TaskStatus};
use crate::words::windows::Errand;

/// Does what the agent has done in this window or in another one.
pub(crate) fn run(turn: &mut Turn<'_>, errand: Errand) {
    match errand {
        Errand::Act(act) => acts(turn, act),
        Errand::Dial(click) => rules::phone_field_clicked(turn, click),
    }
}

/// The agent does something in the panel.
pub(crate) fn acts(turn: &mut Turn<'_>, act: AgentAct) {
    turn.touched();
    match act {
        AgentAct::Select(sid) => {
            if turn.task(&sid).is_some() {
                rules::select(turn, sid);
            }
        }
        AgentAct::Accept(sid) => {
            let command = FlexCommand::AcceptTask { sid };
            tasks::order(turn, Task::is_waiting, command);
        }
        AgentAct::Decline(sid) => {
            let command = FlexCommand::RejectTask { sid };
            tasks::order(turn, Task::is_waiting, command);
        }
        AgentAct::End(sid) => ending::end(turn, &sid),
        AgentAct::Complete(sid) => {
            let is_over = |task: &Task| task.status == TaskStatus::Wrapping;
            tasks::order(turn, is_over, FlexCommand::CompleteTask { sid });
        }
        AgentAct::Hold(sid, hold) => {
            let talks = |task: &Task| task.status == TaskStatus::Accepted;
            let command = if hold {
                FlexCommand::HoldCall { sid }
            } else {
                FlexCommand::UnholdCall { sid }
            };
            tasks::order(turn, talks, command);
        }
        AgentAct::Open(sid) => {
            if let Some(record) = turn.task(&sid).and_then(|task| task.record) {
                records::open_by_agent(turn, record);
                rules::select(turn, sid);
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
